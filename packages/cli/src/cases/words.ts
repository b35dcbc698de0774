/** A name without what people write differently: capitals, blanks, hyphens, points. */
export function bare(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}

const same: { readonly [word: string]: string } = {
  average: 'mean',
  avg: 'mean',
  pct: 'percent',
  percentage: 'percent',
  cent: 'percent',
  tscore: 't',
  i: '1',
  ii: '2',
  iii: '3',
  iv: '4',
};
const empty = new Set(
  'score scale subscale domain dimension index per the of and in for to'.split(' '),
);

/** The words of a name that tell it from others, in one spelling; `socialWellBeing2` has four. */
export function wordsOf(text: string): string[] {
  return text
    .replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+|(?<=\p{L})(?=\p{N})|(?<=\p{N})(?=\p{L})/u)
    .map((word) => same[word] ?? word)
    .filter((word) => word !== '' && !empty.has(word));
}

/** Whether every word of one name is among the words of the other, also shortened or lengthened. */
export function isAmong(asked: readonly string[], words: readonly string[]): boolean {
  return asked.length > 0 && asked.every((word) => words.some((other) => isWord(word, other)));
}

function isWord(asked: string, other: string): boolean {
  if (asked === other || asked === `${other}s`) return true;
  const isShort = asked.length >= 3 && /^\p{L}/u.test(asked) && other.startsWith(asked);
  return isShort || (other.length >= 5 && asked.startsWith(other));
}

/** The first rule that finds anything decides; it must find one thing, and one only. */
export function onlyOne<T>(
  candidates: readonly T[],
  rules: readonly ((candidate: T) => boolean)[],
): { readonly found?: T; readonly several: readonly T[] } {
  for (const rule of rules) {
    const fitting = candidates.filter(rule);
    if (fitting.length === 1) return { found: fitting[0]!, several: [] };
    if (fitting.length > 1) return { several: fitting };
  }
  return { several: [] };
}
