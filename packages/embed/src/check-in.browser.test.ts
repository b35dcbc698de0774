import { fixture, fixtureCleanup, html } from '@open-wc/testing/pure';
import { exampleInstrument } from '@waymark/elements';
import { programKeyText, toBase64Url } from '@waymark/model';
import { openOutbox, type Fetch, type OutboxOptions, type Store } from '@waymark/outbox';
import axe from 'axe-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { WaymarkCheckIn } from './check-in.js';
import { defineCheckIn } from './define.js';
import { english } from './messages.js';
import { knownInstruments, registerInstruments } from './registry.js';
import { pageWorld } from './world.js';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const program = 'river-house';
const shipped = { ...exampleInstrument, contentHash: 'ab'.repeat(32), minutes: 1 };

/** A network in which every try gets the same answer; null is no answer at all. */
class Network {
  answer: number | null = 204;
  readonly bodies: string[] = [];
  readonly fetch: Fetch = (_, { body }) => {
    this.bodies.push(String(body));
    if (this.answer === null) return Promise.reject(new TypeError('no network'));
    const faults = [{ path: 'scores.outdoors', rule: 'must be what the answers give' }];
    const body_ = this.answer === 422 ? JSON.stringify({ faults }) : null;
    return Promise.resolve(new Response(body_, { status: this.answer }));
  };
}

