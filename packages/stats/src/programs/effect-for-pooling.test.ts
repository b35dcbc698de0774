import { expect, test } from 'vitest';
import { pairedSummary, type Pair } from '../paired/index.js';
import { sleep } from '../../fixtures/sleep.js';
import { effectForPooling } from './effect-for-pooling.js';

const summary = pairedSummary(sleep);

// R: metafor::escalc
test.each([
  { kind: 'mean change (MC)', estimate: 1.58, variance: 0.15128888888888886 },
  {
    kind: 'standardised by the change (SMCC)',
    estimate: 1.173924903514205,
    variance: 0.1689049839545418,
  },
  {
    kind: 'standardised by the baseline (SMCR)',
    estimate: 0.8071070621501445,
    variance: 0.0735370493219163,
  },
  {
    kind: 'standardised by the baseline, spreads unequal (SMCRH)',
    estimate: 0.8071070621501445,
    variance: 0.07408923480410926,
  },
] as const)('for pooling, $kind is $estimate', ({ kind, estimate, variance }) => {
  expect(effectForPooling(summary, kind)).toMatchObject({
    estimate: expect.closeTo(estimate, 12) as number,
    variance: expect.closeTo(variance, 12) as number,
  });
});

test.each([
  { pairs: [], reason: 'no complete pairs' },
  { pairs: [[3, 4]], reason: 'one complete pair: no variance' },
] as { pairs: Pair[]; reason: string }[])(
  'pairs $pairs are refused: $reason',
  ({ pairs, reason }) => {
    expect(effectForPooling(pairedSummary(pairs), 'mean change (MC)')).toEqual({
      computable: false,
      reason,
      n: pairs.length,
    });
  },
);

test('two pairs have no small-sample correction', () => {
  const two = pairedSummary([
    [14, 9],
    [20, 18],
  ]);
  expect(effectForPooling(two, 'standardised by the change (SMCC)')).toMatchObject({
    computable: false,
    n: 2,
  });
});

test('without spread at a timepoint there is nothing to standardise by', () => {
  const flat = pairedSummary([
    [12, 10],
    [12, 9],
    [12, 12],
  ]);
  expect(effectForPooling(flat, 'standardised by the baseline (SMCR)')).toMatchObject({
    reason: 'no spread at a timepoint',
  });
});
