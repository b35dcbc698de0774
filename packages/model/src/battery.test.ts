import { expect, test } from 'vitest';
import { changed, example } from '../fixtures/example.js';
import { parseBattery } from './battery.js';
import type { Instrument } from './instrument.js';

const owned = { ...example(), id: 'owned', minutes: 2.5 };
const library = [
  example(),
  { ...owned, rights: { ...owned.rights, class: 'permission-required' } },
] satisfies Instrument[];

const battery = {
  id: 'both',
  title: 'Both of them',
  why: 'Made up for tests of the model',
  minutes: 3.5,
  ready: false,
  instruments: ['example', 'owned'],
};

test('accepts a battery whose minutes are the sum of its parts', () => {
  expect(parseBattery(battery, library)).toEqual({ ok: true, value: battery });
});

test.each([
  ['minutes', 3, 'minutes', 'must be 3.5, the sum of its parts'],
  ['instruments[1]', 'nobody', 'instruments[1]', 'must name an instrument, not "nobody"'],
  ['ready', true, 'instruments[1]', 'must be free to reproduce in a battery that is ready'],
  ['instruments', [], 'instruments', 'must be at least 1'],
  ['why', undefined, 'why', 'must be string'],
  ['note', 'x', '(whole)', 'must not have 1 unknown field'],
])('refuses %s that is %j', (path, value, at, rule) => {
  const checked = parseBattery(changed(battery, path, value), library);
  expect(checked.ok ? [] : checked.faults).toEqual([
    {
      path: at,
      found: expect.any(String) as string,
      rule: expect.stringContaining(rule) as string,
    },
  ]);
});

test('refuses an instrument named twice', () => {
  const twice = { ...battery, minutes: 4.5, instruments: ['example', 'owned', 'example'] };
  const checked = parseBattery(twice, library);
  expect(checked.ok ? [] : checked.faults.map(({ path }) => path)).toEqual(['instruments[2]']);
});
