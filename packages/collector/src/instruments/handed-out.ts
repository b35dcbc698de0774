import type { ShippedInstrument } from '@waymark/model';
import type { NamedWording } from '../store/store.js';

/** What may be shipped to anyone, and what wording packs bring for a collector's own programs. */
type Wordings = {
  readonly shipped: readonly ShippedInstrument[];
  readonly packed?: readonly ShippedInstrument[];
};

/** All that a collector hands out: what may be shipped, then what its wording packs bring. */
export function handedOut({ shipped, packed = [] }: Wordings): readonly ShippedInstrument[] {
  return [...shipped, ...packed];
}

/** The names of these wordings, by which a store remembers that they were handed out. */
export function wordingNames(pages: readonly ShippedInstrument[]): NamedWording[] {
  return pages.map(({ id, version, language, contentHash }) => ({
    instrument: id,
    version,
    language,
    contentHash,
  }));
}
