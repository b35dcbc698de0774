// One size of the statistics benchmark in a process of its own, so that its peak memory is its own:
//   node --expose-gc test/bench/stats-run.mjs FILE ROWS PROGRAMS
// Prints one line of JSON with CPU medians in milliseconds.
import {
  changeTable,
  combineColumns,
  describeMoments,
  fitMixedModelFromMoments,
  fitRepeatedMeasures,
  fixedEffects,
  gatherScores,
  mergeMoments,
  pairedTestFromSummary,
  parseFormula,
} from '@waymark/stats';
import { readScores } from './read-scores.mjs';
import { months } from './simulate-scores.mjs';

const [file, rowsText, programsText] = process.argv.slice(2);
const rows = Number(rowsText);
const programs = Number(programsText);
const names = Array.from(
  { length: programs },
  (_, i) => `P${String(i + 1).padStart(programsText.length, '0')}`,
);

/** All rows in typed arrays: what is there after parsing. */
function readAll() {
  const all = {
    person: new Int32Array(rows),
    group: new Int32Array(rows),
    timepoint: new Uint8Array(rows),
    score: new Float64Array(rows),
  };
  let from = 0;
  readScores(file, (batch) => {
    for (const [name, values] of Object.entries(batch)) all[name].set(values, from);
    from += batch.score.length;
  });
  return all;
}

/**
 * The median CPU time of several runs. Warming up takes as long for a small run as for a large one,
 * so that both are compiled alike.
 */
function median(run, { warm = 3, seconds = 1.5, most = 101 } = {}) {
  const begun = performance.now();
  for (let i = 0; i < 2 || performance.now() - begun < 1000 * warm; i++) run();
  globalThis.gc?.();
  const times = [];
  const started = performance.now();
  while (
    times.length < 5 ||
    (times.length < most && performance.now() - started < 1000 * seconds)
  ) {
    const before = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(before);
    times.push((user + system) / 1000);
  }
  return times.sort((a, b) => a - b)[times.length >> 1];
}

function sure(result) {
  if (!result.computable) throw new Error(result.reason);
  return result;
}

function gather(all) {
  const gatherer = gatherScores(months.length, names);
  gatherer.addRows(all);
  return gatherer.patterns();
}

const growth = parseFormula('score ~ 0 + program + month:program + (month | id)');
function randomSlopes(patterns) {
  const groups = Object.fromEntries(names.map((program) => [program, { program }]));
  const timepoints = months.map((month) => ({ month }));
  const fit = sure(fitMixedModelFromMoments(growth, patterns, { timepoints, groups }));
  return { fit, effects: fixedEffects(fit) };
}

function repeatedMeasures(patterns) {
  const fit = sure(fitRepeatedMeasures(patterns));
  return { fit, table: changeTable(fit, { df: 'Kenward-Roger', information: 'observed' }) };
}

/** Paired change since baseline of every program: mean, interval, test and effect size. */
function simpleReport(patterns) {
  const changes = new Map();
  for (const { group, pattern, moments } of patterns)
    for (let t = 1; t < months.length; t++) {
      if (pattern[0] !== '1' || pattern[t] !== '1') continue;
      const weights = Array(moments.width).fill(0);
      weights[0] = -1;
      weights[pattern.slice(0, t).replaceAll('0', '').length] = 1;
      const key = `${group} ${t}`;
      const own = combineColumns(moments, weights);
      changes.set(key, changes.has(key) ? mergeMoments(changes.get(key), own) : own);
    }
  return [...changes.values()].map((moments) => {
    const { n, mean, sd } = describeMoments(moments);
    return { ...pairedTestFromSummary({ n, mean, sd }), dz: sd > 0 ? mean / sd : null };
  });
}

/** From the file to the table, streaming: what a report costs in all. */
function streamed() {
  const gatherer = gatherScores(months.length, names);
  readScores(file, (batch) => gatherer.addRows(batch));
  return repeatedMeasures(gatherer.patterns());
}

const out = { rows, programs };
const before = process.cpuUsage();
streamed();
const { user, system } = process.cpuUsage(before);
out.cold = (user + system) / 1000;
out.peakMB = process.resourceUsage().maxRSS / 1024;
const all = readAll();
const patterns = gather(all);
const repeated = repeatedMeasures(patterns);
if (programs <= 50) {
  const slopes = randomSlopes(patterns);
  out.peakWithDataMB = process.resourceUsage().maxRSS / 1024;
  out.streamed = median(streamed);
  out.read = median(readAll);
  out.gather = median(() => gather(all));
  out.slopes = median(() => randomSlopes(gather(all)));
  out.repeated = median(() => repeatedMeasures(gather(all)));
  out.slopesFit = median(() => randomSlopes(patterns));
  out.repeatedFit = median(() => repeatedMeasures(patterns));
  out.slopesLogLik = slopes.fit.logLik;
  out.repeatedLogLik = repeated.fit.logLik;
  out.maxGradient = Math.max(slopes.fit.maxGradient, repeated.fit.maxGradient);
} else {
  out.changes = simpleReport(patterns).length;
  out.peakWithDataMB = process.resourceUsage().maxRSS / 1024;
  out.report = median(() => simpleReport(gather(all)));
  out.reportFromMoments = median(() => simpleReport(patterns));
  out.repeated = median(() => repeatedMeasures(patterns), { most: 5 });
}
console.log(JSON.stringify(out));
