import { readFile } from 'node:fs/promises';
import type { ShippedInstrument, Submission } from '@waymark/model';
import { expect, onTestFinished, test } from 'vitest';
import { adminRequest, openBench, putRequest } from '../../fixtures/bench.js';
import { packedLibrary } from '../../fixtures/example-pack.js';
import { exampleId, exampleLibrary, exampleSubmission } from '../../fixtures/example-submission.js';
import { sealed } from '../../fixtures/sealed.js';
import { createCollector, type Collector } from '../create-collector.js';
import { handedOut, wordingNames } from '../instruments/handed-out.js';
import type { InstrumentLibrary } from '../instruments/read-instruments.js';

const en = 'example-kept-back/wording/en.json';

/** One database, and the collector that is started on it with a library, as `waymark collect` does. */
async function database() {
  const { store, first, close } = await openBench();
  onTestFinished(close);
  const put = async (collect: Collector, submission: Submission) => {
    const envelope = await sealed(submission, first.publicKey, submission);
    const response = await collect(putRequest(submission.id, JSON.stringify(envelope), first));
    return response.status === 204 ? 'stored' : await response.json();
  };
  const start = async (library: InstrumentLibrary) => {
    await store.keepWordings(wordingNames(handedOut(library)), new Date());
    const collect = createCollector({ store, library });
    return {
      put: (submission: Submission) => put(collect, submission),
      async stored() {
        const response = await collect(adminRequest('/v1/submissions'));
        return ((await response.json()) as { submissions: Submission[] }).submissions;
      },
    };
  };
  return start;
}

/** What a page sends that showed the wording of a pack in this language. */
async function packedSubmission(library: InstrumentLibrary, language: string, id = 1) {
  const { id: instrument, contentHash } = library.packed!.find((p) => p.language === language)!;
  return exampleSubmission({ id: exampleId(id), instrument, language, contentHash });
}

test.each(['en', 'es'])(
  'answers to the wording of a pack in %s are stored with its language and its hash',
  async (language) => {
    const library = await packedLibrary();
    const collector = await (await database())(library);
    const submission = await packedSubmission(library, language);
    expect(await collector.put(submission)).toBe('stored');
    expect(await collector.stored()).toMatchObject([
      { instrument: 'example-kept-back', language, contentHash: submission.contentHash },
    ]);
  },
);

test.each<[what: string, fields: Partial<Submission>]>([
  ['a wording that was altered on the page', { contentHash: 'f'.repeat(64) }],
  ['a language whose wording it never had', { language: 'fr' }],
])('answers to %s are refused, and the reason is readable', async (_, fields) => {
  const library = await packedLibrary();
  const collector = await (await database())(library);
  const submission = { ...(await packedSubmission(library, 'en')), ...fields };
  const language = submission.language;
  expect(await collector.put(submission)).toMatchObject({
    faults: [
      {
        path: 'contentHash',
        rule: `must be that of example-kept-back 1.0.0 in "${language}" as this collector hands it out or has before: start it with the page's own instrument files and wording packs`,
      },
    ],
  });
  expect(await collector.stored()).toEqual([]);
});

test('answers to a wording that no pack has brought yet are refused until one does', async () => {
  const library = await packedLibrary();
  const start = await database();
  const submission = await packedSubmission(library, 'es');
  const without = await start(await exampleLibrary());
  expect(await without.put(submission)).toMatchObject({ faults: [{ path: 'contentHash' }] });
  expect(await (await start(library)).put(submission)).toBe('stored');
});

test.each<[what: string, later: () => Promise<InstrumentLibrary>]>([
  ['taken away', () => exampleLibrary()],
  ['put right in one word', async () => packedLibrary({ [en]: await otherTitle() })],
])('after a pack was %s, what is stored stays and what was waiting is taken', async (_, later) => {
  const [start, library] = [await database(), await packedLibrary()];
  const [early, late] = [
    await packedSubmission(library, 'en', 1),
    await packedSubmission(library, 'en', 2),
  ];
  await (await start(library)).put(early);
  const after = await start(await later());
  expect(await after.put(late)).toBe('stored');
  expect(await after.put(early)).toBe('stored');
  expect(await after.stored()).toEqual([early, late]);
});

test('what is stored is taken again after its instrument has gone', async () => {
  const [start, library] = [await database(), await exampleLibrary()];
  const submission = await exampleSubmission();
  await (await start(library)).put(submission);
  const after = await start({ instruments: [], shipped: [] });
  expect(await after.put(submission)).toBe('stored');
  const altered = { ...submission, participant: 'RH-9999' };
  expect(await after.put(altered)).toMatchObject({ faults: [{ path: 'instrument' }] });
  expect(await after.stored()).toEqual([submission]);
});

test("after an upgrade with other words, answers to a page's older script are taken", async () => {
  const [start, library] = [await database(), await exampleLibrary()];
  const [{ id: instrument, contentHash }] = library.shipped as [ShippedInstrument];
  await start(library);
  const shipped = library.shipped.map((page) => ({ ...page, contentHash: 'e'.repeat(64) }));
  const after = await start({ ...library, shipped });
  expect(await after.put(await exampleSubmission({ instrument, contentHash }))).toBe('stored');
});

test('a pack that is put right has another hash, so the two wordings are told apart', async () => {
  const [before, after] = [
    await packedLibrary(),
    await packedLibrary({ [en]: await otherTitle() }),
  ];
  expect(after.packed![0]!.contentHash).not.toBe(before.packed![0]!.contentHash);
  expect(after.packed![1]!.contentHash).toBe(before.packed![1]!.contentHash);
});

async function otherTitle(): Promise<unknown> {
  const file = new URL(`../../fixtures/packs/example/${en}`, import.meta.url);
  const wording = JSON.parse(await readFile(file, 'utf8')) as object;
  return { ...wording, title: 'Packed example, second printing' };
}
