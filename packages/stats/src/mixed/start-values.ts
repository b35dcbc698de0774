import { cholesky } from '../linear-algebra/cholesky.js';
import type { CorrelationShape } from './correlation-map.js';
import type { Pair, Problem } from './problem.js';

/** Mean products of the residuals of two timepoints, and how many subjects had both. */
function pooledCovariance({ patterns, inner }: Problem) {
  const t = inner.width;
  const sums = new Float64Array(t * t);
  const counts = new Float64Array(t * t);
  for (const { size, inner: selection, cells } of patterns) {
    const at = Array.from({ length: size }, (_, i) =>
      selection.subarray(i * t, i * t + t).indexOf(1),
    );
    for (const { count, mean, cross } of cells)
      for (let i = 0; i < size; i += 1)
        for (let j = 0; j < size; j += 1) {
          const place = at[i]! * t + at[j]!;
          counts[place]! += count;
          sums[place]! += count * mean[i]! * mean[j]! + (cross ? cross[i * size + j]! : 0);
        }
  }
  return { covariance: sums.map((sum, i) => (counts[i]! > 0 ? sum / counts[i]! : 0)), counts };
}

/** Why a shape's correlations cannot be told, by who was seen when; `null` when they can. */
export function whyUnseen(
  problem: Problem,
  levels: readonly string[],
  shape: CorrelationShape,
): string | null {
  const { counts } = pooledCovariance(problem);
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

/** Where the search for a covariance of repeated observations starts: the pooled residuals' own. */
export function startOfCovariance(problem: Problem, shape: CorrelationShape): Float64Array {
  const t = problem.inner.width;
  const { covariance } = pooledCovariance(problem);
  const sd = Array.from({ length: t }, (_, i) => Math.sqrt(covariance[i * t + i]!) || 1);
  if (shape !== 'unstructured') {
    const spreads = shape.startsWith('heterogeneous ') ? sd : [Math.hypot(...sd) / Math.sqrt(t)];
    const ties = shape.endsWith('Toeplitz') ? t - 1 : Number(t > 1);
    const tie = shape.endsWith('symmetry') ? Math.atanh(0.3) : 0;
    return Float64Array.of(...spreads.map(Math.log), ...Array<number>(ties).fill(tie));
  }
  for (let keep = 1; ; keep *= 0.8) {
    const shrunk = covariance.map((value, i) =>
      i % (t + 1) === 0 ? sd[i / (t + 1)]! ** 2 : keep * value,
    );
    const factor = cholesky(shrunk, t);
    // Not too near a perfect correlation either: the likelihood has no bottom there.
    if (factor && sd.every((size, i) => factor[i * t + i]! > 1e-3 * size))
      return Float64Array.from(problem.inner.pairs, ([a, b]) => factor[a * t + b]!);
  }
}
