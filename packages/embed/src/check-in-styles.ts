import { css } from '@waymark/elements';

/** How `<waymark-check-in>` looks: a calm sheet of paper on the page. */
export const checkInStyles = css`
  :host {
    max-inline-size: 40rem;
    margin-inline: auto;
    padding: min(5vw, 2.5rem);
    border: 1px solid var(--tint);
    border-radius: 1rem;
  }
  summary {
    margin-block-start: 1em;
    padding-block: 0.6em;
    cursor: pointer;
  }
`;
