import type { Answers } from './answer.js';
import type { Condition } from './condition.js';

const comparisons = {
  '=': (a: number, b: number) => a === b,
  '!=': (a: number, b: number) => a !== b,
  '<': (a: number, b: number) => a < b,
  '<=': (a: number, b: number) => a <= b,
  '>': (a: number, b: number) => a > b,
  '>=': (a: number, b: number) => a >= b,
};

/** Whether a rule holds for these answers. A comparison with an item that has no value does not hold. */
export function holds(condition: Condition, answers: Answers): boolean {
  if ('all' in condition) return condition.all.every((inner) => holds(inner, answers));
  if ('any' in condition) return condition.any.some((inner) => holds(inner, answers));
  if ('not' in condition) return !holds(condition.not, answers);
  const answer = answers[condition.item];
  return typeof answer === 'number' && comparisons[condition.is](answer, condition.value);
}

/** Every item a rule looks at. */
export function itemsOf(condition: Condition): string[] {
  if ('all' in condition) return condition.all.flatMap(itemsOf);
  if ('any' in condition) return condition.any.flatMap(itemsOf);
  if ('not' in condition) return itemsOf(condition.not);
  return [condition.item];
}
