import type { Submission } from '@waymark/model';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { adminRequest, openBench, putRequest, type Bench } from '../fixtures/bench.js';
import { exampleId, exampleSubmission } from '../fixtures/example-submission.js';
import { sealed } from '../fixtures/sealed.js';

let base: Submission;
let own: Bench;
beforeAll(async () => {
  base = await exampleSubmission();
  own = await openBench();
});
afterAll(() => own.close());

/** One thing that happens to a collector; few ids and contents, so that they meet again. */
const event = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ put: fc.nat(5), as: fc.nat(2), copies: fc.integer({ min: 1, max: 3 }) }),
  },
  { weight: 1, arbitrary: fc.record({ forge: fc.nat(5) }) },
  { weight: 1, arbitrary: fc.record({ full: fc.boolean() }) },
);
type Event = { put: number; as: number; copies: number } | { forge: number } | { full: boolean };

function submissionOf(run: number, { put, as }: { put: number; as: number }): Submission {
  return { ...base, id: exampleId(run * 10 + put), participant: `CODE-000${as}` };
}

async function happen(run: number, happened: Event, kept: Map<string, Submission>): Promise<void> {
  if ('full' in happened) {
    own.db.pragma(`query_only = ${happened.full ? 'ON' : 'OFF'}`);
    return;
  }
  if ('forge' in happened) {
    const forged = { ...submissionOf(run, { put: happened.forge, as: 0 }), scores: {} };
    const { status } = await own.put(forged);
    expect(status).toBe(422);
    return;
  }
  const submission = submissionOf(run, happened);
  const envelope = JSON.stringify(await sealed(submission, own.first.publicKey, submission));
  const responses = await Promise.all(
    Array.from({ length: happened.copies }, () =>
      own.collect(putRequest(submission.id, envelope, own.first)),
    ),
  );
  for (const { status } of responses) {
    expect([204, 409, 503]).toContain(status);
    if (status !== 204) continue;
    // Once acknowledged, an id stands for that content for ever.
    expect(kept.get(submission.id) ?? submission).toEqual(submission);
    kept.set(submission.id, submission);
  }
}

async function storedOf(run: number): Promise<Submission[]> {
  const response = await own.collect(adminRequest('/v1/submissions?limit=10000'));
  const { submissions } = (await response.json()) as { submissions: Submission[] };
  const ids = new Set(Array.from({ length: 10 }, (_, i) => exampleId(run * 10 + i)));
  return submissions.filter(({ id }) => ids.has(id));
}

test('in whatever order things happen, all that was acknowledged is stored, once, and nothing else', async () => {
  let run = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(event, { minLength: 1, maxLength: 15 }), async (events) => {
      run += 1;
      const kept = new Map<string, Submission>();
      for (const happened of events) await happen(run, happened, kept);
      own.db.pragma('query_only = OFF');
      const byId = (a: Submission, b: Submission) => (a.id < b.id ? -1 : 1);
      expect((await storedOf(run)).sort(byId)).toEqual([...kept.values()].sort(byId));
    }),
    { numRuns: 60, seed: 20260301 },
  );
});
