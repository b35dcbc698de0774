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
  const mean = (end: 0 | 1) => total(ranges.map((range) => range[end])) / ranges.length;
  switch (method.name) {
    case 'mean':
      return [mean(0), mean(1)];
    case 'percent-of-maximum':
      return [0, 100];
    case 'proportion':
    case 'share-among':
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
      const [lowest, highest] = sumRange(missing, parts);
      return [lowest + (method.add ?? 0), highest + (method.add ?? 0)];
    }
    case 'capped-sum': {
      const [lowest, highest] = sumRange(missing, ranges);
      return [Math.min(lowest, method.cap), Math.min(highest, method.cap)];
    }
    default:
      return sumRange(missing, ranges);
  }
}

// Where a sum leaves unanswered items out, silence can lower it by an item's lowest value and
// raise it by a highest value below zero.
function sumRange(missing: Scale['missing'], ranges: readonly Range[]): Range {
  const absent = missing.fill === 'none' ? ranges.length - missing.minimumAnswered : 0;
  const excused = new Set([...(missing.mayNotApply ?? []), ...(missing.maySkip ?? [])]).size;
  const count = Math.max(absent, excused);
  const leftOut = (gains: number[]) =>
    total(
      gains
        .filter((gain) => gain > 0)
        .sort((a, b) => b - a)
        .slice(0, count),
    );
  const lowest = ranges.map(([low]) => low);
  const highest = ranges.map(([, high]) => high);
  return [total(lowest) - leftOut(lowest), total(highest) + leftOut(highest.map((high) => -high))];
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function throughStep(range: Range, step: Step): Range {
  if (step.name === 'linear') return ends(range.map((x) => x * step.multiply + step.add));
  if (step.name === 'look-up') return ends(step.table.map(([, value]) => value));
  return range;
}
