import { scaleLinear } from 'd3-scale';
import type { FollowUp, ScaleReport } from '../report/report.js';
import { changeWords, rangeWords, shownChange, sidesOf } from '../text/change-words.js';
import { countText, decimalsFor, signedText } from '../text/numbers.js';
import { at, percent, stretchedSvg } from './drawing.js';
import { html, type Html } from './html.js';
import { shortName } from './short-name.js';

const rowHeight = 64;
const top = 26;

type Row = { readonly name: string; readonly followUp: FollowUp | undefined };

/** Each program's mean change at the primary timepoint with its interval; right is better where a side is. */
export function changeChart(id: string, scale: ScaleReport): Html {
  const rows = scale.programs.map(({ program, followUps }) => ({
    name: program.name,
    followUp: followUps.find(({ timepoint }) => timepoint === scale.primaryTimepoint),
  }));
  const [above, below] = sidesOf(scale);
  const x = scaleLinear(reach(rows), [4, 96]).nice(4);
  const bottom = top + rowHeight * rows.length;
  const described = {
    id,
    title: `Change in ${scale.name}, program by program`,
    text: rows.map((row) => `${row.name}: ${words(row, scale)}`).join('; '),
  };
  return stretchedSvg(described, bottom + 24, [
    html`<text class="side" x="0" y="12">← ${below}</text>
      <text class="side" x="100%" y="12" text-anchor="end">${above} →</text>`,
    x
      .ticks(5)
      .map((tick) =>
        axisTick(percent(x(tick)), signedText(tick, tickDecimals(x.ticks(5))), bottom),
      ),
    html`<line
      class="zero"
      x1="${percent(x(0))}"
      x2="${percent(x(0))}"
      y1="${top - 6}"
      y2="${bottom}"
    />`,
    rows.map((row, i) => rowOf(row, scale, x, top + rowHeight * i)),
  ]);
}

function reach(rows: readonly Row[]): [number, number] {
  const ends = rows.flatMap(({ followUp }) => {
    if (!followUp?.change.available) return [];
    const { interval } = shownChange(followUp.change);
    return [interval.low, interval.high];
  });
  const far = Math.max(0, ...ends.map(Math.abs));
  return far === 0 ? [-1, 1] : [-far, far];
}

function tickDecimals(ticks: readonly number[]): number {
  const step = Math.abs((ticks[1] ?? 1) - (ticks[0] ?? 0));
  return Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
}

function axisTick(x: string, label: string, bottom: number): Html {
  return html`<line class="grid" x1="${x}" x2="${x}" y1="${top - 6}" y2="${bottom}" />
    <text class="tick" x="${x}" y="${bottom + 17}" text-anchor="middle">${label}</text>`;
}

function rowOf(row: Row, scale: ScaleReport, x: (value: number) => number, y: number): Html {
  const change = row.followUp?.change;
  const shown = change?.available ? shownChange(change) : null;
  return html`<text class="row-name" x="0" y="${y + 14}">${shortName(row.name)}</text>
    <text class="row-words" x="0" y="${y + 31}">${words(row, scale)}</text>
    ${shown && bar(shown.mean, shown.interval, x, y + 46)}`;
}

function bar(
  mean: number,
  { low, high }: { readonly low: number; readonly high: number },
  x: (value: number) => number,
  y: number,
): Html {
  return html`<line
      class="interval"
      x1="${percent(x(low))}"
      x2="${percent(x(high))}"
      y1="${y}"
      y2="${y}"
    />
    ${[low, high].map(
      (end) =>
        html`<line
          class="interval"
          x1="${percent(x(end))}"
          x2="${percent(x(end))}"
          y1="${y - 5}"
          y2="${y + 5}"
        />`,
    )}
    <circle class="mean" cx="${percent(x(mean))}" cy="${at(y)}" r="5.5" />`;
}

function words({ followUp }: Row, { range, unit, direction }: ScaleReport): string {
  if (!followUp) return 'nobody asked at this timepoint yet';
  const { change, followedUp } = followUp;
  if (!change.available) return change.reason;
  const sides = sidesOf({ direction });
  const amount = { decimals: decimalsFor(range), sides, ...(unit === null ? {} : { unit }) };
  const { mean, interval } = shownChange(change);
  return `${changeWords(mean, amount)} (${rangeWords(interval, amount)}), n ${countText(followedUp)}`;
}
