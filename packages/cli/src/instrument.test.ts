import { expect, test } from 'vitest';
import { acts, run } from './instrument.js';

async function said(...args: string[]) {
  const lines: string[] = [];
  const complaints: string[] = [];
  const code = await run(args, {
    print: (line) => void lines.push(line),
    complain: (line) => void complaints.push(line),
  });
  return { code, lines, complaints };
}

test('--help names every act', async () => {
  const { code, lines } = await said('--help');
  expect(code).toBe(0);
  for (const name of Object.keys(acts)) expect(lines.join('\n')).toContain(`  ${name} `);
});

test.each(['chek', 'constructor', ''])(
  'an act "%s" that is not there is exit code 2',
  async (name) => {
    const { code, complaints } = await said(name);
    expect([code, complaints[0]]).toEqual([2, `There is no act "${name}".`]);
  },
);

test.each(Object.keys(acts))('%s says what it does', async (name) => {
  const { code, lines } = await said(name, '--help');
  expect(code).toBe(0);
  expect(lines.join('\n')).toContain(`Usage: waymark instrument ${name}`);
});
