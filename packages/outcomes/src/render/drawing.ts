import { html, type Html, type Part } from './html.js';

/** What a drawing is called and what it shows, for people who do not see it. */
export type Described = { readonly id: string; readonly title: string; readonly text: string };

/** A drawing that scales as a whole, `width` by `height` units. */
export function scaledSvg(
  { id, title, text }: Described,
  { width, height }: { readonly width: number; readonly height: number },
  content: Part,
): Html {
  return html`<svg
    class="scaled"
    role="img"
    aria-labelledby="${id}-title ${id}-text"
    viewBox="0 0 ${width} ${height}"
  >
    <title id="${id}-title">${title}</title>
    <desc id="${id}-text">${text}</desc>
    ${content}
  </svg>`;
}

/** A drawing as wide as its place: x in per cent, y in pixels, so that text keeps its size. */
export function stretchedSvg({ id, title, text }: Described, height: number, content: Part): Html {
  return html`<svg
    class="stretched"
    role="img"
    aria-labelledby="${id}-title ${id}-text"
    width="100%"
    height="${height}"
  >
    <title id="${id}-title">${title}</title>
    <desc id="${id}-text">${text}</desc>
    ${content}
  </svg>`;
}

/** A coordinate with two decimals, so that the file stays small. */
export function at(value: number): string {
  return String(Math.round(100 * value) / 100);
}

/** A place across a stretched drawing. */
export function percent(value: number): string {
  return `${at(value)}%`;
}
