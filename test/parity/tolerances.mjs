/**
 * How close is close enough: one row for each kind of quantity, the first whose pattern fits a path
 * holds. A path is the fixture's name and the keys below it, such as `paired/cases/3/expected/t/p`.
 *
 * - `relative`: |actual - expected| <= tolerance x max(|expected|, floor)
 * - `absolute`: |actual - expected| <= tolerance
 * - `standard errors`: |actual - expected| <= tolerance x the standard error beside the estimate
 * - `spread of the item`: |actual - expected| <= tolerance x the item's modelled standard deviation,
 *   or variance for a uniqueness
 * - `runs`: |actual - expected| <= tolerance x the spread across runs that the fixture states
 */
export const tolerances = [
  {
    kind: 'bootstrap limits, random replicates',
    path: /monteCarlo\/bca95\//,
    scale: 'runs',
    must: 5,
    goal: 5,
  },
  {
    // The fixture states the spread of the other limits, which lie less far out on one side.
    kind: 'bootstrap percentiles, random replicates',
    path: /monteCarlo\/percentile95\//,
    scale: 'runs',
    must: 10,
    goal: 10,
  },
  {
    kind: 'bootstrap bias, random replicates',
    path: /monteCarlo\/z0$/,
    scale: 'absolute',
    must: 0.05,
    goal: 0.05,
  },
  {
    kind: 'noncentral t limits',
    path: /(dz|gz|cohensD|hedgesG)CI95\//,
    scale: 'absolute',
    must: 1e-6,
    goal: 1e-9,
  },
  {
    kind: 'noncentral t areas',
    path: /noncentralT\//,
    scale: 'absolute',
    must: 1e-9,
    goal: 1e-11,
  },
  {
    kind: 'log-likelihoods',
    path: /^(lmm|mmrm).*\/(logLik|deviance|AIC|BIC)$/,
    scale: 'absolute',
    must: 1e-6,
    goal: 1e-9,
  },
  {
    kind: 'Kenward-Roger df',
    path: /^(lmm|mmrm).*kenwardRoger\w*\/(df|p)\b/,
    scale: 'relative',
    must: 1e-4,
    goal: 1e-6,
    floor: 1e-3,
  },
  {
    kind: 'Satterthwaite df',
    path: /^(lmm|mmrm).*(satterthwaite|emmeans\/\w+)\/(df|p|p\.value|ci95|lower\.CL|upper\.CL)\b/,
    scale: 'relative',
    must: 1e-3,
    goal: 1e-5,
    floor: 1e-3,
  },
  {
    kind: 'variance components, BLUPs',
    path: /^(lmm|mmrm).*\/(varCorr|covariance|correlation|sd|ranef|theta|sigma)\b/,
    scale: 'relative',
    must: 1e-4,
    goal: 1e-6,
  },
  {
    kind: 'fixed effects',
    path: /^(lmm|mmrm).*\/estimate\b/,
    scale: 'standard errors',
    must: 1e-6,
    goal: 1e-8,
  },
  {
    // A t is an estimate in standard errors: as close as the estimate must be, near zero too.
    kind: 'model t statistics',
    path: /^(lmm|mmrm).*\/(t|t\.ratio)(\/\d+)?$/,
    scale: 'relative',
    must: 1e-5,
    goal: 1e-8,
    floor: 1,
  },
  {
    kind: 'model standard errors',
    path: /^(lmm|mmrm).*\/(fixed|satterthwaite|kenwardRoger|emmeans|means|trends|change|overall|contrasts|vcovFixed)/,
    scale: 'relative',
    must: 1e-5,
    goal: 1e-8,
    floor: 1e-3,
  },
  {
    // A loading or uniqueness near zero is as close as its item's spread allows.
    kind: 'one-factor loadings and uniquenesses',
    path: /omega\/(loadings|uniqueness)\//,
    scale: 'spread of the item',
    must: 1e-6,
    goal: 1e-8,
  },
  {
    kind: 'iterated variances',
    path: /(tau2?\b|tau2CI95QProfile|\/REML|\/PM|omega)/,
    scale: 'relative',
    must: 1e-6,
    goal: 1e-8,
  },
  {
    kind: 'sample sizes and power',
    path: /(sampleSize\/\d+\/nP|\/power\/\d+\/power|mdes80)/,
    // R's noncentral t, which its answers rest on, is itself good to 1e-12 only.
    scale: 'relative',
    must: 1e-9,
    goal: 1e-11,
  },
  {
    kind: 'counts',
    path: /\/(n|n[A-Z]\w*|k|x|R|discordant|enrolled|\w+Count|mcnemar\/\d+\/expected\/[bc])(\/\d+)*$/,
    scale: 'absolute',
    must: 0,
    goal: 0,
  },
  {
    kind: 'central areas and quantiles',
    path: /(^distributions[^/]*\/|\/p([A-Z]\w*)?(\/\d+)?$|ci9\d|CI9\d|clopperPearson|jeffreys|Qp$)/,
    scale: 'relative',
    must: 1e-9,
    goal: 1e-12,
  },
  {
    kind: 'closed forms',
    path: /./,
    scale: 'relative',
    must: 1e-10,
    goal: 1e-12,
    floor: 1e-3,
  },
];

/** The row of the table that holds for a path. */
export function toleranceFor(path) {
  return tolerances.find((row) => row.path.test(path));
}

/** What a fixture states but no engine computes: its texts, its inputs, and R's own diagnostics. */
const texts = /\/(id|source|convention|note|rule|property|data|formula|contrasts|model|layout)$/;
const stated = [
  /\/(input|config|tolerance)(\/|$)/,
  /\/(maxAbsGradient|thetaRelUncertainty|nlmeGls|\w*NumericCheck|\w*[rR]Message|psychCI21)(\/|$)/,
  /\/(rConfInt|rEstimate|bca95SdAcrossRuns|replicates)(\/|$)/,
];

/** Whether the value at a path is stated by the fixture and so not compared. */
export function isStated(path, value, given = []) {
  if (typeof value === 'string' && texts.test(path)) return true;
  return [...stated, ...given].some((pattern) => pattern.test(path));
}

/**
 * Whether R's value is rounding where the true one does not exist: two pairs correlate perfectly,
 * and d_rm = d_z sqrt(2 (1 - r)) is then d_z times the root of whatever r is short of 1.
 */
export function isRounding(path, value, { dz }) {
  return (
    path.endsWith('/drm') && typeof value === 'number' && Math.abs(value) < 1e-7 * Math.abs(dz)
  );
}
