import {
  bcaLimits,
  bootstrapBca,
  bootstrapPercentile,
  jackknifeAcceleration,
  percentileLimits,
  sampleSummary,
} from '@waymark/stats';
import { limits } from './limits.mjs';

const statistics = {
  mean: (values) => sampleSummary(values).mean,
  'mean/sd': (values) => {
    const { mean, sd } = sampleSummary(values);
    return sd ? mean / sd : null;
  },
};

function monteCarlo(values, statistic, replicates) {
  const options = { seed: 20261122, replicates };
  const bca = bootstrapBca(values, statistic, options);
  const percentile = bootstrapPercentile(values, statistic, options);
  return {
    R: bca.replicates,
    bca95: limits(bca.interval),
    percentile95: limits(percentile.interval),
    z0: bca.z0,
  };
}

/** The statistic's name, the replicates and their number stand in the fixture only. */
function oneCase({ d }, { statistic: name, deterministic, monteCarlo: random }) {
  const statistic = statistics[name];
  const value = statistic(d);
  const { acceleration } = jackknifeAcceleration(d, statistic);
  const bca = bcaLimits(deterministic.replicates, { value, acceleration });
  const percentile = percentileLimits(deterministic.replicates, value);
  return {
    statistic: name,
    n: d.length,
    t0: value,
    accelerationJackknife: acceleration,
    monteCarlo: monteCarlo(d, statistic, random.R),
    deterministic: {
      z0: bca.z0,
      bca95: limits(bca.interval),
      percentile95: limits(percentile.interval),
    },
  };
}

/** Everything `bootstrap.json` expects; random replicates come from our own seed. */
export function compute({ cases }) {
  return { cases: cases.map(({ input, expected }) => ({ expected: oneCase(input, expected) })) };
}

/** The name of the statistic is the question, not the result. */
export const given = [/\/expected\/statistic$/];
