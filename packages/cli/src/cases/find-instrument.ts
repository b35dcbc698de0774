import type { Instrument } from '@waymark/model';
import { bare, isAmong, onlyOne, wordsOf } from './words.js';

/** An instrument left out of the library on purpose, as `refused.json` tells it. */
export type Refused = { readonly id: string; readonly name: string; readonly reason: string };

/** The instrument a name means, or why it means none. */
export type FoundInstrument =
  { readonly instrument: Instrument } | { readonly instrument?: never; readonly why: string };

/** What people add to a name to say what kind of thing it is; it tells no two apart. */
const kinds = 'survey questionnaire form version items inventory index measure self-report';

/**
 * Finds an instrument by its id, or by what a reader of its manual calls it (`PHQ-9`, `Herth Hope
 * Index`), as long as only one can be meant: "K10" is not, since its two versions are coded apart.
 */
export function findInstrument(
  name: string,
  instruments: readonly Instrument[],
  refused: readonly Refused[] = [],
): FoundInstrument {
  const asked = wordsOf(name);
  const { found, several } = onlyOne(instruments, [
    ({ id }) => id === name,
    ({ id }) => bare(id) === bare(name),
    (instrument) => namesOf(instrument).some((other) => bare(other) === bare(name)),
    ({ id }) => asked.length > 0 && asked.every((word) => wordsOf(id).includes(word)),
    ({ id }) => isAmong(asked, wordsOf(id)),
    ({ id }) => isAmong(asked, wordsOf(`${id} ${kinds}`)),
    ({ id }) => bare(name).length > 5 && bare(id).includes(bare(name)),
    (instrument) => isAmong(asked, wordsOf(`${instrument.id} ${instrument.name} ${kinds}`)),
  ]);
  if (found) return { instrument: found };
  if (several.length > 0)
    return { why: `several: ${several.map(({ id }) => id).join(', ')}; name one` };
  const out = refused.find(({ id }) => bare(id) === bare(name));
  return { why: out ? `left out on purpose: ${out.reason}` : 'no such instrument' };
}

/** The whole name, and short names that stand in brackets: `(PHQ-9)`. */
function namesOf({ name }: Instrument): string[] {
  const short = [...name.matchAll(/\(([^()]+)\)/g)].map(([, inside]) => inside!);
  return [name, name.replaceAll(/\([^()]*\)/g, ''), ...short];
}
