import { describe, expect, test } from 'vitest';
import { combineMaps, movesAt, type CovarianceMap } from './covariance-map.js';
import { correlationMap, positiveVariance, type CorrelationShape } from './correlation-map.js';
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
  const valuesAt = (at: Float64Array) => movesAt(map, at).values;
  const { slopes } = movesAt(map, free);
  const step = 1e-6;

  test('has the derivatives it says', () => {
    for (let j = 0; j < map.size; j += 1) {
      const up = valuesAt(moved(j, step));
      const down = valuesAt(moved(j, -step));
      for (let i = 0; i < map.linear; i += 1)
        expect((up[i]! - down[i]!) / (2 * step)).toBeCloseTo(slopes[i * map.size + j]!, 8);
    }
  });

  test('has the second derivatives it says', () => {
    const weights = Float64Array.from({ length: map.linear }, (_unused, i) => 1 - 0.3 * i);
    const { bends } = movesAt(map, free, weights);
    const slope = (at: Float64Array, j: number) =>
      movesAt(map, at).slopes.reduce(
        (sum, value, e) =>
          e % map.size === j ? sum + weights[Math.floor(e / map.size)]! * value : sum,
        0,
      );
    for (let j = 0; j < map.size; j += 1)
      for (let l = 0; l < map.size; l += 1) {
        const rise = slope(moved(j, step), l) - slope(moved(j, -step), l);
        expect(rise / (2 * step)).toBeCloseTo(bends[j * map.size + l]!, 6);
      }
  });

  test('finds its free numbers again, where it can', () => {
    if (!map.free) return expect(map.bounds).toEqual([]);
    const values = valuesAt(free);
    valuesAt(map.free(values)!).forEach((value, i) => expect(value).toBeCloseTo(values[i]!, 12));
  });

  test('starts at a proper covariance', () => {
    const values = valuesAt(Float64Array.from(map.start));
    expect(values[0]).toBeGreaterThan(0);
  });
});

test('an autoregressive correlation falls with the distance', () => {
  const { values } = movesAt(
    correlationMap('autoregressive', 3),
    Float64Array.of(0, Math.atanh(0.5)),
  );
  [1, 0.5, 1, 0.25, 0.5, 1].forEach((value, i) => expect(values[i]).toBeCloseTo(value, 12));
});
