import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import * as everything from './index.js';

const page = readFileSync(join(import.meta.dirname, '../../../docs/statistics.md'), 'utf8');
const spans = [...page.matchAll(/`([^`\n]+)`/g)].map((match) => match[1]!);
const words = new Set(spans.flatMap((span) => span.split(/[^\w$]+/)));
const beginnings = spans.filter((span) => span.endsWith('…')).map((span) => span.slice(0, -1));
const endings = spans.filter((span) => span.startsWith('…')).map((span) => span.slice(1));

/** Named on the page: in full, by a beginning (`normal…`), or by an ending of a named one. */
function isNamed(name: string): boolean {
  if (words.has(name)) return true;
  if (beginnings.some((one) => name.startsWith(one) && /[A-Z]/.test(name[one.length] ?? '')))
    return true;
  return endings.some((one) => name.endsWith(one) && words.has(name.slice(0, -one.length)));
}

test('the page of statistics names everything the package offers', () => {
  expect(Object.keys(everything).filter((name) => !isNamed(name))).toEqual([]);
});

test('every heading in its contents is there', () => {
  const slug = (heading: string) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\w -]/g, '')
      .replaceAll(' ', '-');
  const headings = [...page.matchAll(/^#+ (.+)$/gm)].map((match) => slug(match[1]!));
  const links = [...page.matchAll(/\]\(#([^)]+)\)/g)].map((match) => match[1]!);
  expect(links.length).toBeGreaterThan(10);
  expect(links.filter((link) => !headings.includes(link))).toEqual([]);
});
