import { expect, test } from 'vitest';
import { demoOptions } from './demo-options.js';

test('the demo serves on 8787 from a temporary folder unless told otherwise', () => {
  expect(demoOptions([])).toEqual({
    once: false,
    data: undefined,
    port: 8787,
    report: 'report.html',
    seed: 1,
  });
});

test('every option is taken', () => {
  const args = '--once --data here --port 0 --report there.html --seed 7'.split(' ');
  expect(demoOptions(args)).toEqual({
    once: true,
    data: 'here',
    port: 0,
    report: 'there.html',
    seed: 7,
  });
  expect(demoOptions(['--help'])).toBe('help');
});

test.each([['--port', '65536'], ['--port', '8o'], ['--seed', '1.5'], ['--seed', ''], ['--oncee']])(
  'refuses %s %s',
  (...args) => {
    expect(() => demoOptions(args)).toThrow(TypeError);
  },
);
