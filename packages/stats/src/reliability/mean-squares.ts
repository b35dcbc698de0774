import {
  centredProduct,
  combineColumns,
  describeMoments,
  meanOf,
  type Moments,
} from '../moments/index.js';

/** The mean squares of a table of people (rows) by occasions or raters (columns). */
export type MeanSquares = {
  readonly people: number;
  readonly occasions: number;
  readonly error: number;
  /** Within people: occasions and error together. */
  readonly within: number;
  readonly n: number;
  readonly k: number;
};

/**
 * Two-way analysis of variance without replication, from the moments of complete rows: the ground
 * of the intraclass correlations. Needs at least two rows and two columns.
 * In R: `anova(lm(score ~ person + occasion))`.
 */
export function meanSquaresOf(moments: Moments): MeanSquares {
  const { n, width: k } = moments;
  if (n < 2 || k < 2) throw new RangeError('meanSquaresOf requires two rows and two columns');
  const total = combineColumns(moments, Array<number>(k).fill(1));
  const people = describeMoments(total).sumSquares / k;
  const grand = meanOf(total)! / k;
  let own = 0;
  let occasions = 0;
  for (let column = 0; column < k; column += 1) {
    own += centredProduct(moments, column);
    occasions += n * (meanOf(moments, column)! - grand) ** 2;
  }
  // What rounding leaves of an error that is not there must not pass for an error.
  const error = own - people > 1e-13 * own ? own - people : 0;
  return {
    people: people / (n - 1),
    occasions: occasions / (k - 1),
    error: error / ((n - 1) * (k - 1)),
    within: (error + occasions) / (n * (k - 1)),
    n,
    k,
  };
}
