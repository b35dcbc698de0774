import { css } from 'lit';

/** How `<waymark-instrument>` looks: one item, its options stacked as wide targets. */
export const instrumentStyles = css`
  .progress {
    margin-block-end: 1.5em;
  }
  progress {
    display: block;
    inline-size: 100%;
    block-size: 0.5rem;
    margin-block-start: 0.4em;
    accent-color: var(--accent);
  }
  fieldset {
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend {
    padding: 0;
  }
  .lead {
    display: block;
    margin-block-end: 0.4em;
    font-size: 0.8em;
    font-weight: 400;
  }
  .option {
    display: flex;
    gap: 0.75em;
    align-items: center;
    min-block-size: 3.25rem;
    margin-block-start: 0.5rem;
    padding: 0.6em 1em;
    border: 1px solid var(--line);
    border-radius: 0.75em;
    cursor: pointer;
  }
  .option:hover,
  .option:has(:checked) {
    background: var(--tint);
  }
  .option:has(:checked) {
    border-color: var(--accent);
    box-shadow: inset 0 0 0 1px var(--accent);
  }
  .option:has(:focus-visible) {
    outline: 3px solid var(--accent);
    outline-offset: 2px;
  }
  .option :focus-visible {
    outline: none;
  }
  .option input {
    flex: none;
    inline-size: 1.5rem;
    block-size: 1.5rem;
    margin: 0;
    accent-color: var(--accent);
  }
  .count {
    display: block;
  }
  .count input {
    display: block;
    inline-size: 6em;
    min-block-size: 3.25rem;
    margin-block-start: 0.5rem;
    padding: 0.25em 0.6em;
    border: 1px solid var(--line);
    border-radius: 0.5em;
    color: inherit;
    background: none;
    font: inherit;
    font-size: 1.3em;
  }
  .decline {
    margin-block-start: 1.75rem;
    border-style: dashed;
    color: var(--quiet);
  }
  .steps {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75em;
    justify-content: space-between;
    margin-block-start: 1.75em;
  }
  .main {
    margin-inline-start: auto;
  }
`;
