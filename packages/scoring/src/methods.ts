import type * as Model from '@waymark/model';

type Method = Model.ScaleKey['method'];

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function mean(values: readonly number[]): number {
  return sum(values) / values.length;
}

function cappedSum(values: readonly number[], method: Method): number {
  return method.name === 'capped-sum' ? Math.min(sum(values), method.cap) : sum(values);
}

/** The closed list of scoring methods: each gets at least one value, reversals done, gaps filled. */
export const methods = {
  sum,
  mean,
  'single-item': sum,
  'capped-sum': cappedSum,
} as const satisfies {
  [name in Method['name']]: (values: readonly number[], method: Method) => number;
};
