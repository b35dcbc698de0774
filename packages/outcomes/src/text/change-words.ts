import { numberText } from './numbers.js';

/** A change turned so that above zero is better, and how to write it. */
export type Amount = { readonly decimals: number; readonly unit?: string };

/** "0.35 points better", "0.20 points worse" or "no change", as visible either way. */
export function changeWords(improvement: number, { decimals, unit }: Amount): string {
  const size = numberText(Math.abs(improvement), decimals);
  if (Number(size) === 0) return 'no change';
  const amount = unit === undefined ? size : `${size} ${unit}`;
  return `${amount} ${improvement > 0 ? 'better' : 'worse'}`;
}

/** "0.10 to 0.60 better", or "0.20 worse to 0.30 better" when both are possible. */
export function rangeWords(
  { low, high }: { readonly low: number; readonly high: number },
  { decimals }: Amount,
): string {
  const ends = low < 0 && high <= 0 ? [high, low] : [low, high];
  const [near, far] = ends.map((end) => changeWords(end, { decimals })) as [string, string];
  const word = / (better|worse)$/;
  const same = word.exec(near)?.[1] === word.exec(far)?.[1];
  return `${same ? near.replace(word, '') : near} to ${far}`;
}
