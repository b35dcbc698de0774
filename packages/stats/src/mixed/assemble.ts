import { cholesky, solveCholesky } from '../linear-algebra/cholesky.js';
import { dot, multiply, transpose } from '../linear-algebra/multiply.js';
import { orthonormalBasis } from '../linear-algebra/orthonormal-basis.js';
import { refuse, type Refusal } from '../result.js';
import { arrangeCoefficients, type Arranged } from './arrange-coefficients.js';
import { placesOf, type CodedDesign } from './coded-design.js';
import { columnValue } from './columns.js';
import type { CoefficientMap } from './coefficient-map.js';
import { sizeOf, type Collected, type Summary } from './collected.js';
import type { Variables } from './model.js';
import type { Cell, Level, Pattern, Problem, Unit } from './problem.js';
import { effectUnits, type RandomLevel } from './random-levels.js';

/** What a problem is assembled for. */
export type Parts = {
  readonly design: CodedDesign;
  /** Random effects of subjects; for a free covariance the levels of the timepoint instead. */
  readonly inner: RandomLevel | { readonly timepoint: string; readonly levels: readonly string[] };
  readonly outer: RandomLevel | null;
  readonly restricted: boolean;
};

/** How one kind of subject's values are brought into the problem's patterns. */
export type Reduction = {
  readonly pattern: number;
  readonly unit: number;
  /** Orthonormal basis (rows x size) the values are turned onto; `null` when they stay as they are. */
  readonly basis: Float64Array | null;
};

/** A problem, and the way back from its units. */
export type Assembled = {
  readonly problem: Problem;
  readonly coefficients: CoefficientMap;
  /** The coefficients taken off first, by fitted component. */
  readonly offsets: readonly Float64Array[];
  /** One unit of the problem's responses in the data's units. */
  readonly scale: number;
  /** What to add to the problem's log-likelihood. */
  readonly logLikShift: number;
  readonly innerUnits: Float64Array | null;
  readonly outerUnits: Float64Array | null;
  readonly reductions: readonly Reduction[];
};

type Draft = {
  size: number;
  inner: Float64Array;
  wide: Float64Array;
  basis: Float64Array | null;
  cells: { unit: number; count: number; mean: Float64Array; cross: Float64Array | null }[];
};

type Drafted = {
  patterns: Draft[];
  units: { subject: number; cluster: number }[];
  reductions: Reduction[];
  /** Observations that say nothing but how large the residual variance is. */
  spare: { count: number; squares: number };
};

const effectValue = (effect: string, row: Variables) => (effect === '1' ? 1 : Number(row[effect]));

function matrixOf(
  rows: readonly Variables[],
  width: number,
  value: (row: Variables, j: number) => number,
) {
  const out = new Float64Array(rows.length * width);
  rows.forEach((row, i) => {
    for (let j = 0; j < width; j += 1) out[i * width + j] = value(row, j);
  });
  return out;
}

function sideBySide(rows: number, parts: readonly (readonly [Float64Array, number])[]) {
  const width = parts.reduce((sum, [, own]) => sum + own, 0);
  const out = new Float64Array(rows * width);
  let from = 0;
  for (const [matrix, own] of parts) {
    for (let i = 0; i < rows; i += 1)
      for (let j = 0; j < own; j += 1) out[i * width + from + j] = matrix[i * own + j]!;
    from += own;
  }
  return { matrix: out, width };
}

