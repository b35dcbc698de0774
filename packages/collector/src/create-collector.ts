import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { refuseUnlessAdmin } from './http/admin.js';
import { crossOrigin, preflight, type Found } from './http/cross-origin.js';
import { pagePolicy, strictHeaders } from './http/headers.js';
import { readSubmissions } from './http/read-submissions.js';
import { refuse } from './http/refusal.js';
import { currentReport, reportPage, type MakeReport } from './http/report-pages.js';
import { putSubmission } from './intake/put-submission.js';
import { handedOut } from './instruments/handed-out.js';
import type { InstrumentLibrary } from './instruments/read-instruments.js';
import { asset, forAll, pageAsset, serveAsset } from './pages/assets.js';
import { checkInPage } from './pages/check-in-page.js';
import { missingPage, otherLanguagesPage } from './pages/missing-page.js';
import { offeredIn } from './pages/offered.js';
import { instrumentFiles } from './pages/instrument-files.js';
import type { Store } from './store/store.js';
import { StoreUnavailable } from './store/store-unavailable.js';

/** What a collector is made of. */
export type CollectorParts = {
  readonly store: Store;
  /** The instruments whose submissions it takes. */
  readonly library: InstrumentLibrary;
  /** The clock; the machine's own unless set. */
  readonly now?: () => Date;
  /** Makes `/report` and `/report.json`; without it there are none. */
  readonly report?: MakeReport;
  /** The embed as a module and as a classic script, for `/waymark.js` and `/waymark.iife.js`. */
  readonly script?: { readonly module: string; readonly iife: string };
  /** Hears what went wrong on this machine, so that its keeper can be told; nobody unless set. */
  readonly failed?: (error: Error) => void;
};

/** A function from a request to its response: the whole collector, free of ports and processes. */
export type Collector = (request: Request) => Promise<Response>;

const submissions = '/v1/submissions';
const one = '/v1/submissions/:id';
const largest = 64 * 1024;

/** Makes the collector: takes submissions, reads them back to the admin, serves its pages. */
export function createCollector(parts: CollectorParts): Collector {
  const app = new Hono<Found>();
  app.use(strictHeaders);
  app.onError((error) => failure(error, parts.failed));
  app.notFound(() => refuse({ status: 404, error: 'There is nothing at this address.' }));
  addSubmissions(app, parts);
  addPages(app, parts);
  addInstruments(app, parts);
  addReport(app, parts);
  return async (request) => app.fetch(request);
}

function failure(error: Error, failed: CollectorParts['failed']): Response {
  failed?.(error);
  if (!(error instanceof StoreUnavailable))
    return refuse({ status: 500, error: 'The collector failed; nothing was stored.' });
  const headers = { 'retry-after': '30' };
  return refuse({ status: 503, error: 'The collector cannot store anything now.', headers });
}

function addSubmissions(app: Hono<Found>, parts: CollectorParts): void {
  const { store, library, now = () => new Date() } = parts;
  const tooLarge = () =>
    refuse({ status: 413, error: `The body must be at most ${largest} bytes.` });
  app.use(one, crossOrigin(store));
  app.options(one, preflight(store));
  app.put(one, bodyLimit({ maxSize: largest, onError: tooLarge }), (c) =>
    putSubmission(c, { store, library, now }),
  );
  app.get(submissions, async (c) => {
    const refused = await refuseUnlessAdmin(c.req.raw, store);
    return refused ?? readSubmissions(new URL(c.req.url), store);
  });
  app.get('/v1/health', async () => {
    await store.revision();
    return Response.json({ healthy: true });
  });
}

function addPages(app: Hono<Found>, { store, library, script }: CollectorParts): void {
  const html = {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': pagePolicy,
  };
  app.get('/p/:program', async (c) => {
    const program = await store.program(c.req.param('program'));
    if (!program) return new Response(missingPage(), { status: 404, headers: html });
    const offered = offeredIn(c.req.query('lang') ?? 'en', handedOut(library));
    if (offered) return new Response(checkInPage(program, offered), { headers: html });
    return new Response(otherLanguagesPage(handedOut(library)), { status: 404, headers: html });
  });
  app.get('/page.css', async (c) => serveAsset(c.req.raw, await pageAsset('page.css')));
  app.get('/page.js', async (c) => serveAsset(c.req.raw, await pageAsset('page.js')));
  const spanish = 'messages.es.js';
  app.get(`/${spanish}`, async (c) => serveAsset(c.req.raw, await pageAsset(spanish), forAll));
  if (!script) return;
  const [module, iife] = [script.module, script.iife].map((s) => asset('text/javascript', s));
  app.get('/waymark.js', (c) => serveAsset(c.req.raw, module!, forAll));
  app.get('/waymark.iife.js', (c) => serveAsset(c.req.raw, iife!, forAll));
}

function addInstruments(app: Hono<Found>, { library, store }: CollectorParts): void {
  const serveInstrument = instrumentFiles(library, store);
  app.get('/v1/instruments/:file', (c) => serveInstrument(c.req.raw, c.req.param('file')));
}

function addReport(app: Hono<Found>, { store, report }: CollectorParts): void {
  if (!report) return;
  const current = currentReport(store, report);
  const admin = (request: Request) => refuseUnlessAdmin(request, store, { basic: true });
  app.get('/report', async (c) => (await admin(c.req.raw)) ?? reportPage(await current()));
  app.get(
    '/report.json',
    async (c) => (await admin(c.req.raw)) ?? Response.json((await current()).json),
  );
}
