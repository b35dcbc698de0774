import { createHash } from 'node:crypto';
import { expect, onTestFinished, test } from 'vitest';
import { adminRequest, adminToken, openBench } from '../../fixtures/bench.js';
import { exampleId, exampleSubmission } from '../../fixtures/example-submission.js';
import type { MakeReport } from './report-pages.js';

const css = 'p { color: #123 }';

/** A bench whose report counts, and how often that report was made. */
async function bench() {
  const made: string[][] = [];
  const report: MakeReport = (submissions, programs) => {
    made.push(programs.map(({ name }) => name));
    return {
      html: `<!doctype html><style>${css}</style><p>${submissions.length}</p>`,
      json: { submissions: submissions.length },
    };
  };
  const own = await openBench({ report });
  onTestFinished(own.close);
  return { ...own, made };
}

const basic = (text: string) => `Basic ${btoa(text)}`;

test('the admin reads the report, by browser and by program', async () => {
  const { collect } = await bench();
  const page = await collect(adminRequest('/report', basic(`admin:${adminToken}`)));
  expect([page.status, await page.text()]).toEqual([
    200,
    `<!doctype html><style>${css}</style><p>0</p>`,
  ]);
  const data = await collect(adminRequest('/report.json'));
  expect([data.status, await data.json()]).toEqual([200, { submissions: 0 }]);
});

test('the report has what was taken a moment ago, and is made only when something changed', async () => {
  const own = await bench();
  const read = async () => (await own.collect(adminRequest('/report.json'))).json();
  expect([await read(), await read()]).toEqual([{ submissions: 0 }, { submissions: 0 }]);
  await own.put(await exampleSubmission());
  expect([await read(), await read()]).toEqual([{ submissions: 1 }, { submissions: 1 }]);
  await own.put(await exampleSubmission({ id: exampleId(2) }));
  expect(await read()).toEqual({ submissions: 2 });
  expect(own.made).toEqual(
    Array.from({ length: 3 }, () => ['Program first-program', 'Program second-program']),
  );
});

test('of the report page only its own style sheet takes effect', async () => {
  const { collect } = await bench();
  const { headers } = await collect(adminRequest('/report'));
  const hash = createHash('sha256').update(css).digest('base64');
  expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'/);
  expect(headers.get('content-security-policy')).toContain(`style-src 'sha256-${hash}'`);
  expect(headers.get('cache-control')).toBe('no-store');
});

test.each([
  ['nothing', ''],
  ['a wrong password', basic('admin:wrong')],
  ['another user', basic(`root:${adminToken}`)],
  ['half a header', 'Basic !'],
])('%s reads no report and is asked for the token', async (_, authorization) => {
  const { collect, made } = await bench();
  for (const path of ['/report', '/report.json']) {
    const response = await collect(adminRequest(path, authorization));
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toMatch(/^Basic/);
  }
  expect(made).toEqual([]);
});

test('a wrong bearer token is refused for good', async () => {
  const { collect } = await bench();
  expect((await collect(adminRequest('/report', 'Bearer wrong'))).status).toBe(403);
});
