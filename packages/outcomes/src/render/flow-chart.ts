import { timepointName } from '@waymark/model';
import { bounds, type Count } from '../report/count.js';
import type { ProgramResult, ScaleReport } from '../report/report.js';
import { countText, rateText } from '../text/numbers.js';
import { percent, stretchedSvg } from './drawing.js';
import { html, type Html } from './html.js';

const rowHeight = 34;

type Row = { readonly label: string; readonly count: Count };

/** How many of one program's people started and how many answered again at each timepoint. */
export function flowChart(
  id: string,
  { program, enrolled, followUps }: ProgramResult,
  scale: ScaleReport,
): Html {
  const rows: Row[] = [
    { label: `start: ${countText(enrolled)} people`, count: enrolled },
    ...followUps.map(({ timepoint, followedUp, rate }) => ({
      label: `${timepointName(timepoint)}: ${countText(followedUp)}${rateText(rate)}`,
      count: followedUp,
    })),
  ];
  const most = Math.max(1, ...rows.map(({ count }) => bounds(count)[1]));
  const described = {
    id,
    title: `${program.name}: who answered ${scale.name} again`,
    text: rows.map(({ label }) => label).join('; '),
  };
  return stretchedSvg(
    described,
    rowHeight * rows.length,
    rows.map(({ label, count }, i) => rowOf(label, count, most, rowHeight * i)),
  );
}

function rowOf(label: string, count: Count, most: number, y: number): Html {
  const [low, high] = bounds(count).map((end) => (99.5 * end) / most) as [number, number];
  return html`<text class="row-words" x="0" y="${y + 13}">${label}</text>
    ${
      high > low
        ? html`<rect
            class="withheld"
            x="${percent(low)}"
            y="${y + 18}"
            width="${percent(high - low)}"
            height="9"
          />`
        : null
    }
    <rect class="people-bar" x="0" y="${y + 18}" width="${percent(low)}" height="9" />`;
}
