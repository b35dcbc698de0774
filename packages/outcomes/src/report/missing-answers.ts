import { missingReasons, type MissingReason, type Submission } from '@waymark/model';
import { countAlone, type Count } from './count.js';

/**
 * How many answers have no value, by reason, over all timepoints. Neither a total nor the number of
 * answers asked for is given, so that a small count cannot be worked out from the others.
 */
export function missingAnswers(
  submissions: readonly Submission[],
  minimumCell: number,
): { readonly [reason in MissingReason]: Count } {
  const answers = submissions.flatMap((submission) => Object.values(submission.answers));
  const entries = missingReasons.map((reason) => {
    const count = answers.filter((answer) => answer === reason).length;
    return [reason, countAlone(count, minimumCell)] as const;
  });
  return Object.fromEntries(entries) as { [reason in MissingReason]: Count };
}
