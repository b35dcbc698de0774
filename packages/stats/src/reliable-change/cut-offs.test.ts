import { expect, test } from 'vitest';
import { cutOffs } from './cut-offs.js';

// By hand: a = 40 + 15, b = 60 - 15, c half way because both spreads are equal.
test('the cut-offs are those of the formulas', () => {
  const found = cutOffs({
    clinical: { mean: 40, sd: 7.5 },
    functional: { mean: 60, sd: 7.5 },
    direction: 1,
  });
  expect(found).toEqual({ a: 55, b: 45, bClinicalSd: 45, c: 50 });
});

test('without norms there is only cut-off a', () => {
  expect(cutOffs({ clinical: { mean: 40, sd: 5 }, direction: -1 })).toEqual({
    a: 30,
    b: null,
    bClinicalSd: null,
    c: null,
  });
});
