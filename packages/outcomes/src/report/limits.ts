/** What a report of this kind cannot say; part of every report. */
export const limits: readonly string[] = [
  'There is no comparison group. Scores can change because of the program, because of anything else in people’s lives, or because people tend to start at a hard moment and hard moments pass. This report cannot tell these apart.',
  'It describes the people who answered again. Those who did not may be doing better, worse or the same.',
  'Programs stand in the order they were named, not in an order of merit. They work with different people in different places; a difference between them is not a difference in quality.',
  'An average can stay the same while people change both ways, so the counts of people for whom things got better and worse stand beside it.',
  'Many numbers stand side by side here. Some will look clear by chance alone.',
  'A score is what a person said about themselves in a few fixed questions on one day. It is not the person, not a diagnosis, and not the whole of anyone’s recovery.',
  'Two reports made shortly after one another can show by their difference what one person answered. Publish reports at fixed dates, not day by day.',
];
