import { refuse, type Refusal } from '../result.js';
import { arrangeCoefficients, type Arranged, type RawUnit } from './arrange-coefficients.js';
import { placesOf } from './coded-design.js';
import { sizeOf, type Collected } from './collected.js';
import { linearMap } from './covariance-map.js';
import { draftPatterns, type Drafted, type Parts } from './draft-patterns.js';
import { likelihoodAt } from './likelihood.js';
import { parameterCount, type Pattern, type Problem, type Unit } from './problem.js';

/** A problem, and the way back from its units. */
export type Assembled = {
  readonly problem: Problem;
  readonly arranged: Arranged;
  /** The coefficients taken off first, by set. */
  readonly offsets: readonly Float64Array[];
  /** One unit of the problem's responses in the data's units. */
  readonly scale: number;
  readonly parts: Parts;
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

/** What to take off a unit's means, one value per local column, and the unit of what is left. */
type Reference = { readonly scale: number; readonly offsetOf?: (unit: number) => Float64Array };

/** The patterns of a problem, their responses as distances from a reference. */
function patternsOf({ patterns, spare }: Drafted, q: number, { scale, offsetOf }: Reference) {
  const finished = patterns.map(({ size, inner, wide, cells }): Pattern => {
    const width = wide.length / size;
    const total = new Float64Array(size * size);
    let people = 0;
    const own = cells.map(({ unit, count, mean, cross }) => {
      const offset = offsetOf?.(unit);
      const rest = mean.map((value, i) => {
        let left = value;
        for (let a = 0; offset && a < width; a += 1) left -= wide[i * width + a]! * offset[a]!;
        return left / scale;
      });
      people += count;
      for (let i = 0; i < size; i += 1)
        for (let j = 0; j < size; j += 1)
          total[i * size + j]! +=
            count * rest[i]! * rest[j]! + (cross ? cross[i * size + j]! / scale ** 2 : 0);
      return { unit, count, mean: rest };
    });
    return { size, inner, wide, people, total, cells: own };
  });
  // Observations without any direction of their own are single values, residuals alone.
  if (spare.count > 0)
    finished.push({
      size: 1,
      inner: new Float64Array(q),
      wide: new Float64Array(patterns[0]!.wide.length / patterns[0]!.size),
      people: spare.count,
      total: Float64Array.of(spare.squares / scale ** 2),
      cells: [],
    });
  return finished;
}

/** The problem with its responses as they are, before ordinary least squares. */
function rawProblem(
  collected: Collected,
  { design, inner, outer, restricted }: Parts,
  { drafted, arranged, raw }: { drafted: Drafted; arranged: Arranged; raw: readonly RawUnit[] },
): Problem {
  const { sizes, places } = arranged;
  const known = sizes.reduce((sum, size) => sum + size, 0);
  const random = outer?.level.width ?? 0;
  const effects = Array.from({ length: random }, (_, i) => [i]);
  const units = raw.map(({ places: local }, u): Unit => {
    const own = local.map((columns) => columns.flatMap((column) => places[column] ?? []));
    const frame = outer ? drafted.units[u]!.cluster : (own.flat()[0]?.component ?? 0);
    return {
      frame,
      places: [...own.map((all) => all.map(({ place }) => random + place)), ...effects],
    };
  });
  return {
    inner: inner.level,
    residual: inner.units !== null,
    outer: outer?.level ?? { width: 0, pairs: [] },
    fixedWidth: design.local.length,
    patterns: patternsOf(drafted, inner.level.width, { scale: 1 }),
    units,
    frames: outer
      ? collected.clusters.map(() => ({ component: 0, width: known + random }))
      : sizes.map((size, component) => ({ component, width: size })),
    components: sizes,
    observations: sizeOf(collected).observations,
    coefficients: known,
    restricted,
  };
}

/** The coefficients of ordinary least squares: those of the problem without any random effect. */
function leastSquares(problem: Problem): Float64Array[] | null {
  const { pairs } = problem.inner;
  const plain = new Float64Array(parameterCount(problem));
  if (problem.residual) plain[pairs.length] = 1;
  else pairs.forEach(([a, b], i) => (plain[i] = Number(a === b)));
  const asked = { plain: true, full: true };
  const least = likelihoodAt(problem, linearMap(plain.length), plain, asked);
  return least && least.components.map(({ beta }) => beta);
}

/** The sum of squares of all responses. */
function squaresOf(patterns: readonly Pattern[]): number {
  let sum = 0;
  for (const { total, size } of patterns)
    for (let i = 0; i < size; i += 1) sum += total[i * (size + 1)]!;
  return sum;
}

/** Brings summed data and a coded design to a problem in well-scaled units, or says why not. */
export function assemble(collected: Collected, parts: Parts): Assembled | Refusal {
  const { design, inner, outer } = parts;
  const { observations } = sizeOf(collected);
  const no = (reason: string) => refuse(`not identifiable because ${reason}`, observations);
  const f = design.local.length;
  const random = outer?.level.width ?? 0;
  const drafted = draftPatterns(collected, parts);
  const grams = unitGrams(drafted, f, f + random);
  const raw = drafted.units.map(({ subject }, u) => ({
    places: placesOf(design, collected.subjects[subject]!.variables),
    gram: grams[u]!,
  }));
  const arranged = arrangeCoefficients(raw, design.columns.length, outer !== null);
  const problem = rawProblem(collected, parts, { drafted, arranged, raw });
  const { coefficients } = problem;
  if (observations <= coefficients) return no('there are as many coefficients as observations');

  // Ordinary least squares first: the rest of the work is with numbers of the size of the residuals,
  // so that adding a million to every score changes nothing but the intercept.
  const offsets = leastSquares(problem);
  if (!offsets) return no('columns of the fixed part are nearly sums of others');
  const offsetOf = (unit: number) => {
    const { frame, places } = problem.units[unit]!;
    const beta = offsets[problem.frames[frame]!.component]!;
    const valueAt = (all: readonly number[]) =>
      all.reduce((sum, at) => sum + beta[at - random]!, 0);
    return Float64Array.from(places, (all, a) => (a < f ? valueAt(all) : 0));
  };
  const q = inner.level.width;
  const squares = squaresOf(patternsOf(drafted, q, { scale: 1, offsetOf }));
  if (!(squares > 1e-24 * squaresOf(problem.patterns)))
    return no('nothing varies around the fixed part');
  const scale = Math.sqrt(squares / (observations - coefficients));
  const patterns = patternsOf(drafted, q, { scale, offsetOf });
  return { problem: { ...problem, patterns }, arranged, offsets, scale, parts, drafted };
}
