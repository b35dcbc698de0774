import type { Condition } from './condition.js';
import type { Instrument } from './instrument.js';
import type { Item, Option } from './item.js';
import type { Scale } from './scale.js';

/** The part of a scale that turns answers into a score. */
export type ScaleKey = Pick<
  Scale,
  'id' | 'items' | 'scales' | 'reversed' | 'recodes' | 'method' | 'then' | 'missing'
>;

/** All that scoring needs: the lowest and highest value of each item, and the scales. */
export type ScoringKey = {
  readonly ranges: { readonly [item: string]: readonly [number, number] };
  readonly scales: readonly ScaleKey[];
  /** The fewest answered items of the whole form; absent where there is no such rule. */
  readonly minimumAnswered?: number;
  /** Items that are shown by a rule only, in the order they are asked; absent when there are none. */
  readonly skips?: readonly { readonly id: string; readonly shownWhen: Condition }[];
};

type OptionSets = { readonly [id: string]: readonly Option[] };

/** Every value an item can have, lowest first; none when its options are not defined. */
export function itemValues(item: Item, optionSets: OptionSets): number[] {
  if (item.kind === 'count')
    return Array.from({ length: item.maximum - item.minimum + 1 }, (_, i) => item.minimum + i);
  if (!Object.hasOwn(optionSets, item.options)) return [];
  const values = optionSets[item.options]!.flatMap((o) => ('value' in o ? [o.value] : []));
  return values.sort((a, b) => a - b);
}

/** The lowest and highest value an item can have; null when its options are not defined. */
export function itemRange(item: Item, optionSets: OptionSets): [number, number] | null {
  if (item.kind === 'count') return [item.minimum, item.maximum];
  const values = itemValues(item, optionSets);
  return values.length === 0 ? null : [values[0]!, values.at(-1)!];
}

/** Takes from a definition what scoring needs, so that a page carries no more than that. */
export function scoringKey(instrument: Instrument): ScoringKey {
  const ranges = instrument.items.map((item) => {
    const range = itemRange(item, instrument.optionSets);
    if (!range)
      throw new TypeError('scoringKey requires an instrument that parseInstrument accepted');
    return [item.id, range] as const;
  });
  const skips = instrument.items.flatMap(({ id, shownWhen }) =>
    shownWhen ? [{ id, shownWhen }] : [],
  );
  return {
    ranges: Object.fromEntries(ranges),
    scales: instrument.scales.map(scaleKey),
    ...(instrument.minimumAnswered && { minimumAnswered: instrument.minimumAnswered.items }),
    ...(skips.length > 0 && { skips }),
  };
}

function scaleKey(scale: Scale): ScaleKey {
  const { id, items, scales, reversed, recodes, method, then, missing } = scale;
  return {
    id,
    items,
    ...(scales && { scales }),
    reversed,
    ...(recodes && { recodes }),
    method,
    ...(then && { then }),
    missing,
  };
}
