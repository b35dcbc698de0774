import { expect, test } from 'vitest';
import {
  Day,
  Id,
  Language,
  LocalId,
  Moment,
  ParticipantCode,
  SubmissionId,
  Version,
} from './id.js';

const cases = [
  {
    what: 'an id',
    schema: Id,
    yes: ['a1', 'phq-9', 'x'.repeat(64)],
    no: ['a', '-a', 'a-', 'A1', 'a_b', 'x'.repeat(65)],
  },
  { what: 'a local id', schema: LocalId, yes: ['a', '1', 'sc1'], no: ['', '-', 'a.b', 'Ä'] },
  {
    what: 'a participant code',
    schema: ParticipantCode,
    yes: ['AB12', 'A-1-2-3'],
    no: ['ABC', 'ab12', 'JOHN SMITH', 'a@b.org', 'A'.repeat(21)],
  },
  {
    what: 'a submission id',
    schema: SubmissionId,
    yes: ['AAAAAAAAAAAAAAAAAAAAAA', `${'-'.repeat(21)}w`],
    no: ['A'.repeat(21), `${'A'.repeat(21)}B`, `${'A'.repeat(21)}=`],
  },
  {
    what: 'a version',
    schema: Version,
    yes: ['1.0.0', '10.20.30'],
    no: ['1.0', 'v1.0.0', '1.0.0-beta'],
  },
  {
    what: 'a language',
    schema: Language,
    yes: ['en', 'es-MX', 'zh-Hans-CN'],
    no: ['english', 'EN', 'en_US', ''],
  },
  { what: 'a day', schema: Day, yes: ['2026-11-22'], no: ['22.11.2026', '2026-11-22T00:00:00Z'] },
  {
    what: 'a moment',
    schema: Moment,
    yes: ['2026-11-22T10:15:00Z', '2026-11-22T10:15:00.123Z'],
    no: ['2026-11-22', '2026-11-22T10:15:00+01:00'],
  },
];

test.each(cases.flatMap(({ what, schema, yes }) => yes.map((text) => ({ what, schema, text }))))(
  '$text is $what',
  ({ schema, text }) => {
    expect(schema.safeParse(text).success).toBe(true);
  },
);

test.each(cases.flatMap(({ what, schema, no }) => no.map((text) => ({ what, schema, text }))))(
  '$text is not $what',
  ({ schema, text }) => {
    expect(schema.safeParse(text).success).toBe(false);
  },
);
