import { html, type Html, type Part } from './html.js';

/** One column: its heading, and whether its cells are numbers. */
export type Column = { readonly name: string; readonly numeric?: boolean };

/** What stands in one cell, or across several where there is a reason instead of numbers. */
export type Cell = Part | { readonly across: number; readonly reason: string };

/** A table with a caption; the first `heads` cells of each row name the row. */
export type Table = {
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  readonly heads: number;
  /** What the scrollable place is called, where captions repeat. Default: the caption. */
  readonly label?: string;
};

/** A table that can be scrolled sideways, by keyboard too, where the page is narrow. */
export function tableHtml({ caption, columns, rows, heads, label = caption }: Table): Html {
  return html`<div class="scroll" role="region" aria-label="${label}" tabindex="0">
    <table>
      <caption>
        <span>${caption}</span>
      </caption>
      <thead>
        <tr>
          ${columns.map((column) => html`<th scope="col" class="${kindOf(column)}">${column.name}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              ${row.map((cell, i) => cellHtml(cell, columns[i]!, i < heads))}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function kindOf({ numeric }: Column): string {
  return numeric ? 'number' : 'text';
}

function cellHtml(cell: Cell, column: Column, head: boolean): Html {
  if (isReason(cell)) return html`<td class="reason" colspan="${cell.across}">${cell.reason}</td>`;
  return head
    ? html`<th scope="row" class="${kindOf(column)}">${cell}</th>`
    : html`<td class="${kindOf(column)}">${cell}</td>`;
}

function isReason(cell: Cell): cell is Extract<Cell, { readonly across: number }> {
  return typeof cell === 'object' && cell !== null && 'across' in cell;
}
