import type { Answer, ScaleKey, ScoringKey } from '@waymark/model';
import { expect, test } from 'vitest';
import { reverse } from './parts.js';
import { score } from './score.js';

const missing = { minimumAnswered: 4, fill: 'none', source: 's' } as const;
const base: ScaleKey = {
  id: 'scale',
  items: ['a', 'b', 'c', 'd'],
  reversed: [],
  method: { name: 'sum' },
  missing,
};

/** The score of four items, each 1 to 5, with these fields in place of the scale's own. */
function scored(fields: Partial<ScaleKey>, [a, b, c, d]: (Answer | undefined)[]) {
  const key: ScoringKey = {
    ranges: { a: [1, 5], b: [1, 5], c: [1, 5], d: [1, 5] },
    scales: [{ ...base, ...fields }],
  };
  const given = Object.entries({ a, b, c, d }).filter(([, answer]) => answer !== undefined);
  return score(key, Object.fromEntries(given) as { [item: string]: Answer })['scale'];
}

test.each<[why: string, fields: Partial<ScaleKey>, answers: (Answer | undefined)[], value: number]>(
  [
    ['adds', {}, [1, 2, 3, 4], 10],
    ['takes the mean', { method: { name: 'mean' } }, [1, 2, 3, 4], 2.5],
    ['turns reversed items round', { reversed: ['c', 'd'] }, [1, 2, 3, 4], 8],
    ['recodes', { recodes: [{ items: ['a', 'b'], values: { 1: 0, 2: 10 } }] }, [1, 2, 3, 4], 17],
    ['takes steps', { then: [{ name: 'linear', multiply: 5, add: 0 }] }, [1, 2, 3, 4], 50],
  ],
)('%s', (_, fields, answers, value) => {
  expect(scored(fields, answers)).toEqual({ value, answered: 4, of: 4 });
});

const three = { ...missing, minimumAnswered: 3 };
const filled = { ...three, fill: 'person-mean' } as const;
const mean = { name: 'mean' } as const;

test.each<
  [why: string, fields: Partial<ScaleKey>, answers: (Answer | undefined)[], result: object]
>([
  ['all are needed', {}, [1, 2, 3, 'skipped'], { value: null, reason: 'too-few-answered' }],
  ['one may be missing', { missing: three }, [1, 2, 3, 'skipped'], { value: 6 }],
  ['one may be absent', { missing: three }, [1, 2, 3, undefined], { value: 6 }],
  [
    'the mean is of the answered',
    { missing: three, method: mean },
    [1, 2, 3, 'skipped'],
    { value: 2 },
  ],
  ['the own mean fills a sum', { missing: filled }, [1, 2, 3, 'unreadable'], { value: 8 }],
  [
    'the own mean fills after turning round',
    { missing: filled, reversed: ['a', 'd'] },
    [1, 2, 3, 'skipped'],
    { value: 40 / 3 },
  ],
  [
    'the own mean leaves a mean as it is',
    { missing: filled, method: mean },
    [1, 2, 3, 'skipped'],
    { value: 2 },
  ],
  [
    'the own mean fills every method that adds',
    { missing: filled, method: { name: 'capped-sum', cap: 20 } },
    [1, 2, 3, 'skipped'],
    { value: 8 },
  ],
  [
    'two are too many',
    { missing: filled },
    [1, 2, 'skipped', 'not-shown'],
    { value: null, reason: 'too-few-answered' },
  ],
])('silence: %s', (_, fields, answers, result) => {
  const answered = answers.filter((answer) => typeof answer === 'number').length;
  expect(scored(fields, answers)).toEqual({ ...result, answered, of: 4 });
});

test.each(['skipped', 'prefer-not-to-say', 'not-applicable', 'not-shown', 'unreadable'] as const)(
  '%s is no answer and never zero',
  (reason) => {
    expect(scored({ missing: three, method: mean }, [5, 5, 5, reason])).toMatchObject({ value: 5 });
  },
);

test('nothing answered is no score, even where one answer would do', () => {
  expect(scored({ missing: { ...missing, minimumAnswered: 1 } }, [])).toEqual({
    value: null,
    reason: 'too-few-answered',
    answered: 0,
    of: 4,
  });
});

