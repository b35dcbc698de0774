import { existsSync, readdirSync, readFileSync } from 'node:fs';
import {
  itemsOf,
  itemValues,
  missingReasons,
  parseInstrument,
  scoringKey,
  type Answer,
  type Answers,
  type Instrument,
  type Scale,
} from '@waymark/model';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { reverse } from './parts.js';
import { score } from './score.js';

const folder = new URL('../../../instruments/', import.meta.url);
const definitions = readdirSync(folder)
  .map((name) => new URL(`${name}/instrument.json`, folder))
  .filter((file) => existsSync(file))
  .map(accepted);

function accepted(file: URL): Instrument {
  const checked = parseInstrument(JSON.parse(readFileSync(file, 'utf8')));
  if (!checked.ok) throw new Error(`${file.pathname}: ${JSON.stringify(checked.faults)}`);
  return checked.value;
}

/** Answers on offer, silences of every kind and items never asked, in any mixture. */
function answersTo({ items, optionSets }: Instrument): fc.Arbitrary<Answers> {
  return fc.record(
    Object.fromEntries(
      items.map((item) => [
        item.id,
        fc.oneof(
          { weight: 4, arbitrary: fc.constantFrom<Answer>(...itemValues(item, optionSets)) },
          { weight: 1, arbitrary: fc.constantFrom<Answer>(...missingReasons) },
        ),
      ]),
    ),
    { requiredKeys: [] },
  ) as fc.Arbitrary<Answers>;
}

/** Every item a scale rests on, through the scales it takes. */
function itemsUnder(scale: Scale, instrument: Instrument): string[] {
  // Where the whole form needs so many answers, every scale rests on every item.
  if (instrument.minimumAnswered) return instrument.items.map(({ id }) => id);
  const below = instrument.scales.filter(({ id }) => scale.scales?.includes(id));
  return [
    ...scale.items.flatMap((id) => [id, ...itemsThatHide(id, instrument)]),
    ...below.flatMap((inner) => itemsUnder(inner, instrument)),
  ];
}

/** The items a skip rule asks about before it shows this one, and those behind them in turn. */
function itemsThatHide(id: string, instrument: Instrument): string[] {
  const { shownWhen } = instrument.items.find((item) => item.id === id)!;
  const asked = shownWhen ? itemsOf(shownWhen) : [];
  return asked.flatMap((before) => [before, ...itemsThatHide(before, instrument)]);
}

test('there are instruments to try', () => {
  expect(definitions.map(({ id }) => id)).toEqual(
    expect.arrayContaining(['cdc-hrqol-4', 'ipip-via-r-hope', 'mhsip-functioning']),
  );
});

describe.each(definitions)('$id', (definition) => {
  const key = scoringKey(definition);
  const answers = answersTo(definition);

  test('every score is null or a number within the range of its scale', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const scores = score(key, given);
        for (const { id, range } of definition.scales) {
          const { value, answered, of } = scores[id]!;
          expect(answered).toBeLessThanOrEqual(of);
          if (value === null) continue;
          expect(value).toBeGreaterThanOrEqual(range[0] - 1e-9);
          expect(value).toBeLessThanOrEqual(range[1] + 1e-9);
        }
      }),
    );
  });

  test('the order in which answers came makes no difference', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const later = Object.fromEntries(Object.entries(given).reverse());
        expect(score(key, later)).toEqual(score(key, given));
      }),
    );
  });

  test('taking an answer back changes only the scales that rest on it', () => {
    const item = fc.constantFrom(...definition.items.map(({ id }) => id));
    const silence = fc.constantFrom<Answer>(...missingReasons);
    fc.assert(
      fc.property(answers, item, silence, (given, id, reason) => {
        const [before, after] = [score(key, given), score(key, { ...given, [id]: reason })];
        for (const scale of definition.scales)
          if (!itemsUnder(scale, definition).includes(id))
            expect(after[scale.id]).toEqual(before[scale.id]);
      }),
    );
  });

  test('answers, key and scores survive JSON', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const scores = score(key, given);
        expect(JSON.parse(JSON.stringify(scores))).toEqual(scores);
        const again = JSON.parse(JSON.stringify({ key, given })) as {
          key: typeof key;
          given: Answers;
        };
        expect(score(again.key, again.given)).toEqual(scores);
      }),
    );
  });

  test('nothing that goes in is changed', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const before = JSON.stringify({ key, given });
        score(frozen(key), frozen({ ...given }));
        expect(JSON.stringify({ key, given })).toBe(before);
      }),
    );
  });
});

test('turning round twice is the same as not turning round', () => {
  const range = fc
    .tuple(fc.integer({ min: -100, max: 100 }), fc.integer({ min: 1, max: 100 }))
    .map(([lowest, width]) => [lowest, lowest + width] as const);
  fc.assert(
    fc.property(range, fc.nat(), (ends, step) => {
      const value = ends[0] + (step % (ends[1] - ends[0] + 1));
      expect(reverse(reverse(value, ends), ends)).toBe(value);
      expect(reverse(value, ends)).toBeGreaterThanOrEqual(ends[0]);
      expect(reverse(value, ends)).toBeLessThanOrEqual(ends[1]);
    }),
  );
});

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(value).forEach(frozen);
  return Object.freeze(value);
}
