import { expect, test } from 'vitest';
import { backoff, longestRest, retryAfter } from './backoff.js';

test.each([
  { tries: 0, most: 2000 },
  { tries: 1, most: 4000 },
  { tries: 4, most: 32_000 },
  { tries: 8, most: 300_000 },
  { tries: 2000, most: 300_000 },
])('after $tries failed tries the wait is up to $most ms', ({ tries, most }) => {
  expect(backoff(tries, () => 1)).toBe(most);
  expect(backoff(tries, () => 0.25)).toBe(most / 4);
  expect(backoff(tries, () => 0)).toBe(0);
});

test('the first and the longest wait can be set', () => {
  const waits = { first: 10, longest: 30 };
  expect([0, 1, 2].map((tries) => backoff(tries, () => 1, waits))).toEqual([10, 20, 30]);
});

const now = Date.parse('2026-01-02T03:04:05Z');

test.each([
  { header: null, ms: 0 },
  { header: '7', ms: 7000 },
  { header: '0', ms: 0 },
  { header: 'Fri, 02 Jan 2026 03:05:05 GMT', ms: 60_000 },
  { header: 'Fri, 02 Jan 2026 03:00:00 GMT', ms: 0 },
  { header: 'soon', ms: 0 },
  { header: '-5', ms: 0 },
  { header: '999999', ms: longestRest },
])('Retry-After $header asks for $ms ms', ({ header, ms }) => {
  expect(retryAfter(header, now)).toBe(ms);
});
