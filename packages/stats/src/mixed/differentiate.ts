import { dot, multiply, traceOfProduct, transpose } from '../linear-algebra/multiply.js';
import { addPairs, alongPair, mirrored } from './add-pairs.js';
import { differentiateFrame, type FrameInput } from './differentiate-frame.js';
import { scatterMatrix, scatterVector, type Solution } from './generalized-least-squares.js';
import { parameterCount, type Pattern, type Problem } from './problem.js';
import { solvePattern } from './solve-pattern.js';
import { unitViews, type UnitView } from './unit-view.js';

/**
 * How the log-likelihood bends with the linear covariance parameters. With P the usual projection
 * (V^-1 less what the coefficients take; V^-1 itself in the traces of ordinary likelihood), G_i the
 * derivative of V:
 * gradient = (y'P G_i P y - tr(P G_i)) / 2,
 * observed = y'P G_i P G_j P y - tr(P G_i P G_j) / 2,
 * expected = tr(P G_i P G_j) / 2.
 */
export type Derivatives = {
  readonly gradient: Float64Array;
  readonly observed: Float64Array;
  readonly expected: Float64Array;
  /** For each component and parameter, X' V^-1 G_i V^-1 X. */
  readonly slopes: readonly (readonly Float64Array[])[];
  /** For each frame and inner parameter, [X Z]' V0^-1 G_i V0^-1 [X Z] and the same with residuals. */
  readonly frames: readonly FrameInput[];
};

/** What is added up over patterns: for each unit and inner parameter a matrix and a vector. */
type Gathered = {
  gradient: Float64Array;
  observed: Float64Array;
  expected: Float64Array;
  matrices: Float64Array[][];
  vectors: Float64Array[][];
};

function addOuterProduct(target: Float64Array, factor: number, a: Float64Array): void {
  const n = a.length;
  for (let i = 0; i < n; i += 1)
    for (let j = 0; j < n; j += 1) target[i * n + j]! += factor * a[i]! * a[j]!;
}

function axpy(target: Float64Array, factor: number, source: Float64Array): void {
  for (let i = 0; i < target.length; i += 1) target[i]! += factor * source[i]!;
}

const column = (matrix: Float64Array, width: number, j: number) =>
  Float64Array.from({ length: matrix.length / width }, (_, i) => matrix[i * width + j]!);

function addPattern(
  problem: Problem,
  solution: Solution,
  { pattern, views }: { pattern: Pattern; views: readonly UnitView[] },
  gathered: Gathered,
): void {
  const { inner, residual } = problem;
  const { size, wide, cells } = pattern;
  const q = inner.width;
  const k = parameterCount(problem);
  const width = problem.fixedWidth + problem.outer.width;
  const { inverse, weights, information } = solvePattern(
    pattern,
    inner,
    solution.innerCovariance,
    solution.residualVariance,
  )!;
  const wt = transpose(weights, size, q);
  const sides = multiply(transpose(wide, size, width), weights, [width, size, q]);
  const sideColumns = Array.from({ length: q }, (_, a) => column(sides, q, a));
  const weighted = multiply(inverse, wide, [size, size, width]);

  // For each inner parameter, [X Z]' V^-1 G_i V^-1 [X Z].
  const products = inner.pairs.map((pair): Float64Array => {
    const out = new Float64Array(width * width);
    for (const [a, b] of mirrored(pair))
      for (let i = 0; i < width; i += 1)
        for (let j = 0; j < width; j += 1)
          out[i * width + j]! += sideColumns[a]![i]! * sideColumns[b]![j]!;
    return out;
  });
  if (residual)
    products.push(multiply(transpose(weighted, size, width), weighted, [width, size, width]));

  let count = 0;
  const spread = new Float64Array(size * size);
  const known = new Float64Array(width * width);
  for (const cell of cells) {
    const view = views[cell.unit]!;
    count += cell.count;
    const rest = multiply(wide, view.values, [size, width, 1]).map((v, i) => cell.mean[i]! - v);
    if (cell.cross) axpy(spread, 1, cell.cross);
    addOuterProduct(spread, cell.count, rest);
    axpy(known, cell.count, view.covariance);
    const matrices = gathered.matrices[cell.unit]!;
    const vectors = gathered.vectors[cell.unit]!;
    products.forEach((product, i) => axpy(matrices[i]!, cell.count, product));
    const along = multiply(wt, rest, [q, size, 1]);
    inner.pairs.forEach((pair, i) => {
      for (const [a, b] of mirrored(pair))
        axpy(vectors[i]!, cell.count * along[b]!, sideColumns[a]!);
    });
    if (!residual) continue;
    const turned = multiply(inverse, rest, [size, size, 1]);
    const last = multiply(transpose(weighted, size, width), turned, [width, size, 1]);
    axpy(vectors[inner.pairs.length]!, cell.count, last);
  }

  const fromData = multiply(multiply(wt, spread, [q, size, size]), weights, [q, size, q]);
  const knownSides = multiply(known, sides, [width, width, q]);
  const fromKnown = multiply(transpose(sides, width, q), knownSides, [q, width, q]);
  const observed = information.map((v, i) => fromData[i]! + fromKnown[i]! - 0.5 * count * v);
  const expected = information.map((v, i) => 0.5 * count * v - fromKnown[i]!);
  inner.pairs.forEach((pair, i) => {
    const bend = observed.map((v, at) => v - 0.5 * count * information[at]!);
    gathered.gradient[i]! += 0.5 * alongPair(bend, q, pair);
  });
  const at = { size: k, from: 0 };
  addPairs({ ...at, target: gathered.observed }, inner.pairs, q, [information, observed]);
  addPairs({ ...at, target: gathered.expected }, inner.pairs, q, [information, expected]);
  if (!residual) return;

  // The same for the residual variance, whose derivative is the identity instead of a few columns.
  const p = inner.pairs.length;
  const knownFull = multiply(
    multiply(wide, known, [size, width, width]),
    transpose(wide, size, width),
    [size, width, size],
  );
  const turn = (m: Float64Array) =>
    multiply(multiply(inverse, m, [size, size, size]), inverse, [size, size, size]);
  const turnedData = turn(spread);
  const turnedKnown = turn(knownFull);
  const observedFull = inverse.map((v, i) => turnedData[i]! + turnedKnown[i]! - 0.5 * count * v);
  const expectedFull = inverse.map((v, i) => 0.5 * count * v - turnedKnown[i]!);
  for (let i = 0; i < size; i += 1)
    gathered.gradient[p]! +=
      0.5 *
      (turnedData[i * size + i]! + turnedKnown[i * size + i]! - count * inverse[i * size + i]!);
  for (const [target, middle] of [
    [gathered.observed, observedFull],
    [gathered.expected, expectedFull],
  ] as const) {
    const right = multiply(middle, weights, [size, size, q]);
    const small = multiply(transpose(pattern.inner, size, q), right, [q, size, q]);
    inner.pairs.forEach((pair, i) => (target[p * k + i]! += alongPair(small, q, pair)));
    target[p * k + p]! += dot(inverse, middle);
  }
}

