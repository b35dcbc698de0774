import {
  answerFaults,
  scoringKey,
  type Answer,
  type Answers,
  type Case,
  type Instrument,
} from '@waymark/model';
import { score } from '@waymark/scoring';
import { given, type Given } from './given.js';

/** One thing a case expects and the library does not give. */
export type Mismatch = { readonly at: string; readonly expected: string; readonly got: string };

type Expected = Case['expected'][string];

/**
 * Scores a worked example and lists where it differs. A name or an answer the instrument does not
 * have is a difference as well, so that one slip does not hide the rest of a file.
 */
export function caseMismatches(example: Case, instruments: readonly Instrument[]): Mismatch[] {
  const instrument = instruments.find(({ id }) => id === example.instrument);
  if (!instrument)
    return [{ at: 'instrument', expected: example.instrument, got: 'no such instrument' }];
  if (example.version && example.version !== instrument.version)
    return [{ at: 'version', expected: example.version, got: instrument.version }];
  const { answers, unknown } = answersByItem(example, instrument);
  const scores = score(scoringKey(instrument), answers);
  const wrong = answerFaults(answers, instrument).map(({ path, found, rule }): Mismatch => ({
    at: path,
    expected: rule,
    got: `another ${found}`,
  }));
  const differing = Object.entries(example.expected).flatMap(([at, expected]) => {
    const got = given(at, { instrument, scores, context: example.context ?? {} });
    return isMet(expected, got) ? [] : [{ at, expected: shown(expected), got: got.text }];
  });
  return [...unknown, ...wrong, ...differing];
}

function answersByItem({ answers }: Case, { items }: Instrument) {
  const ids = new Map(items.map((item) => [item.number, item.id]));
  const found: [string, Answer][] = [];
  const unknown: Mismatch[] = [];
  for (const [number, answer] of Object.entries(answers)) {
    const id = ids.get(number);
    if (id === undefined)
      unknown.push({ at: `answers.${number}`, expected: 'an item number', got: 'no such item' });
    else if (answer !== null) found.push([id, answer]);
  }
  return { answers: Object.fromEntries(found) as Answers, unknown };
}

// Printed means are rounded. Means of fewer than a hundred whole numbers lie further apart than two
// decimals, so rounding at two or more hides no difference; a whole number is never rounded to.
function isMet(expected: Expected, { value }: Given): boolean {
  if (typeof expected === 'string' && typeof value === 'string')
    return value.toLowerCase() === expected.toLowerCase();
  if (typeof expected !== 'number' || typeof value !== 'number') return value === expected;
  const decimals = String(expected).split('.')[1]?.length ?? 0;
  const tolerance = decimals < 2 ? 1e-9 : 0.5 * 10 ** -decimals + 1e-9;
  return Math.abs(value - expected) <= tolerance;
}

function shown(expected: Expected): string {
  return expected === null ? 'none' : JSON.stringify(expected);
}
