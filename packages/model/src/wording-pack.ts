import * as z from 'zod/mini';
import { canonicalJson } from './canonical-json.js';
import { emptyFaults, withEmpty, type Place } from './empty-texts.js';
import { check, type Checked } from './fault.js';
import { Day, Id } from './id.js';
import { textFault } from './name-faults.js';

/** What lets an organisation use the wording of some instruments, and how that can be shown. */
export const Permission = z.strictObject({
  instruments: z.array(Id).check(z.minLength(1)),
  /** Whose the wording is. */
  holder: z.string().check(z.minLength(2)),
  /** What shows it: the letter, the number of the licence, the published terms. */
  evidence: z.string().check(z.minLength(5)),
  date: Day,
});
/** What lets an organisation use the wording of some instruments, and how that can be shown. */
export type Permission = z.infer<typeof Permission>;

/** `pack.json` of a wording pack: whose the wordings are, by what permission, on which terms. */
export const WordingPack = z.strictObject({
  $schema: z.optional(z.string()),
  name: z.string().check(z.minLength(2)),
  /** The text file in the pack's folder that holds the terms of use. */
  terms: z.string().check(z.regex(/^\w[\w.-]*\.(?:md|txt)$/)),
  permissions: z.array(Permission).check(z.minLength(1)),
});
/** `pack.json` of a wording pack: whose the wordings are, by what permission, on which terms. */
export type WordingPack = z.infer<typeof WordingPack>;

/** Who accepted which terms, and when: a role is enough, a name is not asked. */
export const Acceptance = z.strictObject({
  role: z.string().check(z.minLength(2), z.maxLength(100)),
  date: Day,
  /** SHA-256, in hex, of `acceptedContent`. */
  terms: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
});
/** Who accepted which terms, and when: a role is enough, a name is not asked. */
export type Acceptance = z.infer<typeof Acceptance>;

/** `accepted.json` of a wording pack: every acceptance of its terms, the newest last. */
export const Acceptances = z.strictObject({ accepted: z.array(Acceptance) });
/** `accepted.json` of a wording pack: every acceptance of its terms, the newest last. */
export type Acceptances = z.infer<typeof Acceptances>;

/** Checks a pack's `pack.json` from outside; an instrument comes under one permission only. */
export function parseWordingPack(value: unknown): Checked<WordingPack> {
  const checked = withEmpty(check(WordingPack, value), emptyFaults(value, places(value)));
  if (!checked.ok) return checked;
  const named = checked.value.permissions.flatMap(({ instruments }, p) =>
    instruments.map((id, i) => ({ id, path: `permissions[${p}].instruments[${i}]` })),
  );
  const faults = named
    .filter(({ id }, n) => named.findIndex((other) => other.id === id) < n)
    .map(({ id, path }) => textFault(path, `must not repeat "${id}"`));
  return faults.length === 0 ? checked : { ok: false, faults };
}

function places(value: unknown): Place[] {
  const { permissions } = (value ?? {}) as { readonly permissions?: unknown };
  const count = Array.isArray(permissions) ? permissions.length : 0;
  return [
    [['name'], 'must be a name for this pack'],
    ...Array.from({ length: count }, (_, i): Place[] => [
      [['permissions', i, 'holder'], 'must name whose the wording is'],
      [
        ['permissions', i, 'evidence'],
        'must say what shows the permission: the letter, the number of the licence, the terms',
      ],
      [['permissions', i, 'date'], 'must be the day of the permission, such as 2026-11-22'],
    ]).flat(),
  ];
}

/**
 * What is accepted with a pack's terms: their text and the permissions it comes under. Its hash
 * stands in every acceptance, so that other terms or another instrument need a new one.
 */
export function acceptedContent({ permissions }: WordingPack, terms: string): string {
  // The same text with the line ends of another system is the same terms.
  return canonicalJson({ permissions, terms: terms.replaceAll('\r\n', '\n').trim() });
}
