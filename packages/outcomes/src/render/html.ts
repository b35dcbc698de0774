const markup = Symbol('markup');

/** Text that is known to be HTML; only `html` makes it, so nothing from outside can pretend to be. */
export type Html = { readonly [markup]: string };

/** What may stand in a template: text and numbers are escaped, HTML and lists of it are kept. */
export type Part = string | number | null | Html | readonly Part[];

/**
 * HTML from a template literal. Everything put in is escaped unless it came out of `html` itself, in
 * text and in quoted attributes alike; `null` leaves nothing.
 */
export function html(texts: TemplateStringsArray, ...parts: readonly Part[]): Html {
  const text = texts.reduce((before, next, i) => before + textOf(parts[i - 1] ?? null) + next);
  return { [markup]: text };
}

/** The text of finished HTML. */
export function htmlText(done: Html): string {
  return done[markup];
}

/** CSS of our own, kept as it is: in a style element nothing is escaped. */
export function styleElement(css: string): Html {
  if (css.includes('<')) throw new TypeError('styleElement requires CSS without <');
  return { [markup]: `<style>${css}</style>` };
}

/** Text that is safe in HTML, in element content and in quoted attributes. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

function textOf(part: Part): string {
  if (part === null) return '';
  if (typeof part === 'string' || typeof part === 'number') return escapeHtml(String(part));
  return isList(part) ? part.map(textOf).join('') : part[markup];
}

function isList(part: Html | readonly Part[]): part is readonly Part[] {
  return Array.isArray(part);
}
