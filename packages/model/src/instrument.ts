import * as z from 'zod/mini';
import { Codes } from './codes.js';
import { Condition } from './condition.js';
import { check, type Checked } from './fault.js';
import { Id, LocalId, Version } from './id.js';
import { Item, Option } from './item.js';
import { instrumentFaults } from './instrument-faults.js';
import { Scale } from './scale.js';
import { Rights, Source } from './source.js';

/** What an instrument is about, as programs look for it. */
export const areas = [
  'recovery',
  'hope',
  'social-inclusion',
  'whole-health',
  'distress',
  'substance-use',
  'service-experience',
  'peer-support',
  'workforce',
  'organisation',
] as const;

/** What must be noticed at once, whatever the scores: a rule about answers and where it comes from. */
export const Flag = z.strictObject({ id: LocalId, when: Condition, source: LocalId });
/** What must be noticed at once, whatever the scores. */
export type Flag = z.infer<typeof Flag>;

/** A definition: what is asked, how it is scored, who owns it and how we know. It holds no wording. */
export const Instrument = z.strictObject({
  $schema: z.optional(z.string()),
  id: Id,
  version: Version,
  name: z.string().check(z.minLength(2)),
  area: z.enum(areas),
  measures: z.string().check(z.minLength(10)),
  minutes: z.number().check(z.gt(0)),
  /** False while part of the key is from memory; `toCheck` then says what must be read. */
  verified: z.optional(z.boolean()),
  toCheck: z.optional(z.array(z.string().check(z.minLength(5)))),
  /** Versions and instruments that look alike and must not be pooled with this one, each with why. */
  neverPoolWith: z.optional(z.array(z.strictObject({ instrument: Id, why: z.string() }))),
  rights: Rights,
  sources: z.array(Source).check(z.minLength(1)),
  optionSets: z.record(LocalId, z.array(Option).check(z.minLength(2))),
  items: z.array(Item).check(z.minLength(1)),
  /** What numbers that are no answers stand for in files from elsewhere. */
  codes: z.optional(z.array(Codes)),
  scales: z.array(Scale).check(z.minLength(1)),
  /** The fewest answered items of the whole form; with fewer, no scale has a score. */
  minimumAnswered: z.optional(
    z.strictObject({ items: z.int().check(z.minimum(1)), source: LocalId }),
  ),
  flags: z.optional(z.array(Flag)),
  /** With flags: the instrument to offer in its place where nobody is with the person. */
  unattended: z.optional(Id),
});
/** A definition: what is asked, how it is scored, who owns it and how we know. */
export type Instrument = z.infer<typeof Instrument>;

/** Checks a definition from outside: its form, then that everything it names is there. */
export function parseInstrument(value: unknown): Checked<Instrument> {
  const checked = check(Instrument, value);
  if (!checked.ok) return checked;
  const faults = instrumentFaults(checked.value);
  return faults.length === 0 ? checked : { ok: false, faults };
}