/** The designs of subjects with these rows, turned onto a basis when there are more rows than needed. */
function draftPattern(rows: readonly Variables[], { design, inner, outer }: Parts): Draft {
  const n = rows.length;
  const f = design.local.length;
  const fixed = matrixOf(rows, f, (row, j) => columnValue(design.local[j]!, row));
  const effects = outer?.effects ?? [];
  const above = matrixOf(rows, effects.length, (row, j) => effectValue(effects[j]!, row));
  const wide = sideBySide(n, [
    [fixed, f],
    [above, effects.length],
  ]);
  if ('timepoint' in inner) {
    const { timepoint, levels } = inner;
    const selection = matrixOf(rows, levels.length, (row, j) =>
      Number(String(row[timepoint]) === levels[j]),
    );
    return { size: n, inner: selection, wide: wide.matrix, basis: null, cells: [] };
  }
  const q = inner.effects.length;
  const own = matrixOf(rows, q, (row, j) => effectValue(inner.effects[j]!, row));
  const all = sideBySide(n, [
    [own, q],
    [wide.matrix, wide.width],
  ]);
  const { basis, rank } = orthonormalBasis(all.matrix, n, all.width);
  if (rank === n) return { size: n, inner: own, wide: wide.matrix, basis: null, cells: [] };
  const turned = transpose(basis, n, rank);
  return {
    size: rank,
    inner: multiply(turned, own, [rank, n, q]),
    wide: multiply(turned, wide.matrix, [rank, n, wide.width]),
    basis,
    cells: [],
  };
}

/** A subject's values, or their sums of products, on a pattern's basis. */
export function reduceValues(
  basis: Float64Array | null,
  size: number,
  values: Float64Array,
): Float64Array {
  if (!basis) return values.slice();
  const rows = values.length;
  return multiply(transpose(basis, rows, size), values, [size, rows, 1]);
}

function reduceCross(basis: Float64Array | null, size: number, cross: Float64Array) {
  if (!basis) return cross.slice();
  const rows = basis.length / size;
  const half = multiply(transpose(basis, rows, size), cross, [size, rows, rows]);
  return multiply(half, basis, [size, rows, size]);
}

function draft(collected: Collected, parts: Parts): Drafted {
  const { design } = parts;
  const numeric = [...new Set(design.local.flatMap(({ numerics }) => numerics))].concat(
    'effects' in parts.inner ? parts.inner.effects : [],
    parts.outer?.effects ?? [],
  );
  const patterns: Draft[] = [];
  const patternPlaces = new Map<string, number>();
  const unitPlaces = new Map<string, number>();
  const drafted: Drafted = { patterns, units: [], reductions: [], spare: { count: 0, squares: 0 } };

  const unitOf = collected.subjects.map(({ variables, cluster }, subject) => {
    const levels = [...design.between].map((name) => String(variables[name]));
    const key = JSON.stringify([cluster, levels]);
    const place = unitPlaces.get(key) ?? drafted.units.push({ subject, cluster }) - 1;
    unitPlaces.set(key, place);
    return place;
  });
  const numbersOf = collected.subjects.map(({ variables }) =>
    numeric.filter((name) => name in variables).map((name) => variables[name]!),
  );

  for (const summary of collected.summaries) {
    const key = `${summary.rows.join()}|${numbersOf[summary.subject]!.join()}`;
    let place = patternPlaces.get(key);
    if (place === undefined) {
      const own = collected.subjects[summary.subject]!.variables;
      const rows = summary.rows.map((row) => ({ ...own, ...collected.rows[row]! }));
      place = patterns.push(draftPattern(rows, parts)) - 1;
      patternPlaces.set(key, place);
    }
    const pattern = patterns[place]!;
    const unit = unitOf[summary.subject]!;
    drafted.reductions.push({ pattern: place, unit, basis: pattern.basis });
    addCell(pattern, unit, summary, drafted.spare);
  }
  return drafted;
}

function addCell(
  { size, basis, cells }: Draft,
  unit: number,
  { count, mean, cross, rows }: Summary,
  spare: Drafted['spare'],
): void {
  const reduced = reduceValues(basis, size, mean);
  const reducedCross = cross && reduceCross(basis, size, cross);
  cells.push({ unit, count, mean: reduced, cross: reducedCross });
  if (size === rows.length) return;
  spare.count += count * (rows.length - size);
  // What is left of the mean after the basis, computed row by row so that nothing cancels.
  const fitted = multiply(basis!, reduced, [rows.length, size, 1]);
  let squares = 0;
  for (let i = 0; i < rows.length; i += 1) squares += (mean[i]! - fitted[i]!) ** 2;
  spare.squares += count * squares;
  if (!cross || !reducedCross) return;
  let all = 0;
  for (let i = 0; i < rows.length; i += 1) all += cross[i * (rows.length + 1)]!;
  for (let i = 0; i < size; i += 1) all -= reducedCross[i * (size + 1)]!;
  spare.squares += Math.max(0, all);
}

