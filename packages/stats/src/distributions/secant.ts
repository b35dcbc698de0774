/**
 * Where a smooth function that crosses zero once does so, by the secant method from two places near
 * it, with steps of at most 1. For the logarithm of a tail on an axis on which it is almost straight.
 */
export function secant(miss: (s: number) => number, first: number, second: number): number {
  let before = first;
  let s = second;
  let missBefore = miss(before);
  for (let round = 0; round < 100; round++) {
    const missed = miss(s);
    const step = (-missed * (s - before)) / (missed - missBefore);
    before = s;
    missBefore = missed;
    if (Number.isFinite(step)) s += Math.max(-1, Math.min(1, step));
    if (!(Math.abs(step) > 1e-12 * Math.max(1, Math.abs(s)))) break;
  }
  return s;
}
