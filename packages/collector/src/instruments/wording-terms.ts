import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  acceptedContent,
  Acceptances,
  check,
  type Acceptance,
  type FileFault,
} from '@waymark/model';
import { readJsonFile } from './read-json-file.js';
import type { PackTerms } from './read-wording-pack.js';

/** What a pack's folder says about its terms as they stand now. */
export type AcceptedTerms = {
  /** The newest acceptance of just these terms; null while there is none. */
  readonly now: Acceptance | null;
  /** The newest acceptance of all, of terms that may have been others. */
  readonly last: Acceptance | null;
  readonly faults: readonly FileFault[];
};

const record = (folder: string) => join(folder, 'accepted.json');

/** Whether a pack's terms have been accepted as they stand now. */
export async function acceptedTerms(folder: string, terms: PackTerms): Promise<AcceptedTerms> {
  const { accepted, faults } = await readAcceptances(folder);
  const hash = termsHash(terms);
  const now = accepted.findLast((one) => one.terms === hash) ?? null;
  return { now, last: accepted.at(-1) ?? null, faults };
}

/** Records that someone in this role accepted a pack's terms on a day; what was there stays. */
export async function acceptTerms(
  folder: string,
  terms: PackTerms,
  by: Pick<Acceptance, 'role' | 'date'>,
): Promise<readonly FileFault[]> {
  const { accepted, faults } = await readAcceptances(folder);
  if (faults.length > 0) return faults;
  const content: Acceptances = { accepted: [...accepted, { ...by, terms: termsHash(terms) }] };
  await writeFile(record(folder), `${JSON.stringify(content, null, 2)}\n`);
  return [];
}

function termsHash({ pack, text }: PackTerms): string {
  return createHash('sha256').update(acceptedContent(pack, text)).digest('hex');
}

async function readAcceptances(folder: string) {
  const parse = (value: unknown) => check(Acceptances, value);
  const read = await readJsonFile(record(folder), parse);
  return { accepted: read?.value?.accepted ?? [], faults: read?.faults ?? [] };
}
