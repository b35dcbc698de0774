import { expect, test } from 'vitest';
import { outcome } from '../fixtures/pack-copy.js';
import { acts, run } from './wording.js';

test('--help names every act', async () => {
  const { code, printed } = await outcome(run, ['--help'], {});
  expect(code).toBe(0);
  for (const name of Object.keys(acts)) expect(printed.join('\n')).toContain(`  ${name} `);
});

test('an act that is not there is exit code 2', async () => {
  const { code, complaints } = await outcome(run, ['acept'], {});
  expect([code, complaints[0]]).toEqual([2, 'There is no act "acept".']);
});

test.each(Object.keys(acts))(
  '%s says what it does, and complains when asked wrongly',
  async (name) => {
    const help = await outcome(run, [name, '--help'], {});
    expect([help.code, help.printed[0]]).toEqual([
      0,
      expect.stringContaining(`Usage: waymark wording ${name}`),
    ]);
    for (const wrong of [[], ['one', 'two'], ['one', '--nothing']]) {
      const { code, printed, complaints } = await outcome(run, [name, ...wrong], {});
      expect([code, printed]).toEqual([2, []]);
      expect(complaints[0]).toContain('Usage: ');
    }
  },
);
