import { cholesky, solveCholesky } from '../linear-algebra/cholesky.js';
import { dot } from '../linear-algebra/multiply.js';
import type { Arranged } from './arrange-coefficients.js';
import type { Drafted } from './draft-patterns.js';

/** What ordinary least squares took off. */
export type Centred = {
  /** Its coefficients, by fitted component. */
  readonly offsets: readonly Float64Array[];
  /** The sum of squares left, and the sum there was. */
  readonly squares: number;
  readonly total: number;
};

function leastSquares(
  { patterns }: Drafted,
  { map: { sizes }, units }: Arranged,
  grams: readonly Float64Array[],
  width: number,
): Float64Array[] | null {
  const information = sizes.map((size) => new Float64Array(size * size));
  const scores = sizes.map((size) => new Float64Array(size));
  units.forEach(({ component, places }, u) => {
    const target = information[component]!;
    places.forEach((rows, a) => {
      places.forEach((columns, b) => {
        for (const row of rows)
          for (const column of columns)
            target[row * sizes[component]! + column]! += grams[u]![a * places.length + b]!;
      });
    });
  });
  for (const { wide, size, cells } of patterns)
    for (const { unit, count, mean } of cells) {
      const { component, places } = units[unit]!;
      places.forEach((rows, a) => {
        let sum = 0;
        for (let i = 0; i < size; i += 1) sum += wide[i * width + a]! * mean[i]!;
        for (const row of rows) scores[component]![row]! += count * sum;
      });
    }
  const found = sizes.map((size, c) => {
    const factor = cholesky(information[c]!, size);
    return factor && solveCholesky(factor, size, scores[c]!);
  });
  return found.every((one) => one !== null) ? found : null;
}

/**
 * Takes the coefficients of ordinary least squares off the cells' means, in place, so that the rest
 * of the work is with numbers of the size of the residuals: adding a million to every score changes
 * nothing but the intercept. `null` when the fixed part cannot be told after all.
 */
export function centreCells(
  drafted: Drafted,
  arranged: Arranged,
  grams: readonly Float64Array[],
  width: number,
): Centred | null {
  const offsets = leastSquares(drafted, arranged, grams, width);
  if (!offsets) return null;
  let { squares } = drafted.spare;
  let total = squares;
  for (const { wide, size, cells } of drafted.patterns)
    for (const { unit, count, mean, cross } of cells) {
      const { component, places } = arranged.units[unit]!;
      total += count * dot(mean, mean);
      places.forEach((columns, a) => {
        let value = 0;
        for (const column of columns) value += offsets[component]![column]!;
        for (let i = 0; i < size; i += 1) mean[i]! -= value * wide[i * width + a]!;
      });
      squares += count * dot(mean, mean);
      for (let i = 0; cross && i < size; i += 1) squares += cross[i * (size + 1)]!;
    }
  return { offsets, squares, total: total + squares };
}
