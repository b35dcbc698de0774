import { multiply, sandwich, transpose } from '../linear-algebra/multiply.js';
import { mirrored } from './add-pairs.js';
import { matrixAt, sweepOut } from './differentiate-frame.js';
import type { Solution } from './generalized-least-squares.js';
import type { Derivatives } from './differentiate.js';
import type { Pair, Pattern, Problem } from './problem.js';
import { solvePattern } from './solve-pattern.js';
import { emptySums, scatterSums } from './unit-sums.js';

type Weight = (i: number, j: number) => number;

function add(target: Float64Array, source: Float64Array, factor = 1): void {
  for (let i = 0; i < source.length; i += 1) target[i]! += factor * source[i]!;
}

/** `sum of W_ij E_i N E_j` over the covariances of one level. */
function weighPairs(
  pairs: readonly Pair[],
  width: number,
  middle: Float64Array,
  weight: Weight,
): Float64Array {
  const out = new Float64Array(width * width);
  pairs.forEach((first, i) => {
    pairs.forEach((second, j) => {
      const factor = weight(i, j);
      for (const [a, b] of mirrored(first))
        for (const [c, d] of mirrored(second))
          out[a * width + d]! += factor * middle[b * width + c]!;
    });
  });
  return out;
}

/** `a E b' + b E' a'` for the places of a pair, where a and b have `width` columns. */
function addCross(
  out: Float64Array,
  [a, b]: readonly [Float64Array, Float64Array],
  { width, pair, factor }: { width: number; pair: Pair; factor: number },
): void {
  const rows = a.length / width;
  for (const [c, d] of mirrored(pair))
    for (let i = 0; i < rows; i += 1)
      for (let j = 0; j < rows; j += 1)
        out[i * rows + j]! +=
          factor * (a[i * width + c]! * b[j * width + d]! + b[i * width + d]! * a[j * width + c]!);
}

/** `sum of W_ij [X Z]' V0^-1 G_i V0^-1 G_j V0^-1 [X Z]` over the inner parameters of a pattern. */
function patternSum(
  problem: Problem,
  solution: Solution,
  pattern: Pattern,
  weight: Weight,
): Float64Array {
  const { inner, residual } = problem;
  const { size, wide } = pattern;
  const q = inner.width;
  const width = problem.fixedWidth + problem.outer.width;
  const { inverse, weights, information } = solvePattern(
    pattern,
    inner,
    solution.innerCovariance,
    solution.residualVariance,
  )!;
  const turned = transpose(wide, size, width);
  const sides = multiply(turned, weights, [width, size, q]);
  const middle = weighPairs(inner.pairs, q, information, weight);
  const out = multiply(multiply(sides, middle, [width, q, q]), transpose(sides, width, q), [
    width,
    q,
    width,
  ]);
  if (!residual) return out;
  const last = inner.pairs.length;
  const outside = multiply(turned, inverse, [width, size, size]);
  const farSides = multiply(outside, weights, [width, size, q]);
  inner.pairs.forEach((pair, i) =>
    addCross(out, [farSides, sides], { width: q, pair, factor: weight(last, i) }),
  );
  const core = multiply(
    multiply(outside, inverse, [width, size, size]),
    transpose(outside, width, size),
    [width, size, width],
  );
  add(out, core, weight(last, last));
  return out;
}

/**
 * For each component, `sum of W_ij (Q_ij - P_i Phi P_j)` with P_i = X' V^-1 G_i V^-1 X and
 * Q_ij = X' V^-1 G_i V^-1 G_j V^-1 X: what the uncertainty of the covariance parameters (W, for the
 * linear parameters) adds to that of the coefficients. Kenward and Roger (1997), Biometrics 53.
 */
export function secondOrderSum(
  problem: Problem,
  solution: Solution,
  { slopes, frames: below }: Derivatives,
  w: Float64Array,
): Float64Array[] {
  const { outer, units, frames, components, fixedWidth } = problem;
  const k = Math.round(Math.sqrt(w.length));
  const width = fixedWidth + outer.width;
  const weight: Weight = (i, j) => w[i * k + j]!;
  const gathered = emptySums(units.length, width, 1);
  for (const pattern of problem.patterns) {
    const sum = patternSum(problem, solution, pattern, weight);
    for (const { unit, count } of pattern.cells)
      add(matrixAt(gathered.matrices, unit, width * width), sum, count);
  }
  const { matrices: frameSums } = scatterSums(gathered, units, frames);

  const sums = components.map((size) => new Float64Array(size * size));
  frames.forEach(({ component, width: size }, f) => {
    const target = sums[component]!;
    const frame = solution.frames[f]!;
    const { fixed, random } = frame;
    if (random === 0) return add(target, frameSums[f]!);
    const sweep = sweepOut(frame);
    const parameters = problem.inner.pairs.length + Number(problem.residual);
    const swept = Array.from({ length: parameters }, (_, i) =>
      multiply(matrixAt(below[f]!, i, size * size), sweep, [size, size, fixed]).slice(
        fixed * fixed,
      ),
    );
    add(target, sandwich(frameSums[f]!, sweep, size, fixed));
    const from = swept.length;
    const outside = transpose(frame.crossInformation, random, fixed);
    swept.forEach((own, i) => {
      const pulled = multiply(frame.posterior, own, [random, random, fixed]);
      const side = transpose(own, random, fixed);
      const across = multiply(side, frame.remaining, [fixed, random, random]);
      swept.forEach((other, j) => {
        const product = multiply(transpose(other, random, fixed), pulled, [fixed, random, fixed]);
        add(target, product, -weight(j, i));
      });
      outer.pairs.forEach((pair, o) =>
        addCross(target, [across, outside], { width: random, pair, factor: weight(from + o, i) }),
      );
    });
    const middle = weighPairs(outer.pairs, random, frame.randomInformation, (i, j) =>
      weight(from + i, from + j),
    );
    const half = multiply(outside, middle, [fixed, random, random]);
    add(target, multiply(half, frame.crossInformation, [fixed, random, fixed]));
  });

  components.forEach((size, c) => {
    const { phi } = solution.components[c]!;
    const dims = [size, size, size] as const;
    for (let i = 0; i < k; i += 1) {
      const mixed = new Float64Array(size * size);
      for (let j = 0; j < k; j += 1) add(mixed, matrixAt(slopes[c]!, j, size * size), weight(i, j));
      const own = multiply(matrixAt(slopes[c]!, i, size * size), phi, dims);
      add(sums[c]!, multiply(own, mixed, dims), -1);
    }
  });
  return sums;
}