function rawUnits(
  { patterns, units }: Drafted,
  collected: Collected,
  design: CodedDesign,
  width: number,
) {
  const f = design.local.length;
  const grams = units.map(() => new Float64Array(f * f));
  for (const { wide, size, cells } of patterns)
    for (const { unit, count } of cells)
      for (let i = 0; i < f; i += 1)
        for (let j = 0; j < f; j += 1)
          for (let row = 0; row < size; row += 1)
            grams[unit]![i * f + j]! += count * wide[row * width + i]! * wide[row * width + j]!;
  return units.map(({ subject }, u) => ({
    places: placesOf(design, collected.subjects[subject]!.variables),
    gram: grams[u]!,
  }));
}

/** Takes ordinary least squares off the means, in place, and gives coefficients and squares left. */
function centre(
  { patterns, spare }: Drafted,
  arranged: Arranged,
  grams: readonly Float64Array[],
  width: number,
): { offsets: Float64Array[]; squares: number; total: number } | null {
  const { sizes } = arranged.map;
  const information = sizes.map((size) => new Float64Array(size * size));
  const scores = sizes.map((size) => new Float64Array(size));
  arranged.units.forEach(({ component, places }, u) => {
    const size = sizes[component]!;
    places.forEach((rows, a) => {
      places.forEach((columns, b) => {
        for (const row of rows)
          for (const column of columns)
            information[component]![row * size + column]! += grams[u]![a * places.length + b]!;
      });
    });
  });
  for (const { wide, size, cells } of patterns)
    for (const { unit, count, mean } of cells) {
      const { component, places } = arranged.units[unit]!;
      places.forEach((rows, a) => {
        let sum = 0;
        for (let i = 0; i < size; i += 1) sum += wide[i * width + a]! * mean[i]!;
        for (const row of rows) scores[component]![row]! += count * sum;
      });
    }
  const offsets: Float64Array[] = [];
  for (const [c, size] of sizes.entries()) {
    const factor = cholesky(information[c]!, size);
    if (!factor) return null;
    offsets.push(solveCholesky(factor, size, scores[c]!));
  }
  let { squares } = spare;
  let total = spare.squares;
  for (const { wide, size, cells } of patterns)
    for (const cell of cells) {
      const { component, places } = arranged.units[cell.unit]!;
      total += cell.count * dot(cell.mean, cell.mean);
      places.forEach((columns, a) => {
        let value = 0;
        for (const column of columns) value += offsets[component]![column]!;
        for (let i = 0; i < size; i += 1) cell.mean[i]! -= value * wide[i * width + a]!;
      });
      squares += cell.count * dot(cell.mean, cell.mean);
      if (cell.cross) for (let i = 0; i < size; i += 1) squares += cell.cross[i * (size + 1)]!;
    }
  return { offsets, squares, total: total + squares };
}

/** Mean squares and products of random-effect columns over all observations. */
function meanSquares(
  patterns: readonly Draft[],
  width: number,
  pick: (draft: Draft) => Float64Array,
  from: number,
  stride: number,
) {
  const out = new Float64Array(width * width);
  let count = 0;
  for (const pattern of patterns) {
    const matrix = pick(pattern);
    let people = 0;
    for (const cell of pattern.cells) people += cell.count;
    count += people * pattern.size;
    for (let row = 0; row < pattern.size; row += 1)
      for (let i = 0; i < width; i += 1)
        for (let j = 0; j < width; j += 1)
          out[i * width + j]! +=
            people * matrix[row * stride + from + i]! * matrix[row * stride + from + j]!;
  }
  return out.map((value) => value / count);
}

/** Multiplies some columns of a matrix by a square matrix from the right, in place. */
function turnColumns(
  matrix: Float64Array,
  stride: number,
  from: number,
  units: Float64Array,
  width: number,
) {
  for (let row = 0; row < matrix.length / stride; row += 1) {
    const old = matrix.slice(row * stride + from, row * stride + from + width);
    for (let j = 0; j < width; j += 1) {
      let sum = 0;
      for (let k = 0; k < width; k += 1) sum += old[k]! * units[k * width + j]!;
      matrix[row * stride + from + j] = sum;
    }
  }
}

