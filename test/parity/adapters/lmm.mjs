import {
  clusterEffects,
  contrastTester,
  differenceOf,
  fitMixedModel,
  fixedEffects,
  marginalWeights,
  parseFormula,
  subjectEffects,
  trendWeights,
} from '@waymark/stats';

/** Columns of the table that the model treats as categories: text, and numbers the terms name by level. */
function factorsOf({ formula, fixed }, columns) {
  const named = new Set(fixed?.term?.flatMap((term) => term.split(':')) ?? []);
  const { fixed: terms } = parseFormula(formula);
  return [...new Set(terms.flat())].filter(
    (name) => columns[name].some((value) => typeof value === 'string') || !named.has(name),
  );
}

function columnsOf(rows) {
  return Object.fromEntries(Object.keys(rows[0]).map((name) => [name, rows.map((row) => row[name])]));
}

const rName = (effect) => (effect === '1' ? '(Intercept)' : effect);

/** lme4 puts terms with more levels first; when it has to move any, it turns the order of all round. */
function orderedTerms(model, counts) {
  const terms = model.random.flatMap(({ group, effects, uncorrelated }) =>
    uncorrelated
      ? effects.map((effect) => ({ group, effects: [effect] }))
      : [{ group, effects }],
  );
  const levels = terms.map(({ group }) => counts[group]);
  if (!levels.some((count, i) => i > 0 && count > levels[i - 1])) return terms;
  const places = terms.map((_, i) => i).sort((a, b) => levels[a] - levels[b] || a - b);
  return places.reverse().map((place) => terms[place]);
}

/** R's make.unique: the second term of a group is called group.1. */
function uniqueNames(names) {
  const seen = {};
  return names.map((name) => {
    seen[name] = (seen[name] ?? -1) + 1;
    return seen[name] === 0 ? name : `${name}.${seen[name]}`;
  });
}

function blockOf(fit, { group, effects }) {
  const found = fit.covariances.find((one) => one.group === group);
  const places = effects.map((effect) => found.effects.indexOf(effect));
  return places.map((row) => places.map((column) => found.covariance[row][column]));
}

/** The lower Cholesky factor; rows of a zero pivot stay zero. */
function choleskyOf(matrix) {
  const n = matrix.length;
  const factor = matrix.map(() => Array(n).fill(0));
  for (let j = 0; j < n; j++) {
    const dot = (i) => factor[i].slice(0, j).reduce((sum, value, k) => sum + value * factor[j][k], 0);
    const rest = matrix[j][j] - dot(j);
    factor[j][j] = rest > 1e-12 * matrix[j][j] ? Math.sqrt(rest) : 0;
    for (let i = j + 1; i < n; i++)
      factor[i][j] = factor[j][j] > 0 ? (matrix[i][j] - dot(i)) / factor[j][j] : 0;
  }
  return factor;
}

function thetaOf(fit, terms) {
  const entries = terms.flatMap((term) => {
    const factor = choleskyOf(
      blockOf(fit, term).map((row) => row.map((value) => value / fit.residualVariance)),
    );
    const names = term.effects.map(rName);
    return names.flatMap((column, j) =>
      names.slice(j).map((row, k) => {
        const name = k === 0 ? column : `${row}.${column}`;
        return [`${term.group}.${name}`, factor[j + k][j]];
      }),
    );
  });
  return Object.fromEntries(entries);
}

function varCorrOf(fit, terms) {
  const names = uniqueNames(terms.map(({ group }) => group));
  const rows = terms.flatMap(({ effects, ...term }, t) => {
    const block = blockOf(fit, { ...term, effects });
    const variances = effects.map((effect, i) => ({
      group: names[t],
      var1: rName(effect),
      var2: null,
      vcov: block[i][i],
      sdcor: Math.sqrt(block[i][i]),
    }));
    const pairs = effects.flatMap((effect, i) =>
      effects.slice(i + 1).map((other, k) => {
        const j = i + 1 + k;
        const spread = Math.sqrt(block[i][i] * block[j][j]);
        const sdcor = spread > 0 ? block[i][j] / spread : null;
        return { group: names[t], var1: rName(effect), var2: rName(other), vcov: block[i][j], sdcor };
      }),
    );
    return [...variances, ...pairs];
  });
  const vcov = fit.residualVariance;
  return [...rows, { group: 'Residual', var1: null, var2: null, vcov, sdcor: Math.sqrt(vcov) }];
}

function testsOf(fit, options) {
  const found = [...fixedEffects(fit, options)];
  const column = (pick) => found.map(([, test]) => (test.computable ? pick(test) : null));
  return {
    term: found.map(([name]) => name),
    estimate: column(({ estimate }) => estimate),
    se: column(({ se }) => se),
    df: column(({ df }) => df),
    t: column(({ t }) => t),
    p: column(({ p }) => p),
  };
}

