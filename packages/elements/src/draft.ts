import type { Answer, PageItem } from '@waymark/model';

/** What stands in the form for one item: an option's key, typed text, or `prefer-not-to-say`. */
export type Draft = string;

/** The answer a draft stands for; null when a typed number is not one the item takes. */
export function answerOf(item: PageItem, draft: Draft = ''): Answer | null {
  const text = draft.trim();
  if (text === '') return 'skipped';
  if (text === 'prefer-not-to-say' || text === 'not-applicable' || text === 'dont-know')
    return text;
  return item.kind === 'options' ? Number(text) : count(text, item);
}

function count(text: string, { minimum, maximum }: { minimum: number; maximum: number }) {
  const number = /^-?\d+$/.test(text) ? Number(text) : NaN;
  return number >= minimum && number <= maximum ? number : null;
}
