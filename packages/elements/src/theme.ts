import { css } from 'lit';

/**
 * Colours, type and buttons that every Waymark element shares. A page changes them by the
 * custom properties named `--waymark-*`; only `style-src 'self'` is needed.
 */
export const theme = css`
  :host {
    --ink: var(--waymark-ink, #24302e);
    --quiet: var(--waymark-quiet, #53605c);
    --ground: var(--waymark-ground, #fffdf8);
    --line: var(--waymark-line, #848f8a);
    --hair: var(--waymark-hair, #ddd9cf);
    --accent: var(--waymark-accent, #1b6257);
    --on-accent: var(--waymark-on-accent, #fff);
    --tint: var(--waymark-tint, #e6f1ec);
    --notice: var(--waymark-notice, #fdf0d3);
    display: block;
    box-sizing: border-box;
    color: var(--ink);
    background: var(--ground);
    font: max(1.125rem, 18px) / 1.5 var(--waymark-font, system-ui, sans-serif);
    text-align: start;
    overflow-wrap: break-word;
  }
  :host([hidden]) {
    display: none;
  }
  @media (prefers-color-scheme: dark) {
    :host {
      --ink: var(--waymark-ink, #f3eee4);
      --quiet: var(--waymark-quiet, #b9c1bc);
      --ground: var(--waymark-ground, #1b2321);
      --line: var(--waymark-line, #84918c);
      --hair: var(--waymark-hair, #3a4542);
      --accent: var(--waymark-accent, #8ed1c0);
      --on-accent: var(--waymark-on-accent, #0f211d);
      --tint: var(--waymark-tint, #263b36);
      --notice: var(--waymark-notice, #43391f);
    }
  }
  * {
    box-sizing: border-box;
  }
  h2 {
    margin: 0 0 0.75em;
    font: 600 1.4em/1.3 var(--waymark-heading-font, Georgia, serif);
    text-wrap: balance;
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
    min-inline-size: 6em;
    padding: 0.5em 1.5em;
    border: 2px solid var(--accent);
    border-radius: 2em;
    color: var(--accent);
    background: none;
    font: inherit;
    font-weight: 600;
    cursor: pointer;
  }
  .main {
    color: var(--on-accent);
    background: var(--accent);
  }
  .quiet {
    color: var(--quiet);
    font-size: 0.9em;
  }
  .notice {
    margin: 1em 0 0;
    padding: 0.75em 1em;
    border-inline-start: 4px solid var(--accent);
    border-radius: 0.5em;
    background: var(--notice);
  }
`;
