import * as z from 'zod/mini';
import { check, type Checked, type Fault } from './fault.js';
import { Id, LocalId, Version } from './id.js';
import { Item, Option } from './item.js';
import { itemRange } from './scoring-key.js';
import { Scale } from './scale.js';
import { Rights, Source } from './source.js';

/** What an instrument is about, as programs look for it. */
export const areas = ['recovery', 'hope', 'social-inclusion', 'whole-health'] as const;

/** A definition: what is asked, how it is scored, who owns it and how we know. It holds no wording. */
export const Instrument = z.strictObject({
  $schema: z.optional(z.string()),
  id: Id,
  version: Version,
  name: z.string().check(z.minLength(2)),
  area: z.enum(areas),
  measures: z.string().check(z.minLength(10)),
  minutes: z.number().check(z.gt(0)),
  rights: Rights,
  sources: z.array(Source).check(z.minLength(1)),
  optionSets: z.record(LocalId, z.array(Option).check(z.minLength(2))),
  items: z.array(Item).check(z.minLength(1)),
  scales: z.array(Scale).check(z.minLength(1)),
});
/** A definition: what is asked, how it is scored, who owns it and how we know. */
export type Instrument = z.infer<typeof Instrument>;

/** Checks a definition from outside: its form, then that everything it names is there. */
export function parseInstrument(value: unknown): Checked<Instrument> {
  const checked = check(Instrument, value);
  if (!checked.ok) return checked;
  const faults = [...nameFaults(checked.value), ...scaleFaults(checked.value)];
  return faults.length === 0 ? checked : { ok: false, faults };
}

function unknown(path: string, rule: string): Fault {
  return { path, found: 'string', rule };
}

function repeated(path: string, ids: readonly string[]): Fault[] {
  return ids.flatMap((id, i) =>
    ids.indexOf(id) < i ? [unknown(`${path}[${i}]`, `must not repeat "${id}"`)] : [],
  );
}

function nameFaults({ items, scales, sources, optionSets }: Instrument): Fault[] {
  const sets = new Set(Object.keys(optionSets));
  return [
    ...repeated(
      'items',
      items.map((item) => item.id),
    ),
    ...repeated(
      'scales',
      scales.map((scale) => scale.id),
    ),
    ...repeated(
      'sources',
      sources.map((source) => source.id),
    ),
    ...items.flatMap((item, i) =>
      item.kind === 'options' && !sets.has(item.options)
        ? [unknown(`items[${i}].options`, `must name a set in optionSets, not "${item.options}"`)]
        : [],
    ),
    ...items.flatMap((item, i) =>
      item.kind === 'count' && item.minimum >= item.maximum
        ? [{ path: `items[${i}].maximum`, found: 'number', rule: 'must be above minimum' }]
        : [],
    ),
  ];
}

function scaleFaults(instrument: Instrument): Fault[] {
  const items = new Set(instrument.items.map((item) => item.id));
  const sources = new Set(instrument.sources.map((source) => source.id));
  return instrument.scales.flatMap((scale, s) => {
    const at = `scales[${s}]`;
    const cited = [
      [`${at}.source`, scale.source],
      [`${at}.missing.source`, scale.missing.source],
      ...scale.reliability.map((r, i) => [`${at}.reliability[${i}].source`, r.source]),
      ...scale.thresholds.map((t, i) => [`${at}.thresholds[${i}].source`, t.source]),
    ] as [string, string][];
    return [
      ...scale.items.flatMap((id, i) =>
        items.has(id) ? [] : [unknown(`${at}.items[${i}]`, `must name an item, not "${id}"`)],
      ),
      ...repeated(`${at}.items`, scale.items),
      ...repeated(`${at}.reversed`, scale.reversed),
      ...scale.reversed.flatMap((id, i) =>
        scale.items.includes(id)
          ? []
          : [unknown(`${at}.reversed[${i}]`, `must name an item of this scale, not "${id}"`)],
      ),
      ...cited.flatMap(([path, id]) =>
        sources.has(id) ? [] : [unknown(path, `must name one of the sources, not "${id}"`)],
      ),
      ...rangeFaults(instrument, scale, at),
    ];
  });
}

function rangeFaults(instrument: Instrument, scale: Scale, at: string): Fault[] {
  const number = (path: string, rule: string) => [{ path: `${at}.${path}`, found: 'number', rule }];
  if (scale.missing.minimumAnswered > scale.items.length)
    return number(
      'missing.minimumAnswered',
      `must be at most ${scale.items.length}, the items there are`,
    );
  if (scale.method.name === 'single-item' && scale.items.length !== 1)
    return [
      { path: `${at}.items`, found: 'list', rule: 'must be one item for the method single-item' },
    ];
  const expected = possibleRange(instrument, scale);
  if (expected === null || (expected[0] === scale.range[0] && expected[1] === scale.range[1]))
    return [];
  return [
    {
      path: `${at}.range`,
      found: 'list',
      rule: `must be ${expected.join(' to ')}, what the method can give`,
    },
  ];
}

/** The lowest and highest score a complete set of answers can give; null when an item is unknown. */
function possibleRange(instrument: Instrument, scale: Scale): [number, number] | null {
  const ranges = scale.items.map((id) => {
    const item = instrument.items.find((candidate) => candidate.id === id);
    return item ? itemRange(item, instrument.optionSets) : null;
  });
  if (ranges.some((range) => range === null)) return null;
  const known = ranges as [number, number][];
  const total = (end: 0 | 1) => known.reduce((sum, range) => sum + range[end], 0);
  const { method } = scale;
  if (method.name === 'mean') return [total(0) / known.length, total(1) / known.length];
  if (method.name === 'capped-sum')
    return [Math.min(total(0), method.cap), Math.min(total(1), method.cap)];
  return [total(0), total(1)];
}
