import type { BandRule, Threshold } from '@waymark/model';

/** What a rule may depend on besides the score, such as `{ sex: 'female' }`. */
export type Context = { readonly [name: string]: unknown };

/** Whether a score lies on the side a published threshold names; `strict` leaves its value out. */
export function isBeyond(
  value: number,
  { side, value: line, strict }: Pick<Threshold, 'side' | 'value' | 'strict'>,
): boolean {
  if (value === line) return !strict;
  return side === 'below' ? value < line : value > line;
}

/** The label of the band a score lies in, both ends included; null between and outside the bands. */
export function bandOf(value: number, { bands }: Pick<BandRule, 'bands'>): string | null {
  return bands.find(({ from, to }) => value >= from && value <= to)?.label ?? null;
}

/** Whether a threshold or a band rule is meant for this context; one without `when` always is. */
export function appliesIn(
  { when = {} }: { readonly when?: { readonly [name: string]: string } | undefined },
  context: Context,
): boolean {
  return Object.entries(when).every(([name, needed]) => context[name] === needed);
}