/** First and second derivatives of the log-likelihood at a solution; see `Derivatives`. */
export function differentiate(problem: Problem, solution: Solution): Derivatives {
  const { inner, outer, units, frames, components, restricted } = problem;
  const k = parameterCount(problem);
  const innerCount = inner.pairs.length + Number(problem.residual);
  const width = problem.fixedWidth + outer.width;
  const perParameter = <T>(make: () => T) => Array.from({ length: innerCount }, make);
  const gathered: Gathered = {
    gradient: new Float64Array(k),
    observed: new Float64Array(k * k),
    expected: new Float64Array(k * k),
    matrices: units.map(() => perParameter(() => new Float64Array(width * width))),
    vectors: units.map(() => perParameter(() => new Float64Array(width))),
  };
  const views = unitViews(problem, solution);
  for (const pattern of problem.patterns)
    addPattern(problem, solution, { pattern, views }, gathered);

  const inputs = frames.map(({ width: size }) => ({
    matrices: perParameter(() => new Float64Array(size * size)),
    vectors: perParameter(() => new Float64Array(size)),
  }));
  units.forEach((unit, u) => {
    const input = inputs[unit.frame]!;
    for (let i = 0; i < innerCount; i += 1) {
      scatterMatrix(input.matrices[i]!, frames[unit.frame]!.width, gathered.matrices[u]![i]!, unit);
      scatterVector(input.vectors[i]!, gathered.vectors[u]![i]!, unit);
    }
  });

  const slopes = components.map((size) =>
    Array.from({ length: k }, () => new Float64Array(size * size)),
  );
  const rests = components.map((size) => Array.from({ length: k }, () => new Float64Array(size)));
  frames.forEach(({ component }, f) =>
    differentiateFrame(problem, {
      frame: solution.frames[f]!,
      input: inputs[f]!,
      coefficients: solution.components[component]!,
      slopes: slopes[component]!,
      rests: rests[component]!,
      ...gathered,
    }),
  );

  components.forEach((size, c) => {
    const { phi } = solution.components[c]!;
    const dims = [size, size, size] as const;
    const turned = restricted ? slopes[c]!.map((slope) => multiply(phi, slope, dims)) : [];
    const pulled = rests[c]!.map((rest) => multiply(phi, rest, [size, size, 1]));
    for (let i = 0; i < k; i += 1)
      for (let j = 0; j <= i; j += 1) {
        const half = restricted ? 0.5 * traceOfProduct(turned[i]!, turned[j]!, size) : 0;
        gathered.observed[i * k + j]! -= half + dot(rests[c]![i]!, pulled[j]!);
        gathered.expected[i * k + j]! += half;
      }
  });
  for (const matrix of [gathered.observed, gathered.expected])
    for (let i = 0; i < k; i += 1)
      for (let j = 0; j < i; j += 1) matrix[j * k + i] = matrix[i * k + j]!;
  const { gradient, observed, expected } = gathered;
  return { gradient, observed, expected, slopes, frames: inputs };
}
