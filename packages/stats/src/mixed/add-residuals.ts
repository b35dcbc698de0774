import { dot, multiply, multiplyTransposed } from '../linear-algebra/multiply.js';
import { addInformation, type Information } from './ordered-pairs.js';
import type { PatternRoom } from './pattern-room.js';
import type { Sums } from './sums.js';

/**
 * Adds what the residuals of a pattern's people, and what is not known of their coefficients, say
 * about the parameters. Returns the squares of the residuals in units of V.
 */
export function addResiduals(
  { pattern, pairs, m, inverse, side, wide, both, within, scratch }: PatternRoom,
  information: Information,
  { units, clustered }: { readonly units: readonly Sums[]; readonly clustered: boolean },
): number {
  const { rough } = information;
  const { size: r, cells, cross, wide: design } = pattern;
  const { rest, along, unsure, known, left, half, squares } = scratch;
  const w = wide.length / r;
  const alone = cells.length === 1 && !cross;
  unsure.fill(0);
  if (cross) squares.set(cross);
  else squares.fill(0);
  let people = 0;
  for (const { unit, count, mean } of cells) {
    const { beta, phi, pulls, score } = units[unit]!;
    people += count;
    for (let e = 0; e < w * w; e += 1) unsure[e]! += count * phi[e]!;
    for (let i = 0; i < r; i += 1) {
      let value = mean[i]!;
      for (let j = 0; j < w; j += 1) value -= design[i * w + j]! * beta[j]!;
      rest[i] = value;
      for (let j = 0; j <= i; j += 1) squares[i * r + j]! += count * value * rest[j]!;
    }
    for (let i = 0; clustered && i < w; i += 1)
      for (let j = 0; j < r; j += 1) score[i]! += count * wide[i * r + j]! * rest[j]!;
    if (rough && !alone) continue;
    multiplyTransposed(side, rest, [r, m, 1], along);
    for (let a = 0; alone && a < m; a += 1)
      for (let b = 0; b < m; b += 1) left[a * m + b] = count * along[a]! * along[b]!;
    for (let x = 0; x < pairs.length && !rough; x += 3) {
      const pull = count * along[pairs[x + 1]!]!;
      for (let i = 0, at = w * pairs[x + 2]!; i < w; i += 1, at += 1)
        pulls[at]! += pull * both[i * m + pairs[x]!]!;
    }
  }
  for (let i = 0; i < r; i += 1)
    for (let j = 0; j < i; j += 1) squares[j * r + i] = squares[i * r + j]!;
  if (!alone) multiplyTransposed(side, multiply(squares, side, [r, r, m], half), [r, m, m], left);
  multiplyTransposed(both, multiply(unsure, both, [w, w, m], half), [w, m, m], known);
  addInformation(information, pairs, { m, people, within, known, left });
  return dot(inverse, squares);
}
