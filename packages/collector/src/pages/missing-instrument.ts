import type { MissingInstrument } from '@waymark/model';
import type { InstrumentLibrary } from '../instruments/read-instruments.js';

/** Why `<id>.<language>.json` is not there, so that a page can tell its staff what to do. */
export function missingInstrument(
  file: string,
  { instruments, shipped }: InstrumentLibrary,
): MissingInstrument {
  const [, asked] = /^([a-z0-9-]+)\.[A-Za-z0-9-]+\.json$/.exec(file) ?? [];
  const known = instruments.find(({ id }) => id === asked);
  if (!known) return { reason: 'unknown' };
  const { id: instrument, name: title, rights } = known;
  const languages = shipped.filter(({ id }) => id === instrument).map(({ language }) => language);
  if (languages.length > 0) return { reason: 'language', instrument, title, languages };
  const { holder, ask = null, evidence } = rights;
  return { reason: 'wording-needed', instrument, title, holder, ask, evidence, languages };
}
