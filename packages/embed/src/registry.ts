import type { ShippedInstrument } from '@waymark/model';

const place = Symbol.for('waymark.instruments');

/** Heard on `globalThis` after instruments were added. */
export const registered = 'waymark-instruments';

/**
 * The instruments a page knows, by id and language, `phq-8.en`. They are kept on `globalThis`, so that one script can
 * add instruments to another's.
 */
export function knownInstruments(): Map<string, ShippedInstrument> {
  const page = globalThis as { [place]?: Map<string, ShippedInstrument> };
  return (page[place] ??= new Map());
}

/** Adds instruments to those a page knows, in place of any of the same name. */
export function registerInstruments(instruments: readonly ShippedInstrument[]): void {
  for (const instrument of instruments)
    knownInstruments().set(`${instrument.id}.${instrument.language}`, instrument);
  dispatchEvent(new Event(registered));
}
