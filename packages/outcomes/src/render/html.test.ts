import { expect, test } from 'vitest';
import { escapeHtml, html, htmlText, styleElement } from './html.js';

test('escapes what is put in, in content and in attributes', () => {
  const name = `"><script>alert('x')</script>&`;
  expect(htmlText(html`<p title="${name}">${name}</p>`)).toBe(
    '<p title="&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;">&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;</p>',
  );
});

test('keeps HTML it made itself, and lists of it', () => {
  const items = ['a', '<b>'].map((text) => html`<li>${text}</li>`);
  expect(htmlText(html`${items}`)).toBe('<li>a</li><li>&lt;b&gt;</li>');
});

test('leaves nothing for null and writes numbers', () => {
  expect(htmlText(html`${null}${0}`)).toBe('0');
});

test('what only looks like made HTML is not taken as such', () => {
  const forged = JSON.parse('{"markup":"<script>"}') as never;
  expect(htmlText(html`${forged}`)).not.toContain('<script>');
});

test.each([
  { text: 'plain', escaped: 'plain' },
  { text: '<&>"\'', escaped: '&lt;&amp;&gt;&quot;&#39;' },
])('$text becomes $escaped', ({ text, escaped }) => {
  expect(escapeHtml(text)).toBe(escaped);
});

test('a style sheet cannot end its element', () => {
  expect(() => styleElement('</style><script>')).toThrow(TypeError);
});
