import { adjustPs, controlChart, funnel, metaAnalyse, shrink } from '@waymark/stats';

const ends = (interval) => (interval === null ? null : [interval.low, interval.high]);

const short = {
  fixed: 'FE',
  derSimonianLaird: 'DL',
  restrictedMaximumLikelihood: 'REML',
  pauleMandel: 'PM',
};

const variants = {
  fixed: ['fixed', false],
  DL: ['derSimonianLaird', false],
  DLknha: ['derSimonianLaird', true],
  REML: ['restrictedMaximumLikelihood', false],
  REMLknha: ['restrictedMaximumLikelihood', true],
  PMknha: ['pauleMandel', true],
};

/** One variant of the meta-analysis of estimates and variances, in the words of the fixtures. */
export function metaVariant(yi, vi, name) {
  const [method, knappHartung] = variants[name];
  const effects = yi.map((estimate, i) => ({ estimate, variance: vi[i] }));
  const found = metaAnalyse(effects, { method, knappHartung });
  if (!found.computable) return found;
  const shrunken = shrink(effects, found);
  return {
    method: short[method],
    test: knappHartung ? 'knha' : 'z',
    estimate: found.estimate,
    se: found.se,
    statistic: found.statistic,
    df: found.df,
    p: found.p,
    ci95: ends(found.interval),
    tau2: found.tau2,
    tau: Math.sqrt(found.tau2),
    I2: found.i2,
    H2: found.h2,
    Q: found.q,
    Qdf: found.k - 1,
    Qp: found.qP,
    logLik: found.logLikelihood,
    predictionInterval95: ends(found.predictionInterval),
    tau2CI95QProfile: ends(found.tau2Interval),
    shrunken: {
      estimate: shrunken.map(({ estimate }) => estimate),
      se: shrunken.map(({ se }) => se),
      lo: shrunken.map(({ interval }) => interval.low),
      hi: shrunken.map(({ interval }) => interval.high),
    },
  };
}

/** The named variants of one meta-analysis. */
export function metaVariants(yi, vi, names) {
  return Object.fromEntries(names.map((name) => [name, metaVariant(yi, vi, name)]));
}

/** All variants, as the fixtures list them. */
export function metaAll(yi, vi) {
  return { k: yi.length, ...metaVariants(yi, vi, Object.keys(variants)) };
}

/** p-values adjusted in every way. */
export function multiplicity(p) {
  const adjusted = (method) => adjustPs(p, method).p;
  return {
    p,
    holm: adjusted('holm'),
    hochberg: adjusted('hochberg'),
    bonferroni: adjusted('bonferroni'),
    BH: adjusted('benjaminiHochberg'),
    BY: adjusted('benjaminiYekutieli'),
  };
}

function xmr({ x }) {
  const chart = controlChart(x);
  if (!chart.computable) return { x, ...chart };
  return {
    x,
    centre: chart.centre,
    meanMovingRange: chart.meanMovingRange,
    sigmaHat: chart.sigma,
    lower: chart.lower,
    upper: chart.upper,
    mrUpper: chart.movingRangeUpper,
  };
}

/** The funnel of x out of n, in the words of the fixtures. */
export function funnelPart({ x, n }) {
  const found = funnel(x.map((count, i) => ({ x: count, n: n[i] })));
  if (!found.computable) return { x, n, ...found };
  const limitsOf = (kind) => ({
    lo95: found.points.map((point) => point[kind][0].low),
    hi95: found.points.map((point) => point[kind][0].high),
    lo998: found.points.map((point) => point[kind][1].low),
    hi998: found.points.map((point) => point[kind][1].high),
  });
  return {
    x,
    n,
    p: found.points.map(({ share }) => share),
    target: found.target,
    z: found.points.map(({ z }) => z),
    exactInterpolated: limitsOf('exact'),
    normal: limitsOf('normal'),
    overdispersionPhi: found.phi,
    overdispersionPhiWinsorised10: found.phiWinsorised,
  };
}

/** Everything `meta-analysis.json` expects. */
export function compute(fixture) {
  return {
    ...fixture,
    cases: fixture.cases.map((one) => ({ ...one, expected: metaAll(one.input.yi, one.input.vi) })),
    funnel: fixture.funnel.map(funnelPart),
    xmr: fixture.xmr.map(xmr),
    multiplicity: fixture.multiplicity.map(({ p }) => multiplicity(p)),
  };
}