/** Variances from each coefficient, covariances from the sums of two. */
function covarianceOf(fit) {
  const test = contrastTester(fit);
  const names = [...fit.coefficients.keys()];
  const variance = (weights) => test(weights).se ** 2;
  const own = names.map((name) => variance({ [name]: 1 }));
  return names.map((a, i) =>
    names.map((b, j) =>
      i === j ? own[i] : (variance({ [a]: 1, [b]: 1 }) - own[i] - own[j]) / 2,
    ),
  );
}

function ranefOf(fit, wanted) {
  return wanted.map(({ group, effects: shown }) => {
    const isSubject = fit.covariances[0].group === group;
    const { effects, levels } = isSubject ? subjectEffects(fit) : clusterEffects(fit);
    const byEffect = (pick) =>
      Object.fromEntries(
        Object.keys(shown).map((name) => {
          const place = effects.map(rName).indexOf(name);
          return [name, levels.map((one) => pick(one)[place])];
        }),
      );
    return {
      group,
      level: levels.map(({ level }) => level),
      effects: byEffect(({ values }) => values),
      condSd: byEffect(({ conditionalSd }) => conditionalSd),
    };
  });
}

/** One row of weights for each row of an emmeans table. */
function emmeansWeights(fit, variables, table) {
  const rows = Object.values(table)[0].map((_, i) =>
    Object.fromEntries(Object.entries(table).map(([column, values]) => [column, values[i]])),
  );
  const trend = Object.keys(table).find((column) => column.endsWith('.trend'));
  const isResult = (column) =>
    /^(estimate|emmean|SE|df|lower\.CL|upper\.CL|t\.ratio|p\.value|contrast)$/.test(column) ||
    column === trend;
  return rows.map((row) => {
    const at = Object.fromEntries(Object.entries(row).filter(([column]) => !isResult(column)));
    if (trend) return trendWeights(fit, trend.slice(0, -'.trend'.length), at);
    if (row.contrast === undefined) return marginalWeights(fit, at);
    // "wave2 - wave1": both ends name a factor and its level.
    const [to, from] = row.contrast.split(' - ').map((text) => {
      const factor = variables.find((name) => text.startsWith(name));
      return marginalWeights(fit, { ...at, [factor]: text.slice(factor.length) });
    });
    return differenceOf(to, from);
  });
}

function emmeansOf(fit, variables, wanted) {
  return Object.fromEntries(
    Object.entries(wanted).map(([name, table]) => {
      const options = name.endsWith('KR') ? { df: 'Kenward-Roger' } : {};
      const tester = contrastTester(fit, options);
      const tests = emmeansWeights(fit, variables, table).map(tester);
      const pick = {
        SE: ({ se }) => se,
        df: ({ df }) => df,
        'lower.CL': ({ interval }) => interval.low,
        'upper.CL': ({ interval }) => interval.high,
        't.ratio': ({ t }) => t,
        'p.value': ({ p }) => p,
      };
      const estimate = ({ estimate: value }) => value;
      const columns = Object.keys(table).map((column) => {
        const isEstimate = column === 'estimate' || column === 'emmean' || column.endsWith('.trend');
        const read = pick[column] ?? (isEstimate ? estimate : null);
        return [column, read ? tests.map((one) => (one.computable ? read(one) : null)) : table[column]];
      });
      return [name, Object.fromEntries(columns)];
    }),
  );
}

function computeCase(fixture, csv) {
  const columns = columnsOf(csv(fixture.data));
  const model = parseFormula(fixture.formula, factorsOf(fixture, columns));
  const fit = fitMixedModel(model, columns, { method: fixture.method });
  if (!fit.computable) return fit;
  const groups = fit.covariances.map(({ group }) => group);
  const counts = Object.fromEntries(
    groups.map((group, i) => [group, i === 0 ? fit.subjects : clusterEffects(fit).levels.length]),
  );
  const terms = orderedTerms(model, counts);
  const effects = testsOf(fit);
  const { term, estimate, se } = effects;
  return {
    method: fit.method,
    nobs: fit.n,
    ngroups: counts,
    converged: true,
    singular: fit.status === 'boundary',
    logLik: fit.logLik,
    deviance: -2 * fit.logLik,
    nPar: fit.parameters.fixed + fit.parameters.covariance,
    AIC: fit.aic,
    BIC: fit.bic,
    sigma: Math.sqrt(fit.residualVariance),
    theta: thetaOf(fit, terms),
    varCorr: varCorrOf(fit, terms),
    fixed: { term, estimate, se },
    ...(fixture.vcovFixed ? { vcovFixed: covarianceOf(fit) } : {}),
    ...(fixture.satterthwaite ? { satterthwaite: effects } : {}),
    ...(fixture.kenwardRoger ? { kenwardRoger: testsOf(fit, { df: 'Kenward-Roger' }) } : {}),
    ...(fixture.ranef ? { ranef: ranefOf(fit, fixture.ranef) } : {}),
    ...(fixture.emmeans ? { emmeans: emmeansOf(fit, model.factors, fixture.emmeans) } : {}),
  };
}

/** What lmm.json and lmm-large.json expect, from our own fits. */
export function compute({ cases }, { csv }) {
  return { cases: cases.map((one) => computeCase(one, csv)) };
}
