import { defineInstrument } from '@waymark/elements';
import { WaymarkCheckIn } from './check-in.js';

/** Gives WaymarkCheckIn and the element inside it their tags; a second call changes nothing. */
export function defineCheckIn(registry = customElements): void {
  defineInstrument(registry);
  if (!registry.get('waymark-check-in')) registry.define('waymark-check-in', WaymarkCheckIn);
}
