import { multiply, multiplyTransposed, sandwich } from '../linear-algebra/multiply.js';
import { orthonormalBasis } from '../linear-algebra/orthonormal-basis.js';
import type { CodedDesign } from './coded-design.js';
import type { Collected, Summary } from './collected.js';
import { columnValue, readFrom, type Read } from './columns.js';
import type { Pattern } from './problem.js';
import type { RandomLevel } from './random-level.js';
import { levelDesign } from './random-levels.js';

/** What a problem is assembled for. */
export type Parts = {
  readonly design: CodedDesign;
  /** What goes together within a subject. */
  readonly inner: RandomLevel;
  readonly outer: RandomLevel | null;
  readonly restricted: boolean;
};

/** All patterns, the units their cells belong to, and where each summary went. */
export type Drafted = {
  readonly patterns: Pattern[];
  readonly units: { readonly subject: number; readonly cluster: number }[];
  readonly places: { readonly pattern: number; readonly unit: number }[];
};

/** Matrices with the same number of rows side by side. */
function beside(rows: number, parts: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(parts.reduce((sum, part) => sum + part.length, 0));
  let from = 0;
  for (let i = 0; i < rows; i += 1)
    for (const part of parts) {
      const own = part.length / rows;
      all.set(part.subarray(i * own, (i + 1) * own), from);
      from += own;
    }
  return all;
}

/** The designs of subjects with these rows, on a basis when there are more rows than directions. */
function startPattern(rows: readonly Read[], { design, inner, outer }: Parts): Pattern {
  const n = rows.length;
  const fixed = Float64Array.from(
    rows.flatMap((read) => design.local.map((column) => columnValue(column, read))),
  );
  const wide = outer ? beside(n, [fixed, levelDesign(outer, rows)]) : fixed;
  const own = levelDesign(inner, rows);
  const plain = { size: n, basis: null, inner: own, wide, cross: null, cells: [] };
  const all = beside(n, [own, wide]);
  const reduced = inner.units && orthonormalBasis(all, n, all.length / n);
  const r = reduced ? reduced.rank : n;
  if (!reduced || r === n) return plain;
  const { basis } = reduced;
  const turn = (matrix: Float64Array) =>
    multiplyTransposed(basis, matrix, [n, r, matrix.length / n]);
  return { size: r, basis, inner: turn(own), wide: turn(wide), cross: null, cells: [] };
}

/** A subject's values on a pattern's basis. */
export function reduceValues({ basis, size }: Pattern, values: Float64Array): Float64Array {
  return basis ? multiplyTransposed(basis, values, [values.length, size, 1]) : values.slice();
}

/** Adds a summary; returns the squares its basis leaves, which only residuals can have made. */
function addCell(pattern: Pattern, unit: number, { count, mean, cross, rows }: Summary): number {
  const { size, basis } = pattern;
  const n = rows.length;
  const reduced = reduceValues(pattern, mean);
  const turned = cross && basis ? sandwich(cross, basis, n, size) : cross;
  pattern.cross ??= turned && new Float64Array(size * size);
  for (let at = 0; turned && at < size * size; at += 1) pattern.cross![at]! += turned[at]!;
  pattern.cells.push({ unit, count, mean: reduced });
  if (!basis) return 0;
  let squares = 0;
  // What the basis leaves of the mean, row by row so that nothing cancels.
  multiply(basis, reduced, [n, size, 1]).forEach((value, i) => {
    squares += count * (mean[i]! - value) ** 2;
  });
  let spread = 0;
  for (let i = 0; cross && i < n; i += 1) spread += cross[i * (n + 1)]!;
  for (let i = 0; turned && i < size; i += 1) spread -= turned[i * (size + 1)]!;
  return squares + Math.max(0, spread);
}

/** Gives every summary a pattern and a unit, and brings its sums there. */
export function draftPatterns(collected: Collected, parts: Parts): Drafted {
  const { design, inner, outer } = parts;
  const numeric = new Set([
    ...design.local.flatMap(({ numerics }) => numerics),
    ...(inner.units ? inner.effects : []),
    ...(outer?.effects ?? []),
  ]);
  const drafted: Drafted = { patterns: [], units: [], places: [] };
  const { patterns, units, places } = drafted;
  const known = new Map<string, number>();
  const unitPlaces = new Map<string, number>();
  const subjects = collected.subjects.map(({ variables, cluster }, subject) => {
    const key = [cluster, ...[...design.between].map((name) => variables[name])].join('\0');
    const unit = unitPlaces.get(key) ?? units.push({ subject, cluster }) - 1;
    unitPlaces.set(key, unit);
    return { unit, variables, numbers: [...numeric].map((name) => variables[name]).join() };
  });

  const spare = { count: 0, squares: 0 };
  for (const summary of collected.summaries) {
    const { unit, variables, numbers } = subjects[summary.subject]!;
    const key = `${summary.sequence}|${numbers}`;
    let place = known.get(key);
    if (place === undefined) {
      const rows = summary.rows.map((row) => readFrom(collected.rows[row]!, variables));
      place = patterns.push(startPattern(rows, parts)) - 1;
      known.set(key, place);
    }
    places.push({ pattern: place, unit });
    const pattern = patterns[place]!;
    spare.squares += addCell(pattern, unit, summary);
    spare.count += summary.count * (summary.rows.length - pattern.size);
  }
  // Observations without any direction of their own are single values, residuals alone.
  if (spare.count > 0)
    patterns.push({
      size: 1,
      inner: new Float64Array(inner.level.width),
      wide: new Float64Array(design.local.length + (outer?.level.width ?? 0)),
      basis: null,
      cross: Float64Array.of(spare.squares),
      cells: [{ unit: 0, count: spare.count, mean: new Float64Array(1) }],
    });
  return drafted;
}
