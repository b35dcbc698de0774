import { expect, test } from 'vitest';
import { exampleInstrument, exampleScale } from '../example-data.js';
import { isOfAnotherMetric } from './of-another-metric.js';

const instrument = exampleInstrument([
  exampleScale({ id: 'mean', items: ['a'], range: [1, 5] }),
  exampleScale({ id: 'sum', items: ['a'], range: [10, 50] }),
]);

test.each([
  [{}, false],
  [{ mean: 1, sum: 50 }, false],
  [{ mean: 5 + 1e-9 }, false],
  [{ mean: 5.1 }, true],
  [{ mean: 3, sum: 0 }, true],
  [{ sum: null }, false],
  [{ elsewhere: 99 }, false],
])(
  'scores of %j are of another metric: %s',
  (values: { [scale: string]: number | null }, other) => {
    const scores = Object.fromEntries(
      Object.entries(values).map(([id, value]) => [
        id,
        value === null
          ? ({ value, reason: 'too-few-answered', answered: 0, of: 1 } as const)
          : { value, answered: 1, of: 1 },
      ]),
    );
    expect(isOfAnotherMetric({ scores }, instrument)).toBe(other);
  },
);
