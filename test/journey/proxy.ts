import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** What the network between page and collector is like. */
export type Weather =
  /** Everything passes. */
  | 'open'
  /** Every connection is torn down. */
  | 'cut'
  /** A gateway answers 500 in the collector's place. */
  | 'failing'
  /** The collector gets the request and acts on it; its answer never arrives. */
  | 'deaf';

/** A way to the collector whose weather a test can change. */
export type Proxy = {
  readonly url: string;
  weather: Weather;
  /** Requests other than preflights that reached the proxy, as `method status`. */
  readonly seen: string[];
  close(): Promise<void>;
};

/** Starts a proxy in front of a collector. */
export async function startProxy(collectorPort: () => number): Promise<Proxy> {
  const sockets = new Set<Socket>();
  const seen: string[] = [];
  const server = createServer((incoming, outgoing) => handle(incoming, outgoing));
  server.on('connection', (socket) => {
    if (proxy.weather === 'cut') socket.destroy();
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  let weather: Weather = 'open';
  const proxy: Proxy = {
    url: `http://127.0.0.1:${port}`,
    seen,
    get weather() {
      return weather;
    },
    set weather(next) {
      weather = next;
      if (next === 'cut') for (const socket of sockets) socket.destroy();
    },
    close: () =>
      new Promise((closed) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => closed());
      }),
  };
  return proxy;

  function handle(incoming: IncomingMessage, outgoing: ServerResponse): void {
    const note = (status: number | string) => {
      if (incoming.method !== 'OPTIONS') seen.push(`${incoming.method} ${status}`);
    };
    if (weather === 'cut') {
      incoming.socket.destroy();
      return;
    }
    if (weather === 'failing' && incoming.method === 'PUT') {
      note(500);
      const origin = incoming.headers.origin ?? '*';
      outgoing.writeHead(500, { 'access-control-allow-origin': origin }).end();
      return;
    }
    const { method, url, headers } = incoming;
    const onward = request({
      host: '127.0.0.1',
      port: collectorPort(),
      method,
      path: url,
      headers,
    });
    onward.on('response', (answer) => {
      if (weather === 'deaf' && method === 'PUT') {
        answer.resume();
        note(`${answer.statusCode}, unheard`);
        return;
      }
      note(answer.statusCode ?? 0);
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    onward.on('error', () => incoming.socket.destroy());
    incoming.pipe(onward);
  }
}
