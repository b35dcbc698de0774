import {
  adjustedMeans,
  cohenD,
  completersAndLost,
  countDirections,
  countReliableChange,
  countResponders,
  describeValues,
  effectForPooling,
  floorAndCeiling,
  agrestiCoullInterval,
  clopperPearsonInterval,
  gatherPatterns,
  jeffreysInterval,
  jointCountsOf,
  pairedMomentsOf,
  pairedSummary,
  pairedTestFromSummary,
  reliableChangeThreshold,
  standardErrorOfDifference,
  wilsonInterval,
} from '@waymark/stats';
import { changeReport } from './change.mjs';
import { limits } from './limits.mjs';
import { funnelPart, metaAll, metaVariants, multiplicity } from './meta-analysis.mjs';

/** People by program, each with one score per month, in the order of the file. */
function readPeople(rows) {
  const months = [...new Set(rows.map(({ month }) => month))].sort((a, b) => a - b);
  const programs = new Map();
  for (const { program, id, month, score } of rows) {
    if (!programs.has(program)) programs.set(program, new Map());
    const people = programs.get(program);
    if (!people.has(id)) people.set(id, months.map(() => null));
    people.get(id)[months.indexOf(month)] = score;
  }
  const names = [...programs.keys()].sort();
  return {
    months,
    programs: names.map((name) => ({ name, people: [...programs.get(name).values()] })),
  };
}

function wave(month, scores, { lo, hi }) {
  const seen = scores.filter((score) => score !== null);
  const head = { month, n: seen.length, nMissing: scores.length - seen.length };
  if (seen.length === 0) return head;
  const found = describeValues(seen.map((value) => ({ value, count: 1 })));
  const ends = floorAndCeiling(seen, { lowest: lo, highest: hi });
  const test = pairedTestFromSummary(found);
  return {
    ...head,
    mean: found.mean,
    sd: found.sd,
    variance: found.variance,
    se: found.se,
    min: found.lowest,
    max: found.highest,
    q1: found.q1,
    median: found.median,
    q3: found.q3,
    iqr: found.q3 - found.q1,
    madRaw: found.medianDeviation,
    sum: found.sum,
    meanCI95: test.computable ? limits(test.interval) : null,
    skewnessG1: found.skewness,
    kurtosisG2: found.kurtosis,
    floorCount: ends.floor,
    ceilingCount: ends.ceiling,
    floorPct: 100 * ends.floorShare,
    ceilingPct: 100 * ends.ceilingShare,
  };
}

function proportion(x, n) {
  return {
    x,
    n,
    p: x / n,
    clopperPearson: limits(clopperPearsonInterval(x, n).interval),
    wilson: limits(wilsonInterval(x, n).interval),
    agrestiCoull: limits(agrestiCoullInterval(x, n).interval),
    jeffreys: limits(jeffreysInterval(x, n).interval),
  };
}

const directionOf = ({ lowerIsBetter }) => (lowerIsBetter ? -1 : 1);

function classesOf(pairs, config) {
  if (pairs.length === 0) return { reliable: null, mcid: null, anyImprovement: null };
  const direction = directionOf(config);
  const { sdRef: sd, reliability, mcid } = config;
  const counts = jointCountsOf(pairs);
  const error = standardErrorOfDifference(sd, reliability);
  const reliable = countReliableChange(counts, {
    indexOf: (before, after) => (after - before) / error,
    direction,
    critical: 1.96,
  });
  // The fixtures compare doubles as they are.
  const rule = { smallestImportantChange: mcid, direction, tolerance: 0 };
  const responders = countResponders(counts, rule);
  const { better, same, worse } = countDirections(counts, direction);
  return {
    reliable: {
      threshold: reliableChangeThreshold({ sd, reliability }),
      improved: reliable.improved,
      unchanged: reliable['no reliable change'],
      deteriorated: reliable.worse,
      improvedProp: proportion(reliable.improved, reliable.n),
    },
    mcid: {
      threshold: mcid,
      improved: responders.improved,
      improvedProp: proportion(responders.improved, responders.n),
    },
    anyImprovement: { better, same, worse },
  };
}

