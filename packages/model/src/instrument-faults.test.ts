import { expect, test } from 'vitest';
import { changed, example } from '../fixtures/example.js';
import type { Fault } from './fault.js';
import { parseInstrument } from './instrument.js';

function faultsOf(value: unknown): Fault[] {
  const checked = parseInstrument(value);
  return checked.ok ? [] : checked.faults;
}

test.each([
  ['scales[0].source', 'hearsay', 'must name one of the sources, not "hearsay"'],
  ['scales[0].missing.source', 'hearsay', 'must name one of the sources, not "hearsay"'],
  ['scales[0].reliability[0].source', 'hearsay', 'must name one of the sources, not "hearsay"'],
  ['scales[0].thresholds[0].source', 'hearsay', 'must name one of the sources, not "hearsay"'],
  ['scales[0].bands[0].source', 'hearsay', 'must name one of the sources, not "hearsay"'],
  ['flags[0].source', 'hearsay', 'must name one of the sources, not "hearsay"'],
  ['items[0].options', 'seldom', 'must name a set in optionSets, not "seldom"'],
  ['items[0].options', 'constructor', 'must name a set in optionSets, not "constructor"'],
  ['items[1].number', '1', 'must not repeat "1"'],
  ['scales[0].items[1]', 'x', 'must name an item, not "x"'],
  ['scales[0].items[1]', 'a', 'must not repeat "a"'],
  ['scales[0].reversed[1]', 'c', 'must not repeat "c"'],
  ['scales[0].reversed[0]', 'd', 'must name an item of this scale, not "d"'],
  ['scales[0].range', [0, 12], 'must be 0 to 9, what the method can give'],
  ['scales[3].scales[1]', 'over-all', 'must name a scale defined before, not "over-all"'],
  ['scales[2].recodes[0].items[0]', 'b', 'must name an item of this scale, not "b"'],
  ['scales[2].method.weights.x', 1, 'must name an item of this scale, not "x"'],
  ['scales[0].bands[0].bands[1].from', 2, 'must be above the band before'],
  ['scales[0].bands[0].bands[1].to', 2, 'must not be below from'],
  ['scales[0].thresholds[0].value', 10, 'must lie within 0 to 9'],
  ['scales[0].thresholds[0].value', -1, 'must lie within 0 to 9'],
  ['scales[0].missing.minimumAnswered', 4, 'must be at most 3, the items there are'],
])('refuses %s that is %j', (path, value, rule) => {
  const faults = faultsOf(changed(example(), path, value));
  expect(faults.map((fault) => fault.path)).toContain(path);
  expect(faults.find((fault) => fault.path === path)!.rule).toBe(rule);
});

