import type { Instrument, Item } from '@waymark/model';
import { bare, onlyOne } from './words.js';

/**
 * The item a key of `answers` means: the publisher's number, our id, or a number with something
 * before it (`Q3`, `item_03`, `gad7_3`, `Global08r`).
 */
export function findItem(key: string, { items }: Pick<Instrument, 'items'>): Item | undefined {
  const { found } = onlyOne(items, [
    ({ number }) => number === key,
    ({ id }) => id === key,
    ({ number }) => bare(number) === bare(key),
    ({ id }) => bare(id) === bare(key),
    ({ number }) => lastNumber(key) === number.toLowerCase(),
    ({ number }) => lastNumber(key).replace(/\D+$/, '') === number.toLowerCase(),
  ]);
  return found;
}

/** The last number in a key, without zeros before it and with a letter after it: `3a` of `q03a`. */
function lastNumber(key: string): string {
  return /0*(\d+[a-z]?)$/.exec(key.toLowerCase().trim())?.[1] ?? '';
}
