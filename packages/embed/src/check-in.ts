import { html, nothing } from 'lit/html.js';
import { PageElement, theme, type AnswersEvent } from '@waymark/elements';
import type { Support } from '@waymark/model';
import { raisedFlags } from '@waymark/scoring';
import { isPublicKey } from '@waymark/outbox';
import { checkInStyles } from './check-in-styles.js';
import { Keeping } from './keeping.js';
import { Lookup } from './lookup.js';
import { english, type CheckInMessages } from './messages.js';
import { knownInstruments, registered } from './registry.js';
import {
  loadingScreen,
  notKeptScreen,
  notReadyScreen,
  startScreen,
  thanksScreen,
  type Finished,
} from './screens.js';
import { attributeNames, readSetup, type ReadSetup, type Setup } from './setup.js';
import { makeSubmission } from './submission.js';
import { supportPanel } from './support-panel.js';
import { pageWorld, type World } from './world.js';

/**
 * One check-in from start to thanks: asks an instrument, seals the answers and keeps them on
 * this device until the program's collector has taken them. Its attributes say all it needs.
 * It tells the page of `waymark-kept` and `waymark-delivered`, with the submission's id, and of
 * `waymark-error`, with what staff must mend; never of answers.
 */
export class WaymarkCheckIn extends PageElement {
  static observedAttributes = attributeNames;
  static override styles = theme + checkInStyles;

  /** The words shown; English unless set. A collector serves Spanish ones at `/messages.es.js`. */
  messages: CheckInMessages = english;
  /** Time, chance, sealing and outbox; the page's own unless set before it is put on the page. */
  world: World = pageWorld;

