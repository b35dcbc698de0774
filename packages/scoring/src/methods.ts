import type { Method, ScoringKey } from '@waymark/model';

/** Numbers, and in the same order the ids of the items or scales they come from. */
export type Values = { readonly ids: readonly string[]; readonly values: readonly number[] };
type Ranges = ScoringKey['ranges'];
type Rule<N extends Method['name']> = Extract<Method, { name: N }>;

function sum(values: readonly number[]): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

/** Mean of the values; there must be at least one. */
export function mean(values: readonly number[]): number {
  return sum(values) / values.length;
}

function weightedSum({ ids, values }: Values, { weights, add = 0 }: Rule<'weighted-sum'>): number {
  return ids.reduce((total, id, i) => total + (weights[id] ?? 0) * values[i]!, add);
}

function percentOfMaximum(
  { ids, values }: Values,
  _: Rule<'percent-of-maximum'>,
  ranges: Ranges,
): number {
  let [above, span] = [0, 0];
  for (const [i, id] of ids.entries()) {
    const [lowest, highest] = ranges[id]!;
    above += values[i]! - lowest;
    span += highest - lowest;
  }
  return (100 * above) / span;
}

function criteriaCount({ ids, values }: Values, { criteria }: Rule<'criteria-count'>): number {
  const met = criteria.filter(
    ({ items, atLeast, needed }) =>
      items.filter((id) => (values[ids.indexOf(id)] ?? -Infinity) >= atLeast).length >= needed,
  );
  return met.length;
}

function dichotomisedCount(
  { ids, values }: Values,
  { counts }: Rule<'dichotomised-count'>,
): number {
  return ids.filter((id, i) => counts[id]?.includes(values[i]!)).length;
}

function highestSum({ ids, values }: Values, { stages, ties }: Rule<'highest-sum'>): number {
  const sums = stages.map(({ items }) => sum(items.map((id) => values[ids.indexOf(id)] ?? 0)));
  const highest = Math.max(...sums);
  return (ties === 'later' ? sums.lastIndexOf(highest) : sums.indexOf(highest)) + 1;
}

function proportion({ values }: Values, rule: Rule<'proportion'>): number {
  return values.filter((value) => rule.values.includes(value)).length / values.length;
}

function shareAmong({ ids, values }: Values, rule: Rule<'share-among'>): number | null {
  const valueOf = (id: string) => values[ids.indexOf(id)];
  const seconds = rule.pairs.flatMap(([first, second]) => {
    const [one, other] = [valueOf(first), valueOf(second)];
    return one !== undefined && other !== undefined && rule.among.includes(one) ? [other] : [];
  });
  if (seconds.length === 0) return null;
  return seconds.filter((value) => rule.having.includes(value)).length / seconds.length;
}

const methods: {
  [N in Method['name']]: (values: Values, method: Rule<N>, ranges: Ranges) => number | null;
} = {
  sum: ({ values }) => sum(values),
  mean: ({ values }) => mean(values),
  'single-item': ({ values }) => sum(values),
  'capped-sum': ({ values }, { cap }) => Math.min(sum(values), cap),
  'weighted-sum': weightedSum,
  'percent-of-maximum': percentOfMaximum,
  'criteria-count': criteriaCount,
  'dichotomised-count': dichotomisedCount,
  'highest-sum': highestSum,
  proportion,
  'share-among': shareAmong,
};

/**
 * Makes one number of at least one value: reversals done, gaps filled, by the method named. Null
 * where the method finds nothing to take a share of.
 */
export function combine(values: Values, method: Method, ranges: Ranges): number | null {
  const rule = methods[method.name] as (v: Values, m: Method, r: Ranges) => number | null;
  return rule(values, method, ranges);
}
