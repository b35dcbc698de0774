import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

const bundle = join(import.meta.dirname, '../../packages/embed/dist/waymark.js');

/** An ordinary web site that is not the collector. */
export type Site = { readonly url: string; html: string; close(): Promise<void> };

/** Serves one page and the embed, with the strictest policy a page can have and still hand in answers. */
export async function startSite(collector: string): Promise<Site> {
  const policy = `default-src 'none'; script-src 'self'; style-src 'self'; connect-src ${collector}`;
  const server = createServer((request, response) => {
    if (request.url === '/waymark.js') {
      response.writeHead(200, { 'content-type': 'text/javascript' }).end(readFileSync(bundle));
      return;
    }
    if (request.url !== '/') {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy,
    });
    response.end(site.html);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  const site: Site = {
    url: `http://127.0.0.1:${port}`,
    html: '',
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
  return site;
}
