import type { JointCounts } from '../moments/index.js';
import { classifyIndex, type Direction, type ReliableChange } from './jacobson-truax.js';
import type { IndexOf } from './methods.js';

/**
 * Reliable change and the cut-off together: recovered crossed it for the better, harmed for the
 * worse; improved and deteriorated changed reliably without crossing.
 */
export type ClinicalChange = 'recovered' | 'improved' | 'unchanged' | 'deteriorated' | 'harmed';

/** What every classification of people in a sample needs. */
export type Classifying = {
  readonly indexOf: IndexOf;
  readonly direction: Direction;
  /** The value the index must exceed, strictly. */
  readonly critical: number;
};

/**
 * Names one person's change by reliable change and a cut-off (Jacobson and Truax 1991, with harmed
 * as its mirror). A score exactly at the cut-off is not yet in the functional range.
 */
export function classifyClinicalChange(
  { before, after }: { readonly before: number; readonly after: number },
  { indexOf, direction, critical, cutOff }: Classifying & { readonly cutOff: number },
): ClinicalChange {
  const reliable = classifyIndex(indexOf(before, after), direction, { critical });
  const functional = (score: number) => direction * score > direction * cutOff;
  if (reliable === 'no reliable change') return 'unchanged';
  if (reliable === 'improved')
    return !functional(before) && functional(after) ? 'recovered' : 'improved';
  return functional(before) && !functional(after) ? 'harmed' : 'deteriorated';
}

/** How many people changed reliably for better or worse, from joint counts. */
export function countReliableChange(
  counts: JointCounts,
  { indexOf, direction, critical }: Classifying,
): Readonly<Record<ReliableChange, number>> & { readonly n: number } {
  const found = { improved: 0, 'no reliable change': 0, worse: 0, n: 0 };
  for (const { before, after, count } of counts) {
    found[classifyIndex(indexOf(before, after), direction, { critical })] += count;
    found.n += count;
  }
  return found;
}

/** How many people fall into each of the five classes, from joint counts. */
export function countClinicalChange(
  counts: JointCounts,
  rule: Classifying & { readonly cutOff: number },
): Readonly<Record<ClinicalChange, number>> & { readonly n: number } {
  const found = { recovered: 0, improved: 0, unchanged: 0, deteriorated: 0, harmed: 0, n: 0 };
  for (const { before, after, count } of counts) {
    found[classifyClinicalChange({ before, after }, rule)] += count;
    found.n += count;
  }
  return found;
}