test('an item that does not apply is neither answered nor missing where the rule lets it', () => {
  const rule = { missing: { ...missing, mayNotApply: ['d'] } };
  expect(scored(rule, [1, 2, 3, 'not-applicable'])).toEqual({ value: 6, answered: 3, of: 3 });
  expect(scored(rule, [1, 2, 3, 'skipped'])).toMatchObject({ value: null, answered: 3, of: 4 });
  expect(scored(rule, ['not-applicable', 2, 3, 4])).toMatchObject({ value: null });
  expect(scored(rule, [1, 2, 'skipped', 'not-applicable'])).toMatchObject({ value: null });
});

test.each(['skipped', 'not-applicable', 'prefer-not-to-say', undefined] as const)(
  'an item the form itself leaves blank is not missing when it is %s',
  (silence) => {
    const rule = { missing: { ...missing, maySkip: ['d'] } };
    expect(scored(rule, [1, 2, 3, silence])).toEqual({ value: 6, answered: 3, of: 3 });
    expect(scored(rule, [1, 2, silence, 4])).toMatchObject({ value: null, answered: 3, of: 4 });
  },
);

test('a value that the published table does not hold gives no score', () => {
  const then: ScaleKey['then'] = [
    {
      name: 'look-up',
      table: [
        [4, 20, 5],
        [20, 80, 4],
      ],
    },
  ];
  expect(scored({ then }, [1, 1, 1, 1])).toEqual({
    value: 20,
    standardError: 5,
    answered: 4,
    of: 4,
  });
  expect(scored({ then }, [1, 1, 1, 2])).toMatchObject({ value: null, reason: 'not-in-table' });
});

test('a share of nothing is no score', () => {
  const method: ScaleKey['method'] = {
    name: 'share-among',
    pairs: [
      ['a', 'b'],
      ['c', 'd'],
    ],
    among: [5],
    having: [1],
  };
  expect(scored({ method }, [5, 1, 5, 2])).toEqual({ value: 0.5, answered: 4, of: 4 });
  expect(scored({ method }, [1, 1, 1, 1])).toEqual({
    value: null,
    reason: 'nothing-to-count',
    answered: 4,
    of: 4,
  });
});

test('with too few answers on the whole form no scale has a score, whole or not', () => {
  const half = { ...base, items: ['a', 'b'], missing: { ...missing, minimumAnswered: 2 } };
  const key: ScoringKey = {
    ranges: { a: [1, 5], b: [1, 5], c: [1, 5], d: [1, 5] },
    scales: [half],
    minimumAnswered: 3,
  };
  expect(score(key, { a: 1, b: 2, c: 5 })).toEqual({ scale: { value: 3, answered: 2, of: 2 } });
  const incomplete = { value: null, reason: 'form-incomplete', answered: 2, of: 2 };
  expect(score(key, { a: 1, b: 2, c: 'skipped' })).toEqual({ scale: incomplete });
  expect(score(key, { a: 1, b: 2, elsewhere: 5 })).toEqual({ scale: incomplete });
});

test('scores feed scores, and a missing one is missing there', () => {
  const half = (id: string, items: string[]): ScaleKey => ({
    ...base,
    id,
    items,
    missing: { ...missing, minimumAnswered: 2 },
  });
  const key: ScoringKey = {
    ranges: { a: [1, 5], b: [1, 5], c: [1, 5], d: [1, 5] },
    scales: [
      half('one', ['a', 'b']),
      half('two', ['c', 'd']),
      { ...half('both', []), scales: ['one', 'two'] },
    ],
  };
  expect(score(key, { a: 1, b: 2, c: 3, d: 4 })['both']).toEqual({ value: 10, answered: 2, of: 2 });
  expect(score(key, { a: 1, b: 2, c: 3 })).toMatchObject({
    one: { value: 3 },
    two: { value: null },
    both: { value: null, reason: 'too-few-answered', answered: 1, of: 2 },
  });
});

test.each([
  [1, [1, 5], 5],
  [4, [1, 5], 2],
  [0, [0, 3], 3],
  [-1, [-2, 2], 1],
] as const)('%d in %j turned round is %d', (value, range, turned) => {
  expect(reverse(value, range)).toBe(turned);
});
