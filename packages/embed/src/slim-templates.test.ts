import { expect, test } from 'vitest';
import { slimCss, slimHtml } from '../build/slim-templates.mjs';

const hole = '\0';

test.each([
  ['line breaks between tags', '<p>One</p>\n  <p>Two</p>', '<p>One</p><p>Two</p>'],
  ['line breaks around an expression', `<p>\n  ${hole}\n</p>`, `<p>${hole}</p>`],
  ['line breaks within a tag', '<p\n  class="a"\n  id="b"\n>', '<p class="a" id="b">'],
])('a template loses %s', (_, text, slim) => {
  expect(slimHtml(text)).toBe(slim);
});

test.each([
  ['a space between words', '<p>One two</p>', '<p>One two</p>'],
  ['a line break between words', '<p>One\n  two</p>', '<p>One two</p>'],
  ['a space before a tag', `<b>${hole} </b>${hole}`, `<b>${hole} </b>${hole}`],
  ['a space between expressions', `<p>${hole} ${hole}</p>`, `<p>${hole} ${hole}</p>`],
  ['a line break between a word and an expression', `<p>One\n${hole}</p>`, `<p>One ${hole}</p>`],
  ['attributes apart', `<a b=${hole}\n  c=${hole}>`, `<a b=${hole} c=${hole}>`],
])('a template keeps %s', (_, text, slim) => {
  expect(slimHtml(text)).toBe(slim);
});

test('a style sheet keeps what means something', () => {
  const text = `
    :host([hidden]) p:focus,
    .a > .b {
      margin: 0 0 1em;
      color: color-mix(in srgb, var(--ink) 78%, red);
    }
  `;
  expect(slimCss(text)).toBe(
    ':host([hidden]) p:focus,.a > .b{margin:0 0 1em;color:color-mix(in srgb,var(--ink) 78%,red)}',
  );
});
