import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';

/** A file as the collector serves it. */
export type Asset = { readonly type: string; readonly body: string; readonly etag: string };

/** Headers of what pages of every origin load, as modules too, and may pin by its hash. */
export const forAll = {
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
};

const folder = new URL('../../page/', import.meta.url);

/** Prepares a text to be served under an etag, so that a browser fetches it again only when it changed. */
export function asset(type: string, body: string): Asset {
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  return { type: `${type}; charset=utf-8`, body, etag };
}

/** A file of the hosted check-in page, such as its style sheet, as it stands beside the sources. */
export async function pageAsset(name: string): Promise<Asset> {
  const type = name.endsWith('.css') ? 'text/css' : 'text/javascript';
  return asset(type, await readFile(new URL(name, folder), 'utf8'));
}

/** An asset as a response, or 304 when the browser has it already. */
export function serveAsset(request: Request, { type, body, etag }: Asset, extra = {}): Response {
  const headers = { etag, 'cache-control': 'public, max-age=300', ...extra };
  if (request.headers.get('if-none-match') === etag)
    return new Response(null, { status: 304, headers });
  return new Response(body, { headers: { 'content-type': type, ...headers } });
}
