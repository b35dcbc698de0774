import { fixedVariables } from './coded-design.js';
import type { Column } from './columns.js';
import type { MixedFit } from './mixed-fit.js';
import type { Variables } from './model.js';
import type { ContrastWeights } from './test-contrast.js';

/** The mean over all observations of each quantity of the fixed part. */
function meansOf({ inside }: MixedFit): Map<string, number> {
  if (!inside.collected) return new Map();
  const { rows, subjects, summaries, factors } = inside.collected;
  const names = fixedVariables(inside.model).filter((name) => !factors.has(name));
  const sums = new Map(names.map((name) => [name, 0]));
  let n = 0;
  for (const { rows: own, subject, count } of summaries)
    for (const row of own) {
      n += count;
      for (const name of names) {
        const value = rows[row]![name] ?? subjects[subject]!.variables[name];
        sums.set(name, sums.get(name)! + count * Number(value));
      }
    }
  return new Map([...sums].map(([name, sum]) => [name, sum / n]));
}

/** The mean of a column over a grid with every combination of the levels not fixed by `at`. */
type GridMean = (column: Pick<Column, 'numerics' | 'levels'>) => number;

function gridMean(fit: MixedFit, at: Variables): GridMean {
  const { levels } = fit.inside.assembled.parts.design;
  const means = meansOf(fit);
  for (const [name, value] of Object.entries(at)) {
    if (!levels.has(name) && !means.has(name))
      throw new RangeError(`marginalWeights requires variables of the fixed part: ${name}`);
    if (levels.get(name)?.includes(String(value)) === false)
      throw new RangeError(`marginalWeights requires levels in the data: ${name} ${value}`);
  }
  return (column) => {
    let value = 1;
    for (const name of column.numerics) value *= Number(at[name] ?? means.get(name)!);
    for (const [name, level] of column.levels)
      value *= name in at ? Number(String(at[name]) === level) : 1 / levels.get(name)!.length;
    return value;
  };
}

/**
 * The weights of a marginal mean: the mean the model expects at these values of its variables, with
 * factors not named averaged over their levels with equal weights and quantities at their mean.
 * Searle, Speed and Milliken (1980). Test it, or a difference of two, with `testContrast`.
 * R: `emmeans::emmeans`.
 */
export function marginalWeights(fit: MixedFit, at: Variables = {}): ContrastWeights {
  const mean = gridMean(fit, at);
  return Object.fromEntries(
    fit.inside.assembled.parts.design.columns.map((one) => [one.name, mean(one)]),
  );
}

/**
 * The weights of a trend: how much the expected value grows with one unit of a quantity, averaged
 * like `marginalWeights`. R: `emmeans::emtrends`.
 */
export function trendWeights(fit: MixedFit, quantity: string, at: Variables = {}): ContrastWeights {
  const mean = gridMean(fit, at);
  const { levels, columns } = fit.inside.assembled.parts.design;
  const grown = columns.filter(({ numerics }) => numerics.includes(quantity));
  if (levels.has(quantity) || grown.length === 0)
    throw new RangeError(`trendWeights requires a quantity of the fixed part: ${quantity}`);
  return Object.fromEntries(
    grown.map(({ name, numerics, levels: own }) => {
      const others = numerics.filter((one) => one !== quantity);
      return [name, mean({ numerics: others, levels: own })];
    }),
  );
}

/** The first weights minus the second: the contrast of two marginal means or two trends. */
export function differenceOf(a: ContrastWeights, b: ContrastWeights): ContrastWeights {
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  return Object.fromEntries([...names].map((name) => [name, (a[name] ?? 0) - (b[name] ?? 0)]));
}

/** The mean of several sets of weights, each counting the same. */
export function averageOf(all: readonly ContrastWeights[]): ContrastWeights {
  if (all.length === 0) throw new RangeError('averageOf requires at least one set of weights');
  const sums = new Map<string, number>();
  for (const weights of all)
    for (const [name, weight] of Object.entries(weights))
      sums.set(name, (sums.get(name) ?? 0) + weight / all.length);
  return Object.fromEntries(sums);
}
