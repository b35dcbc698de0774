/** Scores filled in for a sensitivity analysis; the label travels with them. */
export type CarriedForward = {
  readonly rows: readonly (readonly (number | null)[])[];
  /** How many scores were filled in. */
  readonly carried: number;
  readonly label: 'sensitivity analysis only: last observation carried forward';
};

/**
 * Fills each missing score with the last one seen before it; blanks before the first stay blank.
 *
 * Only for a labelled sensitivity analysis: it assumes nobody changes after leaving, which favours
 * no side reliably and makes intervals too narrow (Molenberghs et al. 2004).
 */
export function carryForward(rows: readonly (readonly (number | null)[])[]): CarriedForward {
  let carried = 0;
  const filled = rows.map((row) => {
    let last: number | null = null;
    return row.map((score) => {
      if (score === null && last !== null) carried += 1;
      last = score ?? last;
      return last;
    });
  });
  return {
    rows: filled,
    carried,
    label: 'sensitivity analysis only: last observation carried forward',
  };
}
