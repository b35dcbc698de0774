import { expect, test } from 'vitest';
import { describePairedMoments, pairedMomentsOf } from '../moments/index.js';
import { indexFromMixedModel, indexFromOwnErrors } from './other-indices.js';
import {
  prepareReliableChange,
  reliabilityOfDifference,
  reliableChangeMethods,
} from './methods.js';

const pairs: readonly (readonly [number, number])[] = [
  [10, 8],
  [14, 12],
  [12, 5],
  [18, 15],
  [20, 13],
  [16, 17],
];
const sample = {
  pairs: describePairedMoments(pairedMomentsOf(pairs)),
  reliability: 0.86,
  reliabilityAfter: 0.88,
};
// mean before 15, after 70/6; sample SD before sqrt(70/5).
const sd = Math.sqrt(14);

test.each([
  { method: 'jacobsonTruax', index: -2 / (sd * Math.sqrt(0.28)) },
  { method: 'gulliksenLordNovick', index: (8 - 10.7) / (sd * Math.sqrt(1 - 0.86 ** 2)) },
  { method: 'hsuLinnLord', index: (8 - (70 / 6 - 4.3)) / (sd * Math.sqrt(1 - 0.86 ** 2)) },
  { method: 'edwardsNunnally', index: (8 - 10.7) / (sd * Math.sqrt(0.14)) },
  { method: 'nunnallyKotsch', index: (8 - 10.7) / (sd * Math.sqrt(0.86 ** 2 * 0.14 + 0.12)) },
] as const)('$method is its printed formula', ({ method, index }) => {
  const prepared = prepareReliableChange(method, sample);
  if (!prepared.computable) throw new Error(prepared.reason);
  expect(prepared.critical).toBe(1.96);
  expect(prepared.indexOf(10, 8)).toBeCloseTo(index, 12);
});

test('Hageman and Arrindell weigh a change by how reliable differences are', () => {
  const prepared = prepareReliableChange('hagemanArrindell', sample);
  if (!prepared.computable) throw new Error(prepared.reason);
  const error = sd * Math.sqrt(0.28);
  const trust = 1 - error ** 2 / sample.pairs.change.variance!;
  expect(reliabilityOfDifference(sample)).toBeCloseTo(trust, 12);
  expect(prepared.critical).toBe(1.65);
  expect(prepared.indexOf(10, 8)).toBeCloseTo(
    (-2 * trust - (20 / 6) * (1 - trust)) / (Math.sqrt(trust) * error),
    12,
  );
});

test.each([
  { what: 'one pair', rows: pairs.slice(0, 1), reliability: 0.8 },
  {
    what: 'equal scores before',
    rows: [
      [5, 1],
      [5, 9],
    ] as const,
    reliability: 0.8,
  },
  { what: 'perfect reliability', rows: pairs, reliability: 1 },
])('$what is refused by every method', ({ rows, reliability }) => {
  const described = describePairedMoments(pairedMomentsOf(rows));
  for (const method of reliableChangeMethods)
    expect(prepareReliableChange(method, { pairs: described, reliability }).computable).toBe(false);
});

test('changes that vary less than measurement error have no Hageman-Arrindell index', () => {
  const even = describePairedMoments(
    pairedMomentsOf([
      [1, 2],
      [5, 6],
      [9, 10],
    ]),
  );
  expect(
    prepareReliableChange('hagemanArrindell', { pairs: even, reliability: 0.8 }),
  ).toMatchObject({ reason: 'changes vary no more than measurement error does' });
});

test('scores with their own standard errors need nothing else', () => {
  expect(
    indexFromOwnErrors({ before: 40, after: 50, errorBefore: 3, errorAfter: 4 }),
  ).toMatchObject({ index: 2, standardErrorOfDifference: 5 });
  expect(
    indexFromOwnErrors({ before: 40, after: 50, errorBefore: 0, errorAfter: 0 }).computable,
  ).toBe(false);
});

test('a predicted change is held against its own conditional spread', () => {
  expect(indexFromMixedModel({ slope: -3, conditionalSd: 1.5 })).toMatchObject({ index: -2 });
  expect(indexFromMixedModel({ slope: -3, conditionalSd: 0 }).computable).toBe(false);
});

test('negative errors are refused', () => {
  expect(() => indexFromMixedModel({ slope: 1, conditionalSd: -1 })).toThrow(RangeError);
  expect(() => indexFromOwnErrors({ before: 1, after: 2, errorBefore: -1, errorAfter: 1 })).toThrow(
    RangeError,
  );
});
