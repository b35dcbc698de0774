import { join } from 'node:path';
import type { FileFault, Instrument } from '@waymark/model';

/**
 * A fault for each instrument that another says must never be pooled with it, and that does not say
 * so itself: whoever opens only one of the two must find the warning.
 */
export function checkPairs(folder: string, instruments: readonly Instrument[]): FileFault[] {
  return instruments.flatMap(({ id, neverPoolWith = [] }) =>
    instruments
      .filter((other) => other.neverPoolWith?.some(({ instrument }) => instrument === id))
      .filter((other) => !neverPoolWith.some(({ instrument }) => instrument === other.id))
      .map((other) => ({
        file: join(folder, id, 'instrument.json'),
        path: 'neverPoolWith',
        found: 'nothing',
        rule: `must name "${other.id}", which names this one`,
      })),
  );
}
