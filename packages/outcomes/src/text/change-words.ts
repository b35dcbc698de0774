import type { Scale } from '@waymark/model';
import type { MeanChange } from '../report/report.js';
import { numberText } from './numbers.js';

/** What a change above and one below zero is called. */
export type Sides = readonly [above: string, below: string];

/** A change turned so that above zero is better, and how to write it; better and worse by default. */
export type Amount = { readonly decimals: number; readonly unit?: string; readonly sides?: Sides };

const good: Sides = ['better', 'worse'];

/** Better and worse; higher and lower on a scale of which neither side is better. */
export function sidesOf({ direction }: Pick<Scale, 'direction'>): Sides {
  return direction === 'neither' ? ['higher', 'lower'] : good;
}

/** What is better on a scale: "higher is better", or that neither side is. */
export function betterWords({ direction }: Pick<Scale, 'direction'>): string {
  if (direction === 'neither') return 'neither side is better';
  return direction === 'higher-is-better' ? 'higher is better' : 'lower is better';
}

/** A mean change as it is shown: turned, or as it is where neither side is better. */
export function shownChange({
  mean,
  interval,
  improvement,
}: MeanChange): Pick<MeanChange, 'mean' | 'interval'> {
  return improvement ?? { mean, interval };
}

/** "0.35 points better", "0.20 points worse" or "no change", as visible either way. */
export function changeWords(change: number, { decimals, unit, sides = good }: Amount): string {
  const size = numberText(Math.abs(change), decimals);
  if (Number(size) === 0) return 'no change';
  const amount = unit === undefined ? size : `${size} ${unit}`;
  return `${amount} ${change > 0 ? sides[0] : sides[1]}`;
}

/** "0.10 to 0.60 better", or "0.20 worse to 0.30 better" when both are possible. */
export function rangeWords(
  { low, high }: { readonly low: number; readonly high: number },
  { decimals, sides = good }: Amount,
): string {
  const ends = low < 0 && high <= 0 ? [high, low] : [low, high];
  const [near, far] = ends.map((end) => changeWords(end, { decimals, sides })) as [string, string];
  const sideIn = (text: string) => sides.find((side) => text.endsWith(` ${side}`));
  const side = sideIn(near);
  const same = side === sideIn(far);
  return `${same && side ? near.slice(0, -side.length - 1) : near} to ${far}`;
}
