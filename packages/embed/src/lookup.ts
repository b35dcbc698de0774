import type { ShippedInstrument } from '@waymark/model';
import { registerInstruments } from './registry.js';
import type { World } from './world.js';

/** Asks a collector for an instrument that the page's script does not hold. */
export class Lookup {
  /** Where the collector has no such instrument. */
  absent = '';
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
    try {
      const response = await this.#read(address);
      if (response.status !== 404) registerInstruments([await instrumentIn(response, address)]);
      else if (address === this.#asked) this.absent = address;
    } catch {
      // No network, a failing collector, a hotel's sign-in page: `again` is for all of them.
      if (address === this.#asked) this.unheard = true;
    }
    this.#changed();
  }

  /** Lets the same address be asked again if there was no answer. */
  again(): void {
    if (!this.unheard) return;
    this.unheard = false;
    this.#asked = '';
    this.#changed();
  }
}

async function instrumentIn(response: Response, address: string): Promise<ShippedInstrument> {
  const found = (await response.json()) as ShippedInstrument;
  if (address.endsWith(`/${found.id}.${found.language}.json`)) return found;
  throw new TypeError('This is not the instrument that was asked for');
}
