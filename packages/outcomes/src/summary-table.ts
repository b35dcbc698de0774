import { timepointName } from '@waymark/model';
import { betterWords, shownChange, sidesOf } from './text/change-words.js';
import type { ProgramResult, Report, ScaleReport } from './report/report.js';
import { countText, decimalsFor, numberText, rateText, signedText } from './text/numbers.js';

/** The column heads; a scale without a better side has no column for better and worse. */
function headingsOf(scale: ScaleReport): string[] {
  const sides = scale.direction === 'neither' ? [] : ['Better / same / worse'];
  return ['Program', 'Started', 'Again', `Change (+ is ${sidesOf(scale)[0]})`, 'd_z', ...sides];
}

/** The report as plain text for a terminal: per scale, one line for each program. */
export function summaryTable(report: Report): string {
  const scales = report.instruments.flatMap(({ id, version, scales }) =>
    scales.map((scale) => scaleText(scale, `${id} ${version}`)),
  );
  return [
    `Outcome report, ${report.generatedAt.slice(0, 10)}${report.simulated ? ', SIMULATED DATA' : ''}`,
    ...(scales.length === 0 ? ['There are no check-ins to report yet.'] : scales),
    `Groups under ${report.minimumCell} people are withheld; counts under it are ranges. No comparison group.`,
    '',
  ].join('\n\n');
}

function scaleText(scale: ScaleReport, instrument: string): string {
  const [low, high] = scale.range;
  const unit = scale.unit === null ? '' : ` ${scale.unit}`;
  const at = scale.primaryTimepoint ? timepointName(scale.primaryTimepoint) : 'no follow-up yet';
  const headings = headingsOf(scale);
  const rows = [headings, ...scale.programs.map((result) => rowOf(result, scale))];
  const widths = headings.map((_, i) => Math.max(...rows.map((row) => row[i]!.length)));
  return [
    `${scale.name} (${instrument}), ${low} to ${high}${unit}, ${betterWords(scale)}; start to ${at}`,
    ...rows.map((row) => `  ${row.map((cell, i) => cell.padEnd(widths[i]!)).join('  ')}`.trimEnd()),
  ].join('\n');
}

function rowOf({ program, enrolled, followUps }: ProgramResult, scale: ScaleReport): string[] {
  const found = followUps.find(({ timepoint }) => timepoint === scale.primaryTimepoint);
  const start = [program.name, countText(enrolled)];
  if (!found) return [...start, '0', 'nobody has answered again yet', '', ''];
  const { followedUp, rate, change, effectSize, reliableChange } = found;
  const again = `${countText(followedUp)}${rateText(rate)}`;
  if (!change.available) return [...start, again, change.reason, '', ''];
  const decimals = decimalsFor(scale.range);
  const { mean, interval } = shownChange(change);
  const likely = [interval.low, interval.high].map((end) => signedText(end, decimals)).join(' to ');
  const groups = reliableChange.available
    ? (['improved', 'noReliableChange', 'worse'] as const).map((group) =>
        countText(reliableChange.people[group], reliableChange.n).replace(' to ', '-'),
      )
    : ['not available'];
  return [
    ...start,
    again,
    `${signedText(mean, decimals)} (${likely})`,
    effectSize.available ? numberText((effectSize.improvement ?? effectSize).value, 2) : '',
    ...(scale.direction === 'neither' ? [] : [groups.join(' / ')]),
  ];
}
