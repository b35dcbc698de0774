import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Submission } from '@waymark/model';
import type { Entry } from '@waymark/outbox';
import type { Keeping } from './keeping.js';
import type { CheckInMessages } from './messages.js';
import { setAside } from './set-aside.js';
import type { Setup, SetupFault } from './setup.js';

/** The instrument is on its way. */
export function loadingScreen({ loading }: CheckInMessages): TemplateResult {
  return html`<p role="status">${loading}</p>`;
}

/** What staff must mend before a check-in can start. */
export function notReadyScreen(
  faults: readonly SetupFault[],
  { messages, tryAgain }: { messages: CheckInMessages; tryAgain: false | (() => void) },
): TemplateResult {
  return html`<h2>${messages.notReady}</h2>
    <p>${messages.forStaff}</p>
    ${faults.map(({ message }) => html`<p>${message}</p>`)}
    ${
      tryAgain
        ? html`<button type="button" @click=${tryAgain}>${messages.tryAgain}</button>`
        : nothing
    }`;
}

/** What this is, what becomes of the answers, and the button that starts it. */
export function startScreen(
  { instrument, name, participant, timepoint }: Setup,
  { keeping, messages, start }: { keeping: Keeping; messages: CheckInMessages; start: () => void },
): TemplateResult {
  const { title, language, items, minutes, credit, wordingStatus, id, version } = instrument;
  const waiting = keeping.state?.waiting;
  return html`<h2 lang=${language}>${title}</h2>
    <p>${messages.about(items.length, minutes, name)}</p>
    <p>${messages.yourChoice}</p>
    <p>${messages.whatHappens(name)}</p>
    <p>${messages.needHelp}</p>
    <button type="button" class="main" part="start" @click=${start}>${messages.start}</button>
    <div role="status">
      ${waiting ? html`<p class="notice" part="notice">${messages.waiting(waiting)}</p>` : nothing}
    </div>
    ${setAside(keeping, messages)}
    <details class="quiet">
      <summary>${messages.details}</summary>
      <p>${credit}</p>
      <p>${messages.wording[wordingStatus]}</p>
      <p>${id} ${version} · ${timepoint} · ${participant}</p>
    </details>`;
}

/** The answers are nowhere but in this tab; says so, and offers to try again. */
export function notKeptScreen(
  messages: CheckInMessages,
  { tries, tryAgain }: { tries: number; tryAgain: () => void },
): TemplateResult {
  return html`<h2 tabindex="-1">${messages.notKept}</h2>
    <p>${messages.notKeptHelp}</p>
    <button type="button" class="main" @click=${tryAgain}>${messages.tryAgain}</button>
    <p role="status">${tries > 1 ? messages.tried(tries) : nothing}</p>`;
}

/** A check-in that has been finished. */
export type Finished = { readonly setup: Setup; readonly submission: Submission };

/** Thanks, and truly where the answers are now. */
export function thanksScreen(
  { setup: { name }, submission: { id } }: Finished,
  { keeping, messages }: { keeping: Keeping; messages: CheckInMessages },
): TemplateResult {
  const entry = keeping.entry(id);
  return html`<h2 tabindex="-1" aria-describedby="where">${messages.thanks}</h2>
    <p id="where" role="status" class="notice ${entry ? '' : 'good'}" part="notice">
      ${entry ? whereabouts(entry, name, { keeping, messages }) : messages.delivered(name)}
    </p>
    ${setAside(keeping, messages)}`;
}

function whereabouts(
  { refused }: Entry,
  program: string,
  { keeping, messages }: { keeping: Keeping; messages: CheckInMessages },
) {
  if (refused !== null) return messages.refused(program);
  return keeping.state?.tier === 'indexeddb' ? messages.onDevice : messages.inTab;
}
