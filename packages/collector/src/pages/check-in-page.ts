import { timepointName, type ShippedInstrument } from '@waymark/model';
import type { Program } from '../store/store.js';
import { escapeHtml } from './escape-html.js';

/** The points in a person's time with a program that the page offers. */
const timepoints = ['baseline', '3-months', '6-months', '12-months'] as const;

/** The page on which staff start a check-in; answers, code and key are never part of an address. */
export function checkInPage(
  program: Pick<Program, 'id' | 'name'>,
  shipped: readonly ShippedInstrument[],
): string {
  const title = `Check-in for ${escapeHtml(program.name)}`;
  return page(
    title,
    `<h1>${title}</h1>
  <form id="start" data-program="${escapeHtml(program.id)}">
    <p>Choose what to ask, type the person's code, and hand over the device.</p>
    ${choice('instrument', 'Questionnaire', onePerId(shipped).map(instrumentChoice))}
    ${choice('timepoint', 'When', timepoints.map(timepointChoice))}
    <div class="field">
      <label for="participant">Code of the person who answers</label>
      <p id="participant-hint" class="hint">4 to 20 capitals, digits or hyphens. Never a name or an e-mail address.</p>
      <input id="participant" name="participant" required minlength="4" maxlength="20"
        pattern="[A-Za-z0-9\\-]{4,20}" title="4 to 20 letters, digits or hyphens"
        autocomplete="off" autocapitalize="characters" spellcheck="false"
        aria-describedby="participant-hint">
    </div>
    <div class="field" id="key-field" hidden>
      <label for="key">Program key</label>
      <p id="key-hint" class="hint">The long line that begins with wm1. The link that came with it fills this in.</p>
      <input id="key" name="key" autocomplete="off" spellcheck="false"
        pattern="wm1\\.[A-Za-z0-9_\\-]{22}\\.[A-Za-z0-9_\\-]{87}" title="wm1. and two parts"
        aria-describedby="key-hint">
    </div>
    <button>Start</button>
  </form>
  <div id="check-in"></div>
  <p id="again" hidden><button type="button">Start another check-in</button></p>
  <noscript><p>This page needs JavaScript.</p></noscript>`,
  );
}

/** The page in place of one that is not there. */
export function missingPage(): string {
  return page(
    'Not here',
    `<h1>There is no such program here</h1>
  <p>Check the address. The link that came with the program key leads to the right page.</p>`,
  );
}

function page(title: string, main: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/page.css">
<script type="module" src="/waymark.js"></script>
<script type="module" src="/page.js"></script>
</head>
<body>
<main>
  ${main}
</main>
</body>
</html>
`;
}

type Choice = { readonly value: string; readonly label: string };

function choice(name: string, legend: string, choices: readonly Choice[]): string {
  const radios = choices.map(
    ({ value, label }) =>
      `<label><input type="radio" name="${name}" value="${escapeHtml(value)}" required><span>${escapeHtml(label)}</span></label>`,
  );
  return `<fieldset><legend>${legend}</legend>${radios.join('')}</fieldset>`;
}

// A tag names its instrument by id alone.
function onePerId(shipped: readonly ShippedInstrument[]): readonly ShippedInstrument[] {
  return shipped.filter(({ id }, i) => shipped.findIndex((other) => other.id === id) === i);
}

function instrumentChoice({ id, title, language, wordingStatus }: ShippedInstrument): Choice {
  const notes = [
    id,
    ...(language === 'en' ? [] : [language]),
    ...(wordingStatus === 'recalled' ? ['wording recalled, not compared with the original'] : []),
  ];
  return { value: id, label: `${title} (${notes.join(', ')})` };
}

function timepointChoice(timepoint: (typeof timepoints)[number]): Choice {
  const name = timepointName(timepoint);
  return { value: timepoint, label: name[0]!.toUpperCase() + name.slice(1) };
}
