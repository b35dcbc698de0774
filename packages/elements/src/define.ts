import { WaymarkInstrument } from './waymark-instrument.js';

/** Gives WaymarkInstrument its tag, `<waymark-instrument>`; a second call changes nothing. */
export function defineInstrument(registry = customElements): void {
  if (!registry.get('waymark-instrument')) registry.define('waymark-instrument', WaymarkInstrument);
}
