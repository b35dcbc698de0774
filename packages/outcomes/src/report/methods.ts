import type { MethodNote } from './report.js';

/** How the report counts and computes, each with its source; for the page and for the JSON. */
export function methodNotes(minimumCell: number, level: number): readonly MethodNote[] {
  const percent = `${Number((100 * level).toFixed(1))}%`;
  return [
    {
      name: 'Who is counted',
      meaning:
        'Enrolled are the people with a score at the start. Followed up at a later timepoint are those of them with a score there too; the others are lost to it. A person who answered twice at one timepoint counts once, with the answers completed last. Versions of an instrument are never pooled. Missing scores are left out, never filled in.',
      reference: null,
    },
    {
      name: 'Timepoint of the summary',
      meaning:
        'Unless the program named one beforehand, it is the latest timepoint at which at least half as many people are counted as at the best attended one, all programs together. It is chosen by how many answered, never by what they answered. Every other timepoint is in the tables.',
      reference: null,
    },
    {
      name: 'Mean change, paired t test',
      meaning: `Each person's later score minus their own score at the start, averaged over the people who have both. The likely range is the ${percent} confidence interval of Student's t, and p is two-sided, for a true mean change of zero. "Better" turns the sign where lower scores are better.`,
      reference: 'Student (1908). The probable error of a mean. Biometrika 6, 1-25.',
    },
    {
      name: "Effect size, Cohen's d_z",
      meaning: `The mean change divided by the standard deviation of the changes, with a ${percent} interval by inverting the noncentral t. It is not comparable with effect sizes between two groups, and it grows when the two timepoints go together more closely.`,
      reference:
        'Cohen (1988). Statistical power analysis for the behavioral sciences, 2nd edition. Steiger and Fouladi (1997), in: What if there were no significance tests? Cumming (2012). Understanding the new statistics.',
    },
    {
      name: 'Reliable change',
      meaning:
        "A person changed reliably when their change is larger than 1.96 standard errors of the difference between two scores, which come from the standard deviation of everyone enrolled and the scale's reliability. Where no reliability is published and read, Cronbach's alpha of the program's own answers at the start is used and called sample-based; it can be off in small groups. No reliable change is not proof that nothing changed.",
      reference:
        'Jacobson and Truax (1991). Clinical significance: a statistical approach to defining meaningful change in psychotherapy research. Journal of Consulting and Clinical Psychology 59, 12-19. Cronbach (1951). Coefficient alpha and the internal structure of tests. Psychometrika 16, 297-334.',
    },
    {
      name: 'Followed up against lost, Welch t test',
      meaning:
        'Compares the scores at the start of those who answered again with those who did not. A difference means that the average change describes a particular part of the people who started.',
      reference:
        "Welch (1947). The generalization of 'Student's' problem when several different population variances are involved. Biometrika 34, 28-35.",
    },
    {
      name: 'Small groups',
      meaning: `Results of fewer than ${minimumCell} people are withheld, and so is every count of 1 to ${minimumCell - 1}. Where such a count could be worked out from others, one of those is given as a range too: if fewer than ${minimumCell} people were lost, the number enrolled is. Scales that share items are counted over the same people.`,
      reference:
        'The rule of 11 follows the cell size suppression policy of the US Centers for Medicare and Medicaid Services.',
    },
  ];
}
