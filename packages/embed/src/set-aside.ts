import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Keeping } from './keeping.js';
import type { CheckInMessages } from './messages.js';

/** For staff: what this device set aside, why, and a way to try again. Nothing when nothing was. */
export function setAside(
  keeping: Keeping,
  messages: CheckInMessages,
): TemplateResult | typeof nothing {
  const refused = keeping.entries.filter((entry) => entry.refused !== null);
  if (refused.length === 0) return nothing;
  return html`<details class="quiet">
    <summary>${messages.setAside(refused.length)}</summary>
    ${refused.map(
      ({ envelope: { id }, refused: reason }) => html`
        <p>${id}: ${reason}</p>
        <button type="button" @click=${() => keeping.tryAgain(id)}>${messages.tryAgain}</button>
      `,
    )}
  </details>`;
}
