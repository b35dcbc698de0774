import type { Answer, ScaleKey, ScoringKey } from '@waymark/model';

/** An item of a scale, or a scale of a total, with what becomes of its value. */
export type Part = {
  readonly id: string;
  readonly recode?: { readonly [value: string]: number } | undefined;
  /** Lowest and highest value together, where the item is reversed: the turned value is the rest. */
  readonly ends?: number | undefined;
  readonly mayNotApply?: boolean | undefined;
  readonly maySkip?: boolean | undefined;
};

// Looked up once for each key: a page scores once, an import scores a million times.
const known = new WeakMap<ScoringKey, Part[][]>();

/** The parts of every scale of a key, in the order of its scales. */
export function partsOf(key: ScoringKey): readonly Part[][] {
  const found = known.get(key);
  if (found) return found;
  const made = key.scales.map((scale) => scaleParts(key, scale));
  known.set(key, made);
  return made;
}

function scaleParts({ ranges }: ScoringKey, scale: ScaleKey): Part[] {
  if (scale.scales) return scale.scales.map((id) => ({ id }));
  return scale.items.map((id) => ({
    id,
    recode: scale.recodes?.find(({ items }) => items.includes(id))?.values,
    ends: scale.reversed.includes(id) ? reverse(0, ranges[id]!) : undefined,
    mayNotApply: scale.missing.mayNotApply?.includes(id),
    maySkip: scale.missing.maySkip?.includes(id),
  }));
}

/** Turns a value around its item's range: the highest becomes the lowest. */
export function reverse(value: number, [lowest, highest]: readonly [number, number]): number {
  return lowest + highest - value;
}

/** The value an answer has in a scale; undefined where it has none. */
export function partValue({ recode, ends }: Part, answer: Answer | undefined): number | undefined {
  if (typeof answer !== 'number') return undefined;
  if (recode) return recode[answer];
  return ends === undefined ? answer : ends - answer;
}
