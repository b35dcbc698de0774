import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Support } from '@waymark/model';
import type { CheckInMessages } from './messages.js';

/**
 * The support panel: shown on the device as soon as an answer raises a flag, and once more at the
 * end. Its links open beside the check-in, which is not finished yet. What a page puts into the
 * slot `support` stands in place of the text and the contacts.
 */
export function supportPanel(
  support: Support | undefined,
  messages: CheckInMessages,
  goOn?: () => void,
): TemplateResult | typeof nothing {
  if (!support) return nothing;
  const { language, heading, text, contacts } = support;
  return html`<div lang=${language}>
      <h2 tabindex="-1" aria-describedby="support">${heading}</h2>
      <div id="support" class="notice">
        <slot name="support">
          <p>${text}</p>
          ${contacts.map(
            ({ name, how, href }) =>
              html`<p>
                <b>${name}</b><br />${
                  href?.match(/^(https|tel|sms):/)
                    ? html`<a href=${href} target="_blank">${how}</a>`
                    : how
                }
              </p>`,
          )}
        </slot>
      </div>
    </div>
    ${
      goOn &&
      html`<button
        type="button"
        class="main"
        @click=${(event: MouseEvent) => event.detail < 2 && goOn()}
      >
        ${messages.goOn}
      </button>`
    }`;
}
