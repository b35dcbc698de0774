/** Levels in order: as numbers when all of them are numbers, else alphabetically. */
export function sortLevels(levels: Iterable<string>): string[] {
  const all = [...levels];
  const numeric = all.every((level) => level !== '' && Number.isFinite(Number(level)));
  return all.sort((a, b) => (numeric ? Number(a) - Number(b) : a < b ? -1 : Number(a > b)));
}
