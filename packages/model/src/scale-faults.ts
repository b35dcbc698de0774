import type { Fault } from './fault.js';
import type { Instrument } from './instrument.js';
import { interpretationFaults } from './interpretation-faults.js';
import { repeated, textFault } from './name-faults.js';
import type { Scale } from './scale.js';
import { itemValues } from './scoring-key.js';
import { scaleRange } from './scale-range.js';
import { tableFaults } from './table-faults.js';
import { valueFaults } from './value-faults.js';

/** What is wrong with one scale of a definition. */
export function scaleFaults(instrument: Instrument, index: number): Fault[] {
  const scale = instrument.scales[index]!;
  const at = `scales[${index}]`;
  return [
    ...partFaults(instrument, index, at),
    ...repeated(`${at}.items`, scale.items),
    ...repeated(`${at}.reversed`, scale.reversed),
    ...methodIds(scale.method).flatMap(([path, ids]) => repeated(`${at}.${path}`, ids)),
    ...capFaults(instrument, scale, at),
    ...namedItems(scale).flatMap(([path, id]) =>
      (scale.scales ?? scale.items).includes(id)
        ? []
        : [textFault(`${at}.${path}`, `must name an item of this scale, not "${id}"`)],
    ),
    ...citations(scale).flatMap(([path, id]) =>
      instrument.sources.some((source) => source.id === id)
        ? []
        : [textFault(`${at}.${path}`, `must name one of the sources, not "${id}"`)],
    ),
    ...recodeFaults(instrument, scale, at),
    ...numberFaults(instrument, scale, at),
    ...valueFaults(instrument, scale, at),
    ...tableFaults(instrument, scale, at),
    ...interpretationFaults(instrument, scale, at),
  ];
}

function methodIds(method: Scale['method']): [string, string[]][] {
  if (method.name === 'criteria-count')
    return [['method.criteria', method.criteria.map(({ id }) => id)]];
  if (method.name === 'highest-sum') return [['method.stages', method.stages.map(({ id }) => id)]];
  return [];
}

// A cap that no sum reaches is a slip, or of another form.
function capFaults(instrument: Instrument, scale: Scale, at: string): Fault[] {
  if (scale.method.name !== 'capped-sum') return [];
  const sum = scaleRange(instrument, { ...scale, then: [], method: { name: 'sum' } });
  if (!sum || scale.method.cap < sum[1]) return [];
  const rule = `must be below ${sum[1]}, the highest sum`;
  return [{ path: `${at}.method.cap`, found: 'number', rule }];
}

function partFaults(instrument: Instrument, index: number, at: string): Fault[] {
  const scale = instrument.scales[index]!;
  const items = new Set(instrument.items.map((item) => item.id));
  const earlier = new Set(instrument.scales.slice(0, index).map((other) => other.id));
  if ((scale.items.length === 0) === (scale.scales === undefined))
    return [
      { path: `${at}.items`, found: 'list', rule: 'must have items or scales, one of the two' },
    ];
  return [
    ...scale.items.flatMap((id, i) =>
      items.has(id) ? [] : [textFault(`${at}.items[${i}]`, `must name an item, not "${id}"`)],
    ),
    ...(scale.scales ?? []).flatMap((id, i) =>
      earlier.has(id)
        ? []
        : [textFault(`${at}.scales[${i}]`, `must name a scale defined before, not "${id}"`)],
    ),
  ];
}

/** Every item a scale names besides its list of items, with the path to it. */
function namedItems({ reversed, recodes, method, missing }: Scale): [string, string][] {
  const list = (path: string, ids: readonly string[]) =>
    ids.map((id, i): [string, string] => [`${path}[${i}]`, id]);
  const keys = (path: string, record: object) =>
    Object.keys(record).map((id): [string, string] => [`${path}.${id}`, id]);
  return [
    ...list('reversed', reversed),
    ...list('missing.mayNotApply', missing.mayNotApply ?? []),
    ...list('missing.maySkip', missing.maySkip ?? []),
    ...(recodes ?? []).flatMap((recode, r) => list(`recodes[${r}].items`, recode.items)),
    ...(method.name === 'weighted-sum' ? keys('method.weights', method.weights) : []),
    ...(method.name === 'dichotomised-count' ? keys('method.counts', method.counts) : []),
    ...(method.name === 'criteria-count'
      ? method.criteria.flatMap((c, i) => list(`method.criteria[${i}].items`, c.items))
      : []),
    ...(method.name === 'highest-sum'
      ? method.stages.flatMap((s, i) => list(`method.stages[${i}].items`, s.items))
      : []),
    ...(method.name === 'share-among'
      ? method.pairs.flatMap((pair, i) => list(`method.pairs[${i}]`, pair))
      : []),
  ];
}

/** Every source a scale cites, with the path to it. */
function citations(scale: Scale): [string, string][] {
  const list = (name: 'reliability' | 'thresholds' | 'bands' | 'changes' | 'norms') =>
    (scale[name] ?? []).map((cited, i): [string, string] => [`${name}[${i}].source`, cited.source]);
  return [
    ['source', scale.source],
    ['missing.source', scale.missing.source],
    ...list('reliability'),
    ...list('thresholds'),
    ...list('bands'),
    ...list('changes'),
    ...list('norms'),
  ];
}

// A value that a recode leaves out would count as missing without anybody noticing.
function recodeFaults({ items, optionSets }: Instrument, scale: Scale, at: string): Fault[] {
  const onOffer = (id: string) => {
    const item = items.find((candidate) => candidate.id === id);
    return item ? itemValues(item, optionSets) : [];
  };
  return (scale.recodes ?? []).flatMap((recode, r) =>
    [...new Set(recode.items.flatMap(onOffer))]
      .filter((value) => !Object.hasOwn(recode.values, value))
      .map((value) => ({
        path: `${at}.recodes[${r}].values.${value}`,
        found: 'nothing',
        rule: 'must say what becomes of every value an item can have',
      })),
  );
}

function numberFaults(instrument: Instrument, scale: Scale, at: string): Fault[] {
  const parts = scale.scales ?? scale.items;
  if (scale.missing.minimumAnswered > parts.length)
    return [
      {
        path: `${at}.missing.minimumAnswered`,
        found: 'number',
        rule: `must be at most ${parts.length}, the items there are`,
      },
    ];
  if (scale.method.name === 'single-item' && parts.length !== 1)
    return [
      { path: `${at}.items`, found: 'list', rule: 'must be one item for the method single-item' },
    ];
  if (scale.method.name === 'percent-of-maximum' && (scale.scales || scale.recodes))
    return [textFault(`${at}.method.name`, 'must not be percent-of-maximum of scales or recodes')];
  if (scale.method.name === 'share-among' && scale.missing.fill !== 'none')
    return [textFault(`${at}.missing.fill`, 'must be none: a mean cannot stand for a yes or no')];
  const both = scale.reversed.filter((id) => scale.recodes?.some((r) => r.items.includes(id)));
  if (both.length > 0)
    return [textFault(`${at}.reversed`, `must not turn "${both[0]}" that a recode turns already`)];
  if (scale.scales && (scale.recodes || scale.reversed.length > 0))
    return [textFault(`${at}.scales`, 'must be taken as they are: turn or recode their items')];
  const possible = scaleRange(instrument, scale);
  const near = (a: number, b: number) => Math.abs(a - b) < 1e-6;
  if (!possible || (near(possible[0], scale.range[0]) && near(possible[1], scale.range[1])))
    return [];
  const rule = `must be ${possible.join(' to ')}, what the method can give`;
  return [{ path: `${at}.range`, found: 'list', rule }];
}
