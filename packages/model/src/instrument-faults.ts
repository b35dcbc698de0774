import { codeFaults } from './code-faults.js';
import type { Condition } from './condition.js';
import type { Fault } from './fault.js';
import { itemsOf } from './holds.js';
import type { Instrument } from './instrument.js';
import { optionKey } from './item.js';
import { repeated, textFault } from './name-faults.js';
import { reachable } from './reachable.js';
import { scaleFaults } from './scale-faults.js';

/** What is wrong with a definition of the right form: names that lead nowhere, ranges that cannot be. */
export function instrumentFaults(instrument: Instrument): Fault[] {
  return [
    ...nameFaults(instrument),
    ...optionFaults(instrument),
    ...itemFaults(instrument),
    ...instrument.scales.flatMap((_, index) => scaleFaults(instrument, index)),
    ...codeFaults(instrument),
    ...minimumFaults(instrument),
    ...flagFaults(instrument),
  ];
}

function minimumFaults({ minimumAnswered, items, sources }: Instrument): Fault[] {
  if (!minimumAnswered) return [];
  return [
    ...(minimumAnswered.items > items.length
      ? [
          {
            path: 'minimumAnswered.items',
            found: 'number',
            rule: `must be at most ${items.length}, the items there are`,
          },
        ]
      : []),
    ...(sources.some(({ id }) => id === minimumAnswered.source)
      ? []
      : [
          textFault(
            'minimumAnswered.source',
            `must name one of the sources, not "${minimumAnswered.source}"`,
          ),
        ]),
  ];
}

function nameFaults(instrument: Instrument): Fault[] {
  const { id, items, scales, sources, verified, toCheck, neverPoolWith, flags = [] } = instrument;
  return [
    ...repeated(
      'items',
      items.map((item) => item.id),
    ),
    ...items.flatMap(({ number }, i) =>
      items.findIndex((other) => other.number === number) < i
        ? [textFault(`items[${i}].number`, `must not repeat "${number}"`)]
        : [],
    ),
    ...repeated(
      'scales',
      scales.map((scale) => scale.id),
    ),
    ...repeated(
      'sources',
      sources.map((source) => source.id),
    ),
    ...repeated(
      'flags',
      flags.map((flag) => flag.id),
    ),
    ...(verified === false && !toCheck?.length
      ? [{ path: 'toCheck', found: 'nothing', rule: 'must say what is to be checked' }]
      : []),
    ...(neverPoolWith ?? []).flatMap((other, i) =>
      other.instrument === id
        ? [textFault(`neverPoolWith[${i}].instrument`, 'must not be the instrument itself')]
        : [],
    ),
  ];
}

function optionFaults({ optionSets, items }: Instrument): Fault[] {
  const used = new Set(items.flatMap((item) => (item.kind === 'options' ? [item.options] : [])));
  return Object.entries(optionSets).flatMap(([set, options]) => [
    ...(used.has(set)
      ? []
      : [{ path: `optionSets.${set}`, found: 'list', rule: 'must be the options of an item' }]),
    ...repeated(`optionSets.${set}`, options.map(optionKey)),
    ...(options.some((option) => 'value' in option)
      ? []
      : [{ path: `optionSets.${set}`, found: 'list', rule: 'must have an option with a value' }]),
  ]);
}

function itemFaults(instrument: Instrument): Fault[] {
  const { items, optionSets } = instrument;
  return items.flatMap((item, i) => {
    const at = `items[${i}]`;
    const shown = shownFaults(instrument, i);
    if (item.kind === 'options' && !Object.hasOwn(optionSets, item.options))
      return [
        ...shown,
        textFault(`${at}.options`, `must name a set in optionSets, not "${item.options}"`),
      ];
    if (item.kind === 'count' && item.minimum >= item.maximum)
      return [...shown, { path: `${at}.maximum`, found: 'number', rule: 'must be above minimum' }];
    return shown;
  });
}

function shownFaults(instrument: Instrument, index: number): Fault[] {
  const { shownWhen } = instrument.items[index]!;
  if (!shownWhen) return [];
  const path = `items[${index}].shownWhen`;
  const earlier = new Set(instrument.items.slice(0, index).map((other) => other.id));
  const faults = conditionFaults(shownWhen, path, earlier, 'an item asked before');
  if (faults.length > 0) return faults;
  const reached = reachable(shownWhen, instrument);
  const rule = (which: string) => [{ path, found: 'object', rule: which }];
  if (reached && !reached.canHold) return rule('must be able to hold: no answers fulfil it');
  if (reached && !reached.canFail) return rule('must be able to fail: all answers fulfil it');
  return [];
}

function flagFaults(instrument: Instrument): Fault[] {
  const { items, flags, sources } = instrument;
  const asked = new Set(items.map((item) => item.id));
  return (flags ?? []).flatMap((flag, i) => [
    ...raisableFaults(flag.when, `flags[${i}].when`, instrument, asked),
    ...(sources.some((source) => source.id === flag.source)
      ? []
      : [textFault(`flags[${i}].source`, `must name one of the sources, not "${flag.source}"`)]),
  ]);
}

function raisableFaults(
  when: Condition,
  path: string,
  instrument: Instrument,
  asked: ReadonlySet<string>,
): Fault[] {
  const faults = conditionFaults(when, path, asked, 'an item');
  if (faults.length > 0 || reachable(when, instrument)?.canHold !== false) return faults;
  return [{ path, found: 'object', rule: 'must be able to hold: no answers fulfil it' }];
}

function conditionFaults(
  condition: Condition,
  path: string,
  known: ReadonlySet<string>,
  what: string,
): Fault[] {
  return itemsOf(condition).flatMap((id) =>
    known.has(id) ? [] : [textFault(path, `must name ${what}, not "${id}"`)],
  );
}