const elsewhere: { why: string; set: string; to: unknown; path: string }[] = [
  { why: 'an item id twice', set: 'items[1].id', to: 'a', path: 'items[1]' },
  { why: 'a scale id twice', set: 'scales[1].id', to: 'total', path: 'scales[1]' },
  {
    why: 'a source twice',
    set: 'sources[1]',
    to: { ...example().sources[0] },
    path: 'sources[1]',
  },
  {
    why: 'a value twice among the options',
    set: 'optionSets.often[2].value',
    to: 1,
    path: 'optionSets.often[2]',
  },
  {
    why: 'options of which none has a value',
    set: 'optionSets.yes-no',
    to: [{ missing: 'not-applicable' }, { missing: 'not-applicable' }],
    path: 'optionSets.yes-no',
  },
  {
    why: 'never to be pooled with itself',
    set: 'neverPoolWith',
    to: [
      { instrument: 'another', why: 'other wording' },
      { instrument: 'example', why: 'a slip' },
    ],
    path: 'neverPoolWith[1].instrument',
  },
  { why: 'unverified, with nothing to check', set: 'verified', to: false, path: 'toCheck' },
  {
    why: 'a count that starts where it ends',
    set: 'items[4].minimum',
    to: 30,
    path: 'items[4].maximum',
  },
  {
    why: 'an item shown because of itself',
    set: 'items[3].shownWhen.item',
    to: 'd',
    path: 'items[3].shownWhen',
  },
  {
    why: 'an item shown because of a later one',
    set: 'items[0].shownWhen',
    to: { any: [{ not: { item: 'b', is: '=', value: 1 } }] },
    path: 'items[0].shownWhen',
  },
  { why: 'a flag on an unknown item', set: 'flags[0].when.item', to: 'x', path: 'flags[0].when' },
  { why: 'items and scales at once', set: 'scales[3].items', to: ['a'], path: 'scales[3].items' },
  { why: 'neither items nor scales', set: 'scales[1].items', to: [], path: 'scales[1].items' },
  {
    why: 'an item that may not apply but is not there',
    set: 'scales[0].missing.mayNotApply',
    to: ['d'],
    path: 'scales[0].missing.mayNotApply[0]',
  },
  {
    why: 'a single item that is three',
    set: 'scales[0].method.name',
    to: 'single-item',
    path: 'scales[0].items',
  },
  {
    why: 'a recode that leaves a value out',
    set: 'scales[2].recodes[0].values',
    to: { 0: 0, 1: 50, 3: 100 },
    path: 'scales[2].recodes[0].values.2',
  },
  {
    why: 'an item both recoded and reversed',
    set: 'scales[2].reversed',
    to: ['a'],
    path: 'scales[2].reversed',
  },
  {
    why: 'percent of the maximum of recoded values',
    set: 'scales[2].method',
    to: { name: 'percent-of-maximum' },
    path: 'scales[2].method.name',
  },
  {
    why: 'percent of the maximum of other scales',
    set: 'scales[3].method',
    to: { name: 'percent-of-maximum' },
    path: 'scales[3].method.name',
  },
  {
    why: 'a criterion over an unknown item',
    set: 'scales[0].method',
    to: { name: 'criteria-count', criteria: [{ id: 'k', items: ['x'], atLeast: 1, needed: 1 }] },
    path: 'scales[0].method.criteria[0].items[0]',
  },
  {
    why: 'a stage over an unknown item',
    set: 'scales[0].method',
    to: {
      name: 'highest-sum',
      stages: [
        { id: 'one', items: ['a'] },
        { id: 'two', items: ['x'] },
      ],
      ties: 'later',
    },
    path: 'scales[0].method.stages[1].items[0]',
  },
  {
    why: 'halves of an unknown item',
    set: 'scales[0].method',
    to: { name: 'dichotomised-count', counts: { x: [1] } },
    path: 'scales[0].method.counts.x',
  },
  {
    why: 'a band beyond the range',
    set: 'scales[0].bands[0].bands[2].to',
    to: 10,
    path: 'scales[0].bands[0].bands[2]',
  },
];

test.each(elsewhere)('refuses $why, at $path', ({ set, to, path }) => {
  expect(faultsOf(changed(example(), set, to)).map((fault) => fault.path)).toContain(path);
});

test('tells all that is wrong at once', () => {
  const wrong = changed(changed(example(), 'scales[0].source', 'x'), 'scales[3].range', [0, 31]);
  expect(faultsOf(wrong).map((fault) => fault.path)).toEqual([
    'scales[0].source',
    'scales[3].range',
  ]);
});

test.each([
  [
    { items: 6, source: 'made-up' },
    'minimumAnswered.items',
    'must be at most 5, the items there are',
  ],
  [
    { items: 3, source: 'hearsay' },
    'minimumAnswered.source',
    'must name one of the sources, not "hearsay"',
  ],
])('refuses a rule for the whole form that is %j', (minimumAnswered, path, rule) => {
  expect(faultsOf(changed(example(), 'minimumAnswered', minimumAnswered))).toMatchObject([
    { path, rule },
  ]);
});

test('refuses a flag that no answers raise', () => {
  const never = changed(example(), 'flags[0].when', { item: 'b', is: '>', value: 3 });
  expect(faultsOf(never)).toEqual([
    { path: 'flags[0].when', found: 'object', rule: 'must be able to hold: no answers fulfil it' },
  ]);
});

test('refuses a skip rule that only answers could fulfil that another rule hides', () => {
  const behind = changed(example(), 'items[4].shownWhen', {
    all: [
      { item: 'c', is: '=', value: 0 },
      { item: 'd', is: '=', value: 1 },
    ],
  });
  expect(faultsOf(behind).map(({ path, rule }) => [path, rule])).toEqual([
    ['items[4].shownWhen', 'must be able to hold: no answers fulfil it'],
  ]);
});
