import { refuse, type Refusal } from '../result.js';
import { arrangeCoefficients } from './arrange-coefficients.js';
import { centreCells } from './centre-cells.js';
import { placesOf } from './coded-design.js';
import type { CoefficientMap } from './coefficient-map.js';
import { sizeOf, type Collected } from './collected.js';
import { draftPatterns, type Draft, type Drafted, type Parts } from './draft-patterns.js';
import { allPairs, type Level, type Pattern, type Problem } from './problem.js';
import { effectUnits } from './random-levels.js';

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
  readonly drafted: Drafted;
};

/** F'F of every unit, in local columns. */
function unitGrams({ patterns, units }: Drafted, f: number, width: number): Float64Array[] {
  const grams = units.map(() => new Float64Array(f * f));
  for (const { wide, size, cells } of patterns)
    for (const { unit, count } of cells)
      for (let row = 0; row < size; row += 1)
        for (let i = 0; i < f; i += 1)
          for (let j = 0; j < f; j += 1)
            grams[unit]![i * f + j]! += count * wide[row * width + i]! * wide[row * width + j]!;
  return grams;
}

/** Some columns of the patterns' matrices. */
type Columns = {
  readonly pick: (draft: Draft) => Float64Array;
  readonly stride: number;
  readonly from: number;
  readonly width: number;
};

/** Mean squares and products of columns over all observations. */
function meanSquares(patterns: readonly Draft[], { pick, stride, from, width }: Columns) {
  const out = new Float64Array(width * width);
  let count = 0;
  for (const draft of patterns) {
    const people = draft.cells.reduce((sum, cell) => sum + cell.count, 0);
    const matrix = pick(draft);
    count += people * draft.size;
    for (let at = from; at < matrix.length; at += stride)
      for (let i = 0; i < width; i += 1)
        for (let j = 0; j < width; j += 1)
          out[i * width + j]! += people * matrix[at + i]! * matrix[at + j]!;
  }
  return out.map((value) => value / count);
}

/** Multiplies columns by a square matrix from the right, in place. */
function turnColumns(draft: Draft, units: Float64Array, { pick, stride, from, width }: Columns) {
  const matrix = pick(draft);
  for (let at = from; at < matrix.length; at += stride) {
    const old = matrix.slice(at, at + width);
    for (let j = 0; j < width; j += 1) {
      let sum = 0;
      for (let k = 0; k < width; k += 1) sum += old[k]! * units[k * width + j]!;
      matrix[at + j] = sum;
    }
  }
}

function finishPattern({ size, inner, wide, cells }: Draft, scale: number): Pattern {
  return {
    size,
    inner,
    wide,
    cells: cells.map(({ unit, count, mean, cross }) => ({
      unit,
      count,
      mean: mean.map((value) => value / scale),
      cross: cross && cross.map((value) => value / scale ** 2),
    })),
  };
}

/** Observations without any direction of their own, as single values that are residuals alone. */
function sparePattern({ spare }: Drafted, [q, width]: [number, number], scale: number): Pattern {
  const { count, squares } = spare;
  const cross = Float64Array.of(squares / scale ** 2);
  return {
    size: 1,
    inner: new Float64Array(q),
    wide: new Float64Array(width),
    cells: [{ unit: 0, count, mean: new Float64Array(1), cross }],
  };
}

/** Brings summed data and a coded design to a problem in well-scaled units, or says why not. */
export function assemble(collected: Collected, parts: Parts): Assembled | Refusal {
  const { design, inner, outer, restricted } = parts;
  const { observations } = sizeOf(collected);
  const no = (reason: string) => refuse(`not identifiable because ${reason}`, observations);
  const f = design.local.length;
  const outerWidth = outer?.level.width ?? 0;
  const width = f + outerWidth;
  const drafted = draftPatterns(collected, parts);
  const grams = unitGrams(drafted, f, width);
  const raw = drafted.units.map(({ subject }, u) => ({
    places: placesOf(design, collected.subjects[subject]!.variables),
    gram: grams[u]!,
  }));
  const arranged = arrangeCoefficients(raw, design.columns.length, outer !== null);
  const { sizes } = arranged.map;
  const known = sizes.reduce((sum, size) => sum + size, 0);
  if (observations <= known) return no('there are as many coefficients as observations');
  const centred = centreCells(drafted, arranged, grams, width);
  if (!centred) return no('the fixed part has columns that are nearly sums of others');
  if (!(centred.squares > 1e-24 * centred.total)) return no('nothing varies around the fixed part');
  const scale = Math.sqrt(centred.squares / (observations - known));

  const free = 'timepoint' in inner;
  const level: Level = free
    ? { width: inner.levels.length, pairs: allPairs(inner.levels.length) }
    : inner.level;
  const q = level.width;
  const innerColumns = { pick: (draft: Draft) => draft.inner, stride: q, from: 0, width: q };
  const outerColumns = {
    pick: (draft: Draft) => draft.wide,
    stride: width,
    from: f,
    width: outerWidth,
  };
  const innerUnits = free ? null : effectUnits(inner, meanSquares(drafted.patterns, innerColumns));
  const outerUnits = outer && effectUnits(outer, meanSquares(drafted.patterns, outerColumns));
  if ((!free && !innerUnits) || (outer && !outerUnits))
    return no('random effects cannot be told apart');
  for (const draft of drafted.patterns) {
    if (innerUnits) turnColumns(draft, innerUnits, innerColumns);
    if (outerUnits) turnColumns(draft, outerUnits, outerColumns);
  }
  const patterns = drafted.patterns.map((draft) => finishPattern(draft, scale));
  if (drafted.spare.count > 0) patterns.push(sparePattern(drafted, [q, width], scale));

  const clusters = Array.from({ length: Math.max(1, collected.clusters.length) });
  const effects = Array.from({ length: outerWidth }, (_, i) => [known + i]);
  const problem: Problem = {
    inner: level,
    residual: !free,
    outer: outer?.level ?? { width: 0, pairs: [] },
    fixedWidth: f,
    patterns,
    units: arranged.units.map(({ component, places }, u) => ({
      frame: outer ? drafted.units[u]!.cluster : component,
      places: [...places, ...effects],
    })),
    frames: outer
      ? clusters.map(() => ({ component: 0, width: known + outerWidth }))
      : sizes.map((size, component) => ({ component, width: size })),
    components: sizes,
    observations,
    coefficients: known,
    restricted,
  };
  const degrees = observations - (restricted ? known : 0);
  return {
    problem,
    coefficients: arranged.map,
    offsets: centred.offsets,
    scale,
    logLikShift: -degrees * Math.log(scale) - (restricted ? 0.5 * arranged.logDeterminant : 0),
    innerUnits,
    outerUnits,
    drafted,
  };
}
