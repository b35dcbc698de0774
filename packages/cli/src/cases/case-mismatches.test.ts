import { readFileSync } from 'node:fs';
import type { Case, Instrument, OutsideCase } from '@waymark/model';
import { expect, test } from 'vitest';
import { caseMismatches } from './case-mismatches.js';

// One instrument that has steps for everything a case can ask: scales, a threshold, bands.
const example = JSON.parse(
  readFileSync(new URL('../../../model/fixtures/instrument.json', import.meta.url), 'utf8'),
) as Instrument;

const answers = { 1: 2, 2: 1, '3a': 1, '3b': 0, 4: 5 } as const;

function mismatches(fields: Partial<OutsideCase>): string[] {
  const given: OutsideCase = { instrument: 'example', answers, expected: {}, ...fields };
  return caseMismatches(given, { instruments: [example] }).map(
    ({ at, expected, got }) => `${at}: ${expected} / ${got}`,
  );
}

test.each<[OutsideCase['expected']]>([
  [{}],
  [{ total: 5, days: 5, recoded: 101, 'over-all': 5 }],
  [{ 'total.high': false, 'total.thirds': 'middle', band: 'middle' }],
  [{ Total: '5', sum: 5, 'Total Score': 5, TOTAL: 5.0, Recoded: 101, overAll: 5 }],
  [{ total_band: 'Middle', 'total.band': 'middle', severity: 'middle', thirds: 'middle' }],
  [{ high: false, cutoff: false, total: false, 'total.answered': 3 }],
  [{ scores: { total: 5, days: 5 }, bands: { total: 'middle' } }],
  [{ total: { value: 5, band: 'middle', high: false } }],
  [{ flags: ['b-above-zero'], flag: true, 'flags.b-above-zero': 'raised' }],
  [{ 'B above zero': true }],
])('agrees with %j', (expected) => {
  expect(mismatches({ expected })).toEqual([]);
});

test.each<[OutsideCase['expected'], string]>([
  [{ total: 6 }, 'total: 6 / 5'],
  [{ total: null }, 'total: none / 5'],
  [{ total: '6' }, 'total: "6" / 5'],
  [{ total: 'five' }, 'total: "five" / 5'],
  [{ total: true }, 'total: true / 5'],
  [{ flags: [] }, 'flags: [] / ["b-above-zero"]'],
  [{ flags: ['b-above-zero', 'other'] }, 'flags: ["b-above-zero","other"] / ["b-above-zero"]'],
  [{ 'flags.b-above-zero': 'not-answered' }, 'flags.b-above-zero: "not-answered" / "raised"'],
  [{ 'flags.other': 'raised' }, 'flags.other: "raised" / no such flag'],
  [{ 'total.high': true }, 'total.high: true / false'],
  [{ 'total.thirds': 'low' }, 'total.thirds: "low" / "middle"'],
  [{ band: 'low' }, 'band: "low" / "middle"'],
  [{ band: null }, 'band: none / "middle"'],
  [{ hope: 5 }, 'hope: 5 / no such scale; there are total, days, recoded, over-all'],
  [{ 'total.low': null }, 'total.low: none / no such threshold or bands'],
])('does not agree with %j', (expected, line) => {
  expect(mismatches({ expected })).toEqual([line]);
});

test('lists every difference of a case', () => {
  expect(mismatches({ expected: { total: 6, days: 6, 'over-all': 5 } })).toEqual([
    'total: 6 / 5',
    'days: 6 / 5',
  ]);
});

test('silence: no score, no side and no band', () => {
  const silent = { 1: null, 2: 'skipped', '3a': 1 } as const;
  expect(
    mismatches({ answers: silent, expected: { total: null, 'total.high': null, band: null } }),
  ).toEqual([]);
  expect(mismatches({ answers: silent, expected: { total: 0, 'total.high': false } })).toEqual([
    'total: 0 / none (1 of 3 answered)',
    'total.high: false / none',
  ]);
});

test('a flag nobody answered is neither raised nor safe', () => {
  const silent = { ...answers, 2: null };
  const state = (expected: OutsideCase['expected']) => mismatches({ answers: silent, expected });
  expect(state({ flags: [], 'flags.b-above-zero': 'not-answered', total: 6 })).toEqual([]);
  expect(state({ 'flags.b-above-zero': 'not-raised' })).toEqual([
    'flags.b-above-zero: "not-raised" / "not-answered"',
  ]);
  expect(state({ 'b-above-zero': false })).toEqual(['b-above-zero: false / "not-answered"']);
  expect(state({ 'b-above-zero': null })).toEqual([]);
  const none = { ...answers, 2: 0 };
  expect(mismatches({ answers: none, expected: { 'b-above-zero': false, flag: false } })).toEqual(
    [],
  );
});

test('answers that are not on offer give no score, and a case that expects none is met', () => {
  const beyond = { ...answers, 1: 4 };
  expect(mismatches({ answers: beyond, expected: { total: null, band: null } })).toEqual([]);
  expect(mismatches({ answers: beyond, expected: { total: 7 } })).toEqual([
    'answers.a: must be one of 0, 1, 2, 3 / another number',
  ]);
});

