import { fixture, fixtureCleanup, html } from '@open-wc/testing/pure';
import { afterEach, describe, expect, test } from 'vitest';
import { css, PageElement } from './page-element.js';

class Greeting extends PageElement {
  static observedAttributes = ['name'];
  static override styles = css`
    p {
      color: rgb(1, 2, 3);
    }
  `;
  greeting = 'Hello';
  renderings = 0;
  signals: AbortSignal[] = [];

  attributeChangedCallback() {
    this.requestUpdate();
  }

  protected override connected(signal: AbortSignal) {
    this.signals.push(signal);
  }

  protected override render() {
    this.renderings++;
    return html`<p>${this.greeting} ${this.getAttribute('name')}</p>`;
  }
}

afterEach(() => fixtureCleanup());

function define(): string {
  const tag = `test-${crypto.randomUUID()}`;
  customElements.define(tag, class extends Greeting {});
  return tag;
}

async function shown(): Promise<Greeting> {
  const element = document.createElement(define()) as Greeting;
  const parent = await fixture<HTMLElement>(html`<div></div>`);
  parent.append(element);
  await element.updateComplete;
  return element;
}

const text = (element: Greeting) => element.shadowRoot!.querySelector('p')?.textContent;

describe('rendering', () => {
  test('happens once for all changes made together', async () => {
    const element = await shown();
    element.setAttribute('name', 'Ann');
    element.greeting = 'Good day';
    element.requestUpdate();
    await element.updateComplete;
    expect(text(element)).toBe('Good day Ann');
    expect(element.renderings).toBe(2);
  });

  test('waits until the element is on a page', async () => {
    const element = document.createElement(define()) as Greeting;
    element.setAttribute('name', 'Ann');
    await element.updateComplete;
    expect(element.renderings).toBe(0);
  });

  test('tells when an element was taken off the page, and on it again', async () => {
    const element = await shown();
    const parent = element.parentElement!;
    element.remove();
    expect(element.signals.map((signal) => signal.aborted)).toEqual([true]);
    parent.append(element);
    expect(element.signals.map((signal) => signal.aborted)).toEqual([true, false]);
  });
});

test('a property that was set before the tag was defined is kept', async () => {
  const tag = `test-${crypto.randomUUID()}`;
  const parent = await fixture<HTMLElement>(html`<div></div>`);
  const element = document.createElement(tag) as Greeting;
  element.greeting = 'Early';
  parent.append(element);
  customElements.define(tag, class extends Greeting {});
  await element.updateComplete;
  expect(text(element)).toBe('Early ');
});

describe('styles', () => {
  const color = (element: Greeting) =>
    getComputedStyle(element.shadowRoot!.querySelector('p')!).color;

  test('apply without a style attribute or element', async () => {
    const element = await shown();
    expect(color(element)).toBe('rgb(1, 2, 3)');
    expect(element.shadowRoot!.querySelectorAll('style, [style]')).toHaveLength(0);
  });

  test('apply in a browser that cannot make sheets', async () => {
    const { CSSStyleSheet } = globalThis;
    Reflect.deleteProperty(globalThis, 'CSSStyleSheet');
    const element = await shown();
    globalThis.CSSStyleSheet = CSSStyleSheet;
    expect(color(element)).toBe('rgb(1, 2, 3)');
    expect(text(element)).toBe('Hello ');
  });
});
