import { seal } from '@waymark/outbox';
import { parseProgramKey, type ProgramKey, type Submission } from '@waymark/model';

/** Program keys by program id. */
export type KeysByProgram = ReadonlyMap<string, string>;

const atOnce = 8;

/**
 * Seals submissions and hands them in over HTTP as a page would, several at once. Throws when the
 * collector does not take one. `sent` hears how many have been taken so far.
 */
export async function sendSubmissions(
  submissions: readonly Submission[],
  { collector, keys }: { readonly collector: string; readonly keys: KeysByProgram },
  sent: (count: number) => void = () => undefined,
): Promise<void> {
  let next = 0;
  let taken = 0;
  const one = async () => {
    for (let submission = submissions[next++]; submission; submission = submissions[next++]) {
      await send(submission, collector, keyOf(submission, keys));
      sent((taken += 1));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, one));
}

function keyOf({ program }: Submission, keys: KeysByProgram): ProgramKey {
  const key = parseProgramKey(keys.get(program) ?? '');
  if (!key) throw new TypeError(`sendSubmissions requires a program key for "${program}"`);
  return key;
}

async function send(submission: Submission, collector: string, key: ProgramKey): Promise<void> {
  const envelope = await seal(submission, key.publicKey);
  const response = await fetch(`${collector}/v1/submissions/${submission.id}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key.writeToken}` },
    body: JSON.stringify(envelope),
  });
  const said = await response.text();
  if (response.status !== 204)
    throw new Error(`The collector did not take a submission: ${response.status} ${said}`);
}
