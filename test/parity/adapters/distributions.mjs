import {
  betaCdf,
  betaQuantile,
  betaUpper,
  binomialCdf,
  binomialDensity,
  chiSquareCdf,
  chiSquareQuantile,
  chiSquareUpper,
  fCdf,
  fQuantile,
  fUpper,
  logGamma,
  noncentralTCdf,
  normalCdf,
  normalLogCdf,
  normalQuantile,
  normalUpper,
  signedRankCdf,
  signedRankQuantile,
  tCdf,
  tDensity,
  tLogUpper,
  tQuantile,
  tTwoSided,
  tUpper,
} from '@waymark/stats';

/** The columns of the fixture that are arguments, not results. */
export const given = [
  /^distributions[^/]*\/(t\/(t|df)|normal\/z|chisq\/(x|df)|f\/(f|df1|df2)|beta\/(x|a|b)|lgamma\/x)\//,
  /^distributions[^/]*\/\w+Quantile\/(p|df|df1|df2|a|b)\//,
  /^distributions[^/]*\/(noncentralT\/(t|df|ncp)|signrank\/(q|n)|binomial\/k)\//,
  /^distributions[^/]*\/binomial\/(n|p)$/,
];

/** Calls `f` with the i-th entry of every column. */
const rows = (f, ...columns) => columns[0].map((_, i) => f(...columns.map((column) => column[i])));

/** Everything `distributions.json` expects. */
export function compute({ t, tQuantile: tq, normal, normalQuantile: nq, chisq, f, beta, ...rest }) {
  const { chisqQuantile: cq, fQuantile: fq, betaQuantile: bq, lgamma, signrank, binomial } = rest;
  const { noncentralT: nct } = rest;
  return {
    t: {
      cdf: rows(tCdf, t.t, t.df),
      sf: rows(tUpper, t.t, t.df),
      twoSidedP: rows(tTwoSided, t.t, t.df),
      logSf: rows(tLogUpper, t.t, t.df),
      pdf: rows(tDensity, t.t, t.df),
    },
    tQuantile: { q: rows(tQuantile, tq.p, tq.df) },
    normal: {
      cdf: rows(normalCdf, normal.z),
      sf: rows(normalUpper, normal.z),
      logCdf: rows(normalLogCdf, normal.z),
    },
    normalQuantile: { q: rows(normalQuantile, nq.p) },
    chisq: {
      cdf: rows(chiSquareCdf, chisq.x, chisq.df),
      sf: rows(chiSquareUpper, chisq.x, chisq.df),
    },
    chisqQuantile: { q: rows(chiSquareQuantile, cq.p, cq.df) },
    f: { cdf: rows(fCdf, f.f, f.df1, f.df2), sf: rows(fUpper, f.f, f.df1, f.df2) },
    fQuantile: { q: rows(fQuantile, fq.p, fq.df1, fq.df2) },
    beta: {
      cdf: rows(betaCdf, beta.x, beta.a, beta.b),
      sf: rows(betaUpper, beta.x, beta.a, beta.b),
    },
    betaQuantile: { q: rows(betaQuantile, bq.p, bq.a, bq.b) },
    lgamma: { y: rows(logGamma, lgamma.x) },
    noncentralT: { cdf: rows(noncentralTCdf, nct.t, nct.df, nct.ncp) },
    signrank: {
      cdf: rows(signedRankCdf, signrank.q, signrank.n),
      q025: signrank.n.map((n) => signedRankQuantile(0.025, n)),
    },
    binomial: {
      cdf: binomial.k.map((k) => binomialCdf(k, binomial.n, binomial.p)),
      pmf: binomial.k.map((k) => binomialDensity(k, binomial.n, binomial.p)),
    },
  };
}
