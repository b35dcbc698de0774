import type { Codes } from './codes.js';
import type { Fault } from './fault.js';
import type { Instrument } from './instrument.js';
import { textFault } from './name-faults.js';
import { itemValues } from './scoring-key.js';

/** What is wrong with the codes of a definition: a code must not look like an answer. */
export function codeFaults({ codes, items, optionSets, sources }: Instrument): Fault[] {
  const valuesOf = (id: string) => {
    const item = items.find((candidate) => candidate.id === id);
    return item && itemValues(item, optionSets);
  };
  return (codes ?? []).flatMap((one, c) => [
    ...one.items.flatMap((id, i) => {
      const values = valuesOf(id);
      return values
        ? meaningFaults(one, `codes[${c}]`, id, values)
        : [textFault(`codes[${c}].items[${i}]`, `must name an item, not "${id}"`)];
    }),
    ...(sources.some(({ id }) => id === one.source)
      ? []
      : [textFault(`codes[${c}].source`, `must name one of the sources, not "${one.source}"`)]),
  ]);
}

function meaningFaults({ values }: Codes, at: string, id: string, own: readonly number[]): Fault[] {
  return Object.entries(values).flatMap(([code, meaning]) => {
    const path = `${at}.values.${code}`;
    if (own.includes(Number(code)))
      return [textFault(path, `must not be a value that "${id}" has of its own`)];
    if (typeof meaning === 'number' && !own.includes(meaning))
      return [textFault(path, `must stand for a value that "${id}" has`)];
    return [];
  });
}
