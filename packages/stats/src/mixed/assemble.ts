import { refuse, type Refusal } from '../result.js';
import { arrangeCoefficients, type Arranged } from './arrange-coefficients.js';
import { placesOf } from './coded-design.js';
import { sizeOf, type Collected } from './collected.js';
import { likelihoodOf, type Engine } from './likelihood.js';
import { draftPatterns, type Drafted, type Parts } from './patterns.js';
import type { Pattern, Problem, Unit } from './problem.js';

/** A problem, and the way back from its units. */
export type Assembled = {
  readonly problem: Problem;
  readonly engine: Engine;
  readonly arranged: Arranged;
  /** The coefficients taken off first, by set; and by unit, in its own columns. */
  readonly offsets: readonly Float64Array[];
  readonly unitOffsets: readonly Float64Array[];
  /** One unit of the problem's responses in the data's units. */
  readonly scale: number;
  readonly parts: Parts;
  readonly places: Drafted['places'];
};

/** F'F of every unit, in local columns. */
function unitGrams({ patterns, units }: Drafted, f: number): Float64Array[] {
  const grams = units.map(() => new Float64Array(f * f));
  for (const { wide, size, cells } of patterns) {
    const width = wide.length / size;
    for (const { unit, count } of cells)
      for (let row = 0; row < wide.length; row += width)
        for (let i = 0; i < f; i += 1)
          for (let j = 0; j < f; j += 1)
            grams[unit]![i * f + j]! += count * wide[row + i]! * wide[row + j]!;
  }
  return grams;
}

/** The sum of squares of all responses. */
function squaresOf(patterns: readonly Pattern[]): number {
  let sum = 0;
  for (const { cross, size, cells } of patterns) {
    for (let i = 0; cross && i < size; i += 1) sum += cross[i * (size + 1)]!;
    for (const { count, mean } of cells) for (const value of mean) sum += count * value * value;
  }
  return sum;
}

/** Brings summed data and a coded design to a problem in well-scaled units, or says why not. */
export function assemble(collected: Collected, parts: Parts): Assembled | Refusal {
  const { design, inner, outer, restricted } = parts;
  const { observations } = sizeOf(collected);
  const no = (reason: string) => refuse(`not identifiable because ${reason}`, observations);
  const f = design.local.length;
  const random = outer?.level.width ?? 0;
  const drafted = draftPatterns(collected, parts);
  const { patterns } = drafted;
  const grams = unitGrams(drafted, f);
  const raw = drafted.units.map(({ subject }, u) => ({
    places: placesOf(design, collected.subjects[subject]!.variables),
    gram: grams[u]!,
  }));
  const arranged = arrangeCoefficients(raw, design.columns.length, outer !== null);
  const { sizes } = arranged;
  const units = raw.map(({ places }, u): Unit => {
    const found = places.flatMap((columns, local) =>
      columns.flatMap((column) => {
        const place = arranged.places[column];
        return place ? [{ ...place, local }] : [];
      }),
    );
    const effects = Array.from({ length: random }, (_, i) => i);
    return {
      frame: outer ? drafted.units[u]!.cluster : (found[0]?.component ?? 0),
      local: [...found.map(({ local }) => local), ...effects.map((i) => f + i)],
      at: [...found.map(({ place }) => random + place), ...effects],
    };
  });
  const problem: Problem = {
    inner: inner.level,
    residual: inner.units !== null,
    outer: outer?.level ?? { width: 0, pairs: [] },
    patterns,
    units,
    frames: outer ? collected.clusters.length : sizes.length,
    components: sizes,
    observations,
    coefficients: sizes.reduce((sum, size) => sum + size, 0),
    restricted,
  };
  if (observations <= problem.coefficients)
    return no('there are as many coefficients as observations');

  // Ordinary least squares first: the rest of the work is with numbers of the size of the residuals,
  // so that adding a million to every score changes nothing but the intercept.
  const engine = likelihoodOf(problem);
  const own = problem.inner.pairs.map(([a, b]) => Number(a === b && !problem.residual));
  const plain = new Float64Array(own.length + 1 + problem.outer.pairs.length);
  plain.set(problem.residual ? [...own, 1] : own);
  if (!engine.solve(plain)) return no('columns of the fixed part are nearly sums of others');
  const offsets = engine.components.map(({ beta }) => beta.slice());
  const unitOffsets = engine.units.map(({ beta }) => beta.slice());
  const squares = squaresOf(patterns);
  for (const { cells, wide, size } of patterns) {
    const width = wide.length / size;
    for (const { unit, mean } of cells)
      for (let i = 0; i < size; i += 1)
        for (let a = 0; a < width; a += 1)
          mean[i]! -= wide[i * width + a]! * unitOffsets[unit]![a]!;
  }
  const left = squaresOf(patterns);
  if (!(left > 1e-24 * squares)) return no('nothing varies around the fixed part');
  const scale = Math.sqrt(left / (observations - problem.coefficients));
  for (const { cells, cross } of patterns) {
    for (const { mean } of cells) mean.forEach((value, i) => (mean[i] = value / scale));
    cross?.forEach((value, i) => (cross[i] = value / scale ** 2));
  }
  return {
    problem,
    engine,
    arranged,
    offsets,
    unitOffsets,
    scale,
    parts,
    places: drafted.places,
  };
}
