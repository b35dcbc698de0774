import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { check, pathText, typeOf } from './fault.js';

test.each([
  [[], '(whole)'],
  [['answers', 'sc1'], 'answers.sc1'],
  [['scales', 0, 'items', 12], 'scales[0].items[12]'],
  [[3], '[3]'],
])('the path %j reads %s', (path, text) => {
  expect(pathText(path)).toBe(text);
});

test.each([
  [undefined, 'nothing'],
  [null, 'null'],
  [[1], 'list'],
  [{}, 'object'],
  ['x', 'string'],
  [1, 'number'],
  [true, 'boolean'],
])('%j is called %s', (value, name) => {
  expect(typeOf(value)).toBe(name);
});

const schema = z.strictObject({
  kind: z.enum(['a', 'b']),
  size: z.int().check(z.minimum(1), z.maximum(9)),
  names: z.record(z.string().check(z.regex(/^[a-z]+$/)), z.string()),
  either: z.optional(z.union([z.number(), z.boolean()])),
});
const right = { kind: 'a', size: 3, names: { one: 'x' } };

test('gives the value when all is right', () => {
  expect(check(schema, right)).toEqual({ ok: true, value: right });
});

test.each([
  [
    { ...right, kind: 'c' },
    { path: 'kind', found: 'string', rule: 'must be one of a, b' },
  ],
  [
    { ...right, size: '3' },
    { path: 'size', found: 'string', rule: 'must be number' },
  ],
  [
    { ...right, size: 3.5 },
    { path: 'size', found: 'number', rule: 'must be int' },
  ],
  [
    { ...right, size: 0 },
    { path: 'size', found: 'number', rule: 'must be at least 1' },
  ],
  [
    { ...right, size: 10 },
    { path: 'size', found: 'number', rule: 'must be at most 9' },
  ],
  [
    { ...right, size: undefined },
    { path: 'size', found: 'nothing', rule: 'must be number' },
  ],
  [
    { ...right, names: { one: null } },
    { path: 'names.one', found: 'null', rule: 'must be string' },
  ],
  [
    { ...right, names: { One: 'x' } },
    { path: 'names.One', found: 'string', rule: 'has a field name of the wrong form' },
  ],
  [
    { ...right, either: 'x' },
    { path: 'either', found: 'string', rule: 'must have one of the allowed forms' },
  ],
  [
    { ...right, more: 1, most: 2 },
    { path: '(whole)', found: 'object', rule: 'must not have 2 unknown field(s)' },
  ],
  [[right], { path: '(whole)', found: 'list', rule: 'must be object' }],
])('%j has one fault', (value, fault) => {
  expect(check(schema, value)).toEqual({ ok: false, faults: [fault] });
});

test('gives every fault, and no value that was found', () => {
  const checked = check(schema, { kind: 'secret', size: 77, names: 'Jane' });
  expect(checked.ok ? [] : checked.faults.map((fault) => fault.path)).toEqual([
    'kind',
    'size',
    'names',
  ]);
  expect(JSON.stringify(checked)).not.toMatch(/secret|77|Jane/);
});
