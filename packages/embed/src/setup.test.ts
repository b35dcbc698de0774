import {
  Id,
  ParticipantCode,
  programKeyText,
  Timepoint,
  type ShippedInstrument,
} from '@waymark/model';
import { describe, expect, test } from 'vitest';
import { readSetup, type Attributes } from './setup.js';

const instrument = { id: 'example', language: 'en' } as ShippedInstrument;
const instruments = new Map([
  ['example.en', instrument],
  ['example.es', { ...instrument, language: 'es' }],
]);
const key = programKeyText({ writeToken: 'w'.repeat(22), publicKey: 'p'.repeat(87) });
const right: Attributes = {
  instrument: 'example',
  program: 'river-house',
  timepoint: '3-months',
  participant: 'RH-0042',
  collector: 'https://collect.example.org',
  key,
};

function read(attributes: Partial<Attributes>, options = {}) {
  return readSetup({ ...right, ...attributes }, instruments, { secure: true, ...options });
}

function faults(attributes: Partial<Attributes>, options = {}) {
  const found = read(attributes, options);
  return 'faults' in found ? found.faults : [];
}

test.each([
  ['https://collect.example.org', 'https://collect.example.org/v1/instruments/phq-8.en.json'],
  [
    'https://collect.example.org/peer/',
    'https://collect.example.org/peer/v1/instruments/phq-8.en.json',
  ],
])('an unknown instrument is wanted of %s', (collector, wanted) => {
  expect(read({ instrument: 'phq-8', collector })).toEqual({ wanted });
});

test('where the collector has none, an unknown instrument is a fault', () => {
  const absent = 'https://collect.example.org/v1/instruments/phq-8.en.json';
  expect(faults({ instrument: 'phq-8' }, { absent })).toHaveLength(1);
});

test("why the collector has none is said in the collector's own words", () => {
  const absent = 'https://collect.example.org/v1/instruments/phq-8.en.json';
  const why = 'Ask its holder.';
  expect(faults({ instrument: 'phq-8' }, { absent, why })).toEqual([
    { attribute: 'instrument', message: why },
  ]);
  const [first] = faults({ instrument: 'phq-8', key: null }, { why });
  expect(first!.message).toContain('one that the collector has');
});

test.each([
  ['es', 'https://collect.example.org/v1/instruments/phq-8.es.json'],
  ['zh-Hant', 'https://collect.example.org/v1/instruments/phq-8.zh-Hant.json'],
])('an instrument is wanted in the language %s of the page', (language, wanted) => {
  expect(read({ instrument: 'phq-8', language })).toEqual({ wanted });
});

test.each(['', '../key', 'ES', 'e'])('the language %j is a fault of the instrument', (language) => {
  expect(faults({ language }).map(({ attribute }) => attribute)).toEqual(['instrument']);
});

test('one instrument stands in several languages side by side', () => {
  expect(read({ language: 'es' })).toMatchObject({ setup: { instrument: { language: 'es' } } });
});

test('people read the name of the program', () => {
  expect(read({ 'program-name': 'River House' })).toMatchObject({
    setup: { name: 'River House', program: 'river-house' },
  });
});

describe('an instrument that can raise a flag', () => {
  const flagged = { ...instrument, support: {}, unattended: 'another' } as ShippedInstrument;
  const readFlagged = (attended: string | null) =>
    readSetup({ ...right, attended }, new Map([['example.en', flagged]]), { secure: true });

  test('is a fault where nobody stays with the person, and names another', () => {
    expect(readFlagged(null)).toEqual({
      faults: [
        {
          attribute: 'attended',
          message:
            'The attribute "attended" must be set where someone stays with the person; else ask another.',
        },
      ],
    });
  });

  test('is asked where someone does', () => {
    expect(readFlagged('')).toHaveProperty('setup');
  });
});

test('six right attributes are a setup', () => {
  expect(read({})).toEqual({
    setup: {
      ...right,
      instrument,
      name: 'river-house',
      key: { writeToken: 'w'.repeat(22), publicKey: 'p'.repeat(87) },
    },
  });
});

