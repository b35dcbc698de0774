import type { ShippedInstrument } from '@waymark/model';
import type { Program } from '../store/store.js';
import { escapeHtml } from './escape-html.js';
import { htmlPage } from './html-page.js';
import { languageLinks } from './language-links.js';
import type { Offered } from './offered.js';
import { pageTexts, type PageTexts } from './page-texts.js';

/** The points in a person's time with a program that the page offers. */
const timepoints = ['baseline', '3-months', '6-months', '12-months'] as const;

/** The page on which staff start a check-in; answers, code and key are never part of an address. */
export function checkInPage(
  program: Pick<Program, 'id' | 'name'>,
  { language, instruments, languages }: Offered,
): string {
  const texts = pageTexts(language);
  const title = escapeHtml(texts.title(program.name));
  const links = languageLinks(languages, { shown: language, label: texts.languages });
  const form = instruments.length === 0 ? `<p>${texts.none}</p>` : startForm(instruments, texts);
  return htmlPage({
    lang: texts.lang,
    title,
    main: `<h1>${title}</h1>
  ${links}
  <form id="start" autocomplete="off" data-program="${escapeHtml(program.id)}" data-name="${escapeHtml(program.name)}" data-language="${escapeHtml(language)}">
    ${form}
  </form>
  <div id="check-in"></div>
  <p id="again" hidden><button type="button">${texts.again}</button></p>
  <noscript><p>${texts.noScript}</p></noscript>`,
  });
}

function startForm(instruments: readonly ShippedInstrument[], texts: PageTexts): string {
  const asked = instruments.map((instrument) => instrumentChoice(instrument, texts));
  const times = timepoints.map((value) => ({ value, label: texts.timepointName(value) }));
  return `<p>${texts.about}</p>
    ${choice('instrument', texts.instrument, asked)}
    ${instruments.some(({ support }) => support) ? attendedField(texts) : ''}
    ${choice('timepoint', texts.timepoint, times)}
    <div class="field">
      <label for="participant">${texts.participant}</label>
      <p id="participant-hint" class="hint">${texts.participantHint}</p>
      <input id="participant" name="participant" required minlength="4" maxlength="20"
        pattern="[A-Za-z0-9\\-]{4,20}" title="${texts.participantForm}"
        autocomplete="off" autocapitalize="characters" spellcheck="false"
        aria-describedby="participant-hint">
    </div>
    <div class="field" id="key-field" hidden>
      <label for="key">${texts.key}</label>
      <p id="key-hint" class="hint">${texts.keyHint}</p>
      <input id="key" name="key" autocomplete="off" spellcheck="false"
        pattern="wm1\\.[A-Za-z0-9_\\-]{22}\\.[A-Za-z0-9_\\-]{87}" title="${texts.keyForm}"
        aria-describedby="key-hint">
    </div>
    <button>${texts.start}</button>`;
}

// Shown by the page's script once an instrument is chosen that can raise a safety flag.
function attendedField({ attended, attendedHint, attendedYes }: PageTexts): string {
  return `<fieldset id="attended-field" aria-describedby="attended-hint" hidden>
      <legend>${attended}</legend>
      <p id="attended-hint" class="hint">${attendedHint}</p>
      <label><input type="checkbox" name="attended"><span>${attendedYes}</span></label>
    </fieldset>`;
}

type Choice = {
  readonly value: string;
  readonly label: string;
  readonly lang?: string;
  /** Whether someone must be with the person. */
  readonly attended?: boolean;
};

function choice(name: string, legend: string, choices: readonly Choice[]): string {
  const radios = choices.map(({ value, label, lang, attended }) => {
    const spoken = lang === undefined ? '' : ` lang="${escapeHtml(lang)}"`;
    return `<label><input type="radio" name="${name}" value="${escapeHtml(value)}" required${attended ? ' data-attended' : ''}><span${spoken}>${escapeHtml(label)}</span></label>`;
  });
  return `<fieldset><legend>${legend}</legend>${radios.join('')}</fieldset>`;
}

function instrumentChoice(
  { id, title, language, wordingStatus, support }: ShippedInstrument,
  texts: PageTexts,
): Choice {
  const notes = [id, ...(wordingStatus === 'recalled' ? [texts.recalled] : [])];
  const label = `${title} (${notes.join(', ')})`;
  return {
    value: id,
    label,
    attended: !!support,
    ...(language === texts.lang ? {} : { lang: language }),
  };
}
