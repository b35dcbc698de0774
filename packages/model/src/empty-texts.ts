import { pathText, type Checked, type Fault } from './fault.js';

/** Where a text has to be typed, and the rule that says what. */
export type Place = readonly [path: readonly PropertyKey[], rule: string];

/** A fault for each place whose text is there and still empty. */
export function emptyFaults(value: unknown, places: readonly Place[]): Fault[] {
  return places
    .filter(([path]) => isEmpty(path, value))
    .map(([path, rule]) => ({ path: pathText(path), found: 'empty', rule }));
}

/** A check in which each empty text has one fault, the one that says what to type. */
export function withEmpty<T>(checked: Checked<T>, empty: readonly Fault[]): Checked<T> {
  if (empty.length === 0) return checked;
  const others = checked.ok ? [] : checked.faults;
  const faults = others.filter(({ path }) => !empty.some((one) => one.path === path));
  return { ok: false, faults: [...empty, ...faults] };
}

function isEmpty(path: readonly PropertyKey[], value: unknown): boolean {
  let inner = value;
  for (const name of path) {
    if (typeof inner !== 'object' || inner === null || !Object.hasOwn(inner, name)) return false;
    inner = (inner as { readonly [name: PropertyKey]: unknown })[name];
  }
  return typeof inner === 'string' && inner.trim() === '';
}
