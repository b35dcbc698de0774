import axe from 'axe-core';
import { afterEach, describe, expect, test } from 'vitest';
import { emptyReport, exampleReport } from './example-reports.js';
import { renderReport } from './render-report.js';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** The report in a frame of its own, as wide as asked. */
async function open(html: string, width: number): Promise<HTMLIFrameElement> {
  const frame = document.createElement('iframe');
  frame.style.cssText = `width: ${width}px; height: 900px; border: 0`;
  frame.title = 'Report';
  frame.srcdoc = html;
  const loaded = new Promise((done) => frame.addEventListener('load', done, { once: true }));
  document.body.append(frame);
  await loaded;
  return frame;
}

afterEach(() => document.querySelectorAll('iframe').forEach((frame) => frame.remove()));

async function violations(html: string, width: number): Promise<string[]> {
  const frame = await open(html, width);
  const inner = frame.contentDocument!;
  inner.querySelectorAll('details').forEach((fold) => (fold.open = true));
  const script = inner.createElement('script');
  script.textContent = axe.source;
  inner.head.append(script);
  const { axe: inside } = frame.contentWindow as unknown as { axe: typeof axe };
  const found = await inside.run(inner, { runOnly: tags });
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
}

describe.each([320, 1280])('%i px wide', (width) => {
  test.each([
    ['a full report', renderReport(exampleReport({ simulated: true }))],
    ['an empty report', renderReport(emptyReport())],
  ])('%s breaks no accessibility rule', async (_, html) => {
    expect(await violations(html, width)).toEqual([]);
  });

  test('nothing sticks out sideways', async () => {
    const frame = await open(renderReport(exampleReport()), width);
    const { scrollWidth, clientWidth } = frame.contentDocument!.documentElement;
    expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
  });

  test('no text of a drawing sticks out of it', async () => {
    const frame = await open(renderReport(exampleReport()), width);
    const outside = [...frame.contentDocument!.querySelectorAll('svg[role=img]')].flatMap((svg) => {
      const { left, right } = svg.getBoundingClientRect();
      return [...svg.querySelectorAll('text')].flatMap((text) => {
        const box = text.getBoundingClientRect();
        return box.left < left - 12 || box.right > right + 12 ? [text.textContent] : [];
      });
    });
    expect(outside).toEqual([]);
  });
});

test('headings go down one step at a time', async () => {
  const frame = await open(renderReport(exampleReport()), 800);
  const levels = [...frame.contentDocument!.querySelectorAll('h1, h2, h3, h4, h5')].map(
    ({ tagName }) => Number(tagName[1]),
  );
  expect(levels[0]).toBe(1);
  expect(levels.filter((level) => level === 1)).toHaveLength(1);
  expect(levels.filter((level, i) => i > 0 && level > levels[i - 1]! + 1)).toEqual([]);
});

test('each drawing has a name, a description and a table behind it', async () => {
  const frame = await open(renderReport(exampleReport()), 800);
  const inner = frame.contentDocument!;
  const drawings = [...inner.querySelectorAll('svg[role=img]')];
  expect(drawings.length).toBeGreaterThan(10);
  for (const svg of drawings) {
    expect(svg.querySelector('title')!.textContent).not.toBe('');
    expect(svg.querySelector('desc')!.textContent).not.toBe('');
    expect(svg.closest('figure')!.querySelector('table caption')).not.toBeNull();
  }
});

test('the skip link is the first stop and leads to the results', async () => {
  const frame = await open(renderReport(exampleReport()), 800);
  const first = frame.contentDocument!.querySelector<HTMLAnchorElement>(
    'a, button, [tabindex="0"]',
  )!;
  expect(first.textContent).toBe('Skip to the results');
  expect(frame.contentDocument!.querySelector(first.hash)!.tagName).toBe('MAIN');
});
