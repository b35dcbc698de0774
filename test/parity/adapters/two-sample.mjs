import {
  cohenD,
  glassDelta,
  mannWhitney,
  sampleSummary,
  studentTest,
  varianceRatio,
  welchTest,
} from '@waymark/stats';
import { limits } from './limits.mjs';

function tested(result) {
  if (!result.computable) return result;
  const { t: statistic, df, p, interval } = result;
  return { statistic, df, p, ci95: limits(interval) };
}

function oneCase({ a, b }) {
  const groups = [sampleSummary(a), sampleSummary(b)];
  const d = cohenD(...groups);
  const ranks = mannWhitney(a, b);
  const ratio = varianceRatio(...groups);
  return {
    n: groups.map(({ n }) => n),
    means: groups.map(({ mean }) => mean),
    sds: groups.map(({ sd }) => sd),
    difference: groups[0].mean - groups[1].mean,
    welch: tested(welchTest(a, b)),
    student: tested(studentTest(a, b)),
    cohensD: d.value,
    cohensDCI95: limits(d.interval),
    hedgesG: d.corrected,
    hedgesGCI95: limits(d.correctedInterval),
    J: d.correction,
    glassDelta: glassDelta(...groups).value,
    mannWhitney: {
      U: ranks.u,
      pNormalCorrected: ranks.pCorrected,
      commonLanguage: ranks.commonLanguage,
    },
    varF: { statistic: ratio.f, p: ratio.p },
  };
}

/** Everything `two-sample.json` expects, from the values of both groups alone. */
export function compute({ cases }) {
  return { cases: cases.map(({ input }) => ({ expected: oneCase(input) })) };
}
