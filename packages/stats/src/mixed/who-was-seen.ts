import type { CorrelationShape } from './correlation-map.js';
import type { Problem } from './problem.js';

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

/** Which timepoints nobody reached, or, for a covariance of its own, no two; `null` when none. */
export function whyUnseen(
  problem: Problem,
  levels: readonly string[],
  shape: CorrelationShape,
): string | null {
  const counts = seenTogether(problem);
  const asked = problem.inner.pairs.filter(([a, b]) => a === b || shape === 'unstructured');
  const unseen = asked.filter(([a, b]) => counts[a * levels.length + b] === 0);
  const [later, earlier] = unseen.find(([a, b]) => a === b) ?? unseen[0] ?? [];
  if (later === undefined || earlier === undefined) return null;
  const also = later === earlier ? '' : ` and ${levels[later]}`;
  return `nobody was seen at ${levels[earlier]}${also}`;
}
