import { daysSinceBaseline, timepointName, type Timepoint } from '@waymark/model';
import { scaleLinear, scalePoint } from 'd3-scale';
import { line } from 'd3-shape';
import type { Description, ProgramResult, ScaleReport } from '../report/report.js';
import { briefCount, decimalsFor, numberText } from '../text/numbers.js';
import { at, scaledSvg } from './drawing.js';
import { html, type Html, type Part } from './html.js';

const size = { width: 300, height: 214 };
const box = { left: 34, right: 270, top: 14, bottom: 152 };
const narrowest = 44;

type Point = {
  readonly timepoint: Timepoint;
  readonly people: string;
  readonly found: Description | null;
  /** The mean at the start of the people counted here. */
  readonly sameStart: number | null;
};

/** One program's mean at each timepoint with its interval; up is better wherever a side is. */
export function meansChart(id: string, result: ProgramResult, scale: ScaleReport): Html {
  const points = pointsOf(result);
  const x = acrossTime(points.map(({ timepoint }) => timepoint));
  const [low, high] = scale.range;
  const upwards = scale.direction === 'lower-is-better' ? [high, low] : [low, high];
  const y = scaleLinear(upwards, [box.bottom, box.top]);
  const seen = points.flatMap(({ timepoint, found }) =>
    found ? [[x(timepoint), y(found.mean)] as [number, number]] : [],
  );
  const described = {
    id,
    title: `${result.program.name}: average ${scale.name} over time`,
    text: points.map((point) => pointWords(point, scale)).join('; '),
  };
  return scaledSvg(described, size, [
    y.ticks(5).map((tick) => gridLine(y(tick), numberText(tick, Number.isInteger(tick) ? 0 : 1))),
    seen.length === 0
      ? html`<text class="nothing" x="160" y="88" text-anchor="middle"
          >withheld: too few people</text
        >`
      : null,
    html`<path class="trend" d="${line()(seen) ?? ''}" />`,
    points.map((point) => mark(point, x(point.timepoint), y)),
    points.map((point) => foot(point, x(point.timepoint))),
  ]);
}

function pointsOf({ enrolled, start, followUps }: ProgramResult): readonly Point[] {
  return [
    {
      timepoint: 'baseline',
      people: briefCount(enrolled),
      found: start.available ? start : null,
      sameStart: null,
    },
    ...followUps.map((followUp) => ({
      timepoint: followUp.timepoint,
      people: briefCount(followUp.followedUp),
      found: followUp.later.available ? followUp.later : null,
      sameStart: followUp.start.available ? followUp.start.mean : null,
    })),
  ];
}

// Distances are those of time; where labels would run into each other, timepoints stand evenly.
function acrossTime(timepoints: readonly Timepoint[]): (timepoint: Timepoint) => number {
  const days = timepoints.map(daysSinceBaseline);
  const ends = [box.left + 22, box.right] as const;
  const byTime = scaleLinear([0, Math.max(1, ...days)], ends);
  const crowded = days.some((day, i) => i > 0 && byTime(day) - byTime(days[i - 1]!) < narrowest);
  if (!crowded) return (timepoint) => byTime(daysSinceBaseline(timepoint));
  const even = scalePoint(timepoints, ends);
  return (timepoint) => even(timepoint)!;
}

function gridLine(y: number, label: string): Html {
  return html`<line
      class="grid"
      x1="${box.left}"
      x2="${size.width - 4}"
      y1="${at(y)}"
      y2="${at(y)}"
    />
    <text class="tick" x="${box.left - 6}" y="${at(y + 4)}" text-anchor="end">${label}</text>`;
}

function mark({ found, sameStart }: Point, x: number, y: (score: number) => number): Part {
  const same =
    sameStart === null
      ? null
      : html`<circle class="same-start" cx="${at(x - 8)}" cy="${at(y(sameStart))}" r="3.5" />`;
  if (!found) return same;
  const { mean, interval } = found;
  return [
    same,
    interval &&
      html`<path
        class="interval"
        d="M${at(x - 4)} ${at(y(interval.high))}h8m-4 0V${at(y(interval.low))}m-4 0h8"
      />`,
    html`<circle class="mean" cx="${at(x)}" cy="${at(y(mean))}" r="4.5" />`,
  ];
}

function foot({ timepoint, people }: Point, x: number): Html {
  const [count, unit] = timepointName(timepoint).split(' ') as [string, string | undefined];
  const rows = [count, unit ?? '', `n ${people}`];
  return html`${rows.map(
    (row, i) =>
      html`<text
        class="${i === 2 ? 'people' : 'tick'}"
        x="${at(x)}"
        y="${box.bottom + 20 + 15 * i}"
        text-anchor="middle"
        >${row}</text
      >`,
  )}`;
}

function pointWords({ timepoint, people, found }: Point, { range }: ScaleReport): string {
  const name = timepointName(timepoint);
  if (!found) return `${name}: ${people} people, average not shown`;
  const number = (value: number) => numberText(value, decimalsFor(range));
  const likely = found.interval
    ? `, likely ${number(found.interval.low)} to ${number(found.interval.high)}`
    : '';
  return `${name}: ${people} people, average ${number(found.mean)}${likely}`;
}
