import type { Scale } from '@waymark/model';
import { describe, expect, test } from 'vitest';
import { exampleInstrument, exampleScale, submissionOf } from '../example-data.js';
import { reliabilityFor } from './reliability-used.js';

const published = {
  type: 'alpha',
  value: 0.84,
  population: 'adults in a made-up town',
  source: 'example',
  mark: 'seen',
} as const;

// Sums 25 and 25, squares 73 and 73, products 70 over 12 people: variances 251/132, covariance
// 215/132, so alpha = 2 (1 - 502/932) = 860/932.
const a = [0, 1, 2, 3, 4, 0, 1, 2, 3, 4, 3, 2];
const b = [0, 1, 2, 3, 4, 1, 0, 3, 2, 3, 4, 2];

function reliabilityOf(changes: Partial<Scale>, { minimumCell = 11, turned = false } = {}) {
  const scale = exampleScale({ id: 'only', items: ['a', 'b'], ...changes });
  const instrument = exampleInstrument([scale], {
    items: ['a', 'b'].map((id) => ({ id, number: id, kind: 'options', options: 'five' })),
  });
  const submissions = a.map((value, i) =>
    submissionOf(
      instrument,
      { a: value, b: turned ? 4 - b[i]! : b[i]! },
      { participant: `P-${100 + i}` },
    ),
  );
  return reliabilityFor(scale, instrument, submissions, minimumCell);
}

test('takes the first published reliability that was read in its source', () => {
  const reliability = [{ ...published, value: 0.7, mark: 'memory' as const }, published];
  expect(reliabilityOf({ reliability })).toEqual({
    available: true,
    value: 0.84,
    type: 'alpha',
    source: 'Made up for tests (adults in a made-up town)',
    sampleBased: false,
  });
});

test("computes alpha of the program's own start when nothing published was read", () => {
  const found = reliabilityOf({ reliability: [{ ...published, mark: 'memory' }] });
  expect(found).toMatchObject({ type: "Cronbach's alpha", sampleBased: true });
  expect(found.available && found.value).toBeCloseTo(860 / 932, 12);
});

test('turns reversed items before alpha', () => {
  const found = reliabilityOf({ reversed: ['b'] }, { turned: true });
  expect(found.available && found.value).toBeCloseTo(860 / 932, 12);
});

test('uses the answers at the start only', () => {
  const scale = exampleScale({ id: 'only', items: ['a', 'b'] });
  const instrument = exampleInstrument([scale]);
  const submissions = ['baseline', '3-months'].flatMap((timepoint) =>
    a.map((value, i) =>
      submissionOf(
        instrument,
        { a: value, b: timepoint === 'baseline' ? b[i]! : 4 - value },
        { timepoint },
      ),
    ),
  );
  const found = reliabilityFor(scale, instrument, submissions, 11);
  expect(found.available && found.value).toBeCloseTo(860 / 932, 12);
});

describe('says why there is none', () => {
  test.each([
    ['a single item', { items: ['a'] }, {}, 'a single question has none of its own'],
    ['a capped sum', { method: { name: 'capped-sum', cap: 4 } as const }, {}, 'alpha fits only'],
    ['items that contradict each other', {}, { turned: true }, 'alpha is not above zero'],
    ['too few people', {}, { minimumCell: 13 }, 'fewer than 13 people'],
  ])('%s', (_, changes, options, reason) => {
    const found = reliabilityOf(changes, options);
    expect(found.available ? '' : found.reason).toContain(reason);
  });

  test('nobody at the start', () => {
    const scale = exampleScale({ id: 'only', items: ['a', 'b'] });
    const found = reliabilityFor(scale, exampleInstrument([scale]), [], 11);
    expect(found).toEqual({
      available: false,
      reason: 'no published reliability was read, and there are no rows',
    });
  });
});
