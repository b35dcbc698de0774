import type { Fault } from './fault.js';
import type { Instrument } from './instrument.js';
import type { Scale } from './scale.js';
import { scaleRange } from './scale-range.js';

/**
 * What is wrong with a look-up table of whole sums: a raw value it lacks, so that a complete form
 * would have no score, and one that no answers give, so that it belongs to another form.
 */
export function tableFaults(instrument: Instrument, scale: Scale, at: string): Fault[] {
  return (scale.then ?? []).flatMap((step, i) => {
    if (step.name !== 'look-up') return [];
    const path = `${at}.then[${i}].table`;
    const raws = step.table.map(([raw]) => raw);
    const back = raws.findIndex((raw, r) => r > 0 && raw <= raws[r - 1]!);
    if (back > 0)
      return [{ path: `${path}[${back}]`, found: 'list', rule: 'must be above the row before' }];
    const before = { ...scale, then: scale.then!.slice(0, i) };
    const possible = isWholeSum(scale) ? scaleRange(instrument, before) : null;
    return possible ? rowFaults(raws, possible, path) : [];
  });
}

/** Whether every raw value is a sum of all items, each a step of one from the next. */
function isWholeSum({ method, missing, items, then, recodes }: Scale): boolean {
  return (
    method.name === 'sum' &&
    then?.[0]?.name === 'look-up' &&
    recodes === undefined &&
    missing.minimumAnswered === items.length &&
    !missing.mayNotApply &&
    !missing.maySkip
  );
}

function rowFaults(
  raws: readonly number[],
  [lowest, highest]: readonly [number, number],
  path: string,
): Fault[] {
  const sums = Array.from({ length: highest - lowest + 1 }, (_, i) => lowest + i);
  return [
    ...sums
      .filter((sum) => !raws.includes(sum))
      .map((sum) => ({ path, found: 'list', rule: `must have a row for the raw score ${sum}` })),
    ...raws.flatMap((raw, r) =>
      raw >= lowest && raw <= highest
        ? []
        : [
            {
              path: `${path}[${r}]`,
              found: 'list',
              rule: `must be for a raw score of ${lowest} to ${highest}`,
            },
          ],
    ),
  ];
}
