import { expect, onTestFinished, test } from 'vitest';
import { openBench, pageOrigin } from '../../fixtures/bench.js';
import { packedLibrary } from '../../fixtures/example-pack.js';

async function bench(library = packedLibrary()) {
  const own = await openBench({ library: await library });
  onTestFinished(own.close);
  return (file: string, headers: { [name: string]: string } = {}) =>
    own.collect(new Request(`https://collect.example/v1/instruments/${file}`, { headers }));
}

const file = 'example-kept-back.en.json';

test('two languages of one instrument stand beside each other', async () => {
  const get = await bench();
  const titles = ['en', 'es'].map(async (language) => {
    const response = await get(`example-kept-back.${language}.json`);
    return ((await response.json()) as { title: string }).title;
  });
  expect(await Promise.all(titles)).toEqual(['Packed example', 'Ejemplo del paquete']);
});

test.each([
  ['of a program', pageOrigin],
  ['of another program', 'https://second.example'],
  ['of the collector itself', 'https://collect.example'],
])('a page %s may show what a pack brings', async (_, origin) => {
  const get = await bench();
  const { status, headers } = await get(file, { origin });
  expect([status, headers.get('access-control-allow-origin')]).toEqual([200, origin]);
  expect(Object.fromEntries(headers)).toMatchObject({
    vary: 'Origin',
    'cache-control': 'private, max-age=300',
    'x-robots-tag': 'noindex',
  });
});

test.each(['https://stranger.example', 'null'])(
  'a page of %s may not, and can read why',
  async (origin) => {
    const get = await bench();
    const response = await get(file, { origin });
    const allowed = response.headers.get('access-control-allow-origin');
    expect([response.status, allowed, response.headers.get('vary')]).toEqual([404, '*', 'Origin']);
    expect(await response.json()).toEqual({
      reason: 'origin',
      message: `Only pages of the collector's own programs may show this instrument: name ${origin} among the origins of the program.`,
    });
  },
);

test('a browser that has the wording already is not sent it again, nor is a stranger told', async () => {
  const get = await bench();
  const etag = (await get(file)).headers.get('etag')!;
  expect((await get(file, { 'if-none-match': etag })).status).toBe(304);
  const stranger = { origin: 'https://stranger.example', 'if-none-match': etag };
  expect((await get(file, stranger)).status).toBe(404);
});

test('of a language that the pack does not bring, those that it does are named', async () => {
  const get = await bench();
  expect(await (await get('example-kept-back.fr.json')).json()).toMatchObject({
    reason: 'language',
    languages: ['en', 'es'],
  });
});

test('of a free instrument without a wording nobody has to be asked', async () => {
  const { instruments } = await packedLibrary();
  const get = await bench(Promise.resolve({ instruments, shipped: [] }));
  const answer = await (await get('example-together.en.json')).json();
  expect(answer).toMatchObject({
    reason: 'wording-needed',
    message:
      'The wording of “Example of two statements and a count” may be used, but no copy that could be trusted to the word was found. Give the collector a wording pack with one.',
  });
});

test('without the pack there is no wording, and who holds it is said', async () => {
  const { packed, ...without } = await packedLibrary();
  expect(packed).toHaveLength(2);
  const get = await bench(Promise.resolve(without));
  expect(await (await get(file)).json()).toMatchObject({ reason: 'wording-needed' });
});