test.each<[Case['answers'], string]>([
  [{ ...answers, 9: 1 }, 'answers.9: an item number / no such item'],
  [{ ...answers, 9: null }, 'answers.9: an item number / no such item'],
  [{ ...answers, 1: 4 }, 'answers.a: must be one of 0, 1, 2, 3 / another number'],
  [{ ...answers, 4: 31 }, 'answers.days: must be a whole number from 0 to 30 / another number'],
])('the answers %j are not all its own', (given, line) => {
  expect(mismatches({ answers: given })).toEqual([line]);
});

test('an instrument or a version it does not have is one difference', () => {
  const expected = { total: 5 };
  expect(mismatches({ instrument: 'other', expected })).toEqual([
    'instrument: other / no such instrument',
  ]);
  expect(mismatches({ version: '2.0.0', expected })).toEqual([
    'version: 2.0.0 / 1.0.0, and versions are never mixed',
  ]);
  expect(mismatches({ version: '1.0.0', expected })).toEqual([]);
  expect(mismatches({ version: 'v1', expected })).toEqual([]);
  expect(mismatches({ version: '', expected })).toEqual([]);
});

test.each([
  [1.67, true],
  [1.6667, true],
  [1.66, false],
  [1.68, false],
  [1.7, true],
  [1.6, false],
  [2, false],
])('a mean of five thirds meets an expected %d: %s', (expected, met) => {
  const thirds: Instrument = {
    ...example,
    scales: [{ ...example.scales[0]!, reversed: [], method: { name: 'mean' } }],
  };
  const given: Case = {
    instrument: 'example',
    answers: { 1: 2, 2: 2, '3a': 1 },
    expected: { total: expected },
  };
  expect(caseMismatches(given, { instruments: [thirds] }).length === 0).toBe(met);
});

test('a rule for women is not asked of men', () => {
  const women: Instrument = structuredClone(example);
  women.scales[0]!.thresholds[0]!.when = { sex: 'female' };
  const given: Case = {
    instrument: 'example',
    answers,
    context: { sex: 'female' },
    expected: { 'total.high': false },
  };
  expect(caseMismatches(given, { instruments: [women] })).toEqual([]);
  const asked = (context: object, high: boolean | null) =>
    caseMismatches(
      { ...given, context: { ...context }, expected: { 'total.high': high } },
      { instruments: [women] },
    );
  expect(asked({ Gender: 'F' }, false)).toEqual([]);
  expect(asked({ sex: 'male' }, false)).toMatchObject([{ at: 'total.high', got: 'none' }]);
  expect(asked({ sex: 'male' }, null)).toEqual([]);
  expect(asked({}, null)).toEqual([]);
});

test('the one scale over all items is also called total, and a label is a label in any case', () => {
  const { scales } = example;
  const over = {
    ...scales.find(({ id }) => id === 'total')!,
    id: 'whole',
    items: example.items.map(({ id }) => id),
  };
  const renamed = {
    ...example,
    scales: [
      {
        ...over,
        reversed: [],
        recodes: undefined,
        missing: { ...over.missing, minimumAnswered: 1 },
      },
    ],
  } as Instrument;
  const whole: Case = { instrument: 'example', answers, expected: { total: null } };
  const [mismatch] = caseMismatches(whole, { instruments: [renamed] });
  expect(Number(mismatch!.got)).toBeGreaterThan(0);
  expect(mismatches({ expected: { band: 'Middle' } })).toEqual([]);
});

test('rival thresholds stand side by side: either answers a yes or no', () => {
  const total = example.scales.find(({ id }) => id === 'total')!;
  const line = (id: string, value: number) => ({ ...total.thresholds[0]!, id, value });
  const rivals: Instrument = {
    ...example,
    scales: [{ ...total, thresholds: [line('cut-3', 3), line('cut-6', 6)] }],
  };
  const asked = (expected: OutsideCase['expected']) =>
    caseMismatches({ instrument: 'example', answers, expected }, { instruments: [rivals] });
  expect(asked({ positive: true, 'total.cut': false, 'total.cut-3': true })).toEqual([]);
  expect(asked({ 'total.cut-6': true })).toMatchObject([{ got: 'false' }]);
  expect(asked({ positive: null })).toMatchObject([{ got: 'true or false' }]);
});

test('the standard error of a look-up is asked as se, where one is published', () => {
  const total = example.scales.find(({ id }) => id === 'total')!;
  const table: [number, number, number | null][] = [
    [4, 40, 2.5],
    [5, 50, 2.1],
  ];
  const looked: Instrument = {
    ...example,
    scales: [{ ...total, then: [{ name: 'look-up', table }], thresholds: [], bands: [] }],
  };
  const asked = (expected: OutsideCase['expected']) =>
    caseMismatches({ instrument: 'example', answers, expected }, { instruments: [looked] });
  expect(asked({ total: 50, total_se: 2.1, 'total.standardError': 2.1 })).toEqual([]);
  expect(asked({ total_SE: 2.5 })).toMatchObject([{ got: '2.1' }]);
  expect(mismatches({ expected: { 'total.se': 2 } })).toEqual([
    'total.se: 2 / no standard error is published',
  ]);
});
