import fc from 'fast-check';
import { expect, test } from 'vitest';
import { weigh } from './heterogeneity.js';
import { metaAnalyse } from './meta-analysis.js';
import { shrink } from './shrink.js';

// BCG vaccine trials (Colditz et al. 1994), log risk ratios as in R's metafor `dat.bcg`; the
// metafor manual prints REML tau2 .3132, estimate -.7145 (se .1798), Q 152.2330.
const trials = [
  [4, 119, 11, 128],
  [6, 300, 29, 274],
  [3, 228, 11, 209],
  [62, 13536, 248, 12619],
  [33, 5036, 47, 5761],
  [180, 1361, 372, 1079],
  [8, 2537, 10, 619],
  [505, 87886, 499, 87892],
  [29, 7470, 45, 7232],
  [17, 1699, 65, 1600],
  [186, 50448, 141, 27197],
  [5, 2493, 3, 2338],
  [27, 16886, 29, 17825],
] as const;
const effects = trials.map(([a, b, c, d]) => ({
  estimate: Math.log(a / (a + b) / (c / (c + d))),
  variance: 1 / a - 1 / (a + b) + 1 / c - 1 / (c + d),
}));

test('the BCG trials give the REML analysis the manual prints', () => {
  const found = metaAnalyse(effects, { knappHartung: false });
  if (!found.computable) throw new Error(found.reason);
  expect(found.tau2).toBeCloseTo(0.3132, 4);
  expect(found.estimate).toBeCloseTo(-0.7145, 4);
  expect(found.se).toBeCloseTo(0.1798, 4);
  expect(found.q).toBeCloseTo(152.233, 4);
  expect(found.i2).toBeCloseTo(92.22, 2);
  expect(found.tau2Interval!.low).toBeCloseTo(0.1197, 4);
  expect(found.tau2Interval!.high).toBeCloseTo(1.1115, 4);
});

test.each([
  { method: 'fixed', tau2: 0 },
  { method: 'derSimonianLaird', tau2: 0.3088 },
  { method: 'pauleMandel', tau2: 0.3181 },
] as const)('$method finds a variance of $tau2 between the trials', ({ method, tau2 }) => {
  const found = metaAnalyse(effects, { method });
  expect(found.computable && found.tau2).toBeCloseTo(tau2, 4);
});

test('at the Paule-Mandel variance the weighted sum of squares is what chance gives', () => {
  const found = metaAnalyse(effects, { method: 'pauleMandel' });
  expect(weigh(effects, found.computable ? found.tau2 : 0).q).toBeCloseTo(12, 10);
});

test('without heterogeneity every shrunken estimate is the common mean', () => {
  const alike = [0.5, 0.51, 0.49].map((estimate) => ({ estimate, variance: 0.04 }));
  const found = metaAnalyse(alike);
  if (!found.computable) throw new Error(found.reason);
  expect(found.tau2).toBe(0);
  for (const one of shrink(alike, found)) expect(one.estimate).toBe(found.estimate);
});

test('shrunken estimates lie between their own and the common mean', () => {
  const found = metaAnalyse(effects);
  if (!found.computable) throw new Error(found.reason);
  shrink(effects, found).forEach(({ estimate, se }, i) => {
    const own = effects[i]!;
    const [low, high] = [own.estimate, found.estimate].sort((a, b) => a - b);
    expect(estimate).toBeGreaterThanOrEqual(low!);
    expect(estimate).toBeLessThanOrEqual(high!);
    expect(se).toBeLessThan(Math.sqrt(own.variance) * 1.05);
  });
});

const effect = fc.record({
  estimate: fc.double({ min: -5, max: 5, noNaN: true }),
  variance: fc.double({ min: 0.01, max: 2, noNaN: true }),
});
const programs = fc.array(effect, { minLength: 2, maxLength: 12 });

test('the order of programs changes nothing', () => {
  fc.assert(
    fc.property(programs, (list) => {
      const forth = metaAnalyse(list, { knappHartung: false });
      const back = metaAnalyse(list.toReversed(), { knappHartung: false });
      if (!forth.computable || !back.computable) throw new Error('refused');
      expect(back.estimate).toBeCloseTo(forth.estimate, 9);
      expect(back.tau2).toBeCloseTo(forth.tau2, 7);
    }),
  );
});

test('shifting every estimate shifts the mean and leaves the spread', () => {
  fc.assert(
    fc.property(programs, (list) => {
      const moved = list.map(({ estimate, variance }) => ({ estimate: estimate + 3, variance }));
      const [a, b] = [list, moved].map((l) => metaAnalyse(l, { knappHartung: false }));
      if (!a!.computable || !b!.computable) throw new Error('refused');
      expect(b!.estimate).toBeCloseTo(a!.estimate + 3, 9);
      expect(b!.tau2).toBeCloseTo(a!.tau2, 7);
    }),
  );
});

test.each([
  { what: 'one program', list: [{ estimate: 1, variance: 1 }] },
  {
    what: 'an estimate without variance',
    list: [
      { estimate: 1, variance: 0 },
      { estimate: 2, variance: 1 },
    ],
  },
  {
    what: 'equal estimates under Knapp-Hartung',
    list: [
      { estimate: 1, variance: 1 },
      { estimate: 1, variance: 2 },
    ],
  },
  {
    what: 'variances whose weights no double can hold',
    list: [
      { estimate: 1, variance: 1e-300 },
      { estimate: 2, variance: 1e-300 },
    ],
  },
])('$what is refused', ({ list }) => {
  expect(metaAnalyse(list).computable).toBe(false);
});

test('an estimate that is not a number is refused', () => {
  expect(() => metaAnalyse([{ estimate: Number.NaN, variance: 1 }])).toThrow(RangeError);
});
