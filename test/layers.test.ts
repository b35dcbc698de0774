import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { importFaults, layers } from './layers.js';
import { undocumentedExports } from './documented.js';

const root = join(import.meta.dirname, '..');
const names = Object.keys(layers);

/** A package's own source files, tests apart, as path and text. */
function sources(name: string): { path: string; text: string }[] {
  const folder = join(root, 'packages', name, 'src');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
    .map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }));
}

function config(name: string): ts.CompilerOptions {
  const path = join(root, 'packages', name, 'tsconfig.json');
  const host = { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => undefined };
  return ts.getParsedCommandLineOfConfigFile(path, {}, host)!.options;
}

test('every package is in the picture of the layers, and every package in the picture is there', () => {
  expect(readdirSync(join(root, 'packages')).sort()).toEqual([...names].sort());
});

describe.each(names)('%s', (name) => {
  test('imports only from the layers below it', () => {
    const faults = sources(name).flatMap(({ path, text }) => importFaults(name, path, text));
    expect(faults).toEqual([]);
  });

  test('names in package.json and tsconfig.json what it may import, and no more', () => {
    const manifest = JSON.parse(
      readFileSync(join(root, 'packages', name, 'package.json'), 'utf8'),
    ) as { dependencies?: Record<string, string> };
    const ours = Object.keys(manifest.dependencies ?? {}).filter((d) => d.startsWith('@waymark/'));
    const allowed = layers[name]!.below.map((below) => `@waymark/${below}`);
    expect(ours.filter((dependency) => !allowed.includes(dependency))).toEqual([]);
  });

  test('says of each export what it is', () => {
    expect(undocumentedExports(join(root, 'packages', name, 'src/index.ts'))).toEqual([]);
  });
});

describe.each(names.filter((name) => layers[name]!.pure))('%s is pure', (name) => {
  test('is compiled without the DOM and Node', () => {
    const { lib, types } = config(name);
    expect(lib).toEqual(['lib.es2023.d.ts']);
    expect(types).toEqual([]);
  });
});

describe('the checks can fail', () => {
  test.each([
    ['model', "import { score } from '@waymark/scoring';"],
    ['stats', "export * from '@waymark/model';"],
    ['outcomes', "import { readFileSync } from 'node:fs';"],
    ['outbox', "const late = import('@waymark/elements');"],
    ['scoring', "import * as z from 'zod/mini';"],
    ['elements', "import { html } from '../../outbox/src/seal.js';"],
  ])('%s may not say: %s', (name, text) => {
    expect(importFaults(name, 'wrong.ts', text)).toHaveLength(1);
  });

  test('an export without a doc comment is found', () => {
    const found = undocumentedExports(join(root, 'test/fixtures/undocumented.ts'));
    expect(found).toEqual(['silent', 'Unsaid']);
  });
});
