import { cholesky } from '../linear-algebra/cholesky.js';
import type { CorrelationShape } from './correlation-map.js';
import type { Problem } from './problem.js';

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

/** The first pair of timepoints nobody was seen at, if there is one. */
export function unseenPair(problem: Problem): readonly [number, number] | null {
  const { counts } = pooledCovariance(problem);
  const t = problem.inner.width;
  const place = counts.findIndex((count) => count === 0);
  return place < 0 ? null : [Math.floor(place / t), place % t];
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
