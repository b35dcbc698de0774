import type { MiddlewareHandler } from 'hono';
import type { Program, Store } from '../store/store.js';
import { refuse } from './refusal.js';

/** What a request's handlers have found out about it. */
export type Found = { Variables: { program?: Program } };

/**
 * Whether the page that sends a request may hand in submissions: to this program, or, while the
 * program is not known, to any. What comes from no page at all, or from our own, may.
 */
export async function fromAllowedPage(
  request: Request,
  store: Pick<Store, 'knowsOrigin'>,
  program?: Program,
): Promise<boolean> {
  const origin = request.headers.get('origin');
  if (origin === null || isOwn(origin, request)) return true;
  return program ? program.origins.includes(origin) : store.knowsOrigin(origin);
}

// Hosts are compared, not origins: behind a proxy the page is https and the request is http.
function isOwn(origin: string, request: Request): boolean {
  return URL.canParse(origin) && new URL(origin).host === new URL(request.url).host;
}

/** Lets pages of allowed origins read the response, refusals too, so that they can tell them from silence. */
export function crossOrigin(store: Store): MiddlewareHandler<Found> {
  return async (c, next) => {
    await next();
    c.header('vary', 'Origin');
    const origin = c.req.header('origin');
    if (origin === undefined) return;
    if (!(await fromAllowedPage(c.req.raw, store, c.get('program')))) return;
    c.header('access-control-allow-origin', origin);
    c.header('access-control-expose-headers', 'Retry-After');
  };
}

/** Answers a browser that asks before it sends: only pages of some program may. */
export function preflight(store: Store): MiddlewareHandler<Found> {
  return async (c) => {
    if (!(await fromAllowedPage(c.req.raw, store)))
      return refuse({ status: 403, error: 'No program names this origin.' });
    return new Response(null, {
      status: 204,
      headers: {
        'access-control-allow-methods': 'PUT',
        'access-control-allow-headers': 'authorization, content-type',
        'access-control-max-age': '7200',
      },
    });
  };
}
