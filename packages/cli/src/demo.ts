import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { summaryTable, type Report } from '@waymark/outcomes';
import { demoOptions, demoUsage, type DemoOptions } from './demo/demo-options.js';
import { progressLine } from './demo/progress-line.js';
import { sendSubmissions } from './demo/send-submissions.js';
import { startDemo, type Demo } from './demo/start-demo.js';
import { simulate } from './simulate.js';

const print = (line: string) => void process.stdout.write(`${line}\n`);

/** `waymark demo`: the whole way on simulated data, from a tag to a report. Gives the exit code. */
export async function run(args: string[]): Promise<number> {
  try {
    const options = demoOptions(args);
    if (options === 'help') print(demoUsage);
    else await show(options);
    return 0;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? whatToDo(error) : String(error)}\n`);
    return 1;
  }
}

async function show(options: DemoOptions): Promise<void> {
  const demo = await startDemo(options);
  try {
    await fill(demo, options);
    await writeReport(demo, options);
    if (options.once) return;
    print(addresses(demo));
    await stopped();
  } finally {
    await demo.stop();
  }
}

async function fill(demo: Demo, { seed }: DemoOptions): Promise<void> {
  const submissions = simulate({ seed }, demo.library);
  const people = new Set(submissions.map(({ participant }) => participant)).size;
  print(`Simulated ${people} people in 3 programs (seed ${seed}). Nobody here is real.`);
  const progress = progressLine('Sealing and handing in', submissions.length);
  await sendSubmissions(submissions, demo, progress);
}

async function writeReport({ collector, adminToken }: Demo, options: DemoOptions): Promise<void> {
  const headers = { authorization: `Bearer ${adminToken}` };
  const get = async (path: string) => {
    const response = await fetch(`${collector}${path}`, { headers });
    if (!response.ok) throw new Error(`The collector gave no report: ${response.status}`);
    return response;
  };
  const file = resolve(options.report);
  await writeFile(file, await (await get('/report')).text());
  print(summaryTable((await (await get('/report.json')).json()) as Report));
  print(`\nReport written to ${file}`);
}

function addresses({ collector, site, adminToken, database, keys }: Demo): string {
  const [[program, key] = []] = keys;
  return `
Check-in      ${site.url}/   an ordinary page with one tag
Live report   ${collector}/report   user admin, password ${adminToken}
Hosted page   ${collector}/p/${program}#${key}
Database      ${database}

What you answer is in the live report as soon as it has been delivered: load it again.
Stop with Ctrl+C.`;
}

/** Waits until the process is asked to end. */
function stopped(): Promise<void> {
  return new Promise((end) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => end());
  });
}

function whatToDo(error: Error & { readonly code?: string }): string {
  if (error.code === 'EADDRINUSE')
    return `${error.message}\nAnother program listens on this port. Choose one with --port, or --port 0 for any free one.`;
  if (error.code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION' || error instanceof TypeError)
    return `${error.message}\n\n${demoUsage}`;
  return error.message;
}
