import { averageOf, contrastTester, differenceOf, fitMixedModel } from '@waymark/stats';

const cell = (program, wave) => ({ [`wave${wave}:program${program}`]: 1 });

/** The contrast a fixture's label stands for: `P01@1`, `P01:2-1`, `equal-weight overall:4-1`. */
function weightsOf(label, programs) {
  const [program, waves] = label.split(/[@:]/);
  if (!waves.includes('-')) return cell(program, waves);
  const [to, from] = waves.split('-');
  const change = (one) => differenceOf(cell(one, to), cell(one, from));
  return programs.includes(program) ? change(program) : averageOf(programs.map(change));
}

function tested(tester, weights) {
  const found = tester(weights);
  if (!found.computable) return found;
  const { se, df, t, p, interval } = found;
  return { se, df, t, p, ci95: [interval.low, interval.high] };
}

function fitCase({ data, method }, csv) {
  const rows = csv(data);
  const columns = Object.fromEntries(
    ['program', 'id', 'wave', 'score'].map((name) => [name, rows.map((row) => row[name])]),
  );
  const model = {
    response: 'score',
    fixed: [['wave', 'program']],
    factors: ['wave', 'program'],
    repeated: { subject: 'id', timepoint: 'wave', covariance: 'unstructured' },
  };
  return fitMixedModel(model, columns, { method });
}

function computeCase(fixture, csv) {
  const fit = fitCase(fixture, csv);
  if (!fit.computable) return fit;
  const [within] = fit.covariances;
  const levels = (name) => [
    ...new Set(
      [...fit.coefficients.keys()].map((key) => key.split(':').find((part) => part.startsWith(name))),
    ),
  ];
  const programs = levels('program').map((level) => level.slice('program'.length));
  const satterthwaite = contrastTester(fit);
  const testers = {
    kenwardRogerObserved: contrastTester(fit, { df: 'Kenward-Roger', information: 'observed' }),
    kenwardRogerExpected: contrastTester(fit, { df: 'Kenward-Roger' }),
  };
  const row = ({ label }) => {
    const weights = weightsOf(label, programs);
    const plain = satterthwaite(weights);
    if (!plain.computable) return { label, ...plain };
    const { se, ...rest } = tested(satterthwaite, weights);
    const adjusted = Object.entries(testers).map(([name, tester]) => [name, tested(tester, weights)]);
    return {
      label,
      estimate: plain.estimate,
      se,
      satterthwaite: rest,
      ...Object.fromEntries(adjusted),
    };
  };
  return {
    method: fit.method,
    nobs: fit.n,
    nSubjects: fit.subjects,
    nFixed: fit.parameters.fixed,
    nCov: fit.parameters.covariance,
    waves: [...within.effects],
    programs,
    logLik: fit.logLik,
    AIC: fit.aic,
    covariance: within.covariance,
    correlation: within.correlation,
    sd: within.sd,
    means: fixture.means?.map(row),
    changeFromBaseline: fixture.changeFromBaseline?.map(row),
    overallChange: fixture.overallChange && row(fixture.overallChange),
  };
}

/** What mmrm.json expects, from our own fits. */
export function compute({ cases }, { csv }) {
  return { cases: cases.map((one) => computeCase(one, csv)) };
}
