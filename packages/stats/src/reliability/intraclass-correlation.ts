import { fQuantile } from '../distributions/index.js';
import { refuse, type Interval, type Result } from '../result.js';
import { itemMomentsOf, type ItemRows } from './item-rows.js';
import { meanSquaresOf, type MeanSquares } from './mean-squares.js';

/**
 * One intraclass correlation. The interval is `null` where the formula fails, as it does for ICC(2,1)
 * when people differ less than chance would have them.
 */
export type Icc = { readonly icc: number; readonly interval: Interval | null };

/**
 * The six of Shrout and Fleiss: one occasion, and the mean of all k of them. An average is `null` when
 * the correlation is so far below zero that a mean of occasions has none.
 */
export type IntraclassCorrelations = {
  readonly meanSquares: MeanSquares;
  /** ICC(1,1): other raters for each person. */
  readonly oneWay: Icc;
  /** ICC(2,1): the same random raters for everybody, agreement. */
  readonly agreement: Icc;
  /** ICC(3,1): these raters and no others, consistency. */
  readonly consistency: Icc;
  /** ICC(1,k). */
  readonly oneWayAverage: Icc | null;
  /** ICC(2,k). */
  readonly agreementAverage: Icc | null;
  /** ICC(3,k). */
  readonly consistencyAverage: Icc | null;
  readonly n: number;
  readonly k: number;
  /** People left out because an occasion was missing. */
  readonly omitted: number;
  readonly method: 'Shrout and Fleiss, F intervals';
};

const fromRatio = (f: number, k: number) => (f - 1) / (f + k - 1);

/** Spearman-Brown: from one occasion to the mean of k. */
const stepUp = (icc: number, k: number) => (k * icc) / (1 + (k - 1) * icc);

function oneOf(f: number, firstDf: number, secondDf: number, k: number, level: number): Icc {
  const p = 1 - (1 - level) / 2;
  const low = fromRatio(f / fQuantile(p, firstDf, secondDf), k);
  const high = fromRatio(f * fQuantile(p, secondDf, firstDf), k);
  return { icc: fromRatio(f, k), interval: { low, high, level } };
}

/** ICC(2,1) with the Satterthwaite interval of Shrout and Fleiss 1979 (McGraw and Wong 1996). */
function agreementOf({ people, occasions, error, n, k }: MeanSquares, level: number): Icc {
  const icc = (people - error) / (people + (k - 1) * error + (k * (occasions - error)) / n);
  const p = 1 - (1 - level) / 2;
  const a = (k * icc) / (n * (1 - icc));
  const b = 1 + (k * icc * (n - 1)) / (n * (1 - icc));
  const v =
    (a * occasions + b * error) ** 2 /
    ((a * occasions) ** 2 / (k - 1) + (b * error) ** 2 / ((n - 1) * (k - 1)));
  const f = fQuantile(p, n - 1, v);
  const g = fQuantile(p, v, n - 1);
  const spread = k * occasions + (k * n - k - n) * error;
  const low = (n * (people - f * error)) / (f * spread + n * people);
  const high = (n * (g * people - error)) / (spread + n * g * people);
  return { icc, interval: soundInterval(icc, low, high, level) };
}

/** The interval, unless an end is not a number or the correlation itself lies outside. */
function soundInterval(icc: number, low: number, high: number, level: number): Interval | null {
  const sound = Number.isFinite(low) && Number.isFinite(high) && low <= icc && icc <= high;
  return sound ? { low, high, level } : null;
}

function averageOf({ icc, interval }: Icc, k: number): Icc | null {
  const hasMean = (one: number) => 1 + (k - 1) * one > 1e-12;
  if (!hasMean(icc)) return null;
  if (!interval || !hasMean(interval.low)) return { icc: stepUp(icc, k), interval: null };
  const { low, high, level } = interval;
  return { icc: stepUp(icc, k), interval: { low: stepUp(low, k), high: stepUp(high, k), level } };
}

/**
 * Intraclass correlations of scores given twice or more: how far a score repeats itself.
 *
 * Rows are people, columns occasions or raters; rows with a missing occasion are left out. Shrout
 * and Fleiss 1979, intervals from F (ICC(2,1): Satterthwaite). In R: `psych::ICC(x, lmer = FALSE)`.
 */
export function intraclassCorrelations(
  rows: ItemRows,
  { level = 0.95 } = {},
): Result<IntraclassCorrelations> {
  if (rows.length === 0) return refuse('there are no rows', 0);
  const { moments, omitted } = itemMomentsOf(rows);
  const { n, width: k } = moments;
  if (n < 2) return refuse('at least two people with every occasion are needed', n);
  if (k < 2) return refuse('at least two occasions are needed', n);
  const squares = meanSquaresOf(moments);
  if (squares.people === 0) return refuse('people do not differ', n);
  if (squares.error === 0) return refuse('nothing but the occasions varies within people', n);
  const method = 'Shrout and Fleiss, F intervals';
  return { computable: true, ...sixOf(squares, level), n, k, omitted, method };
}

function sixOf(squares: MeanSquares, level: number) {
  const { people, error, within, n, k } = squares;
  const oneWay = oneOf(people / within, n - 1, n * (k - 1), k, level);
  const agreement = agreementOf(squares, level);
  const consistency = oneOf(people / error, n - 1, (n - 1) * (k - 1), k, level);
  return {
    meanSquares: squares,
    oneWay,
    agreement,
    consistency,
    oneWayAverage: averageOf(oneWay, k),
    agreementAverage: averageOf(agreement, k),
    consistencyAverage: averageOf(consistency, k),
  };
}
