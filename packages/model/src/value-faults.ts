import type { Fault } from './fault.js';
import type { Instrument } from './instrument.js';
import type { Scale } from './scale.js';
import { itemValues } from './scoring-key.js';

/**
 * Values that a method counts and no item can have, and criteria that can never be met: slips of
 * another coding, which would score as if nobody had ever answered so.
 */
export function valueFaults(instrument: Instrument, scale: Scale, at: string): Fault[] {
  const { method } = scale;
  const offered = (id: string) => valuesIn(instrument, scale, id);
  switch (method.name) {
    case 'dichotomised-count':
      return Object.entries(method.counts).flatMap(([id, values]) =>
        absent(values, offered(id), `${at}.method.counts.${id}`, `"${id}" can have`),
      );
    case 'proportion': {
      const any = scale.items.flatMap(offered);
      return absent(method.values, any, `${at}.method.values`, 'an item can have');
    }
    case 'share-among': {
      const [first, second] = [0, 1].map((i) => method.pairs.flatMap((pair) => offered(pair[i]!)));
      return [
        ...absent(method.among, first!, `${at}.method.among`, 'a first item can have'),
        ...absent(method.having, second!, `${at}.method.having`, 'a second item can have'),
      ];
    }
    case 'criteria-count':
      return method.criteria.flatMap(({ items, atLeast, needed }, i) => {
        const high = items.filter((id) => offered(id).some((value) => value >= atLeast)).length;
        if (needed >= 1 && needed <= high) return [];
        const rule = `must be 1 to ${high}, the items that can be ${atLeast} or more`;
        return [{ path: `${at}.method.criteria[${i}].needed`, found: 'number', rule }];
      });
    default:
      return [];
  }
}

/** The values an item has in a scale, after recoding or turning round; none when it is unknown. */
function valuesIn({ items, optionSets }: Instrument, scale: Scale, id: string): number[] {
  const recode = scale.recodes?.find((one) => one.items.includes(id));
  if (recode) return Object.values(recode.values);
  const item = items.find((one) => one.id === id);
  const values = item ? itemValues(item, optionSets) : [];
  const ends = (values[0] ?? 0) + (values.at(-1) ?? 0);
  return scale.reversed.includes(id) ? values.map((value) => ends - value) : values;
}

function absent(
  counted: readonly number[],
  offered: readonly number[],
  path: string,
  whose: string,
): Fault[] {
  // An item that is not there is told elsewhere.
  if (offered.length === 0) return [];
  return counted.flatMap((value, i) =>
    offered.includes(value)
      ? []
      : [{ path: `${path}[${i}]`, found: 'number', rule: `must be a value ${whose}` }],
  );
}
