import { expect, test } from 'vitest';
import { progressLine } from './progress-line.js';

function lines(total: number, isTTY: boolean): string[] {
  const written: string[] = [];
  const progress = progressLine('Sending', total, { isTTY, write: (text) => written.push(text) });
  for (let done = 1; done <= total; done++) progress(done);
  return written;
}

test('a log gets a line per quarter', () => {
  expect(lines(8, false)).toEqual([
    'Sending: 1 of 8 (12 %)\n',
    'Sending: 2 of 8 (25 %)\n',
    'Sending: 4 of 8 (50 %)\n',
    'Sending: 6 of 8 (75 %)\n',
    'Sending: 8 of 8 (100 %)\n',
  ]);
});

test('a terminal gets one line that changes with every percent and ends when all is done', () => {
  const written = lines(200, true);
  expect(written).toHaveLength(101);
  expect(written.every((text) => text.startsWith('\r'))).toBe(true);
  expect(written.at(-1)).toBe('\rSending: 200 of 200 (100 %)\n');
});
