// npm test: type check, build, lint, Node tests, then browser tests in a real Chromium.
// The last line counts every check and every test: `N passed, N failed`.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureChromium } from './chromium.mjs';

const results = mkdtempSync(join(tmpdir(), 'waymark-test-'));
let passed = 0;
let failed = 0;

function check(name, args) {
  const started = Date.now();
  console.log(`\n== ${name}`);
  const { status } = spawnSync('npx', ['--no-install', ...args], { stdio: 'inherit' });
  console.log(
    `== ${name}: ${status === 0 ? 'ok' : 'FAILED'} in ${Math.round((Date.now() - started) / 1000)} s`,
  );
  if (status === 0) passed += 1;
  else failed += 1;
  return status === 0;
}

function tests(project) {
  const file = join(results, `${project}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const ok = check(`${project} tests`, ['vitest', 'run', '--project', project, ...reporters]);
  const counted = JSON.parse(readFileSync(file, 'utf8'));
  passed += counted.numPassedTests;
  failed += counted.numFailedTests + counted.numPendingTests + counted.numTodoTests;
  if (ok && counted.numPassedTests === 0) throw new Error(`The ${project} project ran no test.`);
}

try {
  process.env.CHROMIUM_PATH = ensureChromium();
  if (check('types', ['tsc', '-b']) && check('bundle', ['rollup', '-c', '--silent'])) {
    check('lint', ['eslint', '.']);
    check('format', ['prettier', '--check', '--log-level', 'warn', '.']);
    check('unused', ['knip']);
    tests('node');
    tests('browser');
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  failed += 1;
} finally {
  rmSync(results, { recursive: true, force: true });
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
