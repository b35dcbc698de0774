import { retryAfter } from './backoff.js';
import type { Entry } from './entry.js';

/** What became of one try. */
export type Outcome =
  | { readonly is: 'taken' }
  | { readonly is: 'refused'; readonly reason: string }
  | {
      readonly is: 'waiting';
      readonly fault: string;
      /** Milliseconds the collector asked for. */
      readonly rest: number;
      /** Whether the collector's other submissions should rest as well. */
      readonly all: boolean;
    };

/** The network, as far as delivery needs it. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** The fault of a try that reached no collector: offline, cut off, or out of time. */
export const noAnswer = 'no answer';

/** Larger bodies are sent without `keepalive`, of which a page has 64 KiB for all requests. */
const keepaliveLimit = 16_384;

function put({ collector, writeToken, envelope }: Entry, fetch: Fetch, signal: AbortSignal) {
  const body = JSON.stringify(envelope);
  return fetch(`${collector.replace(/\/+$/, '')}/v1/submissions/${envelope.id}`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${writeToken}`, 'content-type': 'application/json' },
    body,
    keepalive: body.length <= keepaliveLimit,
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    redirect: 'error',
    signal,
  });
}

/** The first fault's path and rule, which name no answer; nothing else a server may say. */
async function firstFault(answer: Response): Promise<string> {
  try {
    const { faults } = (await answer.json()) as { faults: { path: unknown; rule: unknown }[] };
    return ` ${faults[0]!.path} ${faults[0]!.rule}`.slice(0, 200);
  } catch {
    // The status alone says enough.
    return '';
  }
}

async function outcome(answer: Response, now: number): Promise<Outcome> {
  const { status, headers } = answer;
  // Any server may say 200 to anything, at a wrong address for one; a collector says 204.
  if (status === 204) return { is: 'taken' };
  if (status >= 400 && status < 500 && ![408, 425, 429].includes(status))
    return { is: 'refused', reason: `${status}${await firstFault(answer)}` };
  const rest = retryAfter(headers.get('retry-after'), now);
  return { is: 'waiting', fault: `${status}`, rest, all: status === 429 || status === 503 };
}

/**
 * Tries once to hand an entry to its collector, `PUT /v1/submissions/:id`; gives up after
 * `timeout` milliseconds. Only 204 counts as taken.
 */
export async function tryOnce(
  entry: Entry,
  { fetch, now, timeout }: { fetch: Fetch; now: () => number; timeout: number },
): Promise<Outcome> {
  const giveUp = new AbortController();
  const timer = setTimeout(() => giveUp.abort(), timeout);
  try {
    return await outcome(await put(entry, fetch, giveUp.signal), now());
  } catch {
    // Offline, refused by the network, redirected, cut off by CORS or out of time: a page
    // cannot tell these apart, and the answer to each is the same: it waits.
    return { is: 'waiting', fault: noAnswer, rest: 0, all: true };
  } finally {
    clearTimeout(timer);
  }
}
