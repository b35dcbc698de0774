import fc from 'fast-check';
import { expect, test } from 'vitest';
import { binomialCdf, binomialUpper } from '../distributions/index.js';
import {
  agrestiCoullInterval,
  clopperPearsonInterval,
  jeffreysInterval,
  wilsonInterval,
} from './proportion-intervals.js';

// R: prop.test(correct = FALSE), binom.test, binom::binom.confint, qbeta
test.each([
  { interval: wilsonInterval, x: 3, n: 11, low: 0.09746059290024896, high: 0.5656453011761291 },
  {
    interval: clopperPearsonInterval,
    x: 3,
    n: 11,
    low: 0.060217734172906635,
    high: 0.6097425595724212,
  },
  {
    interval: agrestiCoullInterval,
    x: 3,
    n: 11,
    low: 0.09204509934642996,
    high: 0.571060794729948,
  },
  { interval: jeffreysInterval, x: 3, n: 11, low: 0.0834817598301942, high: 0.5650954805017856 },
  { interval: wilsonInterval, x: 0, n: 10, low: 0, high: 0.27753279986288915 },
  { interval: clopperPearsonInterval, x: 10, n: 10, low: 0.6915028921812392, high: 1 },
  {
    interval: agrestiCoullInterval,
    x: 0,
    n: 10,
    low: -0.04335450588765652,
    high: 0.3208873057505457,
  },
  { interval: jeffreysInterval, x: 0, n: 10, low: 0, high: 0.2171962675092105 },
])('$interval.name of $x in $n is $low to $high', ({ interval, x, n, low, high }) => {
  expect(interval(x, n)).toMatchObject({
    x,
    n,
    value: x / n,
    interval: {
      low: expect.closeTo(low, 13) as number,
      high: expect.closeTo(high, 13) as number,
      level: 0.95,
    },
  });
});

const counts = fc
  .integer({ min: 1, max: 400 })
  .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));

test('counting the others instead mirrors every interval', () => {
  fc.assert(
    fc.property(counts, ([x, n]) => {
      const intervals = [
        wilsonInterval,
        clopperPearsonInterval,
        agrestiCoullInterval,
        jeffreysInterval,
      ];
      for (const interval of intervals) {
        const one = interval(x, n);
        const other = interval(n - x, n);
        if (!one.computable || !other.computable) throw new Error('one value is enough');
        expect(other.interval.low).toBeCloseTo(1 - one.interval.high, 12);
        expect(other.interval.high).toBeCloseTo(1 - one.interval.low, 12);
      }
    }),
  );
});

test('at the ends of the exact interval what was seen has a chance of 2.5 %', () => {
  fc.assert(
    fc.property(counts, ([x, n]) => {
      const exact = clopperPearsonInterval(x, n);
      if (!exact.computable) throw new Error('one value is enough');
      const { low, high } = exact.interval;
      if (x > 0) expect(binomialUpper(x - 1, n, low)).toBeCloseTo(0.025, 12);
      if (x < n) expect(binomialCdf(x, n, high)).toBeCloseTo(0.025, 12);
    }),
  );
});

test('a wider level gives a wider interval', () => {
  expect(wilsonInterval(3, 11, { level: 0.5 })).toMatchObject({ interval: { level: 0.5 } });
  const at = (level: number) => {
    const result = wilsonInterval(3, 11, { level });
    return result.computable ? result.interval.high - result.interval.low : 0;
  };
  expect(at(0.99)).toBeGreaterThan(at(0.95));
});

test('of nobody there is no share, and counts must be whole and in range', () => {
  expect(wilsonInterval(0, 0)).toEqual({ computable: false, reason: 'no values', n: 0 });
  expect(() => jeffreysInterval(4, 3)).toThrow('Jeffreys requires whole 0 <= x <= n');
  expect(() => wilsonInterval(0.5, 3)).toThrow('Wilson requires whole 0 <= x <= n');
});
