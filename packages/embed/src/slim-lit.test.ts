import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { slimLit } from '../build/slim-lit.mjs';

const file = fileURLToPath(new URL('../../../node_modules/lit-html/lit-html.js', import.meta.url));

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
