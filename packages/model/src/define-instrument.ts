import { parseInstrument, type Instrument } from './instrument.js';
import type { Item } from './item.js';
import type { Scale } from './scale.js';

type Fixed<T> = T extends object ? { readonly [K in keyof T]: Fixed<T[K]> } : T;

/** A definition whose item ids and scale ids are known to the type checker. */
export type DefinedInstrument<ItemId extends string, ScaleId extends string> = Omit<
  Instrument,
  'items' | 'scales'
> & { items: (Item & { id: ItemId })[]; scales: (Scale & { id: ScaleId })[] };

/** The ids of a defined instrument's items, as a type. */
export type ItemIdOf<D extends { items: readonly { id: string }[] }> = D['items'][number]['id'];
/** The ids of a defined instrument's scales, as a type. */
export type ScaleIdOf<D extends { scales: readonly { id: string }[] }> = D['scales'][number]['id'];

/**
 * A definition written in TypeScript: checked when it is made, and its item and scale ids become
 * literal types, so that a slip in a name is found while typing. Throws a TypeError that lists
 * every fault.
 */
export function defineInstrument<const D extends Fixed<Instrument>>(
  definition: D,
): DefinedInstrument<ItemIdOf<D>, ScaleIdOf<D>> {
  const checked = parseInstrument(definition);
  if (checked.ok) return checked.value as DefinedInstrument<ItemIdOf<D>, ScaleIdOf<D>>;
  const faults = checked.faults.map(({ path, found, rule }) => `${path}: ${found}, ${rule}`);
  throw new TypeError(
    `defineInstrument requires a definition without faults\n${faults.join('\n')}`,
  );
}
