import { escapeHtml } from './escape-html.js';
import { languageName } from './page-texts.js';

/** Links to the same page in each language, each named in its own; the one shown is no link. */
export function languageLinks(
  languages: readonly string[],
  { shown, label }: { readonly shown?: string; readonly label: string },
): string {
  if (languages.every((language) => language === shown)) return '';
  const items = languages.map((language) => {
    const lang = escapeHtml(language);
    const name = escapeHtml(languageName(language));
    if (language === shown) return `<li lang="${lang}" aria-current="true">${name}</li>`;
    return `<li><a href="?lang=${lang}" lang="${lang}" hreflang="${lang}">${name}</a></li>`;
  });
  return `<nav class="languages" aria-label="${label}"><ul>${items.join('')}</ul></nav>`;
}
