import { expect, test } from 'vitest';
import { studentTest, welchTest } from './two-sample-test.js';

/** Extra hours of sleep under two drugs, read as two independent groups (R datasets::sleep). */
const first = Object.freeze([1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]);
const second = Object.freeze([0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2]);

test("Welch's test of the sleep data gives what R prints", () => {
  expect(welchTest(first, second)).toMatchObject({
    n: [10, 10],
    t: expect.closeTo(1.860813467486853, 12) as number,
    df: expect.closeTo(17.7764735161785, 10) as number,
    p: expect.closeTo(0.07939414018735817, 13) as number,
  });
});

test("Student's test of the sleep data gives what R prints", () => {
  expect(studentTest(first, second)).toMatchObject({
    df: 18,
    p: expect.closeTo(0.07918671421593818, 13) as number,
  });
});

test('a group of one, or two groups without spread, are refused', () => {
  expect(welchTest([1], [1, 2])).toMatchObject({ computable: false, n: 1 });
  expect(welchTest([1, 1], [2, 2])).toMatchObject({ computable: false, n: 4 });
  expect(studentTest([1, 1], [2, 2])).toMatchObject({ computable: false, n: 4 });
});
