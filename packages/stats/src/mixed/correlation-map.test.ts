import { describe, expect, test } from 'vitest';
import { combineMaps, positiveVariance, type CovarianceMap } from './covariance-map.js';
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
  const step = 1e-6;

  test('has the derivatives it says', () => {
    const jacobian = map.jacobian(free);
    for (let j = 0; j < map.size; j += 1) {
      const up = map.values(moved(j, step));
      const down = map.values(moved(j, -step));
      for (let i = 0; i < map.linear; i += 1)
        expect((up[i]! - down[i]!) / (2 * step)).toBeCloseTo(jacobian[i * map.size + j]!, 8);
    }
  });

  test('has the second derivatives it says', () => {
    const weights = Float64Array.from({ length: map.linear }, (_unused, i) => 1 + i);
    const weighted = (at: Float64Array) => {
      const jacobian = map.jacobian(at);
      return Float64Array.from({ length: map.size }, (_unused, j) =>
        weights.reduce((sum, weight, i) => sum + weight * jacobian[i * map.size + j]!, 0),
      );
    };
    const curvature = map.curvature(free, weights);
    for (let j = 0; j < map.size; j += 1) {
      const up = weighted(moved(j, step));
      const down = weighted(moved(j, -step));
      for (let i = 0; i < map.size; i += 1)
        expect((up[i]! - down[i]!) / (2 * step)).toBeCloseTo(curvature[i * map.size + j]!, 6);
    }
  });

  test('finds its free numbers again, where it can', () => {
    if (!map.free) return expect(map.bounds).toEqual([]);
    const values = map.values(free);
    map.values(map.free(values)!).forEach((value, i) => expect(value).toBeCloseTo(values[i]!, 12));
  });
});

test('an autoregressive correlation falls with the distance', () => {
  const values = correlationMap('autoregressive', 3).values(Float64Array.of(0, Math.atanh(0.5)));
  [1, 0.5, 1, 0.25, 0.5, 1].forEach((value, i) => expect(values[i]).toBeCloseTo(value, 12));
});
