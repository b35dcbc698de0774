import { render } from 'lit/html.js';

/** Marks a text as a style sheet, for formatters and editors. */
export const css = String.raw;

/**
 * A custom element that renders a Lit template into its shadow root: once it is on a page, and
 * again whenever it asks for it.
 */
export abstract class PageElement extends HTMLElement {
  /** The style sheet, as text. */
  static styles = '';

  #early: object;
  #connection = new AbortController();
  #updated: Promise<void> | undefined;

  constructor() {
    super();
    dress(this.attachShadow({ mode: 'open' }), (this.constructor as typeof PageElement).styles);
    // A page may have set properties before the tag was defined; they would hide the setters.
    this.#early = { ...this };
    for (const name in this.#early) Reflect.deleteProperty(this, name);
  }

  connectedCallback() {
    Object.assign(this, this.#early);
    this.#early = {};
    this.#connection = new AbortController();
    this.connected?.(this.#connection.signal);
    this.requestUpdate();
  }

  disconnectedCallback() {
    this.#connection.abort();
  }

  /** Resolves once what was asked for stands on the page. */
  get updateComplete(): Promise<void> {
    return this.#updated ?? Promise.resolve();
  }

  /** Renders soon, once for all changes made until then. */
  requestUpdate() {
    this.#updated ??= Promise.resolve().then(() => {
      this.#updated = undefined;
      if (!this.isConnected) return;
      render(this.render(), this.shadowRoot!, { host: this });
      this.updated?.();
    });
  }

  /** What to do when put on a page; the signal aborts when taken off it. */
  protected connected?(signal: AbortSignal): void;

  /** What to do after each rendering. */
  protected updated?(): void;

  /** What the element shows. */
  protected abstract render(): unknown;
}

function dress(root: ShadowRoot, styles: string) {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
    root.adoptedStyleSheets = [sheet];
  } catch {
    // Safari before 16.4 cannot make a sheet.
    root.appendChild(document.createElement('style')).textContent = styles;
  }
}
