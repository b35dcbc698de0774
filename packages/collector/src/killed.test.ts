import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { openBench } from '../fixtures/bench.js';
import { exampleId, exampleSubmission } from '../fixtures/example-submission.js';
import { sealed } from '../fixtures/sealed.js';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

// The process runs what npm run build makes, as npm test does first: it is killed as it runs elsewhere.
async function startProcess(file: string) {
  const spawned = spawn(process.execPath, [path('../fixtures/collect-until-killed.mjs'), file]);
  const ended = new Promise((resolve) => spawned.once('exit', resolve));
  const url = await new Promise<string>((resolve, reject) => {
    spawned.stdout.once('data', (line: Buffer) => resolve(line.toString().trim()));
    spawned.stderr.once('data', (text: Buffer) => reject(new Error(text.toString())));
  });
  return {
    url,
    async kill() {
      spawned.kill('SIGKILL');
      await ended;
    },
  };
}

test('whatever was acknowledged is there after the process is killed, again and again', async () => {
  const own = await openBench();
  onTestFinished(own.close);
  const acknowledged: string[] = [];
  for (let round = 0; round < 3; round += 1) {
    const collector = await startProcess(own.file);
    const envelopes = await Promise.all(
      Array.from({ length: 30 }, async (_, i) => {
        const submission = await exampleSubmission({ id: exampleId(round * 30 + i) });
        return sealed(submission, own.first.publicKey, submission);
      }),
    );
    let killed: Promise<void> | undefined;
    let taken = 0;
    await Promise.all(
      envelopes.map(async (envelope) => {
        const isTaken = await fetch(`${collector.url}/v1/submissions/${envelope.id}`, {
          method: 'PUT',
          body: JSON.stringify(envelope),
          headers: {
            authorization: `Bearer ${own.first.writeToken}`,
            'content-type': 'application/json',
          },
        }).then(
          ({ status }) => status === 204,
          // The connection breaks for those that were under way when the process was killed.
          () => false,
        );
        if (!isTaken) return;
        acknowledged.push(envelope.id);
        taken += 1;
        if (taken > round * 5) killed ??= collector.kill();
      }),
    );
    await (killed ?? collector.kill());
  }
  const rows = await own.store.submissions({ after: 0, limit: 1000 });
  const stored = rows.map(({ submission }) => submission.id);
  expect(acknowledged.length).toBeGreaterThanOrEqual(3);
  expect(stored).toEqual(expect.arrayContaining(acknowledged));
  expect(new Set(stored).size).toBe(stored.length);
  expect(own.db.pragma('integrity_check', { simple: true })).toBe('ok');
});