  #screen: 'start' | 'asking' | 'not-kept' | 'thanks' = 'start';
  #read: ReadSetup = { faults: [] };
  #told = '[]';
  #checkedKey = '';
  #badKey = '';
  #finished: Finished | undefined;
  #tries = 0;
  #support: Support | undefined;
  #offering = false;
  #busy = false;
  #kept = '';
  readonly #keeping = new Keeping(
    () => this.world.outbox(),
    () => this.requestUpdate(),
  );
  readonly #lookup = new Lookup(
    (address) => this.world.read(address),
    () => this.requestUpdate(),
  );

  attributeChangedCallback(_: string, old: string | null, now: string | null) {
    // Frameworks write attributes again as they are.
    if (old === now) return;
    // Another person or another instrument; but answers that are nowhere else are not let go.
    if (this.#screen !== 'not-kept') {
      this.#screen = 'start';
      this.#support = undefined;
      this.#offering = false;
    }
    this.requestUpdate();
  }

  protected override connected(signal: AbortSignal) {
    addEventListener(registered, () => this.requestUpdate(), { signal });
    addEventListener('online', () => this.#lookup.again(), { signal });
    addEventListener('beforeunload', (event) => this.#onLeaving(event), { signal });
    void this.#keeping.follow(signal);
  }

  protected override updated() {
    this.#tellFaults();
    if ('wanted' in this.#read) void this.#lookup.ask(this.#read.wanted);
    if ('setup' in this.#read) void this.#checkKey(this.#read.setup.key.publicKey);
    if (this.#kept && !this.#keeping.entry(this.#kept)) {
      this.#tell('waymark-delivered', { id: this.#kept });
      this.#kept = '';
    }
  }

  // Before anyone answers in vain: a line can have the form of a program key and still be wrong.
  async #checkKey(publicKey: string) {
    if (publicKey === this.#checkedKey) return;
    this.#checkedKey = publicKey;
    if (await isPublicKey(publicKey)) return;
    this.#badKey = publicKey;
    this.#screen = 'start';
    this.requestUpdate();
  }

  #onLeaving(event: Event) {
    const { waiting, tier } = this.#keeping.state ?? {};
    if (this.#screen === 'not-kept' || (waiting && tier !== 'indexeddb')) event.preventDefault();
  }

  #show(screen: 'asking' | 'not-kept' | 'thanks') {
    this.#screen = screen;
    this.requestUpdate();
    // The support panel keeps the focus until the person goes on.
    if (!this.#offering) this.#focusFirst();
  }

  #focusFirst() {
    const first = () => this.shadowRoot!.querySelector<HTMLElement>('waymark-instrument, h2');
    void this.updateComplete.then(() => first()?.focus());
  }

  // Once, as the person moves on and never while they choose. Nothing of it is sent.
  #onMovingOn({ detail }: AnswersEvent) {
    const { support } = (this.#read as { setup: Setup }).setup.instrument;
    if (this.#support || raisedFlags(support?.flags, detail.answers).length === 0) return;
    this.#support = support;
    this.#offer(true);
  }

  #offer(offering: boolean) {
    this.#offering = offering;
    this.requestUpdate();
    this.#focusFirst();
  }

  #finish({ detail }: AnswersEvent) {
    if (this.#busy || !('setup' in this.#read)) return;
    const { setup } = this.#read;
    const submission = makeSubmission(setup, detail, this.world);
    this.#finished = { setup, submission };
    void this.#keep();
  }

  async #keep(): Promise<void> {
    if (this.#busy || !this.#finished) return;
    this.#busy = true;
    const { setup, submission } = this.#finished;
    const { collector, key } = setup;
    try {
      const envelope = await this.world.seal(submission, key.publicKey);
      await this.#keeping.keep({ envelope, collector, writeToken: key.writeToken });
      this.#kept = submission.id;
      this.#show('thanks');
      this.#tell('waymark-kept', { id: submission.id });
    } catch {
      // The person is told in full; why a device refuses is not for them to mend.
      this.#tries += 1;
      this.#show('not-kept');
      this.#tell('waymark-error', { attribute: null, message: this.messages.notKept });
    }
    this.#busy = false;
  }

  #tellFaults() {
    const faults = 'faults' in this.#read ? this.#read.faults : [];
    const told = JSON.stringify(faults);
    if (told === this.#told) return;
    this.#told = told;
    for (const fault of faults) this.#tell('waymark-error', fault);
  }

  #tell(name: string, detail: object) {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }

  #readSetup(): ReadSetup {
    const attributes = attributeNames.map((name) => [name, this.getAttribute(name)]);
    const { absent, why, unheard } = this.#lookup;
    const options = { badKey: this.#badKey, absent, why };
    const read = readSetup(Object.fromEntries(attributes), knownInstruments(), options);
    if (!unheard || !('wanted' in read)) return read;
    return { faults: [{ attribute: 'collector', message: this.messages.noAnswer }] };
  }

  #content() {
    const { messages } = this;
    const keeping = this.#keeping;
    if (this.#screen === 'not-kept')
      return notKeptScreen(messages, { tries: this.#tries, tryAgain: () => void this.#keep() });
    if (this.#screen === 'thanks')
      return html`${thanksScreen(this.#finished!, { keeping, messages })}
      ${supportPanel(this.#support, messages)}`;
    if ('wanted' in this.#read) return loadingScreen(messages);
    if ('faults' in this.#read)
      return notReadyScreen(this.#read.faults, {
        messages,
        tryAgain: this.#lookup.unheard && (() => this.#lookup.again()),
      });
    const { setup } = this.#read;
    if (this.#screen === 'start')
      return startScreen(setup, { keeping, messages, start: () => this.#show('asking') });
    return html`<waymark-instrument
      .messages=${messages}
      .instrument=${setup.instrument}
      @waymark-moving-on=${this.#onMovingOn}
      @waymark-answers=${this.#finish}
    ></waymark-instrument>`;
  }

  protected override render() {
    // Whatever is added to the page meanwhile, a person is asked to the end what they began.
    if (this.#screen === 'start') this.#read = this.#readSetup();
    const { setup } = this.#read as { setup?: Setup };
    const title = setup?.instrument.title ?? this.messages.notReady;
    return html`<section aria-label=${title} lang=${this.messages.language}>
      ${this.#offering ? supportPanel(this.#support, this.messages, () => this.#offer(false)) : nothing}
      <div ?hidden=${this.#offering}>${this.#content()}</div>
    </section>`;
  }
}
