import { countValues } from '../moments/index.js';
import type { ValueCount } from '../moments/index.js';

/** How often each change occurs, in increasing order. */
export function countChanges(changes: readonly number[]): ValueCount[] {
  if (!changes.every(Number.isFinite)) throw new RangeError('countChanges requires finite changes');
  return countValues(changes.map((value) => ({ value, count: 1 })));
}
