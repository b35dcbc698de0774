import { html, nothing, type TemplateResult } from 'lit/html.js';
import {
  applySkipRules,
  type Answer,
  type PageInstrument,
  type PageItem,
  type SkippedAnswers,
} from '@waymark/model';
import { answerOf, type Draft } from './draft.js';
import { instrumentStyles } from './instrument-styles.js';
import { english, type InstrumentMessages } from './messages.js';
import { PageElement } from './page-element.js';
import { theme } from './theme.js';

const declined = 'prefer-not-to-say';

/**
 * What `waymark-answers` carries: one answer for each item, `skipped` where nothing was chosen and
 * `not-shown` where a rule hid it; `apart` holds what was answered before to what is now hidden.
 * `waymark-moving-on` carries the answers so far.
 */
export type AnswersEvent = CustomEvent<SkippedAnswers>;

/**
 * Asks one instrument, item by item, as far as its skip rules show them, and hands over the
 * answers in a `waymark-answers` event. `waymark-moving-on` carries the answers so far whenever
 * the person goes forward. Neither bubbles, so answers reach only who listens on the element itself.
 */
export class WaymarkInstrument extends PageElement {
  static override styles = theme + instrumentStyles;

  /** The words around the instrument's own; English unless set. Once it is shown, requestUpdate shows others. */
  messages: InstrumentMessages = english;

  #instrument: PageInstrument | undefined;
  #at = 0;
  #drafts: { readonly [item: string]: Draft } = {};
  #notice = '';
  #probed = false;

  /** What is asked; nothing is shown without it, and a new one starts afresh. */
  get instrument(): PageInstrument | undefined {
    return this.#instrument;
  }

  set instrument(instrument: PageInstrument | undefined) {
    // A template sets it each time it renders.
    if (instrument === this.#instrument) return;
    this.#instrument = instrument;
    this.#drafts = {};
    this.#show(0);
  }

  get #soFar(): SkippedAnswers {
    const given: { [item: string]: Answer } = {};
    const { items } = this.#instrument!;
    for (const item of items) {
      const answer = answerOf(item, this.#drafts[item.id]);
      if (answer !== null && answer !== 'skipped') given[item.id] = answer;
    }
    return applySkipRules(items, given);
  }

  // Rules look at earlier items only, so an item keeps its place while it is being answered.
  get #items(): readonly PageItem[] {
    const { answers } = this.#soFar;
    return this.#instrument!.items.filter(({ id }) => answers[id] !== 'not-shown');
  }

  get #item(): PageItem {
    return this.#items[this.#at]!;
  }

  get #last(): boolean {
    return this.#at === this.#items.length - 1;
  }

  get #forward(): string {
    return this.#last ? this.messages.finish : this.messages.next;
  }

  #show(at: number, notice = '') {
    this.#at = at;
    this.#notice = notice;
    this.#probed = false;
    this.requestUpdate();
  }

  #go(at: number) {
    this.#show(at);
    this.focus();
  }

  #take(event: Event) {
    const { value, checked, type } = event.target as HTMLInputElement;
    const draft = type === 'checkbox' && !checked ? '' : value;
    this.#drafts = { ...this.#drafts, [this.#item.id]: draft };
    this.#show(this.#at);
  }

  #onEnter(event: KeyboardEvent) {
    if (event.key === 'Enter' && !event.repeat) this.#next();
  }

  // The second click of a double click is not meant for the item that has just appeared.
  #onClick(event: MouseEvent) {
    if (event.detail < 2) this.#next();
  }

  #next() {
    const item = this.#item;
    const answer = answerOf(item, this.#drafts[item.id]);
    if (answer === null) this.#refuse(item);
    else if (answer === 'skipped' && !this.#probed) this.#probe();
    else this.#moveOn();
  }

  #moveOn() {
    this.#tell('waymark-moving-on', this.#soFar);
    if (this.#last) this.#finish();
    else this.#go(this.#at + 1);
  }

  #tell(name: string, detail: SkippedAnswers) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  #probe() {
    this.#show(this.#at, this.messages.blank(this.#forward));
    this.#probed = true;
  }

  #refuse(item: PageItem) {
    if (item.kind === 'count')
      this.#show(this.#at, this.messages.outOfRange(item.minimum, item.maximum));
    this.shadowRoot!.querySelector<HTMLElement>('.count input')?.focus();
  }

  #finish() {
    const { answers, apart } = this.#soFar;
    const all = this.#instrument!.items.map(({ id }) => [id, answers[id] ?? 'skipped']);
    this.#tell('waymark-answers', { answers: Object.fromEntries(all), apart });
  }

  #option(key: string, label: string, extra = '', lang = this.#instrument!.language) {
    const { id, kind } = this.#item;
    return html`<label class="option ${extra}" lang=${lang}
      ><input
        type=${kind === 'count' ? 'checkbox' : 'radio'}
        name=${id}
        .value=${key}
        .checked=${this.#drafts[id] === key}
        @change=${this.#take}
        @keydown=${this.#onEnter}
      /><span>${label}</span></label
    >`;
  }

  #count({ id, minimum, maximum }: PageItem & { kind: 'count' }): TemplateResult {
    const draft = this.#drafts[id] ?? '';
    return html`<label class="count" lang=${this.messages.language}
      >${this.messages.wholeNumber(minimum, maximum)}<input
        inputmode="numeric"
        autocomplete="off"
        aria-describedby="notice"
        aria-invalid=${answerOf(this.#item, draft) === null && this.#notice !== ''}
        .value=${draft === declined ? '' : draft}
        @input=${this.#take}
        @keydown=${this.#onEnter}
    /></label>`;
  }

  /** Moves to the item that is being asked, once it is on the page, so that it is read out. */
  override focus(options?: FocusOptions) {
    void this.updateComplete.then(() => this.shadowRoot!.querySelector('h2')?.focus(options));
  }

  override render() {
    const { instrument, messages } = this;
    const at = this.#at;
    if (!instrument) return nothing;
    const item = this.#item;
    const of = this.#items.length;
    return html`
      <div class="quiet" part="progress">
        <span id="position">${messages.position(at + 1, of)}</span>
        <progress aria-labelledby="position" max=${of} .value=${at + 1}></progress>
      </div>
      ${
        instrument.instructions
          ? html`<p id="instructions" lang=${instrument.language}>${instrument.instructions}</p>`
          : nothing
      }
      <fieldset>
        <legend lang=${instrument.language}>
          <h2 tabindex="-1" aria-describedby="position ${at === 0 ? 'instructions' : ''}">
            ${item.lead ? html`<span class="lead">${item.lead} </span>` : nothing}${item.text}
          </h2>
        </legend>
        ${
          item.kind === 'count'
            ? this.#count(item)
            : item.options.map(({ key, label }) => this.#option(key, label))
        }
        ${this.#option(declined, messages.preferNotToSay, 'decline', messages.language)}
      </fieldset>
      <div id="notice" role="alert">
        ${this.#notice ? html`<p class="notice" part="notice">${this.#notice}</p>` : nothing}
      </div>
      <div class="steps">
        ${
          at > 0
            ? html`<button type="button" part="back" @click=${() => this.#go(at - 1)}>
                ${messages.back}
              </button>`
            : nothing
        }
        <button type="button" class="main" part="next" @click=${this.#onClick}>
          ${this.#forward}
        </button>
      </div>
    `;
  }
}
