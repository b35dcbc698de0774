import type { Submission } from '@waymark/model';

/** What a store did with a submission; `different`: its id is taken by other content. */
export type Kept = 'stored' | 'same' | 'different';

/** A program that hands in submissions. */
export type Program = {
  readonly id: string;
  readonly name: string;
  /** The web origins whose pages may hand in submissions, such as `https://example.org`. */
  readonly origins: readonly string[];
};

/** A program with its keys; it never leaves the collector. */
export type StoredProgram = Program & {
  readonly keyId: string;
  /** P-256 uncompressed point in base64url. */
  readonly publicKey: string;
  /** PKCS #8 in base64url. */
  readonly privateKey: string;
  /** SHA-256 of the write token in hex; the token itself is in the program's pages only. */
  readonly writeTokenHash: string;
  readonly createdAt: string;
};

/** A submission with its place in the order of taking. */
export type StoredSubmission = { readonly place: number; readonly submission: Submission };

/** Which submissions to read: those of a program, or all, that come after a place. */
export type Range = {
  readonly program?: string | undefined;
  readonly after: number;
  readonly limit: number;
};

/** One wording of an instrument, as every submission names it. */
export type NamedWording = Pick<Submission, 'instrument' | 'version' | 'language' | 'contentHash'>;

/**
 * Where a collector keeps programs and submissions. Each function is one transaction and throws a
 * StoreUnavailable when the disk or the database cannot do it; nothing is half done then.
 */
export type Store = {
  /** Keeps a submission under its id for ever; it is on the disk before the promise is kept. */
  readonly putOnce: (submission: Submission, takenAt: Date) => Promise<Kept>;
  /** Whether it keeps just this submission already. */
  readonly has: (submission: Submission) => Promise<boolean>;
  /** Submissions in the order they were taken. */
  readonly submissions: (range: Range) => Promise<StoredSubmission[]>;
  /** Keeps for ever that these wordings were handed out, so that answers to them can come late. */
  readonly keepWordings: (wordings: readonly NamedWording[], at: Date) => Promise<void>;
  /** Whether this wording was ever kept as handed out. */
  readonly knowsWording: (wording: NamedWording) => Promise<boolean>;
  /** False when there is a program of that id already; that one stays as it is. */
  readonly addProgram: (program: StoredProgram) => Promise<boolean>;
  readonly program: (id: string) => Promise<StoredProgram | undefined>;
  /** All programs, by id. */
  readonly programs: () => Promise<Program[]>;
  /** Whether any program names this origin. */
  readonly knowsOrigin: (origin: string) => Promise<boolean>;
  /** Keeps the hash of the admin token if there is none yet; false when there is one. */
  readonly claimAdmin: (tokenHash: string) => Promise<boolean>;
  readonly adminTokenHash: () => Promise<string | undefined>;
  /** A text that is another one after every change of what is stored. */
  readonly revision: () => Promise<string>;
  readonly close: () => Promise<void>;
};
