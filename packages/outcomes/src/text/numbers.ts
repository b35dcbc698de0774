import type { Count } from '../report/count.js';
import type { Share } from '../report/people-flow.js';

/** How many decimals a score of this scale is shown with: two on narrow scales, one on wide ones. */
export function decimalsFor([low, high]: readonly [number, number]): number {
  return high - low >= 10 ? 1 : 2;
}

/** A number with so many decimals, a real minus sign and no minus zero. */
export function numberText(value: number, decimals: number): string {
  const text = Math.abs(value).toFixed(decimals);
  return value < 0 && Number(text) !== 0 ? `−${text}` : text;
}

/** A number whose sign is always said: +0.35, −0.20; zero has none. */
export function signedText(value: number, decimals: number): string {
  const text = numberText(value, decimals);
  return value > 0 && Number(text) !== 0 ? `+${text}` : text;
}

/** A p-value to three decimals, small ones as "< 0.001". */
export function pText(p: number): string {
  return p < 0.001 ? '< 0.001' : p.toFixed(3);
}

/** A published count: the number, its range, or "withheld" when the range is all of `total`. */
export function countText(count: Count, total?: number): string {
  if (!count.withheld) return String(count.count);
  if (count.from === 0 && count.to === total) return 'withheld';
  return `${count.from} to ${count.to}`;
}

/** A published count with its noun: "1 person", "40 people", "1 to 10 people". */
export function peopleText(count: Count): string {
  return `${countText(count)} ${!count.withheld && count.count === 1 ? 'person' : 'people'}`;
}

/** A share in whole per cent, "58%", or its range. */
export function shareText({ from, to }: Share): string {
  const [low, high] = [Math.round(100 * from), Math.round(100 * to)];
  return low === high ? `${low}%` : `${low} to ${high}%`;
}

/** A count where there is little room: "40" or "1–10". */
export function briefCount(count: Count): string {
  return countText(count).replace(' to ', '–');
}

/** A follow-up rate in brackets; nothing when there is none or its range says next to nothing. */
export function rateText(rate: Share | null): string {
  return rate && rate.to - rate.from < 0.5 ? ` (${shareText(rate)})` : '';
}

/** A confidence level as people say it: "95%". */
export function levelText(level: number): string {
  return `${Number((100 * level).toFixed(1))}%`;
}
