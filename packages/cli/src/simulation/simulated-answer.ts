import type { Answer, PageItem } from '@waymark/model';
import { normalCdf } from '@waymark/stats';
import type { SeededRandom } from './seeded-random.js';

/** Where the latent answer passes from one option to the next: the outer two of the cut points. */
const outerCut = 1.2;

/** How often a simulated person gives no value, in this order. */
const silences = [
  ['skipped', 0.006],
  ['prefer-not-to-say', 0.006],
  ['not-applicable', 0.004],
] as const;

/**
 * A simulated answer to one item. `latent` is how high the answer tends to be, with mean 0 and
 * standard deviation 1; now and then there is none.
 */
export function simulatedAnswer(item: PageItem, latent: number, random: SeededRandom): Answer {
  const silent = silence(item, random.uniform());
  if (silent) return silent;
  return item.kind === 'count'
    ? daysOf(item, latent, random.uniform())
    : optionOf(
        item.options.flatMap(({ key }) => numberOf(key)),
        latent,
      );
}

function silence(item: PageItem, chance: number): Answer | undefined {
  let below = 0;
  for (const [reason, share] of silences) {
    below += share;
    if (chance < below) return canSay(reason, item) ? reason : undefined;
  }
  return undefined;
}

function canSay(reason: string, item: PageItem): boolean {
  return (
    reason !== 'not-applicable' ||
    (item.kind === 'options' && item.options.some(({ key }) => key === reason))
  );
}

function numberOf(key: string): number[] {
  const value = Number(key);
  return Number.isInteger(value) ? [value] : [];
}

function optionOf(values: readonly number[], latent: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const step = sorted.length > 2 ? (2 * outerCut) / (sorted.length - 2) : 0;
  const first = sorted.length > 2 ? -outerCut : 0;
  const passed = sorted.filter((_, i) => i > 0 && latent > first + (i - 1) * step).length;
  return sorted[passed]!;
}

// Many people count no day or few, some count all; counts above a week are often rounded to fives.
function daysOf(
  { minimum, maximum }: { readonly minimum: number; readonly maximum: number },
  latent: number,
  chance: number,
): number {
  const days = Math.round(minimum + (maximum - minimum) * normalCdf(latent) ** 1.6);
  return days > 7 && chance < 0.5 ? Math.min(maximum, 5 * Math.round(days / 5)) : days;
}
