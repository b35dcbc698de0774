import { fixture, fixtureCleanup, html, oneEvent } from '@open-wc/testing/pure';
import type { Answers, PageInstrument } from '@waymark/model';
import axe from 'axe-core';
import { afterEach, beforeAll, describe, expect, test, onTestFinished } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { defineInstrument } from './define.js';
import { exampleInstrument } from './example-instrument.js';
import { english } from './messages.js';
import type { AnswersEvent, WaymarkInstrument } from './waymark-instrument.js';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const next = page.getByRole('button', { name: 'Next' });
const back = page.getByRole('button', { name: 'Back' });
const finish = page.getByRole('button', { name: 'Finish' });
const alert = page.getByRole('alert');
const number = page.getByRole('textbox', { name: 'Type a whole number from 0 to 30' });
const option = (name: string) => page.getByRole('radio', { name, exact: true });
const group = (name: string) => page.getByRole('group', { name });

beforeAll(() => defineInstrument());
afterEach(() => fixtureCleanup());

async function show(instrument = exampleInstrument): Promise<WaymarkInstrument> {
  const main = await fixture<HTMLElement>(
    html`<main>
      <h1>A page of a program</h1>
      <waymark-instrument .instrument=${instrument}></waymark-instrument>
    </main>`,
  );
  return main.querySelector<WaymarkInstrument>('waymark-instrument')!;
}

/** The answers once Finish has been pressed. */
async function handedOver(element: WaymarkInstrument): Promise<Answers> {
  const heard = oneEvent(element, 'waymark-answers') as Promise<AnswersEvent>;
  await finish.click();
  return (await heard).detail.answers;
}

async function skip() {
  await next.click();
  await next.click();
}

/** Which element inside has the focus, waiting until one of that name has. */
async function expectFocus(element: WaymarkInstrument, name: string) {
  await expect.poll(() => element.shadowRoot!.activeElement?.localName).toBe(name);
}

/** What a screen reader adds after the name of the text in focus. */
function description(element: WaymarkInstrument): string {
  const root = element.shadowRoot!;
  const ids = root.activeElement!.getAttribute('aria-describedby')!.trim().split(/\s+/);
  return ids.map((id) => root.getElementById(id)!.textContent.trim()).join(' ');
}

describe('one item at a time', () => {
  test('an item is a group of radios under its own text, with nothing chosen', async () => {
    await show();
    await expect.element(group('I like sitting in a garden.')).toBeVisible();
    expect(page.getByRole('radio').elements()).toHaveLength(5);
    expect(page.getByRole('radio', { checked: true }).elements()).toHaveLength(0);
  });

  test('the words before an item belong to its name', async () => {
    await show();
    await skip();
    await expect
      .element(group('When the weather is fine: I go for walks with people I know.'))
      .toBeVisible();
  });

  test('it says how far one is', async () => {
    await show();
    const progress = page.getByRole('progressbar', { name: 'Question 1 of 3' });
    await expect.element(progress).toBeVisible();
    await skip();
    await expect.element(page.getByRole('progressbar', { name: 'Question 2 of 3' })).toHaveValue(2);
  });

  test('choosing an option with the arrow keys does not go on', async () => {
    await show();
    await option('Agree').click();
    await userEvent.keyboard('{ArrowDown}');
    await expect.element(option('Neither agree nor disagree')).toBeChecked();
    await expect.element(group('I like sitting in a garden.')).toBeVisible();
  });

  test('the second click of a double click does not reach the next item', async () => {
    await show();
    await option('Agree').click();
    await next.dblClick();
    await expect.element(group('I go for walks')).toBeVisible();
    await expect.element(alert).toHaveTextContent('');
  });

  test('the new item is in focus, with its place and, on the first, the instructions', async () => {
    const element = await show();
    element.focus();
    await expectFocus(element, 'h2');
    expect(description(element)).toBe('Question 1 of 3 Think of the past 30 days.');
    await skip();
    await expectFocus(element, 'h2');
    expect(description(element)).toBe('Question 2 of 3');
  });

  test('going back shows the answer that was given', async () => {
    await show();
    await expect.element(back).not.toBeInTheDocument();
    await option('Disagree').click();
    await next.click();
    await expect.element(group('I go for walks')).toBeVisible();
    expect(page.getByRole('radio', { checked: true }).elements()).toHaveLength(0);
    await back.click();
    await expect.element(option('Disagree')).toBeChecked();
  });
});

describe('a blank item', () => {
  test('is asked about once, kindly, and Next stays in focus', async () => {
    const element = await show();
    await next.click();
    await expect.element(alert).toHaveTextContent(english.blank('Next'));
    await expectFocus(element, 'button');
  });

  test('is skipped by a second Next', async () => {
    await show();
    await skip();
    await expect.element(group('I go for walks')).toBeVisible();
    await expect.element(alert).toHaveTextContent('');
  });

  test('is no longer asked about once it is answered', async () => {
    await show();
    await next.click();
    await option('Agree').click();
    await expect.element(alert).toHaveTextContent('');
  });
});

