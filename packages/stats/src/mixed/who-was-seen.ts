import type { CorrelationShape } from './correlation-map.js';
import type { Problem } from './problem.js';

/** Which timepoints nobody reached, or, for a covariance of its own, no two; `null` when none. */
export function whyUnseen(
  { patterns, inner: { width: t, pairs } }: Problem,
  levels: readonly string[],
  shape: CorrelationShape,
): string | null {
  const together = new Set<number>();
  for (const { inner: selection } of patterns) {
    const at = levels
      .map((_, i) => i)
      .filter((i) => selection.some((one, e) => one && e % t === i));
    for (const a of at) for (const b of at) together.add(a * t + b);
  }
  const unseen = pairs.filter(
    ([a, b]) => (a === b || shape === 'unstructured') && !together.has(a * t + b),
  );
  const [later, earlier] = unseen.find(([a, b]) => a === b) ?? unseen[0] ?? [];
  if (later === undefined || earlier === undefined) return null;
  const also = later === earlier ? '' : ` and ${levels[later]}`;
  return `nobody was seen at ${levels[earlier]}${also}`;
}
