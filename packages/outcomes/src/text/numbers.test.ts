import { expect, test } from 'vitest';
import {
  briefCount,
  countText,
  decimalsFor,
  levelText,
  numberText,
  peopleText,
  pText,
  rateText,
  shareText,
  signedText,
} from './numbers.js';

test.each([
  { value: 0.354, decimals: 2, plain: '0.35', signed: '+0.35' },
  { value: -1.25, decimals: 1, plain: '−1.3', signed: '−1.3' },
  { value: 0, decimals: 2, plain: '0.00', signed: '0.00' },
  { value: -0.001, decimals: 2, plain: '0.00', signed: '0.00' },
  { value: 0.004, decimals: 2, plain: '0.00', signed: '0.00' },
])('$value is written $plain and $signed', ({ value, decimals, plain, signed }) => {
  expect(numberText(value, decimals)).toBe(plain);
  expect(signedText(value, decimals)).toBe(signed);
});

test.each([
  { range: [1, 5], decimals: 2 },
  { range: [4, 20], decimals: 1 },
  { range: [0, 30], decimals: 1 },
] as const)('scores from $range get $decimals decimals', ({ range, decimals }) => {
  expect(decimalsFor(range)).toBe(decimals);
});

test.each([
  { p: 0.0004, text: '< 0.001' },
  { p: 0.001, text: '0.001' },
  { p: 0.0496, text: '0.050' },
  { p: 1, text: '1.000' },
])('p = $p is written $text', ({ p, text }) => {
  expect(pText(p)).toBe(text);
});

test('counts are themselves, a range, or withheld when the range is everything', () => {
  expect(countText({ withheld: false, count: 40 })).toBe('40');
  expect(countText({ withheld: true, from: 1, to: 10 }, 30)).toBe('1 to 10');
  expect(countText({ withheld: true, from: 0, to: 30 }, 30)).toBe('withheld');
});

test('one is a person, any other number are people', () => {
  expect(peopleText({ withheld: false, count: 1 })).toBe('1 person');
  expect(peopleText({ withheld: false, count: 0 })).toBe('0 people');
  expect(peopleText({ withheld: true, from: 1, to: 10 })).toBe('1 to 10 people');
});

test('shares are whole per cent or a range of them', () => {
  expect(shareText({ from: 0.575, to: 0.575 })).toBe('57%');
  expect(shareText({ from: 33 / 43, to: 1 })).toBe('77 to 100%');
});

test('a rate that could be almost anything is not said', () => {
  expect(rateText({ from: 0.6, to: 0.6 })).toBe(' (60%)');
  expect(rateText({ from: 0.1, to: 1 })).toBe('');
  expect(rateText(null)).toBe('');
});

test('a range in little room is short', () => {
  expect(briefCount({ withheld: true, from: 1, to: 10 })).toBe('1–10');
});

test('levels keep a decimal only where they have one', () => {
  expect([0.95, 0.9, 0.995].map(levelText)).toEqual(['95%', '90%', '99.5%']);
});
