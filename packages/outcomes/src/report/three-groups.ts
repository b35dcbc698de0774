import { isSmallCount } from '@waymark/stats';
import { between, shown, type Count } from './count.js';

const order = ['noReliableChange', 'improved', 'worse'] as const;

/** People whose score changed for the better, not reliably, and for the worse. */
export type ThreeGroups<T> = { readonly [group in (typeof order)[number]]: T };

/**
 * Makes three counts with a known total fit for publication. A small count is shown as 1 to
 * `minimumCell` - 1 and a large one is widened, so that the total does not give it away; which one
 * depends on nothing but which counts are small. Where these ranges would still narrow a small
 * count, all three are withheld and the ranges say nothing.
 */
export function publishThreeGroups(
  groups: ThreeGroups<number>,
  minimumCell: number,
): ThreeGroups<Count> {
  const small = order.filter((name) => isSmallCount(groups[name], { threshold: minimumCell }));
  if (small.length === 0) return each((name) => shown(groups[name]));
  const widened = order.find((name) => groups[name] >= minimumCell);
  const hidden = order.filter((name) => name === widened || small.includes(name));
  const rest = hidden.reduce((sum, name) => sum + groups[name], 0);
  // One place more than the largest small counts need: with a total of exactly that size, the
  // worlds in which everything is withheld would all have counts from 2 to minimumCell - 1.
  if (widened === undefined || rest < 2 * minimumCell + small.length - 1) {
    const total = groups.improved + groups.noReliableChange + groups.worse;
    return each(() => between(0, total));
  }
  const most = small.length * (minimumCell - 1);
  return each((name) => {
    if (small.includes(name)) return between(1, minimumCell - 1);
    if (name === widened) return between(Math.max(minimumCell, rest - most), rest - small.length);
    return shown(groups[name]);
  });
}

function each(publish: (name: (typeof order)[number]) => Count): ThreeGroups<Count> {
  return {
    improved: publish('improved'),
    noReliableChange: publish('noReliableChange'),
    worse: publish('worse'),
  };
}
