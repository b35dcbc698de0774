import fc from 'fast-check';
import { expect, test } from 'vitest';
import { adjustPs, type MultiplicityMethod } from './multiplicity.js';

// R: p.adjust(c(0.01, 0.04, 0.03, 0.005), method).
test.each([
  { method: 'bonferroni', expected: [0.04, 0.16, 0.12, 0.02] },
  { method: 'holm', expected: [0.03, 0.06, 0.06, 0.02] },
  { method: 'hochberg', expected: [0.03, 0.04, 0.04, 0.02] },
  { method: 'benjaminiHochberg', expected: [0.02, 0.04, 0.04, 0.02] },
  { method: 'benjaminiYekutieli', expected: [1 / 24, 1 / 12, 1 / 12, 1 / 24] },
] as const)('$method is that of R', ({ method, expected }) => {
  adjustPs([0.01, 0.04, 0.03, 0.005], method).p.forEach((p, i) => {
    expect(p).toBeCloseTo(expected[i]!, 12);
  });
});

test('what could not be computed is not counted as a test and stays empty', () => {
  expect(adjustPs([0.03, null, 0.01, 0.5], 'holm')).toEqual({
    p: [0.06, null, 0.03, 0.5],
    tests: 3,
    skipped: 1,
    method: 'holm',
  });
});

test('nothing to adjust gives nothing', () => {
  expect(adjustPs([null], 'bonferroni')).toMatchObject({ p: [null], tests: 0, skipped: 1 });
});

test('adjusted values are never smaller than their own and keep the order', () => {
  const method = fc.constantFrom<MultiplicityMethod>(
    'holm',
    'hochberg',
    'bonferroni',
    'benjaminiHochberg',
    'benjaminiYekutieli',
  );
  const ps = fc.array(fc.double({ min: 0, max: 1, noNaN: true }));
  fc.assert(
    fc.property(ps, method, (p, name) => {
      const adjusted = adjustPs(p, name).p;
      p.forEach((own, i) => {
        expect(adjusted[i]!).toBeGreaterThanOrEqual(own);
        expect(adjusted[i]!).toBeLessThanOrEqual(1);
        p.forEach((other, j) => {
          if (own < other) expect(adjusted[i]!).toBeLessThanOrEqual(adjusted[j]!);
        });
      });
    }),
  );
});

test('a p-value above one is refused', () => {
  expect(() => adjustPs([1.1], 'holm')).toThrow(RangeError);
});
