// Mixed models and reports, ours beside R's in one run: `npm run bench:stats`.
//   node --expose-gc test/bench/stats.mjs [--r-rows 100000] [--gls-rows 10000] [--repeats 3]
//     [--write-docs] [--defaults]
// `--write-docs` puts the table of R's defaults into docs/statistics.md; `--defaults` makes that table
// alone. CPU medians on this machine, of compiled code; the half in R needs Rscript and lme4 (r-cran-lme4, r-cran-nlme) and
// is left out with a note where they are missing.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { compute } from '../parity/adapters/lmm.mjs';
import { readCsv } from '../parity/read-csv.mjs';
import { writeScores } from './simulate-scores.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const parity = join(here, '../parity');
const { values } = parseArgs({
  options: {
    'r-rows': { type: 'string', default: '100000' },
    'gls-rows': { type: 'string', default: '10000' },
    repeats: { type: 'string', default: '3' },
    'write-docs': { type: 'boolean' },
    defaults: { type: 'boolean' },
  },
});
const sizes = [1e3, 1e4, 1e5, 1e6];
const folder = mkdtempSync(join(tmpdir(), 'waymark-bench-'));

function run(command, args) {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${stderr}`);
  return stdout
    .trim()
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line));
}

const ours = (file, rows, programs) =>
  run('node', [
    '--expose-gc',
    join(here, 'stats-run.mjs'),
    file,
    String(rows),
    String(programs),
  ])[0];

function hasR() {
  const asked = spawnSync('Rscript', ['-e', 'library(lme4); library(nlme)'], { encoding: 'utf8' });
  return asked.status === 0;
}

const inR = (file, what, repeats = values.repeats) =>
  run('Rscript', [join(here, 'models.R'), file, what, repeats])[0];

const cell = (value, digits = 1) => (value === undefined ? '-' : value.toFixed(digits));
const times = (theirs, mine) => (theirs === undefined ? '-' : `${Math.round(theirs / mine)}x`);

/** A table with columns of even width, as the formatter writes it. */
function markdown(head, rows) {
  const all = [head, ...rows].map((row) => row.map(String));
  const widths = head.map((_, i) => Math.max(3, ...all.map((row) => row[i].length)));
  const line = (cells) => `| ${cells.map((text, i) => text.padEnd(widths[i])).join(' | ')} |`;
  const [first, ...rest] = all;
  return [line(first), line(widths.map((width) => '-'.repeat(width))), ...rest.map(line)].join(
    '\n',
  );
}

function table(title, head, rows) {
  console.log(`\n${title}\n\n${markdown(head, rows)}`);
}

/** The slope of log time over log rows: 1 is linear. */
function exponent(results, pick) {
  const points = results
    .filter(({ rows }) => rows >= 1e4)
    .map((one) => [Math.log(one.rows), Math.log(pick(one))]);
  const mean = (place) => points.reduce((sum, point) => sum + point[place], 0) / points.length;
  const [x, y] = [mean(0), mean(1)];
  const top = points.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0);
  return top / points.reduce((sum, point) => sum + (point[0] - x) ** 2, 0);
}

function compareModels(withR) {
  const results = sizes.map((rows) => {
    const file = join(folder, `scores-${rows}.csv`);
    writeScores(file, { rows, programs: 20 });
    const found = ours(file, rows, 20);
    if (withR && rows <= Number(values['r-rows'])) found.lmer = inR(file, 'slopes');
    // gls takes about a minute at 1e4 rows, and more than ten times that at 1e5.
    if (withR && rows <= Number(values['gls-rows']))
      found.gls = inR(file, 'repeated', rows > 1e3 ? '1' : values.repeats);
    return found;
  });
  table(
    'Random intercept and slope x 20 programs: moments, fit, all coefficients with Satterthwaite df (ms after reading)',
    ['rows', 'ours', 'lme4 lmer, fit alone', 'ratio', 'our log-likelihood less lme4'],
    results.map(({ rows, slopes, slopesLogLik, lmer }) => [
      rows,
      cell(slopes),
      cell(lmer?.milliseconds),
      times(lmer?.milliseconds, slopes),
      lmer ? (slopesLogLik - lmer.logLik).toExponential(1) : '-',
    ]),
  );
  table(
    'MMRM, unstructured, x 20 programs: moments, fit, Kenward-Roger table of means and changes (ms after reading; gls beyond 1e3 rows once)',
    ['rows', 'ours', 'nlme gls, fit alone', 'ratio', 'our log-likelihood less gls'],
    results.map(({ rows, repeated, repeatedLogLik, gls }) => [
      rows,
      cell(repeated),
      cell(gls?.milliseconds),
      times(gls?.milliseconds, repeated),
      gls ? (repeatedLogLik - gls.logLik).toExponential(1) : '-',
    ]),
  );
  table(
    'From the file to the MMRM table (ms), memory (MB)',
    ['rows', 'read and summed', 'all', 'peak, streamed', 'peak, all rows held'],
    results.map(({ rows, read, gather, streamed, peakMB, peakWithDataMB }) => [
      rows,
      cell(read + gather),
      cell(streamed),
      cell(peakMB, 0),
      cell(peakWithDataMB, 0),
    ]),
  );
  table(
    'What does not grow with rows: from moments to the table, and from the file to it the first time in a process (ms)',
    ['rows', 'random slopes', 'MMRM', 'MMRM from the file, first time'],
    results.map(({ rows, slopesFit, repeatedFit, cold }) => [
      rows,
      cell(slopesFit, 2),
      cell(repeatedFit, 2),
      cell(cold),
    ]),
  );
  const rowWork = exponent(results, ({ read, gather }) => read + gather);
  const all = exponent(results, ({ streamed }) => streamed);
  const fit = results.find(({ rows }) => rows === 1e6).repeatedFit;
  console.log(
    `\nExponent of time over rows, 1e4 to 1e6: ${rowWork.toFixed(2)} for the work on rows, ` +
      `${all.toFixed(2)} from the file to the MMRM table, of which ${fit.toFixed(1)} ms are the fit ` +
      'and its table, the same for any number of rows.',
  );
  return results;
}

function compareReport(withR) {
  const file = join(folder, 'programs.csv');
  writeScores(file, { rows: 1e6, programs: 1000 });
  const found = ours(file, 1e6, 1000);
  const theirs = withR ? inR(file, 'report').milliseconds : undefined;
  table(
    '1,000 programs, 1e6 rows: paired change of each since baseline, interval, t test, effect size (ms)',
    ['', 'ours', 'R', 'ratio'],
    [
      ['from rows', cell(found.report), cell(theirs), times(theirs, found.report)],
      ['from moments', cell(found.reportFromMoments), '-', '-'],
      ['MMRM with Kenward-Roger table, from moments', cell(found.repeated), '-', '-'],
    ],
  );
  console.log(
    `\nPeak memory for 1,000 programs with MMRM: ${cell(found.peakMB, 0)} MB streamed, ` +
      `${cell(found.peakWithDataMB, 0)} MB with all rows held.`,
  );
}

const largest = (numbers) => Math.max(0, ...numbers.filter(Number.isFinite));
const relative = (theirs, mine) => theirs.map((value, i) => Math.abs(value / mine[i] - 1));
const percent = (share) => `${(100 * share).toPrecision(2)} %`;

/** How far lme4 stops from the optimum at its defaults, on the data of the parity fixtures. */
function compareDefaults() {
  const cases = ['lmm', 'lmm-large'].flatMap(
    (name) => JSON.parse(readFileSync(join(parity, `${name}.json`), 'utf8')).cases,
  );
  const csv = (file) => readCsv(join(parity, 'data', file));
  const list = join(folder, 'cases.tsv');
  const lines = cases.map(({ id, data, formula, method, fixed }) => {
    const factors = fixed.term.some((term) => /^wave\d/.test(term)) ? 'wave' : '';
    return [id, join(parity, 'data', data), formula, method, factors].join('\t');
  });
  writeFileSync(list, `${lines.join('\n')}\n`);
  const theirs = run('Rscript', [join(here, 'defaults.R'), list]);
  const mine = compute({ cases }, { csv }).cases;
  const head = [
    'model',
    'log-likelihood short by',
    'standard errors off by',
    'variance components off by',
  ];
  const rows = cases.map(({ id }, i) => [
    id,
    (mine[i].logLik - theirs[i].logLik).toExponential(1),
    percent(largest(relative(theirs[i].se, mine[i].fixed.se))),
    percent(
      largest(
        relative(
          theirs[i].vcov,
          mine[i].varCorr.map(({ vcov }) => vcov),
        ),
      ),
    ),
  ]);
  table("Where R's defaults stop short of the optimum (lme4 lmer, default control)", head, rows);
  if (values['write-docs']) writeDocs(markdown(head, rows));
}

/** Puts the table between its marks in docs/statistics.md, with the versions it was made with. */
function writeDocs(found) {
  const asked = 'cat(R.version.string, "with lme4", as.character(packageVersion("lme4")))';
  const { stdout: versions } = spawnSync('Rscript', ['-e', asked], { encoding: 'utf8' });
  const docs = join(here, '../../docs/statistics.md');
  const marked = /(<!-- bench:defaults -->)[^]*?(<!-- \/bench:defaults -->)/;
  const text = readFileSync(docs, 'utf8');
  if (!marked.test(text)) throw new Error('docs/statistics.md has no marks bench:defaults');
  const written = `Made by \`npm run bench:stats\` with ${versions.trim()}.\n\n${found}`;
  writeFileSync(
    docs,
    text.replace(marked, (_, from, to) => `${from}\n\n${written}\n\n${to}`),
  );
  console.log('\nWritten to docs/statistics.md.');
}

function compareGoals(results) {
  const at = (rows) => results.find((one) => one.rows === rows);
  const lmer = at(1e5).lmer?.milliseconds;
  const goals = [
    [
      'at least 100 times lme4 at 1e5 rows',
      lmer === undefined ? null : lmer >= 100 * at(1e5).slopes,
    ],
    [
      '1e6 rows with MMRM, Kenward-Roger and table under 150 ms after reading',
      at(1e6).repeated < 150,
    ],
    [
      'peak memory under 200 MB at 1e6 rows',
      Math.max(at(1e6).peakMB, at(1e6).peakWithDataMB) < 200,
    ],
  ];
  console.log();
  for (const [goal, met] of goals)
    console.log(`${met === null ? 'not measured' : met ? 'met' : 'MISSED'}: ${goal}`);
  if (goals.some(([, met]) => met === false)) process.exitCode = 1;
}

try {
  const withR = hasR();
  console.log(`Node ${process.version}, ${cpus()[0].model}, CPU medians of this run`);
  if (!withR) console.log('R half left out: Rscript with lme4 and nlme is not installed here');
  if (!values.defaults) {
    const results = compareModels(withR);
    compareReport(withR);
    compareGoals(results);
  }
  if (withR) compareDefaults();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
