import type { Fault, Submission } from '@waymark/model';
import { handedOut } from '../instruments/handed-out.js';
import type { InstrumentLibrary } from '../instruments/read-instruments.js';
import type { Store } from '../store/store.js';

/** Where the wordings are known that a collector hands out, or ever has. */
export type KnownWordings = {
  readonly library: InstrumentLibrary;
  readonly store: Pick<Store, 'knowsWording'>;
};

/**
 * A fault when the answers were given to another wording than this collector hands out or ever has:
 * what was asked then is not known here. A pack that was changed or taken away stays known.
 */
export async function wordingFaults(
  submission: Submission,
  { library, store }: KnownWordings,
): Promise<Fault[]> {
  const { instrument, version, language, contentHash } = submission;
  const same = (id: string, other: string) => id === instrument && other === version;
  // An instrument or a version that is not here has a fault of its own.
  if (!library.instruments.some(({ id, version: own }) => same(id, own))) return [];
  const now = handedOut(library).some(
    (page) =>
      same(page.id, page.version) && page.language === language && page.contentHash === contentHash,
  );
  if (now || (await store.knowsWording(submission))) return [];
  const rule = `must be that of ${instrument} ${version} in "${language}" as this collector hands it out or has before: start it with the page's own instrument files and wording packs`;
  return [{ path: 'contentHash', found: 'string', rule }];
}
