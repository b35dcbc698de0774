import {
  answerOfCode,
  missingReasons,
  optionKey,
  type Answer,
  type Instrument,
  type Item,
  type Wording,
} from '@waymark/model';
import { bare } from './words.js';

const silent: { readonly [text: string]: Answer } = {
  '': 'skipped',
  missing: 'skipped',
  blank: 'skipped',
  unanswered: 'skipped',
  na: 'not-applicable',
  doesnotapply: 'not-applicable',
  dk: 'dont-know',
  refused: 'prefer-not-to-say',
  ...Object.fromEntries(missingReasons.map((reason) => [bare(reason), reason])),
};

/**
 * The answer a value in a case stands for: a number, also as text; why there is none; or an option's
 * label in a wording the library has. Undefined where it stands for nothing.
 */
export function readAnswer(
  value: unknown,
  item: Item,
  instrument: Instrument,
  wordings: readonly Wording[] = [],
): Answer | undefined {
  if (value === null || value === undefined) return 'skipped';
  if (typeof value === 'number') return answerOfCode(item.id, value, instrument.codes);
  if (typeof value === 'boolean')
    return readAnswer(value ? 'yes' : 'no', item, instrument, wordings);
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  if (/^[-+]?\d+(?:\.\d+)?$/.test(text))
    return answerOfCode(item.id, Number(text), instrument.codes);
  return labelled(bare(text), item, instrument, wordings) ?? silent[bare(text)];
}

function labelled(
  text: string,
  item: Item,
  { optionSets }: Instrument,
  wordings: readonly Wording[],
): Answer | undefined {
  if (item.kind !== 'options' || text === '') return undefined;
  const options = optionSets[item.options]!;
  for (const { options: labels } of wordings)
    for (const option of options)
      if (bare(labels[item.options]?.[optionKey(option)] ?? '') === text)
        return 'value' in option ? option.value : option.missing;
  const yesOrNo = options.map(optionKey).sort().join() === '0,1';
  if (yesOrNo && (text === 'yes' || text === 'no')) return text === 'yes' ? 1 : 0;
  return undefined;
}
