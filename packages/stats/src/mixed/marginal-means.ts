import type { Column } from './columns.js';
import type { MixedFit } from './mixed-fit.js';
import type { Variables } from './model.js';
import type { ContrastWeights } from './test-contrast.js';

function checkNames(fit: MixedFit, at: Variables): void {
  const { levels, means } = fit.inside.design;
  for (const [name, value] of Object.entries(at)) {
    if (!levels.has(name) && !means.has(name))
      throw new RangeError(`marginalWeights requires variables of the fixed part: ${name}`);
    if (levels.get(name)?.includes(String(value)) === false)
      throw new RangeError(`marginalWeights requires levels in the data: ${name} ${value}`);
  }
}

/** The mean of a column over a grid with every combination of the levels not fixed by `at`. */
function meanOfColumn(fit: MixedFit, { numerics, levels }: Column, at: Variables): number {
  const { levels: all, means } = fit.inside.design;
  let value = 1;
  for (const name of numerics) value *= Number(at[name] ?? means.get(name)!);
  for (const [name, level] of levels)
    value *= name in at ? Number(String(at[name]) === level) : 1 / all.get(name)!.length;
  return value;
}

/**
 * The weights of a marginal mean: the mean the model expects at these values of its variables, with
 * factors not named averaged over their levels with equal weights and quantities at their mean.
 * Searle, Speed and Milliken (1980). Test it, or a difference of two, with `testContrast`.
 * R: `emmeans::emmeans`.
 */
export function marginalWeights(fit: MixedFit, at: Variables = {}): ContrastWeights {
  checkNames(fit, at);
  return Object.fromEntries(
    fit.inside.design.columns.map((column) => [column.name, meanOfColumn(fit, column, at)]),
  );
}

/**
 * The weights of a trend: how much the expected value grows with one unit of a quantity, averaged
 * like `marginalWeights`. R: `emmeans::emtrends`.
 */
export function trendWeights(fit: MixedFit, quantity: string, at: Variables = {}): ContrastWeights {
  checkNames(fit, at);
  if (!fit.inside.design.means.has(quantity))
    throw new RangeError(`trendWeights requires a quantity of the fixed part: ${quantity}`);
  return Object.fromEntries(
    fit.inside.design.columns
      .filter(({ numerics }) => numerics.includes(quantity))
      .map((column) => {
        const numerics = column.numerics.filter((name) => name !== quantity);
        return [column.name, meanOfColumn(fit, { ...column, numerics }, at)];
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
  const names = new Set(all.flatMap((weights) => Object.keys(weights)));
  const mean = (name: string) =>
    all.reduce((sum, weights) => sum + (weights[name] ?? 0), 0) / all.length;
  return Object.fromEntries([...names].map((name) => [name, mean(name)]));
}
