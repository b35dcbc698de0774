import { expect, test } from 'vitest';
import { whyNotPool, type Poolable } from './why-not-pool.js';

const us: Poolable = {
  id: 'k10-us',
  version: '1.0.0',
  neverPoolWith: [{ instrument: 'k10-au', why: 'coded 1 to 5' }],
};
const au: Poolable = { id: 'k10-au', version: '1.0.0' };

test('one version of one instrument may be pooled', () => {
  expect(whyNotPool(us, { ...us })).toBeNull();
});

test('what one of two says holds both ways', () => {
  expect(whyNotPool(us, au)).toBe('coded 1 to 5');
  expect(whyNotPool(au, us)).toBe('coded 1 to 5');
});

test('two versions are two measures', () => {
  expect(whyNotPool(us, { ...us, version: '2.0.0' })).toBe(
    'versions 1.0.0 and 2.0.0 of k10-us may differ in wording, coding or metric',
  );
});

test('two instruments are never one, even where nobody says why', () => {
  expect(whyNotPool(au, { id: 'phq-8', version: '1.0.0' })).toBe(
    'k10-au and phq-8 are two instruments',
  );
});
