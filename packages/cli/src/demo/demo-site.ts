import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the example page's tag says, attribute by attribute. */
export type Tag = {
  readonly program: string;
  readonly collector: string;
  readonly key: string;
};

/** An ordinary web site with one check-in on it, apart from the collector. */
export type DemoSite = {
  readonly url: string;
  /** Puts the tag's attributes into the page; until then it answers 503. */
  readonly show: (tag: Tag) => void;
  readonly stop: () => Promise<void>;
};

const page = new URL('../../../../examples/plain-page.html', import.meta.url);
const style = new URL('../../../../examples/plain-page.css', import.meta.url);
const script = new URL('../../../embed/dist/waymark.js', import.meta.url);

/** Serves `examples/plain-page.html` for each instrument, at `/` and at `/<instrument>`. */
export async function startDemoSite(
  instruments: readonly { readonly id: string; readonly title: string }[],
  random = Math.random,
): Promise<DemoSite> {
  let tag: Tag | undefined;
  const html = async (path: string) => {
    const chosen = path === '/' ? instruments[0] : instruments.find(({ id }) => path === `/${id}`);
    if (!chosen || !tag) return undefined;
    const filled = {
      ...tag,
      instrument: chosen.id,
      timepoint: 'baseline',
      participant: `VISITOR-${String(Math.floor(random() * 1e6)).padStart(6, '0')}`,
      others: instruments
        .map(({ id, title }) => link(id, title, id === chosen.id))
        .join('\n        '),
    };
    const text = await readFile(page, 'utf8');
    return text.replace(/\{\{(\w+)\}\}/g, (_, name: keyof typeof filled) => filled[name]);
  };
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const [type, body] =
      path === '/waymark.js'
        ? ['text/javascript', readFile(script)]
        : path === '/plain-page.css'
          ? ['text/css', readFile(style)]
          : ['text/html; charset=utf-8', html(path)];
    body.then(
      (content) =>
        content === undefined
          ? response.writeHead(tag ? 404 : 503).end()
          : response
              .writeHead(200, { 'content-type': type, 'cache-control': 'no-store' })
              .end(content),
      () => response.writeHead(500).end(),
    );
  });
  await new Promise<void>((ready, failed) => {
    server.once('error', failed);
    server.listen(0, '127.0.0.1', ready);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    show: (next) => {
      tag = next;
    },
    stop: () => closed(server),
  };
}

function link(id: string, title: string, current: boolean): string {
  return `<li><a href="/${id}"${current ? ' aria-current="page"' : ''}>${escaped(title)}</a></li>`;
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}

async function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
}
