import { expect, test } from 'vitest';
import { shortName } from './short-name.js';

test.each([
  { name: 'North', most: 5, short: 'North' },
  { name: 'Northern', most: 5, short: 'Nort…' },
  { name: '🌊🌊🌊', most: 2, short: '🌊…' },
])('$name in $most characters is $short', ({ name, most, short }) => {
  expect(shortName(name, most)).toBe(short);
});
