import { html, type Html } from './html.js';
import { tableHtml, type Table } from './table.js';

/** One drawing of a figure, with the heading over it when there are several. */
export type Drawing = { readonly heading: string | null; readonly svg: Html };

/** A chart in one or more drawings, what it shows in words, and the numbers behind it. */
export type Figure = {
  readonly heading: string;
  readonly explanation: string;
  readonly drawings: readonly Drawing[];
  /** `null` when there is nothing to tabulate. */
  readonly table: Table | null;
  /** The instrument and its version, to tell tables apart. */
  readonly instrument: string;
  readonly simulated: boolean;
};

/** A figure with its table in a fold below; in print the fold is open. */
export function figureHtml(figure: Figure): Html {
  const { heading, explanation, drawings, table, instrument, simulated } = figure;
  return html`<figure>
    <figcaption>
      <h4>${heading}</h4>
      <p>${explanation}${simulated ? html` <strong>Simulated data.</strong>` : null}</p>
    </figcaption>
    <div class="${drawings.some((drawing) => drawing.heading !== null) ? 'panels' : 'single'}">
      ${drawings.map(drawingHtml)}
    </div>
    ${
      table &&
      html`<details>
        <summary>The numbers: ${heading.toLowerCase()}</summary>
        ${tableHtml({ ...table, label: `${table.caption} (${instrument})` })}
      </details>`
    }
  </figure>`;
}

function drawingHtml({ heading, svg }: Drawing): Html {
  if (heading === null) return svg;
  return html`<div class="panel">
    <p class="panel-name">${heading}</p>
    ${svg}
  </div>`;
}
