import type { Instrument, Scale } from '@waymark/model';

/**
 * The scales that share items with a scale, itself included, in the instrument's order; scales that
 * share items with one of those belong too. They must count the same people: with a total over 40
 * and its part over 39, sums would give away the one person's score.
 */
export function scalesSharingItems(scale: Scale, { scales }: Instrument): readonly Scale[] {
  const together = new Set([scale]);
  for (let before = 0; before < together.size;) {
    before = together.size;
    const items = new Set([...together].flatMap((member) => allItems(member, scales)));
    for (const other of scales)
      if (allItems(other, scales).some((item) => items.has(item))) together.add(other);
  }
  return scales.filter((other) => together.has(other));
}

/** A scale's items and those of the scales it is made from. */
function allItems({ items, scales = [] }: Scale, all: readonly Scale[]): readonly string[] {
  const parts = all.filter((other) => scales.includes(other.id));
  return [...items, ...parts.flatMap((part) => allItems(part, all))];
}
