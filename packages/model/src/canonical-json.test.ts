import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from './canonical-json.js';

const json = fc.jsonValue({ maxDepth: 4 });

/** The same value with the fields of every object the other way round. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, inner]) => [name, turned(inner)]),
  );
}

test.each([
  [{ b: 1, a: 2 }, '{"a":2,"b":1}'],
  [{ b: { d: [], c: {} }, a: null }, '{"a":null,"b":{"c":{},"d":[]}}'],
  [{ 10: 'ten', 9: 'nine', '-1': 'minus' }, '{"-1":"minus","10":"ten","9":"nine"}'],
  [[3, 1, 2], '[3,1,2]'],
  [{ 'ä"': 'line\nbreak' }, '{"ä\\"":"line\\nbreak"}'],
  [{ a: undefined, b: 1 }, '{"b":1}'],
  ['text', '"text"'],
  [1e21, '1e+21'],
  [null, 'null'],
])('%j is %s', (value, text) => {
  expect(canonicalJson(value)).toBe(text);
});

test('the order in which fields were written makes no difference', () => {
  fc.assert(fc.property(json, (value) => canonicalJson(value) === canonicalJson(turned(value))));
});

test('the order of a list makes a difference', () => {
  expect(canonicalJson([1, 2])).not.toBe(canonicalJson([2, 1]));
});

test('the text holds the same value', () => {
  fc.assert(
    fc.property(json, (value) => {
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});
