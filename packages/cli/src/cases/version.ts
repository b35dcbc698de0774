import type { Instrument } from '@waymark/model';

/** Whether a version is the definition's; none at all, or an empty text, is. `1.2` is 1.2.0. */
export function isVersion(asked: string, version: string): boolean {
  if (asked.trim() === '') return true;
  return whole(asked) === whole(version);
}

/** Why another version is refused: what the library has, and what must not be mixed with it. */
export function versionText(
  asked: string,
  { version, id, neverPoolWith = [] }: Instrument,
): string {
  const other = `${id}-${whole(asked).split('.').join('-')}`;
  const why = neverPoolWith.find(({ instrument }) => other.startsWith(instrument))?.why;
  return `${version}, and versions are never mixed${why ? `: ${why}` : ''}`;
}

function whole(version: string): string {
  const numbers = version
    .trim()
    .replace(/^v(?:ersion)?\s*/i, '')
    .split('.');
  while (numbers.length < 3) numbers.push('0');
  return numbers.join('.');
}
