import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changeByBaselineSd } from './change-by-baseline-sd.js';
import { cohenDavBySd, cohenDavByVariance } from './cohen-dav.js';
import { cohenDrm } from './cohen-drm.js';
import { cohenDz, cohenDzNormal } from './cohen-dz.js';
import type { Pair } from './complete-pairs.js';
import { changesOf } from './complete-pairs.js';
import { pairedSummary } from './paired-summary.js';
import { sleep } from '../../fixtures/sleep.js';

const summary = pairedSummary(sleep);

// R, packages effectsize and metafor; the formulas stand beside each function.
test.each([
  {
    name: 'd_av by variance',
    effect: cohenDavByVariance(summary),
    value: 0.8321810813495397,
    corrected: 0.76050939567012,
    se: 0.20486334901631756,
  },
  {
    name: 'd_av by SD',
    effect: cohenDavBySd(summary),
    value: 0.8334963413127044,
    corrected: 0.7617113787266363,
    se: 0.20518713487,
  },
  {
    name: 'd_rm',
    effect: cohenDrm(summary),
    value: 0.8221766383863095,
    corrected: 0.7513665864396532,
    se: 0.2341194760389646,
  },
  {
    name: 'd by baseline',
    effect: changeByBaselineSd(summary),
    value: 0.8831701903605378,
    corrected: 0.8071070621501445,
    se: 0.2827816084726124,
  },
  {
    name: 'd_z, normal',
    effect: cohenDzNormal(summary.change),
    value: 1.2845575625910546,
    corrected: 1.173924903514205,
    se: 0.42720534474710586,
  },
])('the sleep data have $name $value', ({ effect, value, corrected, se }) => {
  expect(effect).toMatchObject({
    computable: true,
    n: 10,
    value: expect.closeTo(value, 12) as number,
    corrected: expect.closeTo(corrected, 12) as number,
    se: expect.closeTo(se, 9) as number,
  });
});

test("Hedges' g_z scales value and interval alike", () => {
  expect(cohenDz(changesOf(sleep))).toMatchObject({
    corrected: expect.closeTo(1.173924903514205, 12) as number,
    correctedInterval: {
      low: expect.closeTo(0.3789178959960925, 9) as number,
      high: expect.closeTo(1.9356021125256317, 9) as number,
    },
  });
});

const scores = fc.integer({ min: 0, max: 27 });
const people = fc.array(fc.tuple(scores, scores), { minLength: 4, maxLength: 30 });

test('no effect depends on the level, the unit or the order of the scores', () => {
  const effects = [cohenDavByVariance, cohenDavBySd, cohenDrm, changeByBaselineSd];
  fc.assert(
    fc.property(people, fc.integer({ min: -50, max: 50 }), (pairs, shift) => {
      const moved = [...pairs].reverse().map(([a, b]) => [3 * a + shift, 3 * b + shift] as const);
      for (const effect of effects) {
        const plain = effect(pairedSummary(pairs));
        const other = effect(pairedSummary(moved));
        expect(other.computable).toBe(plain.computable);
        if (plain.computable && other.computable) {
          expect(other.value).toBeCloseTo(plain.value, 10);
          expect(other.se).toBeCloseTo(plain.se, 10);
        }
      }
    }),
  );
});

test('scores turned around turn the sign of every effect', () => {
  fc.assert(
    fc.property(people, (pairs) => {
      const turned = pairs.map(([a, b]) => [27 - a, 27 - b] as const);
      const plain = cohenDz(changesOf(pairs));
      const other = cohenDz(changesOf(turned));
      if (!plain.computable || !other.computable) return;
      expect(other.value).toBeCloseTo(-plain.value, 10);
      expect(other.interval.low).toBeCloseTo(-plain.interval.high, 8);
    }),
    { numRuns: 30 },
  );
});

test('two pairs have an effect, but no small-sample correction', () => {
  const two = pairedSummary([
    [14, 9],
    [20, 18],
  ]);
  expect(changeByBaselineSd(two)).toMatchObject({ computable: true, corrected: null });
  expect(cohenDz([-5, -2])).toMatchObject({ corrected: null, correctedInterval: null });
});

test.each([
  { pairs: [], reason: 'no complete pairs' },
  { pairs: [[3, 4]], reason: 'one complete pair: no variance' },
  {
    pairs: [
      [3, 4],
      [5, 6],
    ],
    reason: 'all changes identical: zero variance',
  },
] as { pairs: Pair[]; reason: string }[])(
  'pairs $pairs are refused: $reason',
  ({ pairs, reason }) => {
    const refusal = { computable: false, reason, n: pairs.length };
    const few = pairedSummary(pairs);
    expect(cohenDavByVariance(few)).toEqual(refusal);
    expect(cohenDrm(few)).toEqual(refusal);
    expect(changeByBaselineSd(few)).toEqual(refusal);
    expect(cohenDzNormal(few.change)).toEqual(refusal);
  },
);

test('without spread at a timepoint there is nothing to standardise by', () => {
  const flat = pairedSummary([
    [12, 10],
    [12, 9],
    [12, 12],
  ]);
  expect(changeByBaselineSd(flat)).toMatchObject({ reason: 'no spread at baseline' });
  expect(cohenDrm(flat)).toMatchObject({ reason: 'no spread at a timepoint' });
  const after = pairedSummary([
    [10, 12],
    [9, 12],
    [12, 12],
  ]);
  expect(changeByBaselineSd(after)).toMatchObject({ reason: 'no spread at follow-up' });
});

test('d_rm is refused where follow-up is a straight line of baseline', () => {
  const line = pairedSummary([
    [1, 2],
    [2, 4],
    [3, 6],
  ]);
  expect(cohenDrm(line)).toMatchObject({ reason: 'baseline and follow-up correlate perfectly' });
});
