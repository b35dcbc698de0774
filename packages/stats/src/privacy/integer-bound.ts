import { feasibleSystem, greatest, type LinearRow } from './linear-program.js';

/** A bound over whole numbers; `exact` is false when the search was cut short and it is only outer. */
export type IntegerBound = { readonly value: number; readonly exact: boolean };

const near = 1e-6;
const below = (value: number) => Math.floor(value + near);

/** The first variable that is not a whole number, or -1. */
const brokenAt = (x: readonly number[]) =>
  x.findIndex((one) => Math.abs(one - Math.round(one)) > near);

/** The two conditions that shut out a broken value, the one nearer to it first. */
function branchesAt(x: readonly number[], broken: number): LinearRow[] {
  const weights = x.map((_, j) => Number(j === broken));
  const split = Math.floor(x[broken]!);
  const up = { weights, low: split + 1, high: Infinity };
  const down = { weights, low: -Infinity, high: split };
  return x[broken]! - split > 0.5 ? [up, down] : [down, up];
}

/**
 * Whether whole numbers of zero or more fit the conditions; `undefined` when the search was cut
 * short. Much quicker than a bound when one way to fit is enough.
 */
export function fitsIntegers(
  conditions: readonly LinearRow[],
  variables: number,
  { branches = 100 } = {},
): boolean | undefined {
  const smallest = Array<number>(variables).fill(-1);
  let left = branches;
  const walk = (extra: readonly LinearRow[]): boolean | undefined => {
    const system = feasibleSystem([...conditions, ...extra], variables);
    if (!system) return false;
    const { x } = greatest(system, smallest);
    const broken = brokenAt(x);
    if (broken < 0) return true;
    left -= 1;
    if (left < 0) return undefined;
    const [first, second] = branchesAt(x, broken).map((row) => [...extra, row]);
    const nearer = walk(first!);
    if (nearer) return true;
    const farther = walk(second!);
    if (farther) return true;
    return nearer === undefined ? undefined : farther;
  };
  return walk([]);
}

/**
 * The greatest value of a whole-number objective when every variable is a whole number of zero or
 * more: branch and bound over `greatest` (Land and Doig 1960). `undefined` when nothing fits.
 */
export function greatestInteger(
  conditions: readonly LinearRow[],
  objective: readonly number[],
  { branches = 200 } = {},
): IntegerBound | undefined {
  const variables = objective.length;
  let left = branches;
  let best: number | undefined;
  let cutShort: number | undefined;
  const walk = (extra: readonly LinearRow[]): void => {
    const system = feasibleSystem([...conditions, ...extra], variables);
    if (!system) return;
    const { value, x } = greatest(system, objective);
    if (value === Infinity) {
      best = Infinity;
      return;
    }
    if (best !== undefined && below(value) <= best) return;
    const broken = brokenAt(x);
    if (broken < 0) {
      best = Math.round(value);
      return;
    }
    left -= 1;
    if (left < 0) {
      cutShort = Math.max(cutShort ?? -Infinity, below(value));
      return;
    }
    for (const row of branchesAt(x, broken)) walk([...extra, row]);
  };
  walk([]);
  if (cutShort !== undefined && cutShort > (best ?? -Infinity))
    return { value: cutShort, exact: false };
  return best === undefined ? undefined : { value: best, exact: true };
}
