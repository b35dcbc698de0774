import { expect, test } from 'vitest';
import { agrees } from './agrees.js';
import type { Expected } from './flat-expected.js';

const severities = ['minimal', 'mild', 'moderate', 'moderately severe', 'severe'];

test.each<[Expected, string | null, boolean]>([
  ['severe', 'severe', true],
  ['severe', 'moderately severe', false],
  ['Moderately-Severe', 'moderately severe', true],
  ['min', 'minimal', true],
  ['mod', 'moderate', false],
  ['none', 'minimal', false],
  [null, null, true],
  [null, 'mild', false],
  ['mild', null, false],
])('the label %s meets %s: %s', (expected, label, met) => {
  expect(agrees(expected, { kind: 'labels', labels: [{ label, of: severities }] })).toBe(met);
});

test('a Roman number is the number it stands for', () => {
  const of = ['zone I', 'zone II', 'zone III', 'zone IV'];
  const meets = (asked: string) =>
    agrees(asked, { kind: 'labels', labels: [{ label: of[1]!, of }] });
  expect(['Zone 2', 'zone II', 'II', 'zone 1', 'zone 3'].map(meets)).toEqual([
    true,
    true,
    true,
    false,
    false,
  ]);
});

test('of two rival sets of bands either is enough', () => {
  const labels = [
    { label: 'high', of: ['low', 'high'] },
    { label: 'likely', of: ['unlikely', 'likely'] },
  ];
  expect(['high', 'likely', 'low'].map((one) => agrees(one, { kind: 'labels', labels }))).toEqual([
    true,
    true,
    false,
  ]);
});

test.each<[Expected, number, boolean]>([
  [46.7, 140 / 3, true],
  [46.67, 140 / 3, true],
  [46.6, 140 / 3, false],
  [47, 140 / 3, false],
  ['46.7', 140 / 3, true],
  ['3.50', 3.5, true],
  ['3.50', 3.49, false],
  [0.1 + 0.2, 0.3, true],
  ['', 0, false],
  [null, 0, false],
  [false, 0, false],
])('the number %s meets %d: %s', (expected, value, met) => {
  expect(agrees(expected, { kind: 'value', value })).toBe(met);
});

test.each<[Expected, boolean, boolean]>([
  [true, true, true],
  ['yes', true, true],
  [1, true, true],
  ['No', false, true],
  [0, false, true],
  [false, true, false],
  [null, false, false],
  ['maybe', false, false],
])('of a line, %s meets %s: %s', (expected, value, met) => {
  expect(agrees(expected, { kind: 'value', value })).toBe(met);
});