describe.each(Object.keys(right) as (keyof Attributes)[])('the attribute %s', (attribute) => {
  test.each([null, undefined, ''])('is a fault when it is %o', (value) => {
    const [fault, ...others] = faults({ [attribute]: value });
    expect(others).toEqual([]);
    expect(fault!.attribute).toBe(attribute);
    expect(fault!.message).toContain(`The attribute "${attribute}" must be `);
  });
});

test.each([
  { attribute: 'instrument', value: 'Unknown', need: 'one that the collector has' },
  { attribute: 'program', value: 'River House', need: 'small letters' },
  { attribute: 'timepoint', value: 'month 3', need: '3-months' },
  { attribute: 'participant', value: 'jane@example.org', need: 'no name' },
  { attribute: 'collector', value: 'http://collect.example.org', need: 'https://' },
  { attribute: 'key', value: 'wm1.short', need: 'wm1' },
])('a wrong $attribute is said, with what it must be and without its value', (wrong) => {
  const [fault, ...others] = faults({ [wrong.attribute]: wrong.value });
  expect(others).toEqual([]);
  expect(fault!.message).toContain(`The attribute "${wrong.attribute}" must be `);
  expect(fault!.message).toContain(wrong.need);
  expect(fault!.message).not.toContain(wrong.value);
});

test('every fault is said at once', () => {
  expect(faults({ program: null, key: null }).map((fault) => fault.attribute)).toEqual([
    'program',
    'key',
  ]);
});

test.each([
  { collector: 'https://collect.example.org', fits: true },
  { collector: 'https://collect.example.org:8443/peer/', fits: true },
  { collector: 'http://localhost:8787', fits: true },
  { collector: 'http://127.0.0.1:8787', fits: true },
  { collector: 'http://[::1]:8787', fits: true },
  { collector: 'http://localhost.example.org', fits: false },
  { collector: 'http://192.168.0.2', fits: false },
  { collector: 'https://name:word@collect.example.org', fits: false },
  { collector: 'https://collect.example.org?a=1', fits: false },
  { collector: 'collect.example.org', fits: false },
  { collector: 'https://', fits: false },
])('the collector $collector is taken: $fits', ({ collector, fits }) => {
  expect(faults({ collector })).toHaveLength(fits ? 0 : 1);
});

test('a page that is not secure is a fault of no attribute', () => {
  const [fault] = faults({}, { secure: false });
  expect(fault).toEqual({
    attribute: null,
    message: expect.stringContaining('https://') as string,
  });
});

test('a public key that was refused is a fault of the key', () => {
  const [fault] = faults({}, { badKey: 'p'.repeat(87) });
  expect(fault!.attribute).toBe('key');
});

describe('the forms are those of the model', () => {
  const ids = ['a', 'ab', '-ab', 'ab-', 'a--b', 'A1', 'a_b', 'é1', 'a'.repeat(64), 'a'.repeat(65)];
  const times = ['baseline', '1-days', '6-weeks', '12-months', '999-years', '1000-years'];
  const wrongTimes = [
    '0-days',
    '-1-days',
    '3-month',
    '3 months',
    'Baseline',
    'baseline\n',
    '1.5-years',
  ];
  const codes = [
    'ABC',
    'ABCD',
    'RH-0042',
    'ab12',
    'A'.repeat(20),
    'A'.repeat(21),
    'A B C',
    'ABCD\n',
  ];
  test.each([
    ...ids.map((value) => ({ attribute: 'program', value, form: Id })),
    ...[...times, ...wrongTimes].map((value) => ({
      attribute: 'timepoint',
      value,
      form: Timepoint,
    })),
    ...codes.map((value) => ({ attribute: 'participant', value, form: ParticipantCode })),
  ])('$attribute $value', ({ attribute, value, form }) => {
    expect(faults({ [attribute]: value })).toHaveLength(form.safeParse(value).success ? 0 : 1);
  });
});
