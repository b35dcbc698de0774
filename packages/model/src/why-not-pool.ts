import type { Instrument } from './instrument.js';

/** What must be known of a definition to say whether its scores may stand beside others. */
export type Poolable = Pick<Instrument, 'id' | 'version' | 'neverPoolWith'>;

/**
 * Why scores of two definitions must not be taken together, as one course of a person or one mean of
 * a group; null when they are of one instrument in one version. Direction, range, metric and coding
 * of answers belong to the version, so another version is another measure. What one definition says
 * of the other holds both ways.
 */
export function whyNotPool(one: Poolable, other: Poolable): string | null {
  if (one.id === other.id)
    return one.version === other.version
      ? null
      : `versions ${one.version} and ${other.version} of ${one.id} may differ in wording, coding or metric`;
  return said(one, other) ?? said(other, one) ?? `${one.id} and ${other.id} are two instruments`;
}

function said({ neverPoolWith = [] }: Poolable, { id }: Poolable): string | undefined {
  return neverPoolWith.find(({ instrument }) => instrument === id)?.why;
}
