import type { Answers } from './answer.js';
import { typeOf, type Fault } from './fault.js';
import type { Instrument } from './instrument.js';
import type { Item } from './item.js';

/** What is wrong with answers to an instrument: unknown items and values that are not on offer. */
export function answerFaults(answers: Answers, instrument: Instrument): Fault[] {
  const items = new Map(instrument.items.map((item) => [item.id, item]));
  return Object.entries(answers).flatMap(([id, answer]) => {
    const item = items.get(id);
    const at = { path: `answers.${id}`, found: typeOf(answer) };
    if (!item) return [{ ...at, rule: `must be an item of ${instrument.id}` }];
    if (typeof answer === 'string' || onOffer(answer, item, instrument)) return [];
    return [{ ...at, rule: offerText(item, instrument) }];
  });
}

function values(item: Item & { kind: 'options' }, instrument: Instrument): number[] {
  return instrument.optionSets[item.options]!.flatMap((o) => ('value' in o ? [o.value] : []));
}

function onOffer(answer: number, item: Item, instrument: Instrument): boolean {
  if (item.kind === 'options') return values(item, instrument).includes(answer);
  return Number.isInteger(answer) && answer >= item.minimum && answer <= item.maximum;
}

function offerText(item: Item, instrument: Instrument): string {
  if (item.kind === 'options') return `must be one of ${values(item, instrument).join(', ')}`;
  return `must be a whole number from ${item.minimum} to ${item.maximum}`;
}
