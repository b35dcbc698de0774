import { describe, expect, test } from 'vitest';
import {
  combineMaps,
  linearJets,
  linearValues,
  positiveVariance,
  type CovarianceMap,
} from './covariance-map.js';
import { correlationMap, type CorrelationShape } from './correlation-map.js';
import { choleskyMap } from './cholesky-map.js';

const shapes: CorrelationShape[] = [
  'unstructured',
  'compound symmetry',
  'autoregressive',
  'Toeplitz',
  'heterogeneous compound symmetry',
  'heterogeneous autoregressive',
  'heterogeneous Toeplitz',
];
const maps: [string, CovarianceMap][] = [
  ...shapes.map((shape): [string, CovarianceMap] => [shape, correlationMap(shape, 4)]),
  ['several', combineMaps([choleskyMap(2), positiveVariance, choleskyMap(1)])],
];

describe.each(maps)('%s', (_, map) => {
  const free = Float64Array.from({ length: map.size }, (_unused, i) => 0.4 - 0.07 * i);
  const moved = (i: number, by: number) => free.map((value, j) => (i === j ? value + by : value));
  const each = 1 + map.size + (map.size * (map.size + 1)) / 2;
  const jets = linearJets(map, free);
  const step = 1e-6;

  test('has the derivatives it says', () => {
    for (let j = 0; j < map.size; j += 1) {
      const up = linearValues(map, moved(j, step));
      const down = linearValues(map, moved(j, -step));
      for (let i = 0; i < map.linear; i += 1)
        expect((up[i]! - down[i]!) / (2 * step)).toBeCloseTo(jets[i * each + 1 + j]!, 8);
    }
  });

  test('has the second derivatives it says', () => {
    for (let j = 0; j < map.size; j += 1) {
      const up = linearJets(map, moved(j, step));
      const down = linearJets(map, moved(j, -step));
      for (let i = 0; i < map.linear; i += 1)
        for (let l = 0; l <= j; l += 1) {
          const slope = i * each + 1 + l;
          const bend = i * each + 1 + map.size + (j * (j + 1)) / 2 + l;
          expect((up[slope]! - down[slope]!) / (2 * step)).toBeCloseTo(jets[bend]!, 6);
        }
    }
  });

  test('finds its free numbers again, where it can', () => {
    if (!map.free) return expect(map.bounds).toEqual([]);
    const values = linearValues(map, free);
    linearValues(map, map.free(values)!).forEach((value, i) =>
      expect(value).toBeCloseTo(values[i]!, 12),
    );
  });

  test('starts at a proper covariance', () => {
    const values = linearValues(map, Float64Array.from(map.start));
    expect(values[0]).toBeGreaterThan(0);
  });
});

test('an autoregressive correlation falls with the distance', () => {
  const values = linearValues(
    correlationMap('autoregressive', 3),
    Float64Array.of(0, Math.atanh(0.5)),
  );
  [1, 0.5, 1, 0.25, 0.5, 1].forEach((value, i) => expect(values[i]).toBeCloseTo(value, 12));
});
