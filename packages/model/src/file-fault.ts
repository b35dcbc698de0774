import type { Fault } from './fault.js';

/** One thing wrong in one file: where, what was found there, and the rule it breaks. */
export type FileFault = Fault & { readonly file: string };

/** `file: path: found, rule`, the one line an author reads. */
export function faultLine({ file, path, found, rule }: FileFault): string {
  return `${file}: ${path}: ${found}, ${rule}`;
}

/** A fault of a whole file or folder. */
export function wholeFault(file: string, found: string, rule: string): FileFault {
  return { file, path: '(whole)', found, rule };
}

/** Says of each fault in which file it is. */
export function inFile(file: string, faults: readonly Fault[]): FileFault[] {
  return faults.map((fault) => ({ file, ...fault }));
}
