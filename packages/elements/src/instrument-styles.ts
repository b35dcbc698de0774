import { css } from './page-element.js';

/**
 * How `<waymark-instrument>` looks: one item, its options stacked as wide targets. Their borders name
 * the colour apart, so that a browser that cannot mix it still draws them.
 */
export const instrumentStyles = css`
  progress {
    display: block;
    inline-size: 100%;
    block-size: 0.5rem;
    margin-block: 0.4em 2em;
  }
  fieldset,
  #instructions {
    text-transform: none;
  }
  fieldset,
  legend {
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  .lead {
    display: block;
    margin-block-end: 0.75em;
    font: 400 0.72em/1.5 var(--font);
  }
  label {
    display: block;
    margin-block-start: 0.5rem;
  }
  input {
    margin: 0;
    font: inherit;
  }
  .option,
  .count input {
    padding: 0.75em 1em;
    border: 1px solid;
    border-color: var(--line);
    border-radius: 0.75em;
    color: inherit;
    background: none;
  }
  .option {
    display: flex;
    gap: 0.75em;
    align-items: center;
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
  .option input {
    flex: none;
    inline-size: 1.5rem;
    block-size: 1.5rem;
  }
  .decline {
    margin-block-start: 1.75rem;
    border-style: dashed;
    color: var(--quiet);
  }
  .count input {
    display: block;
    inline-size: 6em;
    margin-block-start: 0.5em;
  }
  .steps {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75em;
    margin-block-start: 1.75em;
  }
  .main {
    margin-inline-start: auto;
  }
`;
