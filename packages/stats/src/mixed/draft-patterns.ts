import { multiply, transpose } from '../linear-algebra/multiply.js';
import { orthonormalBasis } from '../linear-algebra/orthonormal-basis.js';
import type { CodedDesign } from './coded-design.js';
import type { Collected, Summary } from './collected.js';
import { columnValue } from './columns.js';
import type { Variables } from './model.js';
import { levelDesign, type RandomLevel } from './random-levels.js';

/** What a problem is assembled for. */
export type Parts = {
  readonly design: CodedDesign;
  /** What goes together within a subject. */
  readonly inner: RandomLevel;
  readonly outer: RandomLevel | null;
  readonly restricted: boolean;
};

/** A pattern before its responses are brought to handy units. */
export type Draft = {
  readonly size: number;
  readonly inner: Float64Array;
  readonly wide: Float64Array;
  /** Orthonormal basis (rows x size) the values are turned onto; `null` when they stay as they are. */
  readonly basis: Float64Array | null;
  readonly cells: DraftCell[];
};

type DraftCell = {
  readonly unit: number;
  readonly count: number;
  readonly mean: Float64Array;
  readonly cross: Float64Array | null;
};

/** All patterns, the units their cells belong to, and where each summary went. */
export type Drafted = {
  readonly patterns: Draft[];
  readonly units: { readonly subject: number; readonly cluster: number }[];
  readonly places: { readonly pattern: number; readonly unit: number }[];
  /** Observations that say nothing but how large the residual variance is. */
  readonly spare: { count: number; squares: number };
};

/** Matrices with the same rows side by side. */
function beside(rows: number, parts: readonly Float64Array[]): Float64Array {
  const widths = parts.map((part) => part.length / rows);
  const width = widths.reduce((sum, own) => sum + own, 0);
  const out = new Float64Array(rows * width);
  let from = 0;
  parts.forEach((part, p) => {
    const own = widths[p]!;
    for (let i = 0; i < rows; i += 1)
      out.set(part.subarray(i * own, (i + 1) * own), i * width + from);
    from += own;
  });
  return out;
}

/** The designs of subjects with these rows, on a basis when there are more rows than directions. */
function draftPattern(rows: readonly Variables[], { design, inner, outer }: Parts): Draft {
  const n = rows.length;
  const fixed = Float64Array.from(
    rows.flatMap((row) => design.local.map((column) => columnValue(column, row))),
  );
  const wide = outer ? beside(n, [fixed, levelDesign(outer, rows)]) : fixed;
  const own = levelDesign(inner, rows);
  const plain = { size: n, inner: own, wide, basis: null, cells: [] };
  if (!inner.units) return plain;
  const all = beside(n, [own, wide]);
  const { basis, rank } = orthonormalBasis(all, n, all.length / n);
  if (rank === n) return plain;
  const turned = transpose(basis, n, rank);
  const onBasis = (matrix: Float64Array) => multiply(turned, matrix, [rank, n, matrix.length / n]);
  return { size: rank, inner: onBasis(own), wide: onBasis(wide), basis, cells: [] };
}

/** A subject's values on a pattern's basis. */
export function reduceValues({ basis, size }: Draft, values: Float64Array): Float64Array {
  if (!basis) return values.slice();
  const rows = values.length;
  return multiply(transpose(basis, rows, size), values, [size, rows, 1]);
}

function reduceCross({ basis, size }: Draft, cross: Float64Array): Float64Array {
  if (!basis) return cross.slice();
  const rows = basis.length / size;
  const half = multiply(transpose(basis, rows, size), cross, [size, rows, rows]);
  return multiply(half, basis, [size, rows, size]);
}

function traceOf(matrix: Float64Array, n: number): number {
  let sum = 0;
  for (let i = 0; i < n; i += 1) sum += matrix[i * n + i]!;
  return sum;
}

function addCell(draft: Draft, unit: number, summary: Summary, spare: Drafted['spare']): void {
  const { count, mean, cross, rows } = summary;
  const { size, basis, cells } = draft;
  const reduced = reduceValues(draft, mean);
  const reducedCross = cross && reduceCross(draft, cross);
  cells.push({ unit, count, mean: reduced, cross: reducedCross });
  if (!basis) return;
  spare.count += count * (rows.length - size);
  // What the basis leaves of the mean, row by row so that nothing cancels.
  const fitted = multiply(basis, reduced, [rows.length, size, 1]);
  for (let i = 0; i < rows.length; i += 1) spare.squares += count * (mean[i]! - fitted[i]!) ** 2;
  if (cross && reducedCross)
    spare.squares += Math.max(0, traceOf(cross, rows.length) - traceOf(reducedCross, size));
}

/** Gives every summary a pattern and a unit, and brings its sums there. */
export function draftPatterns(collected: Collected, parts: Parts): Drafted {
  const { design, inner, outer } = parts;
  const numeric = new Set([
    ...design.local.flatMap(({ numerics }) => numerics),
    ...(inner.units ? inner.effects : []),
    ...(outer?.effects ?? []),
  ]);
  const drafted: Drafted = { patterns: [], units: [], places: [], spare: { count: 0, squares: 0 } };
  const patternPlaces = new Map<string, number>();
  const unitPlaces = new Map<string, number>();
  const subjects = collected.subjects.map(({ variables, cluster }, subject) => {
    const levels = [...design.between].map((name) => String(variables[name]));
    const key = JSON.stringify([cluster, levels]);
    const unit = unitPlaces.get(key) ?? drafted.units.push({ subject, cluster }) - 1;
    unitPlaces.set(key, unit);
    const numbers = [...numeric].filter((name) => name in variables);
    return { unit, variables, numbers: numbers.map((name) => variables[name]!).join() };
  });

  for (const summary of collected.summaries) {
    const { unit, variables, numbers } = subjects[summary.subject]!;
    const key = `${summary.rows.join()}|${numbers}`;
    let pattern = patternPlaces.get(key);
    if (pattern === undefined) {
      const rows = summary.rows.map((row) => ({ ...variables, ...collected.rows[row]! }));
      pattern = drafted.patterns.push(draftPattern(rows, parts)) - 1;
      patternPlaces.set(key, pattern);
    }
    drafted.places.push({ pattern, unit });
    addCell(drafted.patterns[pattern]!, unit, summary, drafted.spare);
  }
  return drafted;
}
