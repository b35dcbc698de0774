import {
  countClinicalChange,
  countReliableChange,
  cutOffs,
  describePairedMoments,
  jointCountsOf,
  minimalDetectableChange,
  pairedMomentsOf,
  prepareReliableChange,
  reliabilityOfDifference,
  reliableChangeThreshold,
  standardErrorOfDifference,
  standardErrorOfMeasurement,
} from '@waymark/stats';

const methods = {
  JT: 'jacobsonTruax',
  GLN: 'gulliksenLordNovick',
  HLL: 'hsuLinnLord',
  EN: 'edwardsNunnally',
  NK: 'nunnallyKotsch',
  HA: 'hagemanArrindell',
};

function oneCase(input) {
  const pairs = input.pre
    .map((before, person) => [before, input.post[person]])
    .filter(([before, after]) => before !== null && after !== null);
  const { reliability, direction } = input;
  const described = describePairedMoments(pairedMomentsOf(pairs));
  const sample = { pairs: described, reliability, reliabilityAfter: input.reliabilityPost };
  const counts = jointCountsOf(pairs);
  const prepared = Object.entries(methods).map(([short, name]) => [
    short,
    prepareReliableChange(name, sample),
  ]);
  const { sd } = described.before;
  const rci = {};
  const classes = {};
  for (const [short, method] of prepared) {
    if (!method.computable) {
      rci[short] = method;
      classes[short] = method;
      continue;
    }
    rci[short] = pairs.map(([before, after]) => method.indexOf(before, after));
    const found = countReliableChange(counts, { ...method, direction });
    classes[short] = {
      improved: found.improved,
      unchanged: found['no reliable change'],
      deteriorated: found.worse,
    };
  }
  const [[, jt]] = prepared;
  if (!jt.computable) return { n: described.n, ...jt };
  const functional = { mean: input.functionalMean, sd: input.functionalSd };
  const cutoffs = cutOffs({ clinical: described.before, functional, direction });
  const category = (cutOff) => {
    const { n: _, ...found } = countClinicalChange(counts, { ...jt, direction, cutOff });
    return found;
  };
  return {
    n: described.n,
    mPre: described.before.mean,
    sdPre: sd,
    mPost: described.after.mean,
    sdPost: described.after.sd,
    reliability,
    direction,
    sem: standardErrorOfMeasurement(sd, reliability),
    sDiff: standardErrorOfDifference(sd, reliability),
    rcThreshold: reliableChangeThreshold({ sd, reliability }),
    mdc95: minimalDetectableChange(sd, reliability),
    mdc90: minimalDetectableChange(sd, reliability, { level: 0.9 }),
    rdd: reliabilityOfDifference(sample),
    rci,
    critical: { default: jt.critical, HA: prepared[5][1].critical ?? null },
    counts: classes,
    functional,
    cutoffs,
    jtCategories: { a: category(cutoffs.a), b: category(cutoffs.b), c: category(cutoffs.c) },
  };
}

/** Everything `rci.json` expects, from its scores alone. */
export function compute(fixture) {
  return {
    ...fixture,
    cases: fixture.cases.map((one) => ({ ...one, expected: oneCase(one.input) })),
  };
}
