import { timepointName } from '@waymark/model';
import type { Available } from '../report/available.js';
import type {
  Description,
  EffectSize,
  FollowUp,
  ProgramResult,
  ScaleReport,
} from '../report/report.js';
import { sidesOf } from '../text/change-words.js';
import { countText, numberText, pText, shareText, signedText } from '../text/numbers.js';
import type { Cell, Column, Table } from './table.js';

const who: readonly Column[] = [{ name: 'Program' }, { name: 'Timepoint' }];
const dash = '–';
const decimals = 2;
const starred = '* is the timepoint of the summary';

function numeric(...names: string[]): Column[] {
  return names.map((name) => ({ name, numeric: true }));
}

function number(value: number): string {
  return numberText(value, decimals);
}

function signed(value: number): string {
  return signedText(value, decimals);
}

function span({ low, high }: { readonly low: number; readonly high: number }): string {
  return `${number(low)} to ${number(high)}`;
}

/** Each follow-up of each program as one row. */
function perFollowUp(
  { programs, primaryTimepoint }: ScaleReport,
  row: (followUp: FollowUp, result: ProgramResult) => readonly Cell[],
): (readonly Cell[])[] {
  return programs.flatMap((result) =>
    result.followUps.map((followUp) => {
      const star = followUp.timepoint === primaryTimepoint ? ' *' : '';
      const timepoint = timepointName(followUp.timepoint) + star;
      return [result.program.name, timepoint, ...row(followUp, result)];
    }),
  );
}

/** A row of cells, or the reason why there are none across all of them. */
function cells<T extends object>(
  found: Available<T>,
  across: number,
  of: (value: Readonly<T>) => readonly Cell[],
): readonly Cell[] {
  return found.available ? of(found) : [{ across, reason: found.reason }];
}

/** The numbers behind the averages over time. */
export function meansTable(scale: ScaleReport): Table {
  const described = (found: Available<Description>) =>
    cells(found, 3, ({ mean, sd, interval }) => [
      number(mean),
      number(sd),
      interval ? span(interval) : dash,
    ]);
  const sameStart = (found: Available<Description>) =>
    found.available ? [number(found.mean), number(found.sd)] : [dash, dash];
  const rows = scale.programs.flatMap(({ program, enrolled, start, followUps }) => [
    [program.name, 'start', countText(enrolled), ...described(start), dash, dash],
    ...followUps.map((followUp) => [
      program.name,
      timepointName(followUp.timepoint),
      countText(followUp.followedUp),
      ...described(followUp.later),
      ...sameStart(followUp.start),
    ]),
  ]);
  return {
    caption: `${scale.name}: averages over time`,
    columns: [
      ...who,
      ...numeric('n', 'Mean', 'SD', 'Likely range', 'Same people at the start: mean', 'SD'),
    ],
    rows,
    heads: 2,
  };
}

function effectText({ value, interval, improvement }: EffectSize): string {
  const shown = improvement ?? { value, interval };
  return `${signed(shown.value)} (${span(shown.interval)})`;
}

/** The numbers behind the change of each program. */
export function changeTable(scale: ScaleReport): Table {
  const rows = perFollowUp(scale, ({ followedUp, change, effectSize }) => [
    countText(followedUp),
    ...cells(change, 7, ({ mean, sd, improvement, interval, t, df, p }) => [
      signed(mean),
      number(sd),
      span(interval),
      improvement ? signed(improvement.mean) : dash,
      `${numberText(t, 2)} (${df})`,
      pText(p),
      effectSize.available ? effectText(effectSize) : dash,
    ]),
  ]);
  return {
    caption: `${scale.name}: change since the start; ${starred}`,
    columns: [
      ...who,
      ...numeric(
        'n',
        'Change',
        'SD of change',
        'Likely range',
        'Turned: + is better',
        'Paired t (df)',
        'p',
        `d_z (likely range): + is ${sidesOf(scale)[0]}`,
      ),
    ],
    rows,
    heads: 2,
  };
}

/** The numbers behind reliable change; `null` when there are none for any program. */
export function reliableChangeTable(scale: ScaleReport): Table | null {
  const followUps = scale.programs.flatMap((result) => result.followUps);
  if (!followUps.some(({ reliableChange }) => reliableChange.available)) return null;
  const rows = perFollowUp(scale, ({ followedUp, reliableChange }) => [
    countText(followedUp),
    ...cells(reliableChange, 6, ({ people, n, threshold, reliability }) => [
      countText(people.improved, n),
      countText(people.noReliableChange, n),
      countText(people.worse, n),
      String(threshold),
      reliability.value.toFixed(2),
      `${reliability.type}: ${reliability.source}`,
    ]),
  ]);
  return {
    caption: `${scale.name}: reliable change; ${starred}`,
    columns: [
      ...who,
      ...numeric('n', 'Better', 'No reliable change', 'Worse', 'Beyond', 'Reliability'),
      { name: 'Reliability from' },
    ],
    rows,
    heads: 2,
  };
}

/** The numbers behind who answered again, with how those lost compare at the start. */
export function flowTable(scale: ScaleReport): Table {
  const rows = perFollowUp(scale, (followUp, { enrolled }) => [
    countText(enrolled),
    countText(followUp.followedUp),
    countText(followUp.lost),
    followUp.rate ? shareText(followUp.rate) : dash,
    ...cells(followUp.completersAgainstLost, 5, (found) => [
      number(found.followedUp.mean),
      number(found.lost.mean),
      signed(found.difference),
      span(found.interval),
      pText(found.p),
    ]),
  ]);
  return {
    caption: `${scale.name}: who answered again, and how they and those lost scored at the start; ${starred}`,
    columns: [
      ...who,
      ...numeric(
        'Started',
        'Answered again',
        'Lost',
        'Rate',
        'Start mean: again',
        'lost',
        'Difference',
        'Likely range',
        'p (Welch)',
      ),
    ],
    rows,
    heads: 2,
  };
}
