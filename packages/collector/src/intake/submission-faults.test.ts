import { scoringKey, type Submission } from '@waymark/model';
import { score } from '@waymark/scoring';
import { beforeAll, expect, test } from 'vitest';
import { exampleLibrary, exampleSubmission } from '../../fixtures/example-submission.js';
import type { InstrumentLibrary } from '../instruments/read-instruments.js';
import { submissionFaults } from './submission-faults.js';

let library: InstrumentLibrary;
let right: Submission;

// The count of days is asked of those who chose 3 or more at first.
beforeAll(async () => {
  const { instruments } = await exampleLibrary();
  const together = instruments.find(({ id }) => id === 'example-together')!;
  const shownWhen = { item: 't1', is: '>=' as const, value: 3 };
  const items = together.items.map((item) => (item.id === 'days' ? { ...item, shownWhen } : item));
  library = { instruments: [{ ...together, items }], shipped: [] };
  right = await exampleSubmission({ answers: { t1: 2, t2: 2, t3: 4, days: 'not-shown' } });
});

function faults(fields: Partial<Submission>) {
  const submission = { ...right, ...fields };
  const scores = score(scoringKey(library.instruments[0]!), submission.answers);
  return submissionFaults({ ...submission, scores }, right, library);
}

test.each<[string, Partial<Submission>]>([
  ['with an item that the answers hide', {}],
  ['with what was answered before it was hidden', { apart: { days: 12 } }],
  ['with nothing apart', { apart: {} }],
  ['with the item shown', { answers: { t1: 3, t2: 2, t3: 4, days: 12 } }],
])('a submission %s is right', (_, fields) => {
  expect(faults(fields)).toEqual([]);
});

test('a value for an item that the answers hide is refused', () => {
  expect(faults({ answers: { t1: 2, t2: 2, t3: 4, days: 12 } })).toEqual([
    { path: 'answers.days', found: 'number', rule: 'must be not-shown' },
  ]);
});

test.each<[Submission['answers'], string, string]>([
  [{ days: 31 }, 'apart.days', 'must be a whole number from 0 to 30'],
  [{ t9: 1 }, 'apart.t9', 'must be an item of example-together'],
  [{ t1: 2 }, 'apart.t1', 'must be an item that the answers hide'],
])('apart %j is refused', (apart, path, rule) => {
  expect(faults({ apart })).toEqual([{ path, found: 'number', rule }]);
});

test.each([
  { times: 1 + 2 ** -52, paths: [] },
  { times: 1 - 2 ** -50, paths: [] },
  { times: 1 + 1e-9, paths: ['scores.total'] },
])('a score $times times what the answers give: $paths', ({ times, paths }) => {
  const total = right.scores['total']!;
  if (total.value === null) throw new Error('the example must have a total');
  const scores = { ...right.scores, total: { ...total, value: total.value * times } };
  const found = submissionFaults({ ...right, scores }, right, library);
  expect(found.map(({ path }) => path)).toEqual(paths);
});
