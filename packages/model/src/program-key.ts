/** What a page needs to hand in answers for one program: it can write, and read nothing. */
export type ProgramKey = {
  /** Sent with each submission; 16 random bytes in base64url. */
  readonly writeToken: string;
  /** The program's P-256 public key, uncompressed point (65 bytes) in base64url. */
  readonly publicKey: string;
};

/** A page's `key` attribute as its parts; null when it is not a program key. */
export function parseProgramKey(text: string): ProgramKey | null {
  const [, writeToken, publicKey] = /^wm1\.([\w-]{22})\.([\w-]{87})$/.exec(text) ?? [];
  return writeToken && publicKey ? { writeToken, publicKey } : null;
}

/** The one line a program pastes into its page. */
export function programKeyText({ writeToken, publicKey }: ProgramKey): string {
  return `wm1.${writeToken}.${publicKey}`;
}
