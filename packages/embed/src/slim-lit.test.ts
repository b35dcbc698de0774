import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { slimLit } from '../build/slim-lit.mjs';

const lit = createRequire(import.meta.url).resolve('lit/html.js');
// Node is given a build of its own; a page's stands in the folder above.
const file = join(createRequire(lit).resolve('lit-html'), '../../lit-html.js');

test('only what Lit says to other scripts is taken out of it', async () => {
  const code = await readFile(file, 'utf8');
  const slim = slimLit().transform(code, file)!.code;
  expect(slim).not.toMatch(/litHtmlVersions|litHtmlPolyfillSupport/);
  expect(code.length - slim.length).toBeLessThan(100);
});

test('a Lit that says it in another way is told, not passed over', () => {
  expect(() => slimLit().transform('export const html = 1;', file)).toThrow('slimLit requires');
});

test('other modules are left alone', () => {
  expect(slimLit().transform('export const html = 1;', '/page/check-in.js')).toBeUndefined();
});
