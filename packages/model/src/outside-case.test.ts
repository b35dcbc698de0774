import { expect, test } from 'vitest';
import { parseOutsideCase } from './outside-case.js';

const whole = { instrument: 'PHQ-9', answers: { Q1: '2', Q2: null }, expected: { Total: 12 } };

test.each([
  whole,
  { ...whole, version: '', context: {} },
  { ...whole, version: null, context: null },
  { ...whole, version: 1 },
  { ...whole, answers: [2, null, 'Not at all'] },
  { ...whole, expected: { total: { value: 12, band: 'moderate' } } },
])('takes %j', (value) => {
  expect(parseOutsideCase(value)).toEqual({ ok: true, value });
});

test('passes over what it does not know', () => {
  expect(parseOutsideCase({ ...whole, note: 'mine' })).toEqual({ ok: true, value: whole });
});

test.each([
  ['instrument', undefined],
  ['instrument', 9],
  ['answers', 'all twos'],
  ['answers', undefined],
  ['expected', 12],
  ['expected', undefined],
  ['context', 'female'],
])('refuses %s that is %j', (path, value) => {
  const checked = parseOutsideCase({ ...whole, [path]: value });
  expect(checked.ok ? [] : checked.faults.map((fault) => fault.path)).toEqual([path]);
});

test.each([null, 'phq-9', [], 12])('refuses %j as a whole', (value) => {
  expect(parseOutsideCase(value)).toMatchObject({ ok: false });
});
