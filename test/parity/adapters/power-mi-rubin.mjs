import { poolImputations } from '@waymark/stats';

function pooled({ estimates, variances, n, k }) {
  const imputations = estimates.map((estimate, i) => ({ estimate, variance: variances[i] }));
  const found = poolImputations(imputations, { completeDf: n - k });
  if (!found.computable) return found;
  return {
    pooled: found.estimate,
    withinVar: found.within,
    betweenVar: found.between,
    totalVar: found.total,
    se: found.se,
    riv: found.relativeIncrease,
    dfBarnardRubin: found.df,
    dfOld: found.dfRubin,
    fmi: found.missingInformation,
    ci95: [found.interval.low, found.interval.high],
  };
}

/** The `rubinPooling` part of `power-mi.json`, for the adapter of that file. */
export function rubinPooling(cases) {
  return cases.map((one) => ({ ...one, expected: pooled(one.input) }));
}
