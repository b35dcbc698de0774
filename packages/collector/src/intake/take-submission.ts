import { check, Envelope, Submission, type Checked } from '@waymark/model';
import { readJson } from '../http/read-json.js';
import { wrong, type Refusal } from '../http/refusal.js';
import type { InstrumentLibrary } from '../instruments/read-instruments.js';
import { openSeal } from '../seal/open-seal.js';
import type { Store, StoredProgram } from '../store/store.js';
import { submissionFaults } from './submission-faults.js';
import { wordingFaults } from './wording-faults.js';

/** The envelope in a request's body, if its form is right and it is put under its own id. */
export function envelopeOf(id: string, body: ArrayBuffer): Checked<Envelope> {
  const json = readJson(body);
  const checked = json.ok ? check(Envelope, json.value) : json;
  if (!checked.ok || checked.value.id === id) return checked;
  return oneFault('id', 'must be the id in the address');
}

function oneFault(path: string, rule: string): Checked<never> {
  return { ok: false, faults: [{ path, found: 'string', rule }] };
}

/** What taking a submission needs. */
export type Intake = {
  readonly store: Store;
  readonly library: InstrumentLibrary;
  readonly now: () => Date;
};

/** Opens, checks and keeps a submission; null when it is kept, now or before, else the refusal. */
export async function takeSubmission(
  envelope: Envelope,
  program: StoredProgram,
  { store, library, now }: Intake,
): Promise<Refusal | null> {
  const opened = await openSubmission(envelope, program);
  if (!opened.ok) return wrong('The submission is not as it must be.', ...opened.faults);
  const faults = [
    ...submissionFaults(opened.value, envelope, library),
    ...(await wordingFaults(opened.value, { store, library })),
  ];
  if (faults.length > 0) {
    // Taken before this collector changed, and put again because the answer got lost on its way.
    if (await store.has(opened.value)) return null;
    return wrong('The submission is not as it must be.', ...faults);
  }
  const kept = await store.putOnce(opened.value, now());
  if (kept !== 'different') return null;
  return { status: 409, error: 'There is a submission of this id with other content.' };
}

async function openSubmission(
  envelope: Envelope,
  program: StoredProgram,
): Promise<Checked<Submission>> {
  if (envelope.keyId !== program.keyId)
    return oneFault('keyId', "must name the program's key: give the page its newest program key");
  const bytes = await openSeal(envelope, program);
  if (!bytes) return oneFault('sealed', "must open with the program's key");
  const json = readJson(bytes);
  return json.ok ? check(Submission, json.value) : json;
}
