import { timepointName, type Timepoint } from '@waymark/model';
import type { ResultInNumbers } from '../report/program-result.js';
import type { FollowUp, ScaleReport } from '../report/report.js';
import { betterWords, changeWords, rangeWords, shownChange, sidesOf } from './change-words.js';
import { countText, decimalsFor, numberText, peopleText } from './numbers.js';

/** What the words need to know of the scale. */
export type ScaleInWords = Pick<ScaleReport, 'range' | 'direction' | 'unit' | 'ordinal'>;

/**
 * One program's results on one scale in plain words: who answered again, what changed on average,
 * how many people changed each way, and who is missing. Better and worse get the same words.
 */
export function summarise(
  result: ResultInNumbers,
  scale: ScaleInWords,
  primary: Timepoint | null,
): string {
  const { enrolled, followUps } = result;
  if (!enrolled.withheld && enrolled.count === 0) return 'Nobody has answered at the start yet.';
  if (enrolled.withheld && enrolled.from === 1)
    return `Fewer than ${enrolled.to + 1} people answered at the start, so no results are shown, to protect them.`;
  const found = followUps.find(({ timepoint }) => timepoint === primary);
  if (found && !found.followedUp.withheld && found.followedUp.count > 0)
    return [
      whoWords(result, found),
      averageWords(found, scale),
      unlikeWords(found),
      eachWords(found, scale),
      lostWords(found),
    ]
      .filter((words) => words !== '')
      .join(' ');
  return `${peopleText(enrolled)} answered at the start. ${notYet(followUps, found)}`;
}

function notYet(followUps: readonly FollowUp[], found: FollowUp | undefined): string {
  const some = found ?? followUps.find(({ followedUp }) => followedUp.withheld);
  if (some?.followedUp.withheld)
    return `Fewer than ${some.followedUp.to + 1} answered again at ${timepointName(some.timepoint)}, so their results are not shown, to protect them.`;
  const when = found ? ` at ${timepointName(found.timepoint)}` : '';
  return `Nobody has answered again${when} yet, so there is no change to report.`;
}

function whoWords({ enrolled }: ResultInNumbers, { timepoint, followedUp }: FollowUp): string {
  const at = timepointName(timepoint);
  if (!enrolled.withheld)
    return `At ${at}, ${countText(followedUp)} of the ${enrolled.count} people who started answered again.`;
  return `At ${at}, ${peopleText(followedUp)} answered again. How many started is given as ${countText(enrolled)} only, so that nobody can be singled out.`;
}

function averageWords({ start, later, change }: FollowUp, scale: ScaleInWords): string {
  if (scale.ordinal)
    return 'The steps of this score have an order and no size, so there is no average.';
  if (!start.available || !later.available) return '';
  const decimals = decimalsFor(scale.range);
  const unit = scale.unit ?? 'points';
  const units = scale.unit === null ? '' : ` ${scale.unit}`;
  const means = [start, later].map(({ mean }) => numberText(mean, decimals)).join(' to ');
  const average = `Their average went from ${means}, on a scale of ${scale.range.join(' to ')}${units} where ${betterWords(scale)}`;
  if (!change.available) return `${average} (no interval: ${change.reason}).`;
  const { mean, interval } = shownChange(change);
  const sides = sidesOf(scale);
  const open = interval.low <= 0 && interval.high >= 0 ? ', so perhaps not at all' : '';
  return `${average}: ${changeWords(mean, { decimals, unit, sides })} (likely ${rangeWords(interval, { decimals, sides })}${open}).`;
}

function unlikeWords({ unlikeItems }: FollowUp): string {
  if (!unlikeItems.withheld && unlikeItems.count === 0) return '';
  return `For ${peopleText(unlikeItems)} the two sums rest on different numbers of questions, so part of the change is not theirs.`;
}

function eachWords({ reliableChange }: FollowUp, { direction, ordinal }: ScaleInWords): string {
  if (ordinal) return '';
  if (direction === 'neither')
    return 'Neither side of this scale is better, so nobody is called better or worse.';
  if (!reliableChange.available)
    return `Person by person, a change cannot be told from the imprecision of the measure: ${reliableChange.reason}.`;
  const { people, n } = reliableChange;
  const [better, same, worse] = [people.improved, people.noReliableChange, people.worse].map(
    (count) => (countText(count, n) === '0' ? 'nobody' : countText(count, n)),
  );
  if (same === 'withheld')
    return 'How many people changed each way is withheld, to protect small groups.';
  return `Person by person, ${better} changed for the better, ${worse} for the worse, and ${same} by less than the imprecision of the measure.`;
}

function lostWords({ lost }: FollowUp): string {
  if (lost.withheld) return '';
  if (lost.count === 0) return 'Everyone who started is counted.';
  return `We do not know how the ${lost.count} who did not answer again are doing.`;
}
