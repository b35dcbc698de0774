import { expect, test } from 'vitest';
import { commands, dispatch } from './dispatch.js';

async function said(...args: string[]) {
  const lines: string[] = [];
  const complaints: string[] = [];
  const code = await dispatch(args, {
    print: (line) => lines.push(line),
    complain: (line) => complaints.push(line),
  });
  return { code, lines, complaints };
}

test.each(['--help', '-h', 'help'])('%s names every command', async (asked) => {
  const { code, lines, complaints } = await said(asked);
  expect([code, complaints]).toEqual([0, []]);
  for (const name of Object.keys(commands)) expect(lines.join('\n')).toContain(`  ${name} `);
});

test.each(['colect', 'constructor', '--data', ''])(
  'a command "%s" that is not there is exit code 2',
  async (name) => {
    const { code, lines, complaints } = await said(name);
    expect([code, lines]).toEqual([2, []]);
    expect(complaints[0]).toBe(`There is no command "${name}".`);
  },
);

test('no command at all is exit code 2', async () => {
  const { code, complaints } = await said();
  expect([code, complaints[0]]).toEqual([2, 'Usage: waymark COMMAND [OPTIONS]']);
});

test.each(Object.keys(commands))('%s can be loaded and run', async (name) => {
  expect(await commands[name]!.load()).toHaveProperty('run', expect.any(Function));
});
