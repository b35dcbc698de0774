import { expect, expectTypeOf, test } from 'vitest';
import { changed, example } from '../fixtures/example.js';
import { defineInstrument, type ItemIdOf, type ScaleIdOf } from './define-instrument.js';
import { scoringKey } from './scoring-key.js';

const mood = defineInstrument({
  id: 'mood',
  version: '1.0.0',
  name: 'Mood and energy today',
  area: 'whole-health',
  measures: 'Nothing: it exists for this test',
  minutes: 1,
  rights: {
    class: 'public-domain',
    holder: 'nobody',
    credit: 'Made up for tests',
    evidence: 'Written for this test',
    checked: '2026-01-01',
  },
  sources: [{ id: 'made-up', citation: 'Made up for tests', mark: 'seen' }],
  optionSets: { often: [{ value: 0 }, { value: 1 }] },
  items: [
    { id: 'mood', number: '1', kind: 'options', options: 'often' },
    { id: 'energy', number: '2', kind: 'options', options: 'often' },
  ],
  scales: [
    {
      id: 'total',
      name: 'Total',
      items: ['mood', 'energy'],
      reversed: [],
      method: { name: 'sum' },
      missing: { minimumAnswered: 2, fill: 'none', source: 'made-up' },
      range: [0, 2],
      direction: 'higher-is-better',
      source: 'made-up',
      reliability: [],
      thresholds: [],
    },
  ],
});

test('item ids and scale ids are literal types', () => {
  expectTypeOf<ItemIdOf<typeof mood>>().toEqualTypeOf<'mood' | 'energy'>();
  expectTypeOf<ScaleIdOf<typeof mood>>().toEqualTypeOf<'total'>();
  expect(mood.items.map(({ id }) => id)).toEqual(['mood', 'energy']);
});

test('what was defined is an instrument like any other', () => {
  expect(scoringKey(mood).ranges).toEqual({ mood: [0, 1], energy: [0, 1] });
});

test('a definition with a fault is refused with the path to it', () => {
  const wrong = changed(example(), 'scales[0].range', [0, 12]) as ReturnType<typeof example>;
  expect(() => defineInstrument(wrong)).toThrow(TypeError);
  expect(() => defineInstrument(wrong)).toThrow(
    'defineInstrument requires a definition without faults\nscales[0].range: list, must be 0 to 9',
  );
});