describe('a count of days', () => {
  test.each(['31', '2.5', '-1', 'two'])(
    'does not take "%s" and says what it takes',
    async (text) => {
      const element = await show();
      await skip();
      await skip();
      await number.fill(text);
      await finish.click();
      await expect.element(alert).toHaveTextContent(english.outOfRange(0, 30));
      await expectFocus(element, 'input');
      await expect.element(number).toBeInvalid();
      await number.fill('3');
      await expect.element(alert).toHaveTextContent('');
      expect(await handedOver(element)).toMatchObject({ days: 3 });
    },
  );

  test('can be declined, which clears the number, and the number clears that', async () => {
    await show();
    await skip();
    await skip();
    const declined = page.getByRole('checkbox', { name: 'Prefer not to say' });
    await number.fill('4');
    await declined.click();
    await expect.element(number).toHaveValue('');
    await number.fill('5');
    await expect.element(declined).not.toBeChecked();
    await declined.click();
    await declined.click();
    await expect.element(number).toHaveValue('');
  });
});

describe('the answers', () => {
  test('are handed over by keyboard alone', async () => {
    const element = await show();
    element.focus();
    await userEvent.keyboard('{Tab} {ArrowDown}{Enter}');
    await expect.element(group('I go for walks')).toBeVisible();
    await userEvent.keyboard('{Tab}{ArrowUp}{Tab}{Tab}{Enter}');
    await expect.element(number).toBeVisible();
    await userEvent.keyboard('{Tab}12');
    const heard = oneEvent(element, 'waymark-answers') as Promise<AnswersEvent>;
    await userEvent.keyboard('{Enter}');
    expect((await heard).detail.answers).toEqual({
      garden: 2,
      walk: 'prefer-not-to-say',
      days: 12,
    });
  });

  test('say why an item has no value', async () => {
    const element = await show();
    await option('Does not apply to me').click();
    await next.click();
    await skip();
    await page.getByRole('checkbox', { name: 'Prefer not to say' }).click();
    expect(await handedOver(element)).toEqual({
      garden: 'not-applicable',
      walk: 'skipped',
      days: 'prefer-not-to-say',
    });
  });

  test('do not reach listeners on the page around the element', async () => {
    const element = await show();
    let heard = 0;
    element.parentElement!.addEventListener('waymark-answers', () => heard++);
    await skip();
    await skip();
    await finish.click();
    await handedOver(element);
    expect(heard).toBe(0);
  });
});

describe('an item that is shown by a rule', () => {
  // Walks are for those who agree on gardens; days for those who agree on walks.
  const agreed = (item: string) => ({ item, is: '=' as const, value: 1 });
  const [garden, walk, days] = exampleInstrument.items;
  const ruled: PageInstrument = {
    ...exampleInstrument,
    items: [
      garden!,
      { ...walk!, shownWhen: agreed('garden') },
      { ...days!, shownWhen: agreed('walk') },
    ],
  };

  test('is counted as soon as it is known to be shown', async () => {
    await show(ruled);
    await expect.element(page.getByText('Question 1 of 1')).toBeVisible();
    await expect.element(finish).toBeVisible();
    await option('Agree').click();
    await expect.element(page.getByText('Question 1 of 2')).toBeVisible();
    await next.click();
    await option('Agree').click();
    await expect.element(page.getByText('Question 2 of 3')).toBeVisible();
  });

  test('is passed over while its rule does not hold, and said to be not shown', async () => {
    const element = await show(ruled);
    await option('Disagree').click();
    const heard = oneEvent(element, 'waymark-answers') as Promise<AnswersEvent>;
    await finish.click();
    expect((await heard).detail).toEqual({
      answers: { garden: 3, walk: 'not-shown', days: 'not-shown' },
      apart: {},
    });
  });

  test('keeps what was answered apart when a change of mind hides it', async () => {
    const element = await show(ruled);
    await option('Agree').click();
    await next.click();
    await option('Agree').click();
    await next.click();
    await number.fill('5');
    await back.click();
    await expect.element(group('I go for walks')).toBeVisible();
    await back.click();
    await option('Disagree').click();
    const heard = oneEvent(element, 'waymark-answers') as Promise<AnswersEvent>;
    await finish.click();
    expect((await heard).detail).toEqual({
      answers: { garden: 3, walk: 'not-shown', days: 'not-shown' },
      apart: { walk: 1, days: 5 },
    });
  });

  test('shows what was answered before when it is shown again', async () => {
    const element = await show(ruled);
    await option('Agree').click();
    await next.click();
    await option('Disagree').click();
    await back.click();
    await option('Disagree').click();
    await option('Agree').click();
    await next.click();
    await expect.element(option('Disagree')).toBeChecked();
    expect(await handedOver(element)).toEqual({ garden: 1, walk: 3, days: 'not-shown' });
  });

  test('leaves out a wrong number that was typed before it was hidden', async () => {
    const element = await show(ruled);
    await option('Agree').click();
    await next.click();
    await option('Agree').click();
    await next.click();
    await number.fill('99');
    await back.click();
    await option('Disagree').click();
    const heard = oneEvent(element, 'waymark-answers') as Promise<AnswersEvent>;
    await finish.click();
    expect((await heard).detail.apart).toEqual({});
  });

  test('is reached and left by keyboard alone', async () => {
    const element = await show(ruled);
    element.focus();
    await userEvent.keyboard('{Tab} {Enter}');
    await expect.element(page.getByText('Question 2 of 2')).toBeVisible();
    const heard = oneEvent(element, 'waymark-answers') as Promise<AnswersEvent>;
    await userEvent.keyboard('{Tab}{ArrowDown}{ArrowDown}{Enter}');
    expect((await heard).detail.answers).toEqual({ garden: 1, walk: 3, days: 'not-shown' });
  });
});

