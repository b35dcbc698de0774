import { expect, test } from 'vitest';
import type { changeReport } from '../report/change-report.js';
import { emptyReport, exampleReport } from './example-reports.js';
import { renderReport } from './render-report.js';

const page = renderReport(exampleReport());

test('needs nothing but itself: no script, no address to load, one style element', () => {
  expect(page).not.toMatch(/<script|<link|<img|<iframe|@import|url\((?!#)|\son\w+=|style=/i);
  expect(page.match(/<style>/g)).toHaveLength(1);
});

test('escapes names wherever they stand', () => {
  expect(page).not.toContain('<script>alert');
  expect(page).toContain(
    '&lt;script&gt;alert(&quot;middle&quot;)&lt;/script&gt; &amp; &#39;friends&#39;',
  );
});

test('has no number that is not one', () => {
  expect(page).not.toMatch(/NaN|undefined|Infinity|\[object/);
});

test('has each id once, and every reference leads to one', () => {
  const ids = [...page.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id!);
  expect(new Set(ids).size).toBe(ids.length);
  const references = [
    ...[...page.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id!),
    ...[...page.matchAll(/url\(#([^)]+)\)/g)].map(([, id]) => id!),
    ...[...page.matchAll(/aria-labelledby="([^"]+)"/g)].flatMap(([, list]) => list!.split(' ')),
  ];
  expect(references.filter((id) => !ids.includes(id))).toEqual([]);
});

test('says everywhere that data is simulated, and says it only then', () => {
  const simulated = renderReport(exampleReport({ simulated: true }));
  const figures = simulated.match(/<figcaption>[^]*?<\/figcaption>/g)!;
  expect(simulated).toContain('<title>Outcome report (simulated data)</title>');
  expect(simulated).toContain('class="banner"');
  expect(figures.filter((figure) => !figure.includes('Simulated data.'))).toEqual([]);
  expect(page.toLowerCase().replace(/<style>[^]*<\/style>/, '')).not.toContain('simulated');
});

test('calls nothing better or worse on a scale without a better side', () => {
  const base = exampleReport();
  const neither = (report: typeof base) => ({
    ...report,
    instruments: report.instruments.map((one) => ({
      ...one,
      scales: one.scales.map((scale) => ({ ...scale, direction: 'neither' as const })),
    })),
  });
  const chart = /<text class="side"[^>]*>([^<]+)</g;
  const sides = (text: string) => new Set([...text.matchAll(chart)].map(([, side]) => side));
  expect(sides(page)).toEqual(new Set(['← worse', 'better →']));
  const text = renderReport(neither(base));
  expect(sides(text)).toEqual(new Set(['← lower', 'higher →']));
  expect(text).toContain('neither side is better');
});

test('says what it cannot say, and how numbers were made', () => {
  expect(page).toContain('There is no comparison group');
  expect(page).toContain('Jacobson and Truax (1991)');
  expect(page).toContain('What this report cannot say');
});

test('names set-aside check-ins, other versions and what was left out', () => {
  const base = exampleReport();
  const report = {
    ...base,
    setAside: { withheld: true, from: 1, to: 10 } as const,
    otherMetric: { withheld: false, count: 12 } as const,
    leftOut: [{ instrument: 'other', version: '3.0.0' }],
    instruments: base.instruments.map((one) => ({
      ...one,
      otherVersions: ['2.0.0'],
      neverPooledWith: [{ name: 'Its twin', why: 'Coded the other way round' }],
    })),
  };
  const text = renderReport(report);
  expect(text).toMatch(/set aside[^.]*:\s+1 to 10\./);
  expect(text).toMatch(/another metric:\s+12\./);
  expect(text).toContain('Never taken together with Its twin: Coded the other way round.');
  expect(text).toContain('other 3.0.0');
  expect(text).toContain('Also answered in version 2.0.0.');
});

test('two versions of one instrument make two sections with their own ids', () => {
  const base = exampleReport();
  const [one] = base.instruments;
  const text = renderReport({ ...base, instruments: [one!, { ...one!, version: '2.0.0' }] });
  const ids = [...text.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id!);
  expect(new Set(ids).size).toBe(ids.length);
});

test('an empty report is a page too', () => {
  expect(renderReport(emptyReport())).toContain('There are no check-ins to report yet.');
});

test('the page is the same when the report has been through JSON', () => {
  const report = exampleReport();
  const copy = JSON.parse(JSON.stringify(report)) as ReturnType<typeof changeReport>;
  expect(renderReport(copy)).toBe(renderReport(report));
});
