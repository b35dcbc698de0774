import { css } from './page-element.js';

/**
 * Colours, type and buttons that every Waymark element shares. A page changes them by
 * `--waymark-ink`, `--waymark-ground`, `--waymark-accent`, `--waymark-notice`, `--waymark-font`
 * and `--waymark-heading-font`; only `style-src 'self'` is needed. Buttons, notices and the progress
 * bar are parts; what an instrument says is none, so that no style sheet hides, orders or adds to it.
 */
export const theme = css`
  :host {
    --ink: var(--waymark-ink, #24302e);
    --ground: var(--waymark-ground, #fffdf8);
    --accent: var(--waymark-accent, #1b6257);
    --notice: var(--waymark-notice, #fdf0d3);
    --quiet: color-mix(in srgb, var(--ink) 78%, var(--ground));
    --line: color-mix(in srgb, var(--ink) 55%, var(--ground));
    --tint: color-mix(in srgb, var(--accent) 12%, var(--ground));
    --font: var(--waymark-font, system-ui, sans-serif);
    display: block;
    color: var(--ink);
    background: var(--ground);
    accent-color: var(--accent);
    font: max(1.125rem, 18px) / 1.5 var(--font);
    color-scheme: light;
    overflow-wrap: anywhere;
  }
  :host([hidden]) {
    display: none;
  }
  @media (prefers-color-scheme: dark) {
    :host {
      --ink: var(--waymark-ink, #f3eee4);
      --ground: var(--waymark-ground, #1b2321);
      --accent: var(--waymark-accent, #8ed1c0);
      --notice: var(--waymark-notice, #43391f);
      color-scheme: dark;
    }
  }
  :host,
  * {
    box-sizing: border-box;
  }
  h2 {
    margin: 0 0 0.75em;
    font: 600 1.4em/1.3 var(--waymark-heading-font, Georgia, serif);
  }
  p {
    margin: 0 0 1em;
  }
  :focus-visible {
    outline: 3px solid var(--accent);
    outline-offset: 3px;
  }
  h2:focus {
    outline: none;
  }
  button {
    min-block-size: 3rem;
    padding: 0.5em min(2em, 6vw);
    border: 2px solid var(--accent);
    border-radius: 2em;
    color: var(--accent);
    background: none;
    font: inherit;
    font-weight: 600;
    cursor: pointer;
  }
  .main {
    color: var(--ground);
    background: var(--accent);
  }
  .quiet {
    color: var(--quiet);
    font-size: 0.9em;
  }
  .notice {
    margin-block: 1em;
    padding: 0.75em 1em;
    border-inline-start: 4px solid var(--accent);
    background: var(--notice);
  }
  .good {
    background: var(--tint);
  }
`;
