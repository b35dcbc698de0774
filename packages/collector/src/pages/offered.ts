import type { ShippedInstrument } from '@waymark/model';

/** What a check-in page offers: the instruments in one language, and the languages there are. */
export type Offered = {
  readonly language: string;
  readonly instruments: readonly ShippedInstrument[];
  readonly languages: readonly string[];
};

/** The languages in which there are instruments; English stands first, also when there are none. */
export function languagesOf(pages: readonly Pick<ShippedInstrument, 'language'>[]): string[] {
  const others = pages.map(({ language }) => language).filter((language) => language !== 'en');
  return ['en', ...[...new Set(others)].sort()];
}

/** What a page in one language offers; undefined for a language in which there is nothing. */
export function offeredIn(
  language: string,
  pages: readonly ShippedInstrument[],
): Offered | undefined {
  const languages = languagesOf(pages);
  if (!languages.includes(language)) return undefined;
  return { language, languages, instruments: pages.filter((page) => page.language === language) };
}
