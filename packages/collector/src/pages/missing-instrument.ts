import { mayShipWording, type MissingInstrument, type Rights } from '@waymark/model';
import { handedOut } from '../instruments/handed-out.js';
import type { InstrumentLibrary } from '../instruments/read-instruments.js';

/** Why `<id>.<language>.json` is not there, so that a page can tell its staff what to do. */
export function missingInstrument(file: string, library: InstrumentLibrary): MissingInstrument {
  const [, asked] = /^([a-z0-9-]+)\.[A-Za-z0-9-]+\.json$/.exec(file) ?? [];
  const known = library.instruments.find(({ id }) => id === asked);
  if (!known)
    return { reason: 'unknown', message: 'The collector knows no instrument of this name.' };
  const { id: instrument, name: title, rights } = known;
  const languages = handedOut(library)
    .filter(({ id }) => id === instrument)
    .map(({ language }) => language);
  if (languages.length > 0) {
    const message = `The collector has “${title}” in these languages: ${languages.join(', ')}.`;
    return { reason: 'language', message, instrument, title, languages };
  }
  const { holder, ask = null, evidence } = rights;
  const message = wordingNeeded(title, rights);
  return { reason: 'wording-needed', message, instrument, title, holder, ask, evidence, languages };
}

function wordingNeeded(title: string, rights: Rights): string {
  const { holder, ask } = rights;
  if (mayShipWording(rights))
    return `The wording of “${title}” may be used, but no copy that could be trusted to the word was found. Give the collector a wording pack with one.`;
  const where = ask === undefined ? '' : ` (${ask})`;
  return `The wording of “${title}” belongs to its holder, so Waymark does not bring it. Ask ${holder}${where} for permission, then give the collector a wording pack.`;
}
