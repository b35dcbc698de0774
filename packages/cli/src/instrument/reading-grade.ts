/**
 * The Flesch-Kincaid grade of an English text: 0.39 x words per sentence + 11.8 x syllables per
 * word - 15.59 (Kincaid, Fishburne, Rogers and Chissom 1975, Navy Research Branch Report 8-75),
 * syllables counted by groups of vowels. For texts of our own; an instrument's wording stays as it
 * is whatever its grade. Null without a word.
 */
export function readingGrade(text: string): number | null {
  const words = text.match(/[A-Za-z][A-Za-z'’]*/g) ?? [];
  if (words.length === 0) return null;
  const sentences = text.split(/[.!?:]+(?=\s|$)/).filter((part) => /[A-Za-z]/.test(part)).length;
  const syllables = words.reduce((total, word) => total + syllablesOf(word), 0);
  return 0.39 * (words.length / sentences) + 11.8 * (syllables / words.length) - 15.59;
}

/** About how many syllables an English word has: its groups of vowels, without a silent final e. */
export function syllablesOf(word: string): number {
  const spoken = word
    .toLowerCase()
    .replaceAll(/[^a-z]/g, '')
    .replace(/(?<=[^aeiouyl])(?:e|es|ed)$|(?<=[aeiouy]l)e$/, '');
  return Math.max(1, spoken.match(/[aeiouy]+/g)?.length ?? 0);
}

/** The sentences of a Markdown text: no headings, tables, code, lists of links or addresses. */
export function proseOf(markdown: string): string {
  return markdown
    .replaceAll(/^```[\s\S]*?^```/gm, '')
    .split('\n')
    .filter((line) => !/^\s*(?:#|\||<)/.test(line))
    .join('\n')
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/https?:\S+|`[^`]*`|[*_>]/g, ' ')
    .replaceAll(/^\s*(?:[-+]|\d+\.)\s+(.*?)[.]?$/gm, '$1.');
}
