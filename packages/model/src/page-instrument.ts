import type { Condition } from './condition.js';
import type { Flag, Instrument } from './instrument.js';
import { optionKey, type Item } from './item.js';
import { scoringKey, type ScoringKey } from './scoring-key.js';
import type { Support } from './support.js';
import type { Wording } from './wording.js';

/** One option as a page shows it; `key` is its value as text, or `not-applicable` or `dont-know`. */
export type PageOption = { readonly key: string; readonly label: string };

/** One item as a page shows it. */
export type PageItem = {
  readonly id: string;
  readonly lead?: string;
  readonly text: string;
  readonly shownWhen?: Condition;
} & (
  | { readonly kind: 'options'; readonly options: readonly PageOption[] }
  | { readonly kind: 'count'; readonly minimum: number; readonly maximum: number }
);

/** An instrument in one language with all a page needs to ask and score it, and no more. */
export type PageInstrument = {
  readonly id: string;
  readonly version: string;
  readonly language: string;
  readonly title: string;
  readonly instructions?: string;
  readonly credit: string;
  readonly wordingStatus: Wording['status'];
  readonly items: readonly PageItem[];
  readonly key: ScoringKey;
};

/** A page instrument with what a page needs besides; none of it is part of the content hash. */
export type ShippedInstrument = PageInstrument & {
  /** SHA-256, in hex, of the page instrument's canonical JSON. */
  readonly contentHash: string;
  /** How long it takes, in minutes. */
  readonly minutes: number;
  /** What raises a flag, and what the support panel then says; absent where nothing does. */
  readonly support?: Support & { readonly flags: readonly Pick<Flag, 'id' | 'when'>[] };
  /** What to ask in its place where nobody is with the person. */
  readonly unattended?: string;
};

/** Joins a definition and a wording that parseInstrument and parseWording accepted. */
export function pageInstrument(instrument: Instrument, wording: Wording): PageInstrument {
  return {
    id: instrument.id,
    version: instrument.version,
    language: wording.language,
    title: wording.title,
    ...(wording.instructions === undefined ? {} : { instructions: wording.instructions }),
    credit: instrument.rights.credit,
    wordingStatus: wording.status,
    items: instrument.items.map((item) => pageItem(item, instrument, wording)),
    key: scoringKey(instrument),
  };
}

function pageItem(item: Item, instrument: Instrument, wording: Wording): PageItem {
  const { lead, text } = wording.items[item.id]!;
  const asked = {
    id: item.id,
    ...(lead === undefined ? {} : { lead }),
    text,
    ...(item.shownWhen && { shownWhen: item.shownWhen }),
  };
  if (item.kind === 'count')
    return { ...asked, kind: 'count', minimum: item.minimum, maximum: item.maximum };
  const options = instrument.optionSets[item.options]!.map((option) => ({
    key: optionKey(option),
    label: wording.options[item.options]![optionKey(option)]!,
  }));
  return { ...asked, kind: 'options', options };
}
