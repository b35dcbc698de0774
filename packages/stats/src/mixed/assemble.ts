import { refuse, type Refusal } from '../result.js';
import { arrangeCoefficients } from './arrange-coefficients.js';
import type { Assembled } from './assembled.js';
import { clusterWork } from './cluster-work.js';
import { placesOf } from './coded-design.js';
import { sizeOf, type Collected } from './collected.js';
import { draftPatterns, type Drafted, type Parts } from './patterns.js';
import type { Problem, Unit } from './problem.js';
import { standardise } from './standardise.js';

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

/** Brings summed data and a coded design to a problem in well-scaled units, or says why not. */
export function assemble(collected: Collected, parts: Parts): Assembled | Refusal {
  const { design, inner, outer, restricted } = parts;
  const { observations, subjects } = sizeOf(collected);
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
    const [local, at]: [number[], number[]] = [[], []];
    let frame = outer ? drafted.units[u]!.cluster : 0;
    places.forEach((columns, i) => {
      for (const column of columns) {
        const found = arranged.places[column];
        if (!found) continue;
        local.push(i);
        at.push(random + found.place);
        if (!outer) frame = found.component;
      }
    });
    for (let i = 0; i < random; i += 1) {
      local.push(f + i);
      at.push(i);
    }
    return { frame, local, at };
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
    subjects,
    coefficients: sizes.reduce((sum, size) => sum + size, 0),
    restricted,
  };
  const standard = standardise(problem, clusterWork);
  if ('reason' in standard) return no(standard.reason);
  return { problem, ...standard, arranged, parts, places: drafted.places };
}
