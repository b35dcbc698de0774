import { expect, test } from 'vitest';
import { changed, example, exampleWording, frozen } from '../fixtures/example.js';
import { parseWording } from './wording.js';

test('accepts a wording that has a text for all that is asked', () => {
  const checked = parseWording(frozen(exampleWording()), frozen(example()));
  expect(checked).toEqual({ ok: true, value: exampleWording() });
});

test.each([
  ['items.b', undefined, 'must have a text'],
  ['items.days', undefined, 'must have a text'],
  ['options.often.2', undefined, 'must have a text'],
  ['options.often.not-applicable', undefined, 'must have a text'],
  ['items.e', { text: 'One more.' }, 'must name what is asked'],
  ['options.often.4', 'Hourly', 'must name what is asked'],
  ['options.yes-no.not-applicable', 'Does not apply', 'must name what is asked'],
  ['options.seldom', { 1: 'Seldom' }, 'must name what is asked'],
  ['items.days.number', '6', 'must be "4", the publisher'],
  ['items.c.lead', '', 'must be at least 2'],
  ['instructions', '', 'must be at least 2'],
  ['instrument', 'another', 'must be "example"'],
  ['version', '1.0.1', 'must be "1.0.0"'],
  ['language', 'English', 'must match'],
  ['items.a.text', '', 'must be at least 2'],
  ['items.a', 'First statement.', 'must be object'],
  ['options.often.0', '', 'must be at least 1'],
  ['options.often.0', 0, 'must be string'],
  ['status', 'verified', 'must be one of official, own, compared, recalled'],
  ['translation.status', 'machine', 'must be one of original, official, validated, community'],
  ['evidence', 'my own copy', 'must be array'],
])('refuses %s that is %j', (path, value, rule) => {
  const checked = parseWording(changed(exampleWording(), path, value), example());
  const faults = checked.ok ? [] : checked.faults;
  expect(faults).toHaveLength(1);
  expect(faults[0]!.path.startsWith(path)).toBe(true);
  expect(faults[0]!.rule).toContain(rule);
});

test('a text may say which number the publisher gave its item', () => {
  expect(parseWording(changed(exampleWording(), 'items.days.number', '4'), example()).ok).toBe(
    true,
  );
});

test('a whole set of labels that is missing is named label by label', () => {
  const checked = parseWording(changed(exampleWording(), 'options.yes-no', undefined), example());
  expect(checked.ok ? [] : checked.faults.map((fault) => fault.path)).toEqual([
    'options.yes-no.0',
    'options.yes-no.1',
  ]);
});

test('a wording said to be compared must say with what', () => {
  const claimed = changed(exampleWording(), 'status', 'compared');
  expect(parseWording(claimed, example())).toMatchObject({
    ok: false,
    faults: [{ path: 'evidence', rule: 'must say what it was compared with' }],
  });
  const evidence = [
    { source: 'A printed copy', compared: 'every item and label', date: '2026-01-01' },
  ];
  expect(parseWording(changed(claimed, 'evidence', evidence), example()).ok).toBe(true);
});

test('an item whose name every object has still needs its text', () => {
  const definition = example();
  definition.items[1]!.id = 'constructor';
  const checked = parseWording(exampleWording(), definition);
  expect(checked.ok ? [] : checked.faults.map((fault) => fault.path)).toContain(
    'items.constructor',
  );
});