/** A store that lasts as long as this tab, on a device that can be full. */
class TabStore implements Store {
  readonly tier = 'memory';
  full = false;
  readonly #records = new Map<string, unknown>();
  entries = () => Promise.resolve([...this.#records]);
  close = () => undefined;
  change = (key: string, next: (record: unknown) => unknown) => {
    if (this.full) return Promise.reject(new DOMException('no room', 'QuotaExceededError'));
    const record = next(this.#records.get(key));
    if (record === undefined) this.#records.delete(key);
    else this.#records.set(key, record);
    return Promise.resolve();
  };
}

let key: string;
let network: Network;
let name: string;
let asked: string[];
let stops: (() => void)[];
let library: () => Promise<Response>;
let heard: { type: string; detail: { id?: string; attribute?: string; message?: string } }[];

beforeAll(async () => {
  defineCheckIn();
  registerInstruments([shipped]);
  const curve = { name: 'ECDH', namedCurve: 'P-256' };
  const pair = await crypto.subtle.generateKey(curve, true, ['deriveBits']);
  const point = await crypto.subtle.exportKey('raw', pair.publicKey);
  const publicKey = toBase64Url(new Uint8Array(point));
  key = programKeyText({ writeToken: 'w'.repeat(22), publicKey });
});

beforeEach(() => {
  network = new Network();
  name = `test-${crypto.randomUUID()}`;
  heard = [];
  library = () => Promise.resolve(new Response(null, { status: 404 }));
  asked = [];
  stops = [];
});

afterEach(() => {
  fixtureCleanup();
  for (const stop of stops) stop();
});

function listen(type: string) {
  const hear = (event: Event) => heard.push({ type, detail: (event as CustomEvent).detail });
  addEventListener(type, hear);
  stops.push(() => removeEventListener(type, hear));
}

async function open(options: OutboxOptions) {
  const outbox = await openOutbox({ name, fetch: network.fetch, ...options });
  const stop = outbox.start();
  stops.push(() => {
    stop();
    outbox.close();
  });
  return outbox;
}

type Changes = { readonly [attribute: string]: string | null };

/** A page with one check-in; opened again in the same test it finds what was kept before. */
async function openPage(changes: Changes = {}, options: OutboxOptions = {}) {
  const attributes = {
    instrument: 'example',
    program,
    timepoint: 'baseline',
    participant: 'RH-0042',
    collector: 'https://collect.example.org',
    key,
    ...changes,
  };
  ['waymark-error', 'waymark-kept', 'waymark-delivered'].forEach(listen);
  const opened = open(options);
  const main = await fixture<HTMLElement>(html`<main><h1>River House</h1></main>`);
  const element = document.createElement('waymark-check-in') as WaymarkCheckIn;
  const read = (address: string) => {
    asked.push(address);
    return library();
  };
  element.world = { ...pageWorld, outbox: () => opened, read };
  for (const [attribute, value] of Object.entries(attributes))
    if (value !== null) element.setAttribute(attribute, value);
  main.append(element);
  return element;
}

const button = (text: string) => page.getByRole('button', { name: text });
const status = page.getByRole('status');

async function answerAll() {
  await button('Start').click();
  await page.getByRole('radio', { name: 'Agree', exact: true }).click();
  await button('Next').click();
  await page.getByRole('radio', { name: 'Prefer not to say' }).click();
  await button('Next').click();
  await page.getByRole('textbox').fill('7');
  await button('Finish').click();
}

function types(): string[] {
  return heard.map(({ type }) => type);
}

async function expectNoFault(element: Element) {
  const { violations } = await axe.run(element.closest('main')!, { runOnly: tags });
  expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
}

describe('the start', () => {
  test('says what this is, how long it takes, what becomes of the answers, that one may refuse', async () => {
    await openPage();
    await expect.element(page.getByRole('heading', { name: 'Gardens and walks' })).toBeVisible();
    for (const text of [
      english.about(3, 1, program),
      english.yourChoice,
      english.whatHappens(program),
    ])
      await expect.element(page.getByText(text)).toBeVisible();
  });

  test('tells staff how far the wording was compared, and whose it is', async () => {
    await openPage();
    await page.getByText(english.details).click();
    await expect.element(page.getByText(english.wording.recalled)).toBeVisible();
    await expect.element(page.getByText(exampleInstrument.credit)).toBeVisible();
    await expect.element(page.getByText('baseline · RH-0042')).toBeVisible();
  });

  test.each([
    { items: 1, minutes: 1, text: '1 question, about 1 minute.' },
    { items: 9, minutes: 2, text: '9 questions, about 2 minutes.' },
  ])('$items items are announced as "$text"', ({ items, minutes, text }) => {
    expect(english.about(items, minutes, program)).toContain(text);
  });

  test('Start brings the first item into focus', async () => {
    const element = await openPage();
    await button('Start').click();
    const inside = () => element.shadowRoot!.querySelector('waymark-instrument')!.shadowRoot!;
    await expect.poll(() => inside().activeElement?.localName).toBe('h2');
  });
});

describe('finishing', () => {
  test('keeps the sealed answers, thanks, and says when they have been delivered', async () => {
    await openPage();
    await answerAll();
    await expect.element(page.getByRole('heading', { name: 'Thank you' })).toBeVisible();
    await expect.element(status).toHaveTextContent(english.delivered(program));
    expect(types()).toEqual(['waymark-kept', 'waymark-delivered']);
    const [envelope] = network.bodies.map((body) => JSON.parse(body) as Record<string, string>);
    expect(envelope).toMatchObject({ id: heard[0]!.detail.id, program });
    expect(network.bodies.join()).not.toContain('RH-0042');
  });

  test('by keyboard alone is possible', async () => {
    const element = await openPage();
    await expect.element(button('Start')).toBeVisible();
    element.shadowRoot!.querySelector('button')!.focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText('Question 1 of 3')).toBeVisible();
    await userEvent.keyboard('{Tab} {Enter}');
    await expect.element(page.getByText('Question 2 of 3')).toBeVisible();
    await userEvent.keyboard('{Tab}{ArrowDown}{Enter}');
    await expect.element(page.getByText('Question 3 of 3')).toBeVisible();
    await userEvent.keyboard('{Tab}7{Enter}');
    await expect.element(status).toHaveTextContent(english.delivered(program));
  });

  test('without a network says the answers are waiting on this device, until they are sent', async () => {
    network.answer = null;
    await openPage();
    await answerAll();
    await expect.element(status).toHaveTextContent(english.onDevice);
    expect(types()).toEqual(['waymark-kept']);
    network.answer = 204;
    dispatchEvent(new Event('online'));
    await expect.element(status).toHaveTextContent(english.delivered(program));
    expect(types()).toEqual(['waymark-kept', 'waymark-delivered']);
  });

  test('says so when answers lie in this tab only, and asks before the tab is closed', async () => {
    network.answer = null;
    await openPage({}, { store: new TabStore() });
    expect(dispatchEvent(new Event('beforeunload', { cancelable: true }))).toBe(true);
    await answerAll();
    await expect.element(status).toHaveTextContent(english.inTab);
    expect(dispatchEvent(new Event('beforeunload', { cancelable: true }))).toBe(false);
  });

  test('says so when the collector refused, with the reason and another try for staff', async () => {
    network.answer = 422;
    await openPage();
    await answerAll();
    await expect.element(status).toHaveTextContent(english.refused(program));
    await page.getByText(english.setAside(1)).click();
    await expect
      .element(page.getByText('422 scores.outdoors must be what the answers give'))
      .toBeVisible();
    network.answer = 204;
    await button('Try again').click();
    await expect.element(status).toHaveTextContent(english.delivered(program));
    expect(network.bodies).toHaveLength(2);
  });

  test('on a full device says that nothing is saved, and tries again under the same id', async () => {
    const store = new TabStore();
    store.full = true;
    await openPage({}, { store });
    await answerAll();
    await expect.element(page.getByRole('heading', { name: english.notKept })).toBeVisible();
    expect(types()).toEqual(['waymark-error']);
    expect(dispatchEvent(new Event('beforeunload', { cancelable: true }))).toBe(false);
    await button('Try again').click();
    await expect.element(status).toHaveTextContent(english.tried(2));
    store.full = false;
    await button('Try again').click();
    await expect.element(status).toHaveTextContent(english.delivered(program));
    expect(network.bodies).toHaveLength(1);
    expect(types()).toEqual([
      'waymark-error',
      'waymark-error',
      'waymark-kept',
      'waymark-delivered',
    ]);
  });
});

describe('coming back', () => {
  test.each([1, 2])('with %i waiting, the start says so', async (count) => {
    network.answer = null;
    for (let kept = 0; kept < count; kept++) {
      await openPage();
      await answerAll();
      await expect.element(status).toHaveTextContent(english.onDevice);
      fixtureCleanup();
    }
    await openPage();
    await expect.element(status).toHaveTextContent(english.waiting(count));
    network.answer = 204;
    dispatchEvent(new Event('online'));
    await expect.element(status).toHaveTextContent('');
  });

  test.each([
    { count: 1, text: '1 check-in is waiting on this device to be sent.' },
    { count: 2, text: '2 check-ins are waiting on this device to be sent.' },
  ])('the words for $count', ({ count, text }) => {
    expect(english.waiting(count)).toBe(text);
  });

  test('another participant starts afresh', async () => {
    const element = await openPage();
    await answerAll();
    await expect.element(status).toHaveTextContent(english.delivered(program));
    element.setAttribute('participant', 'RH-0043');
    await expect.element(button('Start')).toBeVisible();
  });
});

describe('answers that are being given', () => {
  const second = page.getByText('Question 2 of 3');

  async function answerFirst() {
    await button('Start').click();
    await page.getByRole('radio', { name: 'Agree', exact: true }).click();
    await button('Next').click();
    await expect.element(second).toBeVisible();
  }

  async function expectStillThere() {
    await expect.element(second).toBeVisible();
    await button('Back').click();
    await expect.element(page.getByRole('radio', { name: 'Agree', exact: true })).toBeChecked();
  }

  test('stay when a script of the page writes the attributes again as they are', async () => {
    const element = await openPage();
    await answerFirst();
    element.setAttribute('participant', 'RH-0042');
    await element.updateComplete;
    await expectStillThere();
  });

  test('stay when another script or check-in brings the same instrument once more', async () => {
    const element = await openPage();
    await answerFirst();
    registerInstruments([{ ...shipped, contentHash: 'cd'.repeat(32) }]);
    await element.updateComplete;
    await expectStillThere();
    registerInstruments([shipped]);
  });
});

test('what happens to earlier answers meanwhile does not disturb those being given', async () => {
  network.answer = null;
  const store = new TabStore();
  const first = await openPage({}, { store });
  await answerAll();
  await expect.poll(types).toEqual(['waymark-kept']);
  first.remove();
  await openPage({}, { store });
  await button('Start').click();
  await page.getByRole('radio', { name: 'Agree', exact: true }).click();
  await button('Next').click();
  network.answer = 204;
  dispatchEvent(new Event('online'));
  await expect.poll(async () => (await store.entries()).length).toBe(0);
  await expect.element(page.getByText('Question 2 of 3')).toBeVisible();
  await button('Back').click();
  await expect.element(page.getByRole('radio', { name: 'Agree', exact: true })).toBeChecked();
});

describe('a page that is not set up', () => {
  test('says what is missing and how to mend it, and tells the page', async () => {
    const element = await openPage({ participant: null });
    await expect.element(page.getByText('The attribute "participant" must be')).toBeVisible();
    expect(heard).toHaveLength(1);
    expect(heard[0]).toMatchObject({
      type: 'waymark-error',
      detail: { attribute: 'participant' },
    });
    element.setAttribute('participant', 'RH-0042');
    await expect.element(button('Start')).toBeVisible();
    expect(heard).toHaveLength(1);
  });

  test('shows an instrument as soon as it is added', async () => {
    await openPage({ instrument: 'later' });
    await expect.element(page.getByText('one that the collector has')).toBeVisible();
    registerInstruments([{ ...shipped, id: 'later', title: 'Added later' }]);
    await expect.element(page.getByRole('heading', { name: 'Added later' })).toBeVisible();
    knownInstruments().delete('later.en');
  });

  test('says so when the key has the right form and is still not a key', async () => {
    await openPage({
      key: programKeyText({ writeToken: 'w'.repeat(22), publicKey: 'p'.repeat(87) }),
    });
    await expect.element(page.getByText('The attribute "key" must be')).toBeVisible();
    expect(heard[0]!.detail.attribute).toBe('key');
  });
});

describe('an instrument that the script does not hold', () => {
  const later = { ...shipped, id: 'later', title: 'Asked for later' };
  const heading = page.getByRole('heading', { name: 'Asked for later' });
  const found = () => Promise.resolve(Response.json(later));
  afterEach(() => knownInstruments().delete('later.en'));

  test('is asked of the collector, with a word that it is loading, and then shown', async () => {
    let answer: (response: Response) => void;
    library = () => new Promise((resolve) => (answer = resolve));
    const element = await openPage({ instrument: 'later' });
    await expect.element(status).toHaveTextContent(english.loading);
    await expectNoFault(element);
    answer!(Response.json(later));
    await expect.element(heading).toBeVisible();
    expect(asked).toEqual(['https://collect.example.org/v1/instruments/later.en.json']);
    expect(types()).toEqual([]);
  });

  test('is not asked for while something else is wrong', async () => {
    library = found;
    await openPage({ instrument: 'later', participant: null });
    await expect.element(page.getByText('The attribute "participant" must be')).toBeVisible();
    expect(asked).toEqual([]);
  });

  test.each([
    { what: 'no network', answer: () => Promise.reject(new TypeError('no network')) },
    {
      what: 'a failing collector',
      answer: () => Promise.resolve(Response.json({}, { status: 503 })),
    },
    { what: 'a sign-in page', answer: () => Promise.resolve(new Response('<!doctype html>')) },
    { what: 'another instrument', answer: () => Promise.resolve(Response.json(shipped)) },
  ])('with $what says so, and asks again when online', async ({ answer }) => {
    library = answer;
    const element = await openPage({ instrument: 'later' });
    await expect.element(page.getByText(english.noAnswer)).toBeVisible();
    expect(heard).toMatchObject([{ type: 'waymark-error', detail: { attribute: 'collector' } }]);
    await expectNoFault(element);
    library = found;
    dispatchEvent(new Event('online'));
    await expect.element(heading).toBeVisible();
    expect(asked).toHaveLength(2);
  });

  test.each([
    { what: 'a list', body: ['no'] },
    { what: 'a text', body: 'Not Found' },
    { what: 'an error with an id of its own', body: { id: 'E-17', message: {} } },
    { what: 'a message without end', body: { message: 'x'.repeat(100_000) } },
  ])('is a fault of the page when what is not there is said as $what', async ({ body }) => {
    library = () => Promise.resolve(Response.json(body, { status: 404 }));
    await openPage({ instrument: 'later' });
    await expect.poll(types).toEqual(['waymark-error']);
    expect(heard[0]!.detail.attribute).toBe('instrument');
    expect(heard[0]!.detail.message!.length).toBeLessThan(1000);
    expect([...knownInstruments().keys()]).not.toContain('E-17.undefined');
  });

  test('is asked for again by hand', async () => {
    library = () => Promise.reject(new TypeError('no network'));
    await openPage({ instrument: 'later' });
    await button('Try again').click();
    await expect.poll(() => heard.length).toBe(2);
    library = found;
    await button('Try again').click();
    await expect.element(heading).toBeVisible();
  });

  test('is a fault of the page when the collector has none either', async () => {
    await openPage({ instrument: 'later' });
    await expect.element(page.getByText('The attribute "instrument" must be')).toBeVisible();
    expect(heard).toMatchObject([{ type: 'waymark-error', detail: { attribute: 'instrument' } }]);
    expect(asked).toHaveLength(1);
  });
});

test('an instrument without wording here is not shown; the page says whom to ask', async () => {
  const message = 'The wording belongs to its holder. Ask Mary Example for permission.';
  library = () =>
    Promise.resolve(Response.json({ reason: 'wording-needed', message }, { status: 404 }));
  const element = await openPage({ instrument: 'kept-back' });
  await expect.element(page.getByText(message)).toBeVisible();
  expect(heard).toMatchObject([{ detail: { attribute: 'instrument', message } }]);
  await expect.element(button('Start')).not.toBeInTheDocument();
  await expectNoFault(element);
});

test('people read the name of the program and not its id', async () => {
  const element = await openPage({ 'program-name': 'River House' });
  await expect.element(page.getByText(english.whatHappens('River House'))).toBeVisible();
  await answerAll();
  await expect.element(status).toHaveTextContent(english.delivered('River House'));
  expect(element.shadowRoot!.textContent).not.toContain(program);
});

test('the wording of another language is asked for, and read aloud as such', async () => {
  const es = { ...shipped, id: 'otro', language: 'es', title: 'Jardines' };
  library = () => Promise.resolve(Response.json(es));
  await openPage({ instrument: 'otro', language: 'es' });
  const title = page.getByRole('heading', { name: 'Jardines' });
  await expect.element(title).toBeVisible();
  expect(title.element().closest('[lang]')!.getAttribute('lang')).toBe('es');
  expect(button('Start').element().closest('[lang]')!.getAttribute('lang')).toBe('en');
  expect(asked).toEqual(['https://collect.example.org/v1/instruments/otro.es.json']);
  knownInstruments().delete('otro.es');
});

describe('an answer that raises a flag', () => {
  const support = {
    language: 'en',
    heading: 'You are not alone',
    text: 'Talking can help.',
    contacts: [
      { name: 'A peer supporter', how: 'Ask at the front desk' },
      { name: '988 Lifeline', how: 'Call or text 988', href: 'tel:988' },
    ],
    flags: [{ id: 'low', when: { item: 'garden', is: '=' as const, value: 3 } }],
  };
  const flagged = { ...shipped, id: 'flagged', support, unattended: 'example' };
  const heading = page.getByRole('heading', { name: support.heading });
  const goOn = button('Go on');
  const openFlagged = (options = {}) => openPage({ instrument: 'flagged', attended: '' }, options);
  const focused = (element: Element) => element.shadowRoot!.activeElement;
  const asking = (element: Element) =>
    element.shadowRoot!.querySelector('waymark-instrument')!.shadowRoot!;
  beforeEach(() => registerInstruments([flagged]));
  afterAll(() => knownInstruments().delete('flagged.en'));

  async function raise(option = 'Disagree') {
    await button('Start').click();
    await page.getByRole('radio', { name: option, exact: true }).click();
    await expect.element(heading).not.toBeInTheDocument();
    await button('Next').click();
  }

  async function finish() {
    await button('Next').click();
    await button('Next').click();
    await button('Finish').click();
    await button('Finish').click();
  }

  test('brings up support as one moves on, without a network, and one goes on to the end', async () => {
    network.answer = null;
    const element = await openFlagged();
    await raise();
    await expect.poll(() => focused(element)?.textContent).toBe(support.heading);
    await expect.element(page.getByText('A peer supporter')).toBeVisible();
    const call = page.getByRole('link', { name: 'Call or text 988' });
    expect(call.element().getAttribute('href')).toBe('tel:988');
    await expectNoFault(element);
    await goOn.click();
    await expect.element(page.getByText('Question 2 of 3')).toBeVisible();
    await finish();
    await expect.element(page.getByRole('heading', { name: 'Thank you' })).toBeVisible();
    await expect.element(heading).toBeVisible();
    await expect.element(goOn).not.toBeInTheDocument();
    await expectNoFault(element);
    expect(types()).toEqual(['waymark-kept']);
    const outbox = await element.world.outbox();
    expect(JSON.stringify(await outbox.entries())).not.toContain('low');
  });

  test('is left by keyboard, and the next item is in focus', async () => {
    const element = await openFlagged();
    await raise();
    await expect.poll(() => focused(element)?.textContent).toBe(support.heading);
    await userEvent.keyboard('{Tab}{Tab}{Enter}');
    await expect.poll(() => asking(element).activeElement?.localName).toBe('h2');
    await expect.element(page.getByText('Question 2 of 3')).toBeVisible();
  });

  test('is not waved away by the second tap of a double tap', async () => {
    await openFlagged();
    await raise();
    const again = new MouseEvent('click', { detail: 2, bubbles: true });
    await expect.element(goOn).toBeVisible();
    goOn.element().dispatchEvent(again);
    await expect.element(heading).toBeVisible();
    await goOn.click();
    await expect.element(heading).not.toBeInTheDocument();
  });

  test('shows no link that could run a script', async () => {
    const contacts = [{ name: 'A peer', how: 'Here', href: 'javascript:alert(1)' }];
    registerInstruments([{ ...flagged, support: { ...support, contacts } }]);
    await openFlagged();
    await raise();
    await expect.element(page.getByText('Here')).toBeVisible();
    await expect.element(page.getByRole('link')).not.toBeInTheDocument();
  });

  test('brings up support once, not each time one passes', async () => {
    await openFlagged();
    await raise();
    await goOn.click();
    await button('Back').click();
    await button('Next').click();
    await expect.element(page.getByText('Question 2 of 3')).toBeVisible();
    await expect.element(heading).not.toBeInTheDocument();
  });

  test('keeps the answers at once when it was the last, and support stays until one goes on', async () => {
    registerInstruments([{ ...flagged, items: flagged.items.slice(0, 1) }]);
    const element = await openFlagged();
    await button('Start').click();
    await page.getByRole('radio', { name: 'Disagree', exact: true }).click();
    await button('Finish').click();
    await expect.poll(types).toEqual(['waymark-kept', 'waymark-delivered']);
    expect(focused(element)?.textContent).toBe(support.heading);
    await goOn.click();
    await expect.poll(() => focused(element)?.textContent).toBe('Thank you');
    await expect.element(heading).toBeVisible();
  });

  test('stays up when the device cannot keep the answers, and they can be kept after', async () => {
    const store = new TabStore();
    store.full = true;
    registerInstruments([{ ...flagged, items: flagged.items.slice(0, 1) }]);
    await openFlagged({ store });
    await button('Start').click();
    await page.getByRole('radio', { name: 'Disagree', exact: true }).click();
    await button('Finish').click();
    await expect.poll(types).toEqual(['waymark-error']);
    await goOn.click();
    store.full = false;
    await button('Try again').click();
    await expect.element(page.getByRole('heading', { name: 'Thank you' })).toBeVisible();
    await expect.element(heading).toBeVisible();
  });

  test('shows what the program puts in the slot instead', async () => {
    const element = await openFlagged();
    element.innerHTML = '<p slot="support">Ask for Sam at the front desk.</p>';
    await raise();
    await expect.element(page.getByText('Ask for Sam')).toBeVisible();
    await expect.element(page.getByText('Call or text 988')).not.toBeVisible();
    await goOn.click();
    await expect.element(page.getByText('Ask for Sam')).not.toBeVisible();
  });

  test('is not raised by other answers', async () => {
    await openFlagged();
    await raise('Agree');
    await expect.element(page.getByText('Question 2 of 3')).toBeVisible();
    await finish();
    await expect.element(status).toHaveTextContent(english.delivered(program));
    await expect.element(heading).not.toBeInTheDocument();
  });

  test('is asked only where the page says that someone stays, and another is named', async () => {
    await openPage({ instrument: 'flagged' });
    await expect.element(page.getByText('"attended"')).toBeVisible();
    await expect.element(page.getByText('else ask example')).toBeVisible();
    await expect.element(button('Start')).not.toBeInTheDocument();
  });

  test('is of the person before: the next one starts without it', async () => {
    const element = await openFlagged();
    await raise();
    await expect.element(heading).toBeVisible();
    element.setAttribute('participant', 'RH-0043');
    await expect.element(button('Start')).toBeVisible();
    await expect.element(heading).not.toBeInTheDocument();
  });
});

describe('every screen', () => {
  test('has no accessibility fault from start to thanks', async () => {
    network.answer = null;
    const element = await openPage();
    await page.getByText(english.details).click();
    await expectNoFault(element);
    await button('Start').click();
    await expect.element(page.getByText('Question 1 of 3')).toBeVisible();
    await expectNoFault(element);
    await button('Next').click();
    await button('Next').click();
    await button('Next').click();
    await button('Next').click();
    await button('Finish').click();
    await button('Finish').click();
    await expect.element(status).toHaveTextContent(english.onDevice);
    await expectNoFault(element);
    fixtureCleanup();
    network.answer = 422;
    const again = await openPage();
    dispatchEvent(new Event('online'));
    await page.getByText(english.setAside(1)).click();
    await expectNoFault(again);
  });

  test('has no accessibility fault where something is wrong', async () => {
    const unready = await openPage({ key: null });
    await expect.element(page.getByText('The attribute "key" must be')).toBeVisible();
    await expectNoFault(unready);
    fixtureCleanup();
    const store = new TabStore();
    store.full = true;
    const element = await openPage({}, { store });
    await answerAll();
    await button('Try again').click();
    await expect.element(status).toHaveTextContent(english.tried(2));
    await expectNoFault(element);
  });
});
