import { expect, test } from 'vitest';
import { oneAfterTheOther } from './one-after-the-other.js';

test('runs never overlap, and whoever asks during a run shares the next one', async () => {
  let running = 0;
  let most = 0;
  let runs = 0;
  const run = oneAfterTheOther(async () => {
    most = Math.max(most, ++running);
    runs++;
    await new Promise((resolve) => setTimeout(resolve, 5));
    running--;
  });
  const first = run();
  await Promise.resolve();
  await Promise.all([first, run(), run(), run()]);
  expect({ most, runs }).toEqual({ most: 1, runs: 2 });
});

test('a failed run is told to whoever asked for it and does not stop the next', async () => {
  let runs = 0;
  const run = oneAfterTheOther(async () => {
    if (++runs === 1) throw new Error('disk');
  });
  await expect(run()).rejects.toThrow('disk');
  await expect(run()).resolves.toBeUndefined();
});
