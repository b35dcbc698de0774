import type { Fault } from './fault.js';

/** Says that a text at a path breaks a rule. */
export function textFault(path: string, rule: string): Fault {
  return { path, found: 'string', rule };
}

/** A fault for each id that stands twice in a list. */
export function repeated(path: string, ids: readonly string[]): Fault[] {
  return ids.flatMap((id, i) =>
    ids.indexOf(id) < i ? [textFault(`${path}[${i}]`, `must not repeat "${id}"`)] : [],
  );
}
