import { expect, onTestFinished, test } from 'vitest';
import { openBench } from '../../fixtures/bench.js';
import { packedLibrary } from '../../fixtures/example-pack.js';
import { languagesOf, offeredIn } from './offered.js';
import { languageName, pageTexts } from './page-texts.js';

async function page(query: string) {
  const own = await openBench({ library: await packedLibrary() });
  onTestFinished(own.close);
  const response = await own.collect(
    new Request(`https://collect.example/p/first-program${query}`),
  );
  return { status: response.status, html: await response.text() };
}

test.each(['', '?lang=en'])('the page at "%s" is in English and asks in English', async (query) => {
  const { status, html } = await page(query);
  expect(status).toBe(200);
  expect(html).toContain('<html lang="en">');
  expect(html).toContain('data-language="en"');
  expect(html).toContain('Example (example-together)');
  expect(html).toContain('Packed example (example-kept-back)');
});

test('the page in Spanish asks in Spanish what there is in Spanish', async () => {
  const { html } = await page('?lang=es');
  expect(html).toContain('<html lang="es">');
  expect(html).toContain('data-language="es"');
  expect(html).toContain('Código de la persona que responde');
  expect(html).toContain('Ejemplo del paquete (example-kept-back)');
  expect(html).not.toContain('example-together');
});

test('each page leads to the other languages, and says which one it is', async () => {
  const links = async (query: string) => /<nav[^]*<\/nav>/.exec((await page(query)).html)?.[0];
  expect(await links('')).toBe(
    '<nav class="languages" aria-label="Language"><ul><li lang="en" aria-current="true">English</li><li><a href="?lang=es" lang="es" hreflang="es">Español</a></li></ul></nav>',
  );
  expect(await links('?lang=es')).toContain('<a href="?lang=en" lang="en" hreflang="en">English');
});

test.each(['?lang=fr', '?lang=', '?lang=../es', '?lang="><b>', '?lang=__proto__'])(
  'the page at "%s" says which languages there are, and repeats nothing',
  async (query) => {
    const { status, html } = await page(query);
    expect(status).toBe(404);
    expect(html).toContain('There is no questionnaire here in that language');
    expect(html).toContain('href="?lang=es"');
    expect(html).not.toContain('<b>');
  },
);

test('a page without a choice of languages has no links to them', async () => {
  const own = await openBench();
  onTestFinished(own.close);
  const request = new Request('https://collect.example/p/first-program');
  expect(await (await own.collect(request)).text()).not.toContain('<nav');
});

test('a language without words for staff has the English ones, and its titles say what they are', async () => {
  expect([pageTexts('fr').lang, pageTexts('es-MX').lang]).toEqual(['en', 'es']);
  const library = await packedLibrary();
  const packed = library.packed!.map((one) => ({ ...one, language: 'fr', title: 'Exemple' }));
  const own = await openBench({ library: { ...library, packed } });
  onTestFinished(own.close);
  const request = new Request('https://collect.example/p/first-program?lang=fr');
  const html = await (await own.collect(request)).text();
  expect(html).toContain('<html lang="en">');
  expect(html).toContain('<span lang="fr">Exemple (example-kept-back)</span>');
});

test.each([
  [[], ['en']],
  [
    ['es', 'en', 'es', 'ar'],
    ['en', 'ar', 'es'],
  ],
])('of wordings in %j the languages are %j', (languages, expected) => {
  expect(languagesOf(languages.map((language) => ({ language })))).toEqual(expected);
});

test('English is there even when nothing can be asked in it', () => {
  expect(offeredIn('en', [])).toEqual({ language: 'en', languages: ['en'], instruments: [] });
  expect(offeredIn('es', [])).toBeUndefined();
});

test.each([
  ['en', 'English'],
  ['es', 'Español'],
  ['pt-BR', 'Português (Brasil)'],
  ['es-1a', 'es-1a'],
])('%s calls itself %s', (language, name) => {
  expect(languageName(language)).toBe(name);
});
