import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { Collector } from './create-collector.js';

/** A collector that listens. */
export type Serving = {
  /** Where it listens, such as `http://127.0.0.1:8787`. */
  readonly url: string;
  /** Takes no more requests, answers those under way and ends; after ten seconds it ends anyway. */
  readonly stop: () => Promise<void>;
};

/** Lets a collector listen on a port (0: any free one); rejects with the system's error when it cannot. */
export async function serve(
  collector: Collector,
  { port, host = '127.0.0.1' }: { readonly port: number; readonly host?: string },
): Promise<Serving> {
  const server = createAdaptorServer({
    fetch: (request) => collector(request),
    overrideGlobalObjects: false,
    serverOptions: { requestTimeout: 30_000 },
  }) as Server;
  await new Promise<void>((listening, failed) => {
    server.once('error', failed);
    server.listen(port, host, listening);
  });
  const { port: taken } = server.address() as AddressInfo;
  const shown = host.includes(':') ? `[${host}]` : host;
  return { url: `http://${shown}:${taken}`, stop: () => stop(server) };
}

async function stop(server: Server): Promise<void> {
  // A connection that falls idle after its last response would otherwise be kept for seconds.
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  const late = setTimeout(() => server.closeAllConnections(), 10_000);
  await new Promise((closed) => server.close(closed));
  clearInterval(idle);
  clearTimeout(late);
}
