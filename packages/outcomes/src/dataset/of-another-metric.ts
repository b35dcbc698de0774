import type { Instrument, Submission } from '@waymark/model';

/**
 * Whether a submission has a score its instrument cannot give: it was scored in another metric or
 * coding than its version says, a K10 of 45 where the highest is 40, and must not be pooled.
 */
export function isOfAnotherMetric(
  { scores }: Pick<Submission, 'scores'>,
  { scales }: Pick<Instrument, 'scales'>,
): boolean {
  return scales.some(({ id, range: [lowest, highest] }) => {
    const value = scores[id]?.value ?? null;
    // Scores are sums of fractions: a little beyond the end is still the end.
    return value !== null && (value < lowest - 1e-6 || value > highest + 1e-6);
  });
}
