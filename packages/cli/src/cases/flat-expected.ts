/** What a case expects, one value for each name. */
export type Expected = number | string | boolean | readonly unknown[] | null;

const wrappers = new Set(['scores', 'scales', 'subscales', 'domains']);
const values = new Set(['value', 'score']);

/**
 * Expectations by name, with nested ones joined: `{ total: { value: 12, band: 'mild' } }` becomes
 * `total` and `total.band`, and so does `{ scores: { total: 12 }, bands: { total: 'mild' } }`.
 */
export function flatExpected(expected: { readonly [name: string]: unknown }): [string, Expected][] {
  return Object.entries(expected).flatMap(([name, value]): [string, Expected][] => {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      return [[name, value as Expected]];
    const inner = flatExpected(value as { readonly [name: string]: unknown });
    if (wrappers.has(name.toLowerCase())) return inner;
    if (name.toLowerCase() === 'bands')
      return inner.map(([scale, label]) => [`${scale}.band`, label]);
    return inner.map(([below, one]) => [values.has(below) ? name : `${name}.${below}`, one]);
  });
}
