import { expect, test } from 'vitest';
import { changed, example } from '../fixtures/example.js';
import type { Fault } from './fault.js';
import { parseInstrument } from './instrument.js';

function faultsOf(value: unknown): Fault[] {
  const checked = parseInstrument(value);
  return checked.ok ? [] : checked.faults;
}

const twice = (list: unknown[]) => [...list, list[0]];
const total = example().scales[0]!;

const figures: [why: string, set: string, to: unknown, path: string, rule: string][] = [
  [
    'a score between two bands without a name',
    'scales[0].bands[0].bands[1].from',
    4,
    'scales[0].bands[0].bands[1].from',
    'must be 3, so that none is unnamed',
  ],
  [
    'a threshold twice',
    'scales[0].thresholds',
    twice(total.thresholds),
    'scales[0].thresholds[1].id',
    'must not repeat "high"',
  ],
  [
    'bands named like a threshold',
    'scales[0].bands[0].id',
    'high',
    'scales[0].bands[0].id',
    'must not repeat "high"',
  ],
  ['a flag twice', 'flags', twice(example().flags!), 'flags[1]', 'must not repeat "b-above-zero"'],
  [
    'a change larger than the scale',
    'scales[0].changes',
    [
      {
        id: 'x',
        kind: 'reliable',
        level: 'person',
        value: 10,
        source: 'made-up',
        mark: 'seen',
      },
    ],
    'scales[0].changes[0].value',
    'must be at most 9',
  ],
  [
    'a norm beyond the scale',
    'scales[0].norms',
    [{ population: 'nobody', mean: 10, source: 'made-up', mark: 'seen' }],
    'scales[0].norms[0].mean',
    'must lie within 0 to 9',
  ],
  [
    'a threshold that is only remembered',
    'scales[0].thresholds[0].mark',
    'memory',
    'scales[0].thresholds[0].mark',
    'must be seen, in a source that was seen',
  ],
  [
    'options that nothing asks',
    'optionSets.spare',
    [{ value: 0 }, { value: 1 }],
    'optionSets.spare',
    'must be the options of an item',
  ],
  [
    'a cap no sum reaches',
    'scales[1].method',
    { name: 'capped-sum', cap: 40 },
    'scales[1].method.cap',
    'must be below 30, the highest sum',
  ],
  [
    'scales turned round',
    'scales[3].reversed',
    ['days'],
    'scales[3].scales',
    'must be taken as they are: turn or recode their items',
  ],
];

test.each(figures)('refuses %s', (_, set, to, path, rule) => {
  const faults = faultsOf(changed(example(), set, to));
  expect(faults.map((fault) => [fault.path, fault.rule])).toContainEqual([path, rule]);
});

test('one threshold may have another value in another context', () => {
  const women = { ...total.thresholds[0]!, value: 5, when: { sex: 'female' } };
  const both = changed(example(), 'scales[0].thresholds', [...total.thresholds, women]);
  expect(faultsOf(both)).toEqual([]);
});

test('a source that was not seen carries no band and no threshold', () => {
  expect(faultsOf(changed(example(), 'sources[0].mark', 'memory')).map(({ path }) => path)).toEqual(
    ['scales[0].thresholds[0].mark', 'scales[0].bands[0].mark'],
  );
});
