import type { Submission } from '@waymark/model';
import type { Store } from '../store/store.js';
import { refuse, wrong } from './refusal.js';

const most = 10_000;

/** `GET /v1/submissions?program=&after=&limit=`: a part of the submissions and where the next begins. */
export async function readSubmissions(url: URL, store: Store): Promise<Response> {
  const program = url.searchParams.get('program') ?? undefined;
  const after = wholeNumber(url, 'after', 0);
  const limit = wholeNumber(url, 'limit', 1000);
  if (after === null || limit === null || limit < 1 || limit > most) {
    const [path, rule] =
      after === null
        ? ['after', 'must be a whole number, the `next` of the part before']
        : ['limit', `must be a whole number from 1 to ${most}`];
    return refuse(wrong('The address is not as it must be.', { path, found: 'string', rule }));
  }
  const rows = await store.submissions({ program, after, limit });
  return Response.json({
    submissions: rows.map((row) => row.submission),
    next: rows.length < limit ? null : rows.at(-1)!.place,
  });
}

/** Every submission there is, read in parts. */
export async function allSubmissions(store: Store): Promise<Submission[]> {
  const all: Submission[] = [];
  let after = 0;
  for (;;) {
    const rows = await store.submissions({ after, limit: most });
    for (const row of rows) all.push(row.submission);
    if (rows.length < most) return all;
    after = rows.at(-1)!.place;
  }
}

function wholeNumber(url: URL, name: string, preset: number): number | null {
  const text = url.searchParams.get(name);
  if (text === null) return preset;
  return /^\d{1,15}$/.test(text) ? Number(text) : null;
}
