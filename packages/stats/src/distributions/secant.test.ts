import { expect, test } from 'vitest';
import { secant } from './secant.js';

test.each([
  { what: 'a line', miss: (s: number) => 3 * s - 6, root: 2 },
  { what: 'a bend', miss: (s: number) => Math.exp(s) - 5, root: Math.log(5) },
  { what: 'a far crossing', miss: (s: number) => s - 40, root: 40 },
  { what: 'a crossing at the start', miss: (s: number) => s, root: 0 },
])('$what is zero at $root', ({ miss, root }) => {
  expect(secant(miss, 0, 1)).toBeCloseTo(root, 11);
});
