import { readFileSync } from 'node:fs';
import { parseInstrument, scoringKey, type Answers, type Instrument } from '@waymark/model';
import { expect, test } from 'vitest';
import { checkedScores } from './checked-scores.js';
import { score } from './score.js';

function definition(id: string): Instrument {
  const file = new URL(`../../../instruments/${id}/instrument.json`, import.meta.url);
  const checked = parseInstrument(JSON.parse(readFileSync(file, 'utf8')));
  if (!checked.ok) throw new Error(`${id} is not a definition`);
  return checked.value;
}

const us = definition('k10-us');
const au = definition('k10-au');
const all = (instrument: Instrument, value: number): Answers =>
  Object.fromEntries(instrument.items.map(({ id }) => [id, value]));

function given(instrument: Instrument, value: number) {
  return {
    instrument: instrument.id,
    version: instrument.version,
    answers: all(instrument, value),
  };
}

test('answers of its own are scored as score does', () => {
  const { answers, ...rest } = given(us, 4);
  expect(checkedScores(us, { ...rest, answers })).toEqual({
    ok: true,
    value: score(scoringKey(us), answers),
  });
});

test('answers in the coding of the other K10 are refused, each with the values on offer', () => {
  const refused = [checkedScores(us, { ...given(us, 5) }), checkedScores(au, { ...given(au, 0) })];
  expect(refused.map((one) => (one.ok ? [] : one.faults.map(({ rule }) => rule)))).toEqual([
    Array(10).fill('must be one of 0, 1, 2, 3, 4'),
    Array(10).fill('must be one of 1, 2, 3, 4, 5'),
  ]);
});

test('answers to the other K10 are refused with the reason, even where the values fit', () => {
  const checked = checkedScores(us, { ...given(au, 3), answers: all(us, 3) });
  const why = us.neverPoolWith!.find(({ instrument }) => instrument === 'k10-au')!.why;
  expect(checked).toEqual({
    ok: false,
    faults: [{ path: 'instrument', found: 'string', rule: `must be k10-us: ${why}` }],
  });
});

test('PROMIS Global Health of version 1.0 is not scored with the key of 1.2', () => {
  const promis = definition('promis-global-health');
  const checked = checkedScores(promis, { ...given(promis, 3), version: '1.0.0' });
  expect(checked).toMatchObject({
    ok: false,
    faults: [
      { path: 'version', rule: expect.stringContaining('must be 1.2.0: versions') as string },
    ],
  });
});
