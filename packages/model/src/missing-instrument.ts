/**
 * Why a collector hands out no such instrument, as the body of its answer says it to any page:
 * `wording-needed`, it knows the instrument and has its wording in no language; `language`, it has
 * the wording in these languages only; `origin`, the wording comes from a pack and is for pages of the
 * collector's own programs; `unknown`, it does not know the instrument. `message` says
 * it in words for staff.
 */
export type MissingInstrument = { readonly message: string } & (
  | {
      readonly reason: 'wording-needed';
      readonly instrument: string;
      /** The published name. */
      readonly title: string;
      /** Whose the wording is. */
      readonly holder: string;
      /** Where permission is asked, an address or words; null when that is not known. */
      readonly ask: string | null;
      /** What is known about the rights, in words for staff. */
      readonly evidence: string;
      readonly languages: readonly string[];
    }
  | {
      readonly reason: 'language';
      readonly instrument: string;
      readonly title: string;
      readonly languages: readonly string[];
    }
  | { readonly reason: 'origin' }
  | { readonly reason: 'unknown' }
);
