import fc from 'fast-check';
import { expect, test } from 'vitest';
import { binomialCdf } from '../distributions/index.js';
import { funnel, interpolatedLimit, winsorise } from './funnel.js';

const programs = [
  { x: 12, n: 30 },
  { x: 30, n: 62 },
  { x: 5, n: 20 },
];

test('the target is the share of all people together', () => {
  const found = funnel(programs);
  if (!found.computable) throw new Error(found.reason);
  expect(found.target).toBeCloseTo(47 / 112, 14);
  const [first] = found.points;
  expect(first!.share).toBe(0.4);
  const phi = found.points.reduce((sum, { z }) => sum + z * z, 0) / 3;
  expect(found.phi).toBeCloseTo(phi, 12);
});

test('the interpolated limit lies between the whole counts around the tail', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 400 }),
      fc.double({ min: 0.02, max: 0.98, noNaN: true }),
      fc.constantFrom(0.001, 0.025, 0.975, 0.999),
      (n, target, tail) => {
        const limit = interpolatedLimit(n, target, tail) * n;
        const r = Math.ceil(limit - 1e-9);
        expect(binomialCdf(r, n, target)).toBeGreaterThanOrEqual(tail - 1e-9);
        if (r >= 1) expect(binomialCdf(r - 1, n, target)).toBeLessThanOrEqual(tail + 1e-9);
      },
    ),
  );
});

test('a tenth of ten values at either end is pulled in', () => {
  expect(winsorise([9, 1, 2, 3, 4, 5, 6, 7, 8, 100], 0.1)).toEqual([9, 2, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(winsorise([5, 1, 9], 0.1)).toEqual([5, 1, 9]);
});

test('programs that differ by more than chance widen the limits, and others leave them', () => {
  const apart = funnel([
    { x: 5, n: 50 },
    { x: 25, n: 50 },
    { x: 45, n: 50 },
  ]);
  const alike = funnel([
    { x: 24, n: 50 },
    { x: 25, n: 50 },
    { x: 26, n: 50 },
  ]);
  if (!apart.computable || !alike.computable) throw new Error('refused');
  expect(alike.points[0]!.overdispersed).toEqual(alike.points[0]!.normal);
  const [{ normal, overdispersed } = { normal: [], overdispersed: [] }] = apart.points;
  const half = (limits: typeof normal) => limits[0]!.high - apart.target;
  expect(half(overdispersed) / half(normal)).toBeCloseTo(Math.sqrt(apart.phiWinsorised), 12);
});

test('relabelling programs reorders the points and nothing else', () => {
  const forth = funnel(programs);
  const back = funnel(programs.toReversed());
  if (!forth.computable || !back.computable) throw new Error('refused');
  expect(back.points.toReversed()).toEqual(forth.points);
});

test.each([
  { what: 'one program', list: programs.slice(0, 1) },
  { what: 'nobody', list: programs.map(({ n }) => ({ x: 0, n })) },
  { what: 'everybody', list: programs.map(({ n }) => ({ x: n, n })) },
])('$what is refused', ({ list }) => {
  expect(funnel(list).computable).toBe(false);
});

test('more successes than people are refused', () => {
  expect(() => funnel([{ x: 3, n: 2 }])).toThrow(RangeError);
});
