import { refuse, type Result } from '../result.js';

/** The least and the greatest score a scale can give. */
export type ScaleRange = { readonly lowest: number; readonly highest: number };

/** How many people sit at either end of the scale, where change can no longer be seen. */
export type FloorAndCeiling = {
  readonly floor: number;
  readonly ceiling: number;
  /** Share of all people at the floor, 0 to 1. */
  readonly floorShare: number;
  readonly ceilingShare: number;
  readonly n: number;
  readonly method: 'scores at the ends of the scale';
};

/**
 * Counts the scores at the ends of the scale. Above 15 % is commonly called a floor or ceiling
 * effect (McHorney and Tarlov 1995); this function only counts and leaves the naming to the reader.
 */
export function floorAndCeiling(
  scores: readonly number[],
  { lowest, highest }: ScaleRange,
): Result<FloorAndCeiling> {
  if (!(lowest < highest)) throw new RangeError('floorAndCeiling requires lowest below highest');
  const n = scores.length;
  if (n === 0) return refuse('there are no scores', 0);
  const floor = scores.filter((score) => score === lowest).length;
  const ceiling = scores.filter((score) => score === highest).length;
  return {
    computable: true,
    floor,
    ceiling,
    floorShare: floor / n,
    ceilingShare: ceiling / n,
    n,
    method: 'scores at the ends of the scale',
  };
}
