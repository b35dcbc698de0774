import type { Submission } from '@waymark/model';

/** What counts, and how many submissions were set aside because the person had answered before. */
export type OncePerTimepoint = { readonly kept: readonly Submission[]; readonly setAside: number };

/**
 * Keeps one submission for each person, instrument version and timepoint: the one completed last.
 * Answering twice must not make a person count twice. The order of the input makes no difference.
 */
export function oncePerTimepoint(submissions: readonly Submission[]): OncePerTimepoint {
  const latest = new Map<string, Submission>();
  for (const submission of submissions) {
    const key = keyOf(submission);
    const other = latest.get(key);
    if (!other || isLater(submission, other)) latest.set(key, submission);
  }
  const kept = [...latest].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, submission]) => submission);
  return { kept, setAside: submissions.length - kept.length };
}

function keyOf({ program, participant, instrument, version, timepoint }: Submission): string {
  return [program, participant, instrument, version, timepoint].join(' ');
}

// Moments are compared as times: as text, `10:00:00Z` would come after `10:00:00.5Z`.
function isLater(a: Submission, b: Submission): boolean {
  const difference = Date.parse(a.completedAt) - Date.parse(b.completedAt);
  return difference === 0 ? a.id > b.id : difference > 0;
}