/** Brings summed data and a coded design to a problem in well-scaled units, or says why not. */
export function assemble(collected: Collected, parts: Parts): Assembled | Refusal {
  const { design, inner, outer, restricted } = parts;
  const { observations } = sizeOf(collected);
  const f = design.local.length;
  const outerWidth = outer?.level.width ?? 0;
  const width = f + outerWidth;
  const drafted = draft(collected, parts);
  const raw = rawUnits(drafted, collected, design, width);
  const arranged = arrangeCoefficients(raw, design.columns.length, outer !== null);
  const known = arranged.map.sizes.reduce((sum, size) => sum + size, 0);
  if (observations <= known)
    return refuse(`not identifiable because there are ${known} coefficients`, observations);
  const centred = centre(
    drafted,
    arranged,
    raw.map(({ gram }) => gram),
    width,
  );
  if (!centred) return refuse('not identifiable because of the fixed part', observations);
  const { offsets, squares, total } = centred;
  if (!(squares > 1e-24 * total))
    return refuse('not identifiable because nothing varies around the fixed part', observations);
  const scale = Math.sqrt(squares / (observations - known));

  const level: Level =
    'timepoint' in inner
      ? { width: inner.levels.length, pairs: timepointPairs(inner.levels.length) }
      : inner.level;
  const innerUnits =
    'timepoint' in inner
      ? null
      : effectUnits(
          inner,
          meanSquares(drafted.patterns, level.width, (one) => one.inner, 0, level.width),
        );
  const outerUnits =
    outer &&
    effectUnits(
      outer,
      meanSquares(drafted.patterns, outerWidth, (one) => one.wide, f, width),
    );
  if ((!innerUnits && !('timepoint' in inner)) || (outer && !outerUnits))
    return refuse('not identifiable because random effects cannot be told apart', observations);

  const patterns: Pattern[] = drafted.patterns.map(({ size, inner: own, wide, cells }) => {
    if (innerUnits) turnColumns(own, level.width, 0, innerUnits, level.width);
    if (outerUnits) turnColumns(wide, width, f, outerUnits, outerWidth);
    return {
      size,
      inner: own,
      wide,
      cells: cells.map(({ unit, count, mean, cross }): Cell => ({
        unit,
        count,
        mean: mean.map((value) => value / scale),
        cross: cross && cross.map((value) => value / scale ** 2),
      })),
    };
  });
  const { spare } = drafted;
  if (spare.count > 0)
    patterns.push({
      size: 1,
      inner: new Float64Array(level.width),
      wide: new Float64Array(width),
      cells: [
        {
          unit: 0,
          count: spare.count,
          mean: new Float64Array(1),
          cross: Float64Array.of(spare.squares / scale ** 2),
        },
      ],
    });

  const clusters = Math.max(1, collected.clusters.length);
  const frames = outer
    ? Array.from({ length: clusters }, () => ({ component: 0, width: known + outerWidth }))
    : arranged.map.sizes.map((size, component) => ({ component, width: size }));
  const units: Unit[] = arranged.units.map(({ component, places }, u) => ({
    frame: outer ? drafted.units[u]!.cluster : component,
    places: [...places, ...Array.from({ length: outerWidth }, (_, i) => [known + i])],
  }));
  const free = observations - (restricted ? known : 0);
  return {
    problem: {
      inner: level,
      residual: !('timepoint' in inner),
      outer: outer?.level ?? { width: 0, pairs: [] },
      fixedWidth: f,
      patterns,
      units,
      frames,
      components: arranged.map.sizes,
      observations,
      coefficients: known,
      restricted,
    },
    coefficients: arranged.map,
    offsets,
    scale,
    logLikShift: -free * Math.log(scale) - (restricted ? 0.5 * arranged.logDeterminant : 0),
    innerUnits,
    outerUnits,
    reductions: drafted.reductions,
  };
}

function timepointPairs(width: number): [number, number][] {
  return Array.from({ length: width }, (_, a) =>
    Array.from({ length: a + 1 }, (_unused, b): [number, number] => [a, b]),
  ).flat();
}
