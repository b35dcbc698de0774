import {
  analyseItems,
  combineColumns,
  cronbachAlpha,
  describeMoments,
  guttmanLambda2,
  intraclassCorrelations,
  itemMomentsOf,
  minimalDetectableChange,
  omegaTotal,
  standardErrorOfMeasurement,
  standardizedAlpha,
} from '@waymark/stats';
import { limits as ends } from './limits.mjs';


function omegaPart(moments) {
  const found = omegaTotal(moments);
  if (!found.computable) return found;
  const variances = moments.n > 0 ? found.uniqueness.map((u, i) => u + found.loadings[i] ** 2) : [];
  return {
    omegaTotal: found.omega,
    omegaObservedVariance: found.omegaObserved,
    loadings: found.loadings,
    uniqueness: found.uniqueness,
    chisq: found.chiSquare,
    df: found.df,
    nearHeywood: found.uniqueness.some((u, i) => u < 1e-4 * variances[i]),
    varianceDivisor: 'n',
  };
}

function alphaCase({ items }) {
  const columns = Object.values(items);
  const rows = columns[0].map((_, person) => columns.map((column) => column[person] ?? null));
  const { moments } = itemMomentsOf(rows);
  const alpha = cronbachAlpha(rows);
  if (!alpha.computable) return alpha;
  const total = describeMoments(combineColumns(moments, columns.map(() => 1)));
  const fit = analyseItems(moments);
  return {
    n: alpha.n,
    k: alpha.k,
    alpha: alpha.alpha,
    alphaStandardized: standardizedAlpha(moments).alpha,
    alphaFeldtCI95: ends(alpha.interval),
    itemRestCorrelation: fit.items.map(({ itemRest }) => itemRest),
    alphaIfDropped: fit.items.map(({ alphaIfDropped }) => alphaIfDropped),
    lambda2: guttmanLambda2(moments).lambda2,
    omega: omegaPart(moments),
    totalMean: total.mean,
    totalSd: total.sd,
    semTotal: standardErrorOfMeasurement(total.sd, alpha.alpha),
    mdc95Total: minimalDetectableChange(total.sd, alpha.alpha),
  };
}

function iccCase({ matrix }) {
  const found = intraclassCorrelations(matrix);
  if (!found.computable) return found;
  return {
    n: found.n,
    k: found.k,
    msSubjects: found.meanSquares.people,
    msRaters: found.meanSquares.occasions,
    msError: found.meanSquares.error,
    msWithin: found.meanSquares.within,
    icc11: found.oneWay.icc,
    icc21: found.agreement.icc,
    icc31: found.consistency.icc,
    icc1k: found.oneWayAverage?.icc ?? null,
    icc2k: found.agreementAverage?.icc ?? null,
    icc3k: found.consistencyAverage?.icc ?? null,
    icc31CI95: ends(found.consistency.interval),
    icc11CI95: ends(found.oneWay.interval),
    icc21CI95: ends(found.agreement.interval),
    psychCI21: ends(found.agreement.interval),
  };
}

/** Everything `reliability.json` expects, from its items and matrices alone. */
export function compute(fixture) {
  return {
    ...fixture,
    alpha: fixture.alpha.map((one) => ({ ...one, expected: alphaCase(one.input) })),
    icc: fixture.icc.map((one) => ({ ...one, expected: iccCase(one.input) })),
  };
}
