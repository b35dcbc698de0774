import { expect, test } from 'vitest';
import { changed, example } from '../fixtures/example.js';
import type { Fault } from './fault.js';
import { parseInstrument } from './instrument.js';

function faultsOf(value: unknown): Fault[] {
  const checked = parseInstrument(value);
  return checked.ok ? [] : checked.faults;
}

/** The total as a sum of three items with a look-up of these raw values. */
function withTable(raws: readonly number[]): Fault[] {
  const table = raws.map((raw) => [raw, 10 + raw, null]);
  const lookedUp = changed(example(), 'scales[0].then', [{ name: 'look-up', table }]);
  const whole = changed(lookedUp, 'scales[0].missing.minimumAnswered', 3);
  return faultsOf(whole).filter(({ path }) => path.includes('table'));
}

test.each<[raws: number[], rules: string[]]>([
  [[0, 1, 2, 3, 4, 5, 6, 7, 8, 9], []],
  [[0, 1, 2, 3, 5, 6, 7, 8, 9], ['must have a row for the raw score 4']],
  [[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10], ['must be for a raw score of 0 to 9']],
  [[0, 2, 1, 3, 4, 5, 6, 7, 8, 9], ['must be above the row before']],
])('a table of the raw scores %j has the faults %j', (raws, rules) => {
  expect(withTable(raws).map(({ rule }) => rule)).toEqual(rules);
});
