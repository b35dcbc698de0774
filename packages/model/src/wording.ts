import * as z from 'zod/mini';
import { check, type Checked, type Fault } from './fault.js';
import { Day, Id, Language, LocalId, Version } from './id.js';
import type { Instrument } from './instrument.js';
import { optionKey } from './item.js';

/** One comparison of a wording with a copy someone else published. */
export const Evidence = z.strictObject({
  source: z.string().check(z.minLength(5)),
  url: z.optional(z.string().check(z.regex(/^https:\/\//))),
  compared: z.string().check(z.minLength(3)),
  date: Day,
});

/** The text of an instrument in one language: exact, or it is not that instrument. */
export const Wording = z.strictObject({
  $schema: z.optional(z.string()),
  instrument: Id,
  version: Version,
  language: Language,
  title: z.string().check(z.minLength(2)),
  instructions: z.optional(z.string().check(z.minLength(2))),
  items: z.record(
    LocalId,
    z.strictObject({
      /** The publisher's item number, for whoever types the text; not shown. */
      number: z.optional(z.string()),
      lead: z.optional(z.string().check(z.minLength(2))),
      text: z.string().check(z.minLength(2)),
    }),
  ),
  options: z.record(LocalId, z.record(z.string(), z.string().check(z.minLength(1)))),
  status: z.enum(['official', 'own', 'compared', 'recalled']),
  evidence: z.array(Evidence),
  translation: z.strictObject({
    status: z.enum(['original', 'official', 'validated', 'community']),
    source: z.string().check(z.minLength(2)),
  }),
});
/** The text of an instrument in one language. */
export type Wording = z.infer<typeof Wording>;

/** Checks a wording from outside, and that it has a text for all that its instrument asks. */
export function parseWording(value: unknown, instrument: Instrument): Checked<Wording> {
  const checked = check(Wording, value);
  if (!checked.ok) return checked;
  const faults = [
    ...identityFaults(checked.value, instrument),
    ...textFaults(checked.value, instrument),
    ...numberFaults(checked.value, instrument),
  ];
  return faults.length === 0 ? checked : { ok: false, faults };
}

function identityFaults(wording: Wording, instrument: Instrument): Fault[] {
  const wrong = (path: string, rule: string): Fault => ({ path, found: 'string', rule });
  return [
    ...(wording.instrument === instrument.id
      ? []
      : [wrong('instrument', `must be "${instrument.id}"`)]),
    ...(wording.version === instrument.version
      ? []
      : [wrong('version', `must be "${instrument.version}"`)]),
    ...(wording.status === 'compared' && wording.evidence.length === 0
      ? [{ path: 'evidence', found: 'list', rule: 'must say what it was compared with' }]
      : []),
  ];
}

function textFaults(wording: Wording, instrument: Instrument): Fault[] {
  const asked = instrument.items.map((item) => item.id);
  const labels = Object.entries(instrument.optionSets).flatMap(([set, options]) =>
    options.map((option) => [set, optionKey(option)] as const),
  );
  const missing = (path: string): Fault => ({ path, found: 'nothing', rule: 'must have a text' });
  const extra = (path: string): Fault => ({ path, found: 'text', rule: 'must name what is asked' });
  const hasLabel = (set: string, key: string) =>
    Object.hasOwn(wording.options, set) && Object.hasOwn(wording.options[set]!, key);
  return [
    ...asked.filter((id) => !Object.hasOwn(wording.items, id)).map((id) => missing(`items.${id}`)),
    ...labels
      .filter(([set, key]) => !hasLabel(set, key))
      .map(([s, k]) => missing(`options.${s}.${k}`)),
    ...Object.keys(wording.items)
      .filter((id) => !asked.includes(id))
      .map((id) => extra(`items.${id}`)),
    ...Object.entries(wording.options).flatMap(([set, texts]) =>
      Object.keys(texts)
        .filter((key) => !labels.some(([s, k]) => s === set && k === key))
        .map((key) => extra(`options.${set}.${key}`)),
    ),
  ];
}

function numberFaults({ items }: Wording, instrument: Instrument): Fault[] {
  return instrument.items
    .filter(({ id, number }) => (items[id]?.number ?? number) !== number)
    .map(({ id, number }) => ({
      path: `items.${id}.number`,
      found: 'string',
      rule: `must be "${number}", the publisher's number of this item`,
    }));
}