const pairsOf = (people, place) =>
  people
    .map((scores) => [scores[0], scores[place]])
    .filter(([before, after]) => before !== null && after !== null);

function change(people, place, month, config) {
  const column = (at) => people.map((scores) => scores[at]);
  const report = changeReport(column(0), column(place), config.sesoi);
  const classes = classesOf(pairsOf(people, place), config);
  return { month, ...report, benefitDirection: directionOf(config), ...classes };
}

function attrition(name, people, last) {
  const gatherer = gatherPatterns(last + 1);
  for (const scores of people) gatherer.add(name, scores);
  const patterns = gatherer.patterns();
  const { completers, lost, rate, difference } = completersAndLost(patterns, last);
  const head = { completers: completers.n, lost: lost.n, rate };
  if (!difference.computable) return head;
  return {
    ...head,
    baselineCompletersVsLost: {
      means: [completers.mean, lost.mean],
      difference: difference.difference,
      welch: {
        statistic: difference.t,
        df: difference.df,
        p: difference.p,
        ci95: limits(difference.interval),
      },
      hedgesG: cohenD(completers, lost).corrected,
    },
  };
}

function ancova(programs) {
  const found = adjustedMeans(
    programs.map(({ name, pairs }) => ({ group: name, moments: pairedMomentsOf(pairs) })),
  );
  if (!found.computable) return found;
  const column = (pick) => found.groups.map(pick);
  return {
    grandMeanBaseline: found.meanBefore,
    slopeBaseline: found.slope,
    residualSd: found.residualSd,
    df: found.df,
    adjustedMeans: {
      program: column(({ group }) => group),
      emmean: column(({ estimate }) => estimate),
      SE: column(({ se }) => se),
      df: column(() => found.df),
      'lower.CL': column(({ interval }) => interval.low),
      'upper.CL': column(({ interval }) => interval.high),
      't.ratio': column(({ t }) => t),
      'p.value': column(({ p }) => p),
    },
  };
}

/** Programs whose change at the last month allows a standardised effect, side by side. */
function cross(programs, last, config) {
  const known = programs
    .map(({ name, people }) => ({ name, pairs: pairsOf(people, last) }))
    .map((one) => ({ ...one, summary: pairedSummary(one.pairs) }))
    .map((one) => ({
      ...one,
      smcr: effectForPooling(one.summary, 'standardised by the baseline (SMCR)'),
      test: pairedTestFromSummary(one.summary.change),
    }))
    .filter(({ smcr }) => smcr.computable);
  const column = (pick) => known.map(pick);
  const meanChange = column(({ test }) => test.mean);
  const variance = column(({ test }) => test.se ** 2);
  const yi = column(({ smcr }) => smcr.estimate);
  const vi = column(({ smcr }) => smcr.variance);
  const improved = column(({ pairs }) => classesOf(pairs, config).reliable.improved);
  const n = column(({ pairs }) => pairs.length);
  const { x, n: _, ...funnelOf } = funnelPart({ x: improved, n });
  return {
    programs: column(({ name }) => name),
    n,
    meanChange,
    variance,
    multiplicity: multiplicity(column(({ test }) => test.p)),
    metaMeanChange: metaAll(meanChange, variance),
    smcr: { yi, vi },
    metaSMCR: metaVariants(yi, vi, ['DL', 'REML', 'REMLknha']),
    ancova: ancova(known),
    funnelReliableImprovement: { programs: column(({ name }) => name), x, n, ...funnelOf },
  };
}

/** Everything a program report expects, from its rows and settings alone. */
export function compute({ data, config }, { csv }) {
  const { months, programs } = readPeople(csv(data));
  const last = months.length - 1;
  return {
    data,
    config,
    programs: programs.map(({ name, people }) => ({
      program: name,
      enrolled: people.length,
      waves: months.map((month, place) =>
        wave(month, people.map((scores) => scores[place]), config),
      ),
      change: months.slice(1).map((month, at) => change(people, at + 1, month, config)),
      attrition: attrition(name, people, last),
    })),
    cross: cross(programs, last, config),
  };
}