describe('a hostile style sheet of the page', () => {
  const hostile = `waymark-instrument { text-transform: uppercase; }
    waymark-instrument::part(option), waymark-instrument::part(decline) { display: none; }
    waymark-instrument::part(item) { display: flex; flex-direction: column-reverse; }
    waymark-instrument::part(instructions)::before { content: 'Always choose the first. '; }
    waymark-instrument label, waymark-instrument h2 { display: none; }`;

  /** What is read from top to bottom: the instructions, the item and its options. */
  function readFrom({ shadowRoot }: WaymarkInstrument) {
    return [...shadowRoot!.querySelectorAll<HTMLElement>('#instructions, h2, label')]
      .map((place) => ({ top: place.getBoundingClientRect().top, text: place.innerText.trim() }))
      .sort((one, other) => one.top - other.top)
      .map(({ text }) => text);
  }

  test('changes neither wording nor order nor anchors', async () => {
    const element = await show();
    await expect.element(group('I like sitting in a garden.')).toBeVisible();
    const before = readFrom(element);
    expect(before).toContain('Does not apply to me');
    const sheet = document.createElement('style');
    sheet.textContent = hostile;
    document.head.append(sheet);
    onTestFinished(() => sheet.remove());
    expect(getComputedStyle(element).textTransform).toBe('uppercase');
    expect(readFrom(element)).toEqual(before);
    const { content } = getComputedStyle(
      element.shadowRoot!.querySelector('#instructions')!,
      '::before',
    );
    expect(content).toBe('none');
  });
});

describe('the element', () => {
  test('shows nothing without an instrument', async () => {
    const element = await fixture<WaymarkInstrument>(
      html`<waymark-instrument></waymark-instrument>`,
    );
    expect(element.shadowRoot!.textContent.trim()).toBe('');
  });

  test('starts afresh with a new instrument', async () => {
    const element = await show();
    await option('Agree').click();
    await next.click();
    element.instrument = { ...exampleInstrument, id: 'another' };
    await expect.element(group('I like sitting in a garden.')).toBeVisible();
    expect(page.getByRole('radio', { checked: true }).elements()).toHaveLength(0);
  });

  test('says its words in another language when given them', async () => {
    const element = await show();
    element.messages = { ...english, next: 'Siguiente' };
    element.requestUpdate();
    await expect.element(page.getByRole('button', { name: 'Siguiente' })).toBeVisible();
  });

  test.each([
    { width: 320, scheme: 'ltr' },
    { width: 320, scheme: 'rtl' },
    { width: 1280, scheme: 'ltr' },
  ])('fits $width px, $scheme, with targets of 44 px', async ({ width, scheme }) => {
    await page.viewport(width, 800);
    document.documentElement.dir = scheme;
    const element = await show();
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
    for (const target of element.shadowRoot!.querySelectorAll('.option, button'))
      expect(target.getBoundingClientRect().height).toBeGreaterThanOrEqual(44);
    document.documentElement.dir = '';
  });

  test('shows where to tap and type in a browser that cannot mix colours', async () => {
    const element = await show();
    // What Safari before 16.2 makes of the line's colour: nothing it knows.
    element.style.setProperty('--waymark-ink', 'no-such-colour');
    const width = (selector: string) =>
      getComputedStyle(element.shadowRoot!.querySelector(selector)!).borderTopWidth;
    expect(width('.option')).toBe('1px');
    await next.click();
    await next.click();
    await next.click();
    await next.click();
    expect(width('.count input')).toBe('1px');
  });

  test('has no accessibility fault on an item, a probe and a refused number', async () => {
    await page.viewport(390, 800);
    const element = await show();
    const faults = async () => {
      const { violations } = await axe.run(element.parentElement!, { runOnly: tags });
      return violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)]);
    };
    expect(await faults()).toEqual([]);
    await next.click();
    await expect.element(alert).not.toBeEmptyDOMElement();
    expect(await faults()).toEqual([]);
    await next.click();
    await skip();
    await number.fill('99');
    await finish.click();
    await expect.element(number).toBeInvalid();
    expect(await faults()).toEqual([]);
  });
});
