import { cholesky } from '../linear-algebra/cholesky.js';
import { multiply } from '../linear-algebra/multiply.js';
import { choleskyMap } from './cholesky-map.js';
import { sizeOf, type Collected } from './collected.js';
import { readFrom, type Read } from './columns.js';
import type { RandomTerm } from './model.js';
import { allPairs } from './problem.js';
import type { RandomLevel } from './random-level.js';

/** A row's random effects, in the model's own units. */
const effectsAt = (effects: readonly string[], read: Read) =>
  effects.map((effect) => (effect === '1' ? 1 : Number(read(effect))));

/** The design of some rows: their effects in the units of the search, or which timepoints they are. */
export function levelDesign({ effects, units, group }: RandomLevel, rows: readonly Read[]) {
  const q = effects.length;
  const at = (read: Read) =>
    units
      ? effectsAt(effects, read)
      : effects.map((level) => Number(String(read(group)) === level));
  const design = Float64Array.from(rows.flatMap(at));
  return units ? multiply(design, units, [rows.length, q, q]) : design;
}

/** The units of a block: the transposed inverse of the Cholesky factor of its mean squares. */
function fillUnits(units: Float64Array, squares: Float64Array, block: readonly number[]): boolean {
  const width = Math.sqrt(units.length);
  const n = block.length;
  const scale = block.map((place) => 1 / Math.sqrt(squares[place * (width + 1)]!));
  const own = Float64Array.from({ length: n * n }, (_, at) => {
    const [i, j] = [Math.floor(at / n), at % n];
    return squares[block[i]! * width + block[j]!]! * scale[i]! * scale[j]!;
  });
  const factor = cholesky(own, n);
  if (!factor || block.some((_, i) => factor[i * (n + 1)]! < 1e-6)) return false;
  for (let j = 0; j < n; j += 1)
    for (let i = j; i >= 0; i -= 1) {
      let value = Number(i === j);
      for (let k = i + 1; k <= j; k += 1)
        value -= factor[k * n + i]! * (units[block[k]! * width + block[j]!]! / scale[k]!);
      units[block[i]! * width + block[j]!] = (value * scale[i]!) / factor[i * (n + 1)]!;
    }
  return true;
}

/**
 * The random terms of one group as one level; an uncorrelated term is one block per effect. `null`
 * when the effects of a block cannot be told apart in these data.
 */
export function randomLevel(
  group: string,
  terms: readonly RandomTerm[],
  { rows, subjects, summaries }: Collected,
): RandomLevel | null {
  const effects: string[] = [];
  const blocks: number[][] = [];
  for (const term of terms) {
    const places = term.effects.map((effect) => effects.push(effect) - 1);
    if (term.uncorrelated) blocks.push(...places.map((place) => [place]));
    else blocks.push(places);
  }
  const width = effects.length;
  const squares = new Float64Array(width * width);
  for (const { rows: own, subject, count } of summaries)
    for (const row of own) {
      const values = effectsAt(effects, readFrom(rows[row]!, subjects[subject]!.variables));
      values.forEach((first, i) => {
        values.forEach((second, j) => (squares[i * width + j]! += count * first * second));
      });
    }
  const n = sizeOf({ summaries }).observations;
  const units = new Float64Array(width * width);
  const meanSquares = squares.map((value) => value / n);
  if (!blocks.every((block) => fillUnits(units, meanSquares, block))) return null;
  return {
    group,
    effects,
    blocks,
    units,
    maps: blocks.map((block) => choleskyMap(block.length)),
    level: { width, pairs: blocks.flatMap((block) => allPairs(block.length, block[0])) },
  };
}
