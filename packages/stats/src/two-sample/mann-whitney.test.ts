import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mannWhitney, mannWhitneyFromCounts } from './mann-whitney.js';
import { mannWhitneyExact, mannWhitneyExactFromCounts } from './mann-whitney-exact.js';

/** Extra hours of sleep under two drugs, read as two independent groups (R datasets::sleep). */
const first = Object.freeze([1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]);
const second = Object.freeze([0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2]);

// R: wilcox.test(first, second, exact = FALSE)
test('the sleep data give what R prints', () => {
  expect(mannWhitney(first, second)).toMatchObject({
    n: [10, 10],
    u: 74.5,
    ties: true,
    commonLanguage: 0.745,
    rankBiserial: expect.closeTo(0.49, 14) as number,
    pCorrected: expect.closeTo(0.06932757543362658, 13) as number,
  });
});

// R: wilcox.test(c(1, 2, 5), c(3, 4, 6, 7))
test('three against four untied people give p 0.2285714', () => {
  expect(mannWhitneyExact([1, 2, 5], [3, 4, 6, 7])).toMatchObject({
    u: 2,
    ties: false,
    p: expect.closeTo(8 / 35, 14) as number,
  });
});

/** Every way to pick the first group out of all people. */
function choices(size: number, from: number[]): number[][] {
  if (size === 0) return [[]];
  return from.flatMap((one, i) =>
    choices(size - 1, from.slice(i + 1)).map((rest) => [one, ...rest]),
  );
}

function byEnumeration(a: readonly number[], b: readonly number[]): number {
  const all = [...a, ...b];
  const uOf = (group: number[]) => {
    const others = all.map((_, i) => i).filter((i) => !group.includes(i));
    let u = 0;
    for (const i of group) for (const j of others) u += (Math.sign(all[i]! - all[j]!) + 1) / 2;
    return u;
  };
  const seen = uOf(a.map((_, i) => i));
  const every = choices(a.length, [...all.keys()]).map(uOf);
  const low = every.filter((u) => u <= seen).length;
  const high = every.filter((u) => u >= seen).length;
  return Math.min(1, (2 * Math.min(low, high)) / every.length);
}

const few = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 5 });

test('the exact p is that of forming the groups in every way, ties or not', () => {
  fc.assert(
    fc.property(few, few, (a, b) => {
      fc.pre(new Set([...a, ...b]).size > 1);
      expect(mannWhitneyExact(a, b)).toMatchObject({
        p: expect.closeTo(byEnumeration(a, b), 12) as number,
      });
    }),
    { numRuns: 50 },
  );
});

test('order and any rising change of scale do not matter; swapping the groups mirrors u', () => {
  fc.assert(
    fc.property(few, few, (a, b) => {
      const plain = mannWhitney(a, b);
      const cubed = (values: number[]) => values.map((value) => value ** 3 - 4).reverse();
      expect(mannWhitney(cubed(a), cubed(b))).toEqual(plain);
      const swapped = mannWhitney(b, a);
      if (!plain.computable || !swapped.computable) return;
      expect(plain.u + swapped.u).toBe(a.length * b.length);
      expect(swapped.p).toBe(plain.p);
    }),
  );
});

test('counts give the same as values', () => {
  const ones = [
    { value: 1, count: 2 },
    { value: 3, count: 1 },
  ];
  const twos = [{ value: 2, count: 3 }];
  expect(mannWhitneyFromCounts(ones, twos)).toEqual(mannWhitney([1, 1, 3], [2, 2, 2]));
  expect(mannWhitneyExactFromCounts(ones, twos)).toEqual(mannWhitneyExact([1, 3, 1], [2, 2, 2]));
});

test('an empty group and equal values are refused', () => {
  for (const compare of [mannWhitney, mannWhitneyExact]) {
    expect(compare([], [1])).toMatchObject({ computable: false, n: 1 });
    expect(compare([2, 2], [2])).toMatchObject({
      computable: false,
      reason: 'all values are equal',
    });
  }
  const many = Array.from({ length: 101 }, (_, i) => i);
  expect(mannWhitneyExact(many, many)).toMatchObject({ computable: false, n: 202 });
});
