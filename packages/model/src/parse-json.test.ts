import { expect, test } from 'vitest';
import { parseJson } from './parse-json.js';

test.each([
  ['{"a": [1]}', { a: [1] }],
  ['\uFEFF{"a": 1}', { a: 1 }],
  [' null\r\n', null],
])('reads %j', (text, value) => {
  expect(parseJson(text)).toEqual({ ok: true, value });
});

test.each([
  ['', 1, 1],
  ['{"a": "I feel "good""}', 1, 16],
  ['{\n  "a": 1\n  "b": 2\n}', 3, 3],
  ['\uFEFF{]', 1, 2],
  ['{"a": 1', 1, 8],
])('tells of %j where the slip is, and nothing of the text', (text, line, column) => {
  const rule = `must be JSON: the slip is at line ${line}, column ${column}`;
  const faults = [{ path: '(whole)', found: 'text', rule }];
  expect(parseJson(text)).toEqual({ ok: false, faults });
});
