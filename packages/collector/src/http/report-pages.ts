import { createHash } from 'node:crypto';
import type { Submission } from '@waymark/model';
import type { Program, Store } from '../store/store.js';
import { stylePolicy } from './headers.js';
import { allSubmissions } from './read-submissions.js';

/** What a report is for people and for machines. */
export type Report = { readonly html: string; readonly json: unknown };

/** Makes the report from everything that was taken. */
export type MakeReport = (
  submissions: readonly Submission[],
  programs: readonly Pick<Program, 'id' | 'name'>[],
) => Report;

/** The report of what is stored now; it is made again only after something changed. */
export function currentReport(store: Store, make: MakeReport): () => Promise<Report> {
  let last: { readonly revision: string; readonly report: Report } | undefined;
  return async () => {
    // Read first: what changes while the report is made then makes the next one new.
    const revision = await store.revision();
    if (last?.revision === revision) return last.report;
    const programs = (await store.programs()).map(({ id, name }) => ({ id, name }));
    const report = make(await allSubmissions(store), programs);
    last = { revision, report };
    return report;
  };
}

/** The report as a page; of its inline parts only its own style sheets take effect. */
export function reportPage({ html }: Report): Response {
  const sheets = [...html.matchAll(/<style[^>]*>([^]*?)<\/style>/g)].map(([, css]) => css!);
  const hashes = sheets.map((css) => createHash('sha256').update(css).digest('base64'));
  return new Response(html, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': stylePolicy(hashes),
    },
  });
}
