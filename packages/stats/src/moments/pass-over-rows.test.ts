import { expect, test } from 'vitest';
import { passOverRows } from './pass-over-rows.js';

async function* stream(rows: number): AsyncGenerator<number> {
  for (let row = 1; row <= rows; row += 1) yield Promise.resolve(row);
}

test.each([
  { kind: 'an array', rows: [1, 2, 3, 4, 5] },
  { kind: 'a stream', rows: stream(5) },
])('every row of $kind is taken once, in order', async ({ rows }) => {
  const seen: number[] = [];
  const pass = await passOverRows(rows, (row) => seen.push(row), { chunk: 2 });
  expect(pass).toEqual({ complete: true, rows: 5 });
  expect(seen).toEqual([1, 2, 3, 4, 5]);
});

test('progress is told after every chunk and at the end', async () => {
  const told: number[] = [];
  let pauses = 0;
  await passOverRows([1, 2, 3, 4, 5], () => undefined, {
    chunk: 2,
    onProgress: (rows) => told.push(rows),
    pause: () => {
      pauses += 1;
      return Promise.resolve();
    },
  });
  expect(told).toEqual([2, 4, 5]);
  expect(pauses).toBe(2);
});

test.each([
  { kind: 'an array', rows: () => [1, 2, 3, 4, 5] },
  { kind: 'a stream', rows: () => stream(5) },
])('a cancelled pass over $kind stops at the next pause', async ({ rows }) => {
  const signal = { aborted: false };
  let taken = 0;
  const pass = await passOverRows(
    rows(),
    (row) => {
      taken += 1;
      signal.aborted = row === 3;
    },
    { chunk: 1, signal },
  );
  expect(pass).toEqual({ complete: false, rows: 3 });
  expect(taken).toBe(3);
});

test('a pass cancelled beforehand takes nothing', async () => {
  const pass = await passOverRows([1], () => expect.unreachable(), { signal: { aborted: true } });
  expect(pass).toEqual({ complete: false, rows: 0 });
});

test('a chunk of no rows is refused', async () => {
  await expect(passOverRows([1], () => undefined, { chunk: 0 })).rejects.toThrow(RangeError);
});
