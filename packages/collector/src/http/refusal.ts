import type { Fault } from '@waymark/model';

/** Why a request is refused, in words without answers, codes or tokens. */
export type Refusal = {
  readonly status: 401 | 403 | 404 | 409 | 413 | 415 | 422 | 500 | 503;
  readonly error: string;
  readonly faults?: readonly Fault[];
  readonly headers?: { readonly [name: string]: string };
};

/** A refusal as a response: `{ error, faults: [{ path, found, rule }] }`. */
export function refuse({ status, error, faults = [], headers = {} }: Refusal): Response {
  return Response.json({ error, faults }, { status, headers });
}

/** A refusal for one fault in what was sent. */
export function wrong(error: string, ...faults: readonly Fault[]): Refusal {
  return { status: 422, error, faults };
}
