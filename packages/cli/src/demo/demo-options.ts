import { parseArgs } from 'node:util';

/** What `waymark demo` was asked for. */
export type DemoOptions = {
  /** Ends after the report instead of serving. */
  readonly once: boolean;
  /** Where the database goes; a temporary folder when undefined. */
  readonly data: string | undefined;
  /** The collector's port; 0 for any free one. */
  readonly port: number;
  /** Where the report is written. */
  readonly report: string;
  /** Of the simulation: the same seed gives the same people. */
  readonly seed: number;
};

/** How the command is used. */
export const demoUsage = `Usage: waymark demo [--once] [--data FOLDER] [--port PORT] [--report FILE] [--seed NUMBER]

Simulates three programs, hands their answers in to a real collector, writes a report, then
serves a check-in page and the live report.

  --once          end after the report
  --data FOLDER   keep the database there (a temporary folder unless set)
  --port PORT     the collector's port (8787 unless set; 0 for any free one)
  --report FILE   where the report is written (report.html unless set)
  --seed NUMBER   another seed simulates other people (1 unless set)`;

/** The options in a command line; throws a TypeError that says which one is wrong. */
export function demoOptions(args: string[]): DemoOptions | 'help' {
  const { values } = parseArgs({
    args,
    options: {
      once: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
      data: { type: 'string' },
      port: { type: 'string', default: '8787' },
      report: { type: 'string', default: 'report.html' },
      seed: { type: 'string', default: '1' },
    },
  });
  if (values.help) return 'help';
  return {
    once: values.once,
    data: values.data,
    port: wholeNumber('--port', values.port, 65_535),
    report: values.report,
    seed: wholeNumber('--seed', values.seed, 2 ** 32 - 1),
  };
}

function wholeNumber(name: string, text: string, highest: number): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && value <= highest) return value;
  throw new TypeError(`${name} must be a whole number from 0 to ${highest}`);
}
