import { dot, multiply, transpose } from '../linear-algebra/multiply.js';
import { addPairs, alongPair } from './add-pairs.js';
import { parameterCount, type Pattern, type Problem } from './problem.js';
import type { SolvedPattern } from './solve-pattern.js';
import type { UnitSums } from './unit-sums.js';
import type { UnitViews } from './unit-view.js';

/** Gradient, observed and expected information, being added up. */
export type Bends = {
  readonly gradient: Float64Array;
  readonly observed: Float64Array;
  readonly expected: Float64Array;
};

/** The products of one column of a matrix with another, and the other way round. */
function outerOfColumns(sides: Float64Array, q: number, [a, b]: readonly [number, number]) {
  const width = sides.length / q;
  const out = new Float64Array(width * width);
  for (let i = 0; i < width; i += 1)
    for (let j = 0; j < width; j += 1) {
      const one = sides[i * q + a]! * sides[j * q + b]!;
      out[i * width + j] = a === b ? one : one + sides[i * q + b]! * sides[j * q + a]!;
    }
  return out;
}

/** What one pattern's subjects leave unexplained. */
type Rest = {
  readonly count: number;
  /** Sums of products of their residuals. */
  readonly spread: Float64Array;
  /** Sum of the uncertainties of what they were compared with. */
  readonly known: Float64Array;
};

/** Adds [X Z]' V^-1 G_i V^-1 [X Z r] of every cell to its unit, and sums what is left over. */
function addCells(
  problem: Problem,
  { size, wide, cells }: Pattern,
  { inverse, weights }: SolvedPattern,
  { sums, views }: { sums: UnitSums; views: UnitViews },
): Rest & { readonly sides: Float64Array } {
  const { inner, residual } = problem;
  const q = inner.width;
  const { width, each, matrices, vectors } = sums;
  const wideT = transpose(wide, size, width);
  const sides = multiply(wideT, weights, [width, size, q]);
  const products: Float64Array[] = inner.pairs.map((pair) => outerOfColumns(sides, q, pair));
  const outside = multiply(wideT, inverse, [width, size, size]);
  const far = multiply(outside, inverse, [width, size, size]);
  if (residual) products.push(multiply(far, wide, [width, size, width]));

  let count = 0;
  const spread = new Float64Array(size * size);
  const known = new Float64Array(width * width);
  const rest = new Float64Array(size);
  const along = new Float64Array(q);
  for (const cell of cells) {
    const n = cell.count;
    count += n;
    const from = cell.unit * width;
    for (let i = 0; i < size; i += 1) {
      let value = cell.mean[i]!;
      for (let j = 0; j < width; j += 1) value -= wide[i * width + j]! * views.values[from + j]!;
      rest[i] = value;
    }
    const { cross } = cell;
    for (let i = 0; i < size; i += 1)
      for (let j = 0; j < size; j += 1)
        spread[i * size + j]! += n * rest[i]! * rest[j]! + (cross ? cross[i * size + j]! : 0);
    for (let i = 0; i < known.length; i += 1) known[i]! += n * views.covariances[from * width + i]!;

    along.fill(0);
    for (let i = 0; i < size; i += 1)
      for (let a = 0; a < q; a += 1) along[a]! += weights[i * q + a]! * rest[i]!;
    for (let p = 0; p < each; p += 1) {
      const product = products[p]!;
      const at = (cell.unit * each + p) * width;
      for (let i = 0; i < product.length; i += 1) matrices[at * width + i]! += n * product[i]!;
      if (p === inner.pairs.length) {
        for (let i = 0; i < width; i += 1)
          for (let j = 0; j < size; j += 1) vectors[at + i]! += n * far[i * size + j]! * rest[j]!;
        continue;
      }
      const [a, b] = inner.pairs[p]!;
      for (let i = 0; i < width; i += 1) {
        let value = sides[i * q + a]! * along[b]!;
        if (a !== b) value += sides[i * q + b]! * along[a]!;
        vectors[at + i]! += n * value;
      }
    }
  }
  return { count, spread, known, sides };
}

/** The residual variance, whose derivative of V is the identity instead of a few columns. */
function addResidual(
  problem: Problem,
  { size, wide, inner }: Pattern,
  { inverse, weights }: SolvedPattern,
  { count, spread, known }: Rest,
  { gradient, observed, expected }: Bends,
): void {
  const { pairs, width: q } = problem.inner;
  const k = parameterCount(problem);
  const p = pairs.length;
  const width = wide.length / size;
  const square = [size, size, size] as const;
  const turn = (m: Float64Array) => multiply(multiply(inverse, m, square), inverse, square);
  const fromData = turn(spread);
  const fromKnown = turn(
    multiply(multiply(wide, known, [size, width, width]), transpose(wide, size, width), [
      size,
      width,
      size,
    ]),
  );
  for (let i = 0; i < size; i += 1) {
    const at = i * size + i;
    gradient[p]! += 0.5 * (fromData[at]! + fromKnown[at]! - count * inverse[at]!);
  }
  const cores = [observed, expected].map((target) => ({
    target,
    core: inverse.map((v, i) =>
      target === observed
        ? fromData[i]! + fromKnown[i]! - 0.5 * count * v
        : 0.5 * count * v - fromKnown[i]!,
    ),
  }));
  for (const { target, core } of cores) {
    const right = multiply(core, weights, [size, size, q]);
    const small = multiply(transpose(inner, size, q), right, [q, size, q]);
    for (let i = 0; i < p; i += 1) target[p * k + i]! += alongPair(small, q, pairs[i]!);
    target[p * k + p]! += dot(inverse, core);
  }
}

/** Adds what one pattern contributes to the derivatives; see `Derivatives`. */
export function differentiatePattern(
  problem: Problem,
  pattern: Pattern,
  solved: SolvedPattern,
  { sums, views, bends }: { sums: UnitSums; views: UnitViews; bends: Bends },
): void {
  const { pairs, width: q } = problem.inner;
  const { size } = pattern;
  const { weights, information } = solved;
  const { sides, ...rest } = addCells(problem, pattern, solved, { sums, views });
  const { count, spread, known } = rest;
  const { width } = sums;
  const fromData = multiply(
    multiply(transpose(weights, size, q), spread, [q, size, size]),
    weights,
    [q, size, q],
  );
  const fromKnown = multiply(
    multiply(transpose(sides, width, q), known, [q, width, width]),
    sides,
    [q, width, q],
  );
  const observed = new Float64Array(q * q);
  const expected = new Float64Array(q * q);
  const slope = new Float64Array(q * q);
  for (let i = 0; i < q * q; i += 1) {
    const half = 0.5 * count * information[i]!;
    observed[i] = fromData[i]! + fromKnown[i]! - half;
    expected[i] = half - fromKnown[i]!;
    slope[i] = observed[i]! - half;
  }
  for (let p = 0; p < pairs.length; p += 1)
    bends.gradient[p]! += 0.5 * alongPair(slope, q, pairs[p]!);
  const at = { size: parameterCount(problem), from: 0 };
  addPairs({ ...at, target: bends.observed }, pairs, q, [information, observed]);
  addPairs({ ...at, target: bends.expected }, pairs, q, [information, expected]);
  if (problem.residual) addResidual(problem, pattern, solved, rest, bends);
}
