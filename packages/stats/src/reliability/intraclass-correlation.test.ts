import fc from 'fast-check';
import { expect, test } from 'vitest';
import { intraclassCorrelations } from './intraclass-correlation.js';

// Shrout and Fleiss 1979, table 2: six targets, four judges.
const judged = [
  [9, 2, 5, 8],
  [6, 1, 3, 2],
  [8, 4, 6, 8],
  [7, 1, 2, 6],
  [10, 5, 6, 9],
  [6, 2, 4, 7],
];

// Table 4 of the paper prints .17, .29, .71, .44, .62, .91.
test.each([
  { form: 'oneWay', icc: 0.17 },
  { form: 'agreement', icc: 0.29 },
  { form: 'consistency', icc: 0.71 },
  { form: 'oneWayAverage', icc: 0.44 },
  { form: 'agreementAverage', icc: 0.62 },
  { form: 'consistencyAverage', icc: 0.91 },
] as const)('the $form correlation of the judges is $icc', ({ form, icc }) => {
  const found = intraclassCorrelations(judged);
  if (!found.computable) throw new Error(found.reason);
  expect(found[form]?.icc).toBeCloseTo(icc, 2);
});

// psych::ICC(lmer = FALSE): 0.0188 to 0.7611.
test('the interval of agreement is that of R', () => {
  const found = intraclassCorrelations(judged);
  if (!found.computable) throw new Error(found.reason);
  expect(found.agreement.interval?.low).toBeCloseTo(0.018786513374712, 10);
  expect(found.agreement.interval?.high).toBeCloseTo(0.7610843696489528, 10);
});

test('a person with a missing occasion is left out and counted', () => {
  expect(intraclassCorrelations([...judged, [1, null, 2, 3]])).toMatchObject({ n: 6, omitted: 1 });
});

test('every interval is finite and holds its own correlation', () => {
  const rows = fc.array(fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 3, maxLength: 3 }), {
    minLength: 2,
    maxLength: 6,
  });
  fc.assert(
    fc.property(rows, (people) => {
      const found = intraclassCorrelations(people);
      if (!found.computable) return;
      const { oneWay, agreement, consistency } = found;
      const averages = [found.oneWayAverage, found.agreementAverage, found.consistencyAverage];
      for (const one of [oneWay, agreement, consistency, ...averages]) {
        if (!one) continue;
        expect(Number.isFinite(one.icc)).toBe(true);
        if (!one.interval) continue;
        expect(one.interval.low).toBeLessThanOrEqual(one.icc);
        expect(one.interval.high).toBeGreaterThanOrEqual(one.icc);
      }
    }),
    { numRuns: 500 },
  );
});

test('people who differ less than chance have no average agreement', () => {
  const found = intraclassCorrelations([
    [4, 0],
    [1, 3],
    [4, 2],
  ]);
  expect(found).toMatchObject({ computable: true, agreementAverage: null });
});

test.each([
  { what: 'no rows', rows: [], reason: 'there are no rows' },
  {
    what: 'one person',
    rows: [[1, 2]],
    reason: 'at least two people with every occasion are needed',
  },
  { what: 'one occasion', rows: [[1], [2]], reason: 'at least two occasions are needed' },
  {
    what: 'people who do not differ',
    rows: [
      [1, 2],
      [1, 2],
    ],
    reason: 'people do not differ',
  },
  {
    what: 'everybody gaining a tenth',
    rows: [
      [0.1, 0.2],
      [0.3, 0.4],
      [0.7, 0.8],
    ],
    reason: 'nothing but the occasions varies within people',
  },
])('$what is refused', ({ rows, reason }) => {
  expect(intraclassCorrelations(rows)).toMatchObject({ computable: false, reason });
});
