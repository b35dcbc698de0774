import type { Method, ScoringKey } from '@waymark/model';

type Values = ReadonlyMap<string, number>;
type Ranges = ScoringKey['ranges'];
type Rule<N extends Method['name']> = Extract<Method, { name: N }>;

function sum(values: Values): number {
  let total = 0;
  for (const value of values.values()) total += value;
  return total;
}

/** Mean of the values; there must be at least one. */
export function mean(values: Values): number {
  return sum(values) / values.size;
}

function weightedSum(values: Values, { weights, add = 0 }: Rule<'weighted-sum'>): number {
  let total = add;
  for (const [id, value] of values) total += (weights[id] ?? 0) * value;
  return total;
}

function percentOfMaximum(values: Values, _: Rule<'percent-of-maximum'>, ranges: Ranges): number {
  let [above, span] = [0, 0];
  for (const [id, value] of values) {
    const [lowest, highest] = ranges[id]!;
    above += value - lowest;
    span += highest - lowest;
  }
  return (100 * above) / span;
}

function criteriaCount(values: Values, { criteria }: Rule<'criteria-count'>): number {
  const met = criteria.filter(
    ({ items, atLeast, needed }) =>
      items.filter((id) => (values.get(id) ?? -Infinity) >= atLeast).length >= needed,
  );
  return met.length;
}

function dichotomisedCount(values: Values, { counts }: Rule<'dichotomised-count'>): number {
  return [...values].filter(([id, value]) => counts[id]?.includes(value)).length;
}

function highestSum(values: Values, { stages, ties }: Rule<'highest-sum'>): number {
  const sums = stages.map(({ items }) =>
    items.reduce((total, id) => total + (values.get(id) ?? 0), 0),
  );
  const highest = Math.max(...sums);
  return (ties === 'later' ? sums.lastIndexOf(highest) : sums.indexOf(highest)) + 1;
}

function proportion(values: Values, rule: Rule<'proportion'>): number {
  return [...values.values()].filter((value) => rule.values.includes(value)).length / values.size;
}

const methods: {
  [N in Method['name']]: (values: Values, method: Rule<N>, ranges: Ranges) => number;
} = {
  sum,
  mean,
  'single-item': sum,
  'capped-sum': (values, { cap }) => Math.min(sum(values), cap),
  'weighted-sum': weightedSum,
  'percent-of-maximum': percentOfMaximum,
  'criteria-count': criteriaCount,
  'dichotomised-count': dichotomisedCount,
  'highest-sum': highestSum,
  proportion,
};

/** Makes one number of at least one value: reversals done, gaps filled, by the method named. */
export function combine(values: Values, method: Method, ranges: Ranges): number {
  const rule = methods[method.name] as (v: Values, m: Method, r: Ranges) => number;
  return rule(values, method, ranges);
}
