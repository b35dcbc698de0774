import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sampleSummary } from '../paired/index.js';
import { cohenD } from './cohen-d.js';
import { glassDelta } from './glass-delta.js';
import { studentTest } from './two-sample-test.js';
import { varianceRatio } from './variance-ratio.js';

/** Extra hours of sleep under two drugs, read as two independent groups (R datasets::sleep). */
const first = sampleSummary([1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]);
const second = sampleSummary([0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2]);

// R: effectsize::cohens_d, hedges_g, glass_delta, and var.test
test('the sleep data have d 0.83, g 0.80 and delta 0.88', () => {
  expect(cohenD(first, second)).toMatchObject({
    n: [10, 10],
    value: expect.closeTo(0.8321810813495396, 12) as number,
    interval: {
      low: expect.closeTo(-0.0954503982114228, 9) as number,
      high: expect.closeTo(1.738816899103427, 9) as number,
    },
    corrected: expect.closeTo(0.7969352391911223, 12) as number,
    correctedInterval: { low: expect.closeTo(-0.09140773280516032, 9) as number },
    correction: expect.closeTo(0.95764642702372, 12) as number,
  });
  expect(glassDelta(first, second)).toMatchObject({
    value: expect.closeTo(0.8831701903605378, 12) as number,
  });
  expect(varianceRatio(first, second)).toMatchObject({
    f: expect.closeTo(1.2525950355841, 12) as number,
    df: [9, 9],
    p: expect.closeTo(0.7427199317260449, 12) as number,
  });
});

const scores = fc.array(fc.integer({ min: 0, max: 27 }), { minLength: 2, maxLength: 20 });

test('d is the t statistic over the root of the harmonic sizes', () => {
  fc.assert(
    fc.property(scores, scores, (a, b) => {
      const d = cohenD(sampleSummary(a), sampleSummary(b));
      const t = studentTest(a, b);
      expect(d.computable).toBe(t.computable);
      if (!d.computable || !t.computable) return;
      expect(d.value).toBeCloseTo(t.t * Math.sqrt(1 / a.length + 1 / b.length), 10);
      expect(d.interval.low).toBeLessThan(d.value);
      expect(d.interval.high).toBeGreaterThan(d.value);
    }),
    { numRuns: 40 },
  );
});

test('swapping the groups turns the signs', () => {
  const one = cohenD(first, second);
  const other = cohenD(second, first);
  if (!one.computable || !other.computable) throw new Error('ten people each are enough');
  expect(other.value).toBe(-one.value);
  expect(other.interval.low).toBeCloseTo(-one.interval.high, 10);
});

test('groups too small or without spread are refused', () => {
  const one = sampleSummary([4]);
  const flat = sampleSummary([2, 2]);
  for (const compare of [cohenD, glassDelta, varianceRatio]) {
    expect(compare(one, second)).toMatchObject({ computable: false, n: 1 });
    expect(compare(flat, flat)).toMatchObject({ computable: false, n: 4 });
  }
});

// R: var.test(c(5, 7, 9, 4, 6), c(8, 3, 12, 10)).
test('a ratio of variances has the interval R prints', () => {
  const found = varianceRatio(sampleSummary([5, 7, 9, 4, 6]), sampleSummary([8, 3, 12, 10]));
  if (!found.computable) throw new Error(found.reason);
  expect(found.f).toBeCloseTo(0.24804469273743, 13);
  expect(found.interval.low).toBeCloseTo(0.0164257359641137, 13);
  expect(found.interval.high).toBeCloseTo(2.4752872336962484, 12);
});

test("Glass's delta has Bonett's standard error, worked out by hand", () => {
  const found = glassDelta({ n: 11, mean: 7, sd: 2 }, { n: 21, mean: 3, sd: 4 });
  if (!found.computable) throw new Error(found.reason);
  expect(found.value).toBe(1);
  expect(found.se).toBeCloseTo(Math.sqrt(0.25 / 10 + 1.5 / 20), 14);
  expect(found.interval.high - found.value).toBeCloseTo(1.959963984540054 * found.se, 12);
});
