import * as z from 'zod/mini';

/** A short name inside files and URLs: small letters, digits and hyphens, 2 to 64 characters. */
export const Id = z.string().check(z.regex(/^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])$/));
/** A short name inside files and URLs. */
export type Id = z.infer<typeof Id>;

/** A name within one instrument: small letters, digits and hyphens, 1 to 64 characters. */
export const LocalId = z.string().check(z.regex(/^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/));
/** A name within one instrument: an item, a scale, a set of options. */
export type LocalId = z.infer<typeof LocalId>;

/** A pseudonymous code, never a name or an e-mail address: 4 to 20 capitals, digits and hyphens. */
export const ParticipantCode = z.string().check(z.regex(/^[A-Z0-9-]{4,20}$/));
/** A pseudonymous code for the person answering. */
export type ParticipantCode = z.infer<typeof ParticipantCode>;

/** 16 random bytes in base64url; made once, it is the submission's name for ever. */
export const SubmissionId = z.string().check(z.regex(/^[A-Za-z0-9_-]{21}[AQgw]$/));
/** The name of one submission. */
export type SubmissionId = z.infer<typeof SubmissionId>;

/** A definition's version: three numbers with points. */
export const Version = z.string().check(z.regex(/^\d{1,4}\.\d{1,4}\.\d{1,4}$/));

/** A language tag such as `en` or `es-MX`. */
export const Language = z.string().check(z.regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/));

/** A calendar day, `2026-11-22`. */
export const Day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));

/** A moment in UTC, `2026-11-22T10:15:00.000Z`. */
export const Moment = z
  .string()
  .check(z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,3})?Z$/));
