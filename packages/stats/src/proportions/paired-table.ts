/** People by a yes-or-no at baseline and at follow-up. */
export type PairedTable = {
  readonly noNo: number;
  /** No at baseline, yes at follow-up. */
  readonly noYes: number;
  /** Yes at baseline, no at follow-up. */
  readonly yesNo: number;
  readonly yesYes: number;
};

/** How many people the table holds; throws unless its cells are counts. */
export function tableTotal({ noNo, noYes, yesNo, yesYes }: PairedTable): number {
  for (const count of [noNo, noYes, yesNo, yesYes]) {
    if (!Number.isInteger(count) || count < 0) {
      throw new RangeError('PairedTable requires whole counts >= 0');
    }
  }
  return noNo + noYes + yesNo + yesYes;
}
