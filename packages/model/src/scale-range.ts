import type { Instrument } from './instrument.js';
import { itemRange } from './scoring-key.js';
import type { Step } from './method.js';
import type { Scale } from './scale.js';

type Range = readonly [number, number];

/** The lowest and highest score the method can give; null when something it names is unknown. */
export function scaleRange(instrument: Instrument, scale: Scale): Range | null {
  const ranges = partRanges(instrument, scale);
  if (ranges.some((range) => range === null)) return null;
  return (scale.then ?? []).reduce(throughStep, methodRange(scale, ranges as Range[]));
}

function partRanges(instrument: Instrument, scale: Scale): (Range | null)[] {
  if (scale.scales)
    return scale.scales.map(
      (id) => instrument.scales.find((other) => other.id === id)?.range ?? null,
    );
  return scale.items.map((id) => {
    const recode = scale.recodes?.find(({ items }) => items.includes(id));
    if (recode) return ends(Object.values(recode.values));
    const item = instrument.items.find((candidate) => candidate.id === id);
    return item ? itemRange(item, instrument.optionSets) : null;
  });
}

function ends(values: readonly number[]): Range {
  return [Math.min(...values), Math.max(...values)];
}

function methodRange({ method, missing, items, scales }: Scale, ranges: readonly Range[]): Range {
  const total = (end: 0 | 1) => ranges.reduce((sum, range) => sum + range[end], 0);
  switch (method.name) {
    case 'mean':
      return [total(0) / ranges.length, total(1) / ranges.length];
    case 'percent-of-maximum':
      return [0, 100];
    case 'proportion':
      return [0, 1];
    case 'criteria-count':
      return [0, method.criteria.length];
    case 'dichotomised-count':
      return [0, ranges.length];
    case 'highest-sum':
      return [1, method.stages.length];
    case 'weighted-sum': {
      const parts = (scales ?? items).map((id, i) => {
        const weight = method.weights[id] ?? 0;
        return ends([weight * ranges[i]![0], weight * ranges[i]![1]]);
      });
      const add = method.add ?? 0;
      return [parts.reduce((s, p) => s + p[0], add), parts.reduce((s, p) => s + p[1], add)];
    }
    case 'capped-sum':
      return [Math.min(total(0), method.cap), Math.min(total(1), method.cap)];
    default:
      return [total(0) - leftOut(missing, ranges), total(1)];
  }
}

// Where a sum leaves unanswered items out, its lowest value is that of the fewest items allowed.
function leftOut(missing: Scale['missing'], ranges: readonly Range[]): number {
  const absent = missing.fill === 'none' ? ranges.length - missing.minimumAnswered : 0;
  const count = Math.max(absent, missing.mayNotApply?.length ?? 0);
  const lowest = ranges.map(([low]) => Math.max(low, 0)).sort((a, b) => b - a);
  return lowest.slice(0, count).reduce((sum, low) => sum + low, 0);
}

function throughStep(range: Range, step: Step): Range {
  if (step.name === 'linear') return ends(range.map((x) => x * step.multiply + step.add));
  if (step.name === 'look-up') return ends(step.table.map(([, value]) => value));
  return range;
}
