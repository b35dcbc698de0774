import type { ShippedInstrument } from '@waymark/model';
import { registerInstruments } from './registry.js';
import type { World } from './world.js';

// What stands at an address, which may be anything when that is wrong.
type Found = ShippedInstrument & { readonly message?: unknown };

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
    const response = await this.#read(address).catch(() => undefined);
    const found = (await response?.json().catch(() => null)) as Found | null | undefined;
    if (address !== this.#asked) return;
    if (response?.status === 404) {
      this.absent = address;
      this.why = `${found?.message ?? ''}`.slice(0, 500);
    } else if (address.endsWith(`/${found?.id}.${found?.language}.json`))
      registerInstruments([found!]);
    // No network, a failing collector, a hotel's sign-in page: `again` is for all of them.
    else this.unheard = true;
    this.#changed();
  }

  /** Lets the same address be asked again if there was no answer. */
  again(): void {
    if (this.unheard) this.#asked = '';
    this.unheard = false;
    this.#changed();
  }
}
