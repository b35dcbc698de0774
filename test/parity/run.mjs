// Parity with R: computes what each fixture of a folder expects and says how far off we are.
//   node test/parity/run.mjs [FOLDER] [--only NAME] [--verbose]
// Needs the built statistics package: npx tsc -b packages/stats
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { compare } from './compare.mjs';
import { readCsv } from './read-csv.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { verbose: { type: 'boolean' }, only: { type: 'string' } },
});
const folder = resolve(positionals[0] ?? here);
const adapters = readdirSync(join(here, 'adapters'))
  .filter((file) => file.endsWith('.mjs'))
  .map((file) => file.slice(0, -4));

/** `meta.json` names the versions of R and its packages; there is nothing in it to compute. */
const fixtures = readdirSync(folder)
  .filter((file) => file.endsWith('.json') && file !== 'meta.json')
  .map((file) => file.slice(0, -5))
  .filter((name) => values.only === undefined || name.startsWith(values.only));

/** The adapter of that name, or the one with the longest name the fixture's name begins with. */
function adapterFor(name) {
  const [found] = adapters
    .filter((adapter) => name.startsWith(adapter))
    .sort((a, b) => b.length - a.length);
  if (found === undefined) throw new Error(`no adapter for ${name}.json`);
  return import(`./adapters/${found}.mjs`);
}

async function check(name) {
  const fixture = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'));
  const { compute, given } = await adapterFor(name);
  const csv = (file) => readCsv(join(folder, 'data', file));
  const actual = await compute(structuredClone(fixture), { csv });
  return compare(name, fixture, actual, given);
}

function report(name, { compared, must, goal, worst }) {
  const error = worst.error === 0 ? 'none' : `${worst.error.toExponential(1)} at ${worst.path}`;
  console.log(
    `${name.padEnd(18)} ${String(compared).padStart(6)} compared, mismatches: ` +
      `${must.length} at must, ${goal.length} at goal; worst relative error ${error}`,
  );
  if (!values.verbose) return;
  for (const { path, expected, actual, kind } of goal) {
    const level = must.some((fail) => fail.path === path) ? 'MUST' : 'goal';
    console.log(
      `  ${level} ${path}: expected ${expected}, got ${JSON.stringify(actual)}`,
      kind ?? '',
    );
  }
}

if (!existsSync(folder) || fixtures.length === 0) throw new Error(`no fixtures in ${folder}`);
const total = { compared: 0, must: 0, goal: 0 };
let broken = 0;
for (const name of fixtures) {
  try {
    const found = await check(name);
    report(name, found);
    total.compared += found.compared;
    total.must += found.must.length;
    total.goal += found.goal.length;
  } catch (error) {
    broken++;
    console.log(
      `${name.padEnd(18)} could not be computed: ${values.verbose ? error.stack : error.message}`,
    );
  }
}
console.log(
  `${fixtures.length} fixtures, ${total.compared} values: ${total.must} mismatches at must, ` +
    `${total.goal} at goal, ${broken} not computed`,
);
process.exitCode = total.must + broken > 0 ? 1 : 0;
