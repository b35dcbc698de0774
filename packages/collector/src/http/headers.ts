import type { MiddlewareHandler } from 'hono';

const nowhere = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** The policy of our own pages: scripts, styles and requests of this collector, nothing inline. */
export const pagePolicy = `${nowhere}; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:`;

/** The policy of a page without scripts whose inline styles have these hashes. */
export function stylePolicy(hashes: readonly string[]): string {
  const styles = hashes.map((hash) => `'sha256-${hash}'`).join(' ') || "'none'";
  return `${nowhere}; style-src ${styles}; img-src data:`;
}

const always: readonly (readonly [string, string])[] = [
  ['x-content-type-options', 'nosniff'],
  ['referrer-policy', 'no-referrer'],
  ['x-frame-options', 'DENY'],
  ['cross-origin-opener-policy', 'same-origin'],
];

const unlessSet: readonly (readonly [string, string])[] = [
  ['content-security-policy', nowhere],
  ['cache-control', 'no-store'],
  ['cross-origin-resource-policy', 'same-origin'],
];

/** Puts the headers that keep a browser strict on every response; a route may set its own policy. */
export const strictHeaders: MiddlewareHandler = async (c, next) => {
  await next();
  for (const [name, value] of always) c.header(name, value);
  for (const [name, value] of unlessSet) if (!c.res.headers.has(name)) c.header(name, value);
};
