import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mcNemar } from './mcnemar.js';
import { pairedDifferenceNewcombe, pairedDifferenceWald } from './paired-difference.js';

const table = Object.freeze({ noNo: 20, noYes: 12, yesNo: 5, yesYes: 30 });

// R: mcnemar.test, binom.test(12, 17)
test('twelve gained and five lost give what R prints', () => {
  expect(mcNemar(table)).toMatchObject({
    n: 67,
    gained: 12,
    lost: 5,
    chiSquare: expect.closeTo(2.8823529411764706, 13) as number,
    p: expect.closeTo(0.08955507441364312, 13) as number,
    chiSquareCorrected: expect.closeTo(2.1176470588235294, 13) as number,
    pCorrected: expect.closeTo(0.14561009539686795, 13) as number,
    pExact: expect.closeTo(0.14346313476562506, 13) as number,
    pMid: expect.closeTo(0.09625244140624994, 13) as number,
    oddsRatio: 2.4,
    oddsRatioInterval: {
      low: expect.closeTo(0.7870458941728161, 12) as number,
      high: expect.closeTo(8.695981118680269, 11) as number,
    },
  });
});

// Newcombe (1998), method 10
test('the change of the share has both intervals', () => {
  const shares = { before: 35 / 67, after: 42 / 67, difference: 7 / 67, n: 67 };
  expect(pairedDifferenceWald(table)).toMatchObject({
    ...shares,
    interval: {
      low: expect.closeTo(-0.01351345708159958, 13) as number,
      high: expect.closeTo(0.22246868096219674, 13) as number,
    },
  });
  expect(pairedDifferenceNewcombe(table)).toMatchObject({
    ...shares,
    interval: {
      low: expect.closeTo(-0.016801748377671663, 13) as number,
      high: expect.closeTo(0.22026959986240463, 13) as number,
    },
  });
});

test('when nobody lost, the odds have no ratio', () => {
  const gains = { noNo: 9, noYes: 6, yesNo: 0, yesYes: 11 };
  expect(mcNemar(gains)).toMatchObject({
    oddsRatio: null,
    oddsRatioInterval: null,
    pExact: expect.closeTo(2 / 64, 14) as number,
  });
  const losses = { noNo: 9, noYes: 0, yesNo: 6, yesYes: 11 };
  expect(mcNemar(losses)).toMatchObject({ oddsRatio: 0, oddsRatioInterval: { low: 0 } });
});

const cell = fc.integer({ min: 0, max: 40 });

test('swapping the timepoints keeps every p and turns the difference around', () => {
  fc.assert(
    fc.property(cell, cell, cell, cell, (noNo, noYes, yesNo, yesYes) => {
      fc.pre(noYes + yesNo > 0);
      const forward = { noNo, noYes, yesNo, yesYes };
      const backward = { noNo, noYes: yesNo, yesNo: noYes, yesYes };
      const one = mcNemar(forward);
      const other = mcNemar(backward);
      if (!one.computable || !other.computable) throw new Error('someone changed');
      expect([other.p, other.pExact, other.pMid]).toEqual([one.p, one.pExact, one.pMid]);
      expect(one.pMid).toBeLessThanOrEqual(one.pExact);
      for (const interval of [pairedDifferenceWald, pairedDifferenceNewcombe]) {
        const before = interval(forward);
        const after = interval(backward);
        if (!before.computable || !after.computable) throw new Error('someone answered');
        expect(after.interval.low).toBeCloseTo(-before.interval.high, 12);
      }
    }),
  );
});

test('when nobody changed there is no test, but an interval', () => {
  const still = { noNo: 50, noYes: 0, yesNo: 0, yesYes: 40 };
  expect(mcNemar(still)).toEqual({ computable: false, reason: 'no discordant pairs', n: 90 });
  expect(pairedDifferenceNewcombe(still)).toMatchObject({
    difference: 0,
    interval: { high: expect.closeTo(0.021806610292463377, 13) as number },
  });
});

test('of nobody there is nothing, and cells must be counts', () => {
  const empty = { noNo: 0, noYes: 0, yesNo: 0, yesYes: 0 };
  expect(pairedDifferenceWald(empty)).toMatchObject({ computable: false, n: 0 });
  expect(pairedDifferenceNewcombe(empty)).toMatchObject({ computable: false, n: 0 });
  expect(() => mcNemar({ ...empty, noYes: -1 })).toThrow('PairedTable requires whole counts >= 0');
});
