import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBench, type Bench } from '../../fixtures/bench.js';
import { exampleLibrary } from '../../fixtures/example-submission.js';

const script = { module: 'export const embed = 1;', iife: 'var embed = 1;' };

let own: Bench;
beforeAll(async () => {
  own = await openBench({ script });
  await own.store.addProgram({
    ...(await own.store.program('first-program'))!,
    id: 'sharp',
    name: `<img src=x onerror="alert(1)"> & 'Friends'`,
  });
});
afterAll(() => own.close());

const get = (path: string, headers: { [name: string]: string } = {}) =>
  own.collect(new Request(`https://collect.example${path}`, { headers }));

test('the check-in page asks which instrument, when and for whom', async () => {
  const html = await (await get('/p/first-program')).text();
  expect(html).toContain('<h1>Check-in for Program first-program</h1>');
  expect(html).toContain('value="example-together"');
  expect(html).not.toContain('example-kept-back');
  for (const timepoint of ['baseline', '3-months', '6-months', '12-months'])
    expect(html).toContain(`value="${timepoint}"`);
  expect(html).toContain('name="participant"');
  // A browser that filled in the last person's choices on a reload would skip what follows from them.
  expect(html).toContain('<form id="start" autocomplete="off"');
});

test('the check-in page has no key, no inline script and no inline style', async () => {
  const response = await get('/p/first-program');
  const html = await response.text();
  expect(response.headers.get('content-security-policy')).toContain(
    "script-src 'self'; style-src 'self'; connect-src 'self'",
  );
  expect(html).not.toContain(own.first.writeToken);
  expect(html).not.toMatch(/<script(?![^>]*src=)|<style| style=| on\w+=/);
});

test("a program's name cannot become markup", async () => {
  const html = await (await get('/p/sharp')).text();
  expect(html).not.toContain('<img');
  expect(html).toContain('&lt;img src=x onerror=&quot;alert(1)&quot;&gt; &amp; &#39;Friends&#39;');
});

test.each(['/p/nobody', '/p/__proto__', '/p/..%2ffirst-program'])(
  '%s is a page that says so',
  async (path) => {
    const response = await get(path);
    expect([response.status, response.headers.get('content-type')]).toEqual([
      404,
      'text/html; charset=utf-8',
    ]);
    expect(await response.text()).toContain('There is no such program here');
  },
);

test.each([
  ['/page.css', 'text/css; charset=utf-8', 'body {'],
  ['/page.js', 'text/javascript; charset=utf-8', 'waymark-check-in'],
  ['/messages.es.js', 'text/javascript; charset=utf-8', 'Siguiente'],
  ['/waymark.js', 'text/javascript; charset=utf-8', script.module],
  ['/waymark.iife.js', 'text/javascript; charset=utf-8', script.iife],
])('%s is %s', async (path, type, part) => {
  const response = await get(path);
  expect([response.status, response.headers.get('content-type')]).toEqual([200, type]);
  expect(await response.text()).toContain(part);
});

test('a browser that has a file already is not sent it again', async () => {
  const etag = (await get('/waymark.js')).headers.get('etag')!;
  const again = await get('/waymark.js', { 'if-none-match': etag });
  expect([again.status, await again.text()]).toEqual([304, '']);
});

test('pages of every origin may load the embed, and not the script of our page', async () => {
  const allowed = async (path: string) =>
    (await get(path, { origin: 'https://anywhere.example' })).headers.get(
      'access-control-allow-origin',
    );
  expect(await allowed('/waymark.js')).toBe('*');
  expect(await allowed('/waymark.iife.js')).toBe('*');
  expect(await allowed('/page.js')).toBeNull();
});

test('an instrument is served to pages of every origin as it is compiled here', async () => {
  const response = await get('/v1/instruments/example-together.en.json', {
    origin: 'https://anywhere.example',
  });
  expect(response.headers.get('access-control-allow-origin')).toBe('*');
  expect(response.headers.get('cache-control')).toContain('public');
  const { shipped } = await exampleLibrary();
  expect(await response.json()).toEqual(shipped[0]);
  const etag = response.headers.get('etag')!;
  const again = await get('/v1/instruments/example-together.en.json', { 'if-none-match': etag });
  expect(again.status).toBe(304);
});

const unknown = { reason: 'unknown', message: 'The collector knows no instrument of this name.' };

test.each([
  [
    'example-kept-back.en.json',
    {
      reason: 'wording-needed',
      instrument: 'example-kept-back',
      title: 'Example whose wording may not be shipped',
      holder: 'nobody',
      ask: null,
      evidence: 'Written for this folder',
      languages: [],
      message:
        'The wording of “Example whose wording may not be shipped” belongs to its holder, so Waymark does not bring it. Ask nobody for permission, then give the collector a wording pack.',
    },
  ],
  [
    'example-together.es.json',
    {
      reason: 'language',
      instrument: 'example-together',
      title: 'Example of two statements and a count',
      languages: ['en'],
      message: 'The collector has “Example of two statements and a count” in these languages: en.',
    },
  ],
  ['example-together.json', unknown],
  ['example-together.en', unknown],
  ['nowhere.en.json', unknown],
  ['__proto__', unknown],
  ['..%2fexample-together.en.json', unknown],
])('/v1/instruments/%s says why it is not there to pages of every origin', async (file, why) => {
  const response = await get(`/v1/instruments/${file}`, { origin: 'https://anywhere.example' });
  expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([
    404,
    '*',
  ]);
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(await response.json()).toEqual(why);
});
