import type { Entry, Outbox, OutboxState } from '@waymark/outbox';

/** Follows an outbox for an element: what lies on this device, and keeping one more. */
export class Keeping {
  /** Null until the outbox has been read. */
  state: OutboxState | null = null;
  /** All that lies on this device. */
  entries: readonly Entry[] = [];
  readonly #open: () => Promise<Outbox>;
  readonly #changed: () => void;

  constructor(open: () => Promise<Outbox>, changed: () => void) {
    this.#open = open;
    this.#changed = changed;
  }

  /** Reads the outbox now and after each change, until the signal aborts. */
  async follow(signal: AbortSignal): Promise<void> {
    const outbox = await this.#open();
    if (signal.aborted) return;
    signal.addEventListener(
      'abort',
      outbox.onChange(() => void this.#read(outbox)),
    );
    await this.#read(outbox);
  }

  /** Resolves once it lies on this device, as lasting as the state's tier says. */
  async keep(kept: Parameters<Outbox['keep']>[0]): Promise<void> {
    const outbox = await this.#open();
    await outbox.keep(kept);
    await this.#read(outbox);
    // It is safe here whatever comes of this first try; the outbox makes the next ones itself.
    outbox.deliver().catch(() => undefined);
  }

  /** Puts one that was set aside back in line. */
  async tryAgain(id: string): Promise<void> {
    const outbox = await this.#open();
    await outbox.release(id);
    await outbox.deliver();
  }

  /** The submission of this id if it still lies here; undefined once it has been delivered. */
  entry(id: string): Entry | undefined {
    return this.entries.find(({ envelope }) => envelope.id === id);
  }

  async #read(outbox: Outbox): Promise<void> {
    [this.state, this.entries] = await Promise.all([outbox.state(), outbox.entries()]);
    this.#changed();
  }
}
