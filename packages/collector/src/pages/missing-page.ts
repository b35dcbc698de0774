import type { ShippedInstrument } from '@waymark/model';
import { htmlPage } from './html-page.js';
import { languageLinks } from './language-links.js';
import { languagesOf } from './offered.js';

/** The page in place of one that is not there. */
export function missingPage(): string {
  return htmlPage({
    lang: 'en',
    title: 'Not here',
    main: `<h1>There is no such program here</h1>
  <p>Check the address. The link that came with the program key leads to the right page.</p>`,
  });
}

/** The page in place of one in a language in which there is nothing to ask. */
export function otherLanguagesPage(pages: readonly Pick<ShippedInstrument, 'language'>[]): string {
  return htmlPage({
    lang: 'en',
    title: 'Not in that language',
    main: `<h1>There is no questionnaire here in that language</h1>
  <p>These are the languages there are. A wording pack can bring others.</p>
  ${languageLinks(languagesOf(pages), { label: 'Language' })}`,
  });
}
