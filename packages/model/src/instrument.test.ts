import { expect, test } from 'vitest';
import { changed, example, frozen } from '../fixtures/example.js';
import { parseInstrument } from './instrument.js';

test('accepts a definition that says everything there is to say', () => {
  expect(parseInstrument(example())).toEqual({ ok: true, value: example() });
});

test('accepts what it accepted once more after JSON', () => {
  const once = parseInstrument(example());
  expect(parseInstrument(JSON.parse(JSON.stringify(once.ok && once.value)))).toEqual(once);
});

test('leaves the definition it was given untouched', () => {
  const given = frozen(example());
  parseInstrument(given);
  expect(given).toEqual(example());
});

test.each([
  ['id', 'PHQ-9', 'must match'],
  ['version', '1.0', 'must match'],
  ['area', 'mood', 'must be one of recovery, hope'],
  ['minutes', undefined, 'must be number'],
  ['minutes', 0, 'must be above 0'],
  ['sources', [], 'must be at least 1'],
  ['items', [], 'must be at least 1'],
  ['scales', [], 'must be at least 1'],
  ['scales', {}, 'must be array'],
  ['rights.class', 'free', 'must be one of public-domain'],
  ['rights.checked', 'yesterday', 'must match'],
  ['rights.evidence', '', 'must be at least 5'],
  ['sources[0].url', 'http://example.org', 'must match'],
  ['sources[0].mark', 'heard', 'must be one of seen, memory'],
  ['optionSets.often', [{ value: 1 }], 'must be at least 2'],
  ['optionSets.often[0]', { value: 0.5 }, 'must have one of the allowed forms'],
  ['optionSets.often[0]', { value: 0, label: 'Never' }, 'must not have 1 unknown field(s)'],
  ['items[0].kind', 'text', 'must be one of options, count'],
  ['items[0].number', 1, 'must be string'],
  ['items[4].maximum', 2.5, 'must be int'],
  ['items[3].shownWhen', 'c > 0', 'must have one of the allowed forms'],
  ['scales[0].method', 'a + b', 'must be object'],
  ['scales[0].method.name', 'median', 'must be one of sum, mean, single-item'],
  ['scales[0].missing.minimumAnswered', 0, 'must be at least 1'],
  ['scales[0].missing.fill', 'zero', 'must be one of none, person-mean'],
  ['scales[2].then[0].name', 'log', 'must be one of linear, round, look-up'],
  ['scales[2].recodes[0].values.2', '50', 'must be number'],
  ['scales[0].direction', 'up', 'must be one of higher-is-better, lower-is-better'],
  ['scales[0].reliability[0].value', 1, 'must be below 1'],
  ['scales[0].thresholds[0].side', 'left', 'must be one of below, above'],
  ['scales[0].thresholds[0].strict', undefined, 'must be boolean'],
  ['flags[0].source', undefined, 'must be string'],
])('refuses %s that is %j', (path, value, rule) => {
  const checked = parseInstrument(changed(example(), path, value));
  const faults = checked.ok ? [] : checked.faults;
  expect(faults.map((fault) => fault.path)).toEqual([path]);
  expect(faults[0]!.rule).toContain(rule);
});

test.each([
  ['items[0]', { required: true }],
  ['scales[0]', { formula: 'a + b' }],
  ['rights', { note: 'ask' }],
])('refuses a field in %s that it does not know', (path, fields) => {
  const [name, value] = Object.entries(fields)[0]!;
  expect(parseInstrument(changed(example(), `${path}.${name}`, value))).toMatchObject({
    ok: false,
    faults: [{ path, rule: 'must not have 1 unknown field(s)' }],
  });
});

test.each([null, [], 'text', 3, undefined])('refuses %j in place of a definition', (value) => {
  expect(parseInstrument(value)).toMatchObject({
    ok: false,
    faults: [{ path: '(whole)', rule: 'must be object' }],
  });
});

test('a fault names the type of what was found, never the value', () => {
  const checked = parseInstrument(changed(example(), 'area', 'Jane Doe'));
  expect(checked).toMatchObject({ ok: false, faults: [{ path: 'area', found: 'string' }] });
  expect(JSON.stringify(checked)).not.toContain('Jane');
});
