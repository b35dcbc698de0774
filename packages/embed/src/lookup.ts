import type { ShippedInstrument } from '@waymark/model';
import { registerInstruments } from './registry.js';
import type { World } from './world.js';

/** Asks a collector for an instrument that the page's script does not hold. */
export class Lookup {
  /** Where the collector has no such instrument. */
  absent = '';
  /** What the collector said to that, in words for staff. */
  why = '';
  /** Whether the last try had no answer that can be used. */
  unheard = false;
  #asked = '';
  readonly #read: World['read'];
  readonly #changed: () => void;

  constructor(read: World['read'], changed: () => void) {
    this.#read = read;
    this.#changed = changed;
  }

  /** Asks, once for each address in a row, and adds what it finds to what the page knows. */
  async ask(address: string): Promise<void> {
    if (address === this.#asked) return;
    this.#asked = address;
    this.unheard = false;
    // No network, a failing collector, a hotel's sign-in page: `again` is for all of them.
    const found = await this.#find(address).catch(() => null);
    if (address !== this.#asked) return;
    this.unheard = !found;
    if (found && 'id' in found) registerInstruments([found]);
    else if (found) [this.absent, this.why] = [address, found.message ?? ''];
    this.#changed();
  }

  /** Lets the same address be asked again if there was no answer. */
  again(): void {
    if (this.unheard) this.#asked = '';
    this.unheard = false;
    this.#changed();
  }

  /** The instrument, or why there is none; null where something else stands. */
  async #find(address: string): Promise<ShippedInstrument | { message?: string } | null> {
    const response = await this.#read(address);
    const absent = response.status === 404;
    const found = (await response.json().catch(() => ({}))) as ShippedInstrument;
    return absent || address.endsWith(`/${found.id}.${found.language}.json`) ? found : null;
  }
}
