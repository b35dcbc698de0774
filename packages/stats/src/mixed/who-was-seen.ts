import type { CorrelationShape } from './correlation-map.js';
import type { Pair, Problem } from './problem.js';

/** How many subjects were seen at each two timepoints. */
function seenTogether({ patterns, inner: { width: t } }: Problem): Float64Array {
  const counts = new Float64Array(t * t);
  for (const { size, inner: selection, people } of patterns) {
    const at = Array.from({ length: size }, (_, i) =>
      selection.subarray(i * t, i * t + t).indexOf(1),
    );
    for (const a of at) for (const b of at) counts[a * t + b]! += people;
  }
  return counts;
}

/** Why a shape's correlations cannot be told, by who was seen when; `null` when they can. */
export function whyUnseen(
  problem: Problem,
  levels: readonly string[],
  shape: CorrelationShape,
): string | null {
  const counts = seenTogether(problem);
  const t = levels.length;
  const together = (a: number, b: number) => counts[a * t + b]! > 0;
  const never = levels.find((_, i) => !together(i, i));
  if (never !== undefined) return `nobody was seen at ${never}`;
  const pairs = problem.inner.pairs.filter(([a, b]) => a !== b);
  const alone = pairs.filter(([a, b]) => !together(a, b));
  if (shape === 'unstructured' && alone.length > 0) {
    const [later, earlier] = alone[0]!;
    return `nobody was seen both at ${levels[earlier]} and ${levels[later]}`;
  }
  // Other shapes need one seen pair in all, a Toeplitz shape one for each distance.
  const told = ([a, b]: Pair, [c, d]: Pair) =>
    together(c, d) && (!shape.endsWith('Toeplitz') || a - b === c - d);
  const untold = alone.find((pair) => !pairs.some((other) => told(pair, other)));
  return untold ? `nobody was seen at two timepoints ${untold[0] - untold[1]} apart` : null;
}
