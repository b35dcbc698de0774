import * as z from 'zod/mini';

/** `baseline`, or the time since then: `6-weeks`, `3-months`, `1-years`. */
export const Timepoint = z
  .string()
  .check(z.regex(/^(?:baseline|[1-9]\d{0,2}-(?:days|weeks|months|years))$/));
/** When in a person's time with a program a check-in belongs. */
export type Timepoint = z.infer<typeof Timepoint>;

const days = { days: 1, weeks: 7, months: 365.25 / 12, years: 365.25 } as const;

/** Days since baseline, 0 for baseline itself; for putting timepoints in order. */
export function daysSinceBaseline(timepoint: Timepoint): number {
  if (timepoint === 'baseline') return 0;
  const [, count, unit] = /^(\d+)-(days|weeks|months|years)$/.exec(timepoint) ?? [];
  if (!unit) throw new RangeError('daysSinceBaseline requires a timepoint');
  return Number(count) * days[unit as keyof typeof days];
}

/** The timepoint in plain words: "start", "3 months". */
export function timepointName(timepoint: Timepoint): string {
  return timepoint === 'baseline'
    ? 'start'
    : timepoint.replace('-', ' ').replace(/^1 (.*)s$/, '1 $1');
}
