import { expect, test } from 'vitest';
import { mayShipWording, rightsClasses } from './source.js';

test('wording ships for two classes of rights and no other', () => {
  expect(rightsClasses.filter((name) => mayShipWording({ class: name }))).toEqual([
    'public-domain',
    'free-to-reproduce',
  ]);
});
