import { bounds, type Count } from '../report/count.js';
import type { ReliableChangeCounts, ScaleReport } from '../report/report.js';
import { countText } from '../text/numbers.js';
import { percent, stretchedSvg } from './drawing.js';
import { html, type Html } from './html.js';
import { shortName } from './short-name.js';

const groups = [
  { key: 'improved', word: 'better', x: '0' },
  { key: 'noReliableChange', word: 'no reliable change', x: '27%' },
  { key: 'worse', word: 'worse', x: '78%' },
] as const;
const top = 34;

/** The bars of one program: exact counts, ranges, or nothing but words. */
type Bars =
  | { readonly kind: 'stacked' | 'ranges'; readonly counts: ReliableChangeCounts }
  | { readonly kind: 'words'; readonly words: string };

/**
 * People of each program by what reliably changed for them, as stacked bars told apart by pattern,
 * order and words. Where counts are withheld each group has its own bar, dashed as far as it may go.
 */
export function reliableChangeChart(id: string, scale: ScaleReport): Html {
  const rows = scale.programs.map((result) => ({
    name: result.program.name,
    bars: barsFor(result, scale),
  }));
  let height = top;
  const drawn = rows.map(({ name, bars }) => {
    const y = height;
    height += heightOf(bars);
    return html`<text class="row-name" x="0" y="${y + 14}">${shortName(name)}</text>
      ${bars.kind === 'ranges' ? ranges(bars.counts, id, y + 20) : stacked(bars, id, y + 31)}`;
  });
  const described = {
    id,
    title: `Reliable change in ${scale.name}, program by program`,
    text: rows.map(({ name, bars }) => `${name}: ${words(bars)}`).join('; '),
  };
  return stretchedSvg(described, height, [patterns(id), legend(id), drawn]);
}

function barsFor(
  { followUps }: ScaleReport['programs'][number],
  { primaryTimepoint }: ScaleReport,
): Bars {
  const found = followUps.find(({ timepoint }) => timepoint === primaryTimepoint)?.reliableChange;
  if (!found) return { kind: 'words', words: 'nobody asked at this timepoint yet' };
  if (!found.available) return { kind: 'words', words: 'not available, see the numbers' };
  const { people, n } = found;
  const withheld = groups.filter(({ key }) => people[key].withheld);
  if (withheld.length === 0) return { kind: 'stacked', counts: found };
  if (withheld.every(({ key }) => countText(people[key], n) === 'withheld'))
    return { kind: 'words', words: `withheld for all ${n}, to protect small groups` };
  return { kind: 'ranges', counts: found };
}

function heightOf(bars: Bars): number {
  if (bars.kind === 'words') return 50;
  if (bars.kind === 'stacked') return 76;
  return groups.reduce((sum, { key }) => sum + lineHeight(bars.counts.people[key]), 36);
}

// A group of nobody has words and no bar.
function lineHeight(count: Count): number {
  return bounds(count)[1] === 0 ? 16 : 31;
}

function words(bars: Bars): string {
  if (bars.kind === 'words') return bars.words;
  return groups.map(({ key, word }) => `${countText(bars.counts.people[key])} ${word}`).join(' · ');
}

function legend(id: string): Html {
  return html`${groups.map(
    ({ key, word, x }) =>
      html`<svg x="${x}" overflow="visible">
        <rect class="edge" x="1" y="2" width="14" height="14" fill="url(#${id}-${key})" />
        <text class="row-words" x="21" y="14">${word}</text>
      </svg>`,
  )}`;
}

function patterns(id: string): Html {
  return html`<defs>
    <pattern id="${id}-improved" width="8" height="8" patternUnits="userSpaceOnUse">
      <rect class="fill-better" width="8" height="8" />
      <path class="on-fill" d="M-2 2l4-4M0 8l8-8M6 10l4-4" />
    </pattern>
    <pattern id="${id}-noReliableChange" width="8" height="8" patternUnits="userSpaceOnUse">
      <rect class="fill-same" width="8" height="8" />
    </pattern>
    <pattern id="${id}-worse" width="8" height="8" patternUnits="userSpaceOnUse">
      <rect class="fill-worse" width="8" height="8" />
      <circle class="dot" cx="4" cy="4" r="1.6" />
    </pattern>
  </defs>`;
}

function stacked(bars: Bars, id: string, y: number): Html {
  const text = html`<text class="row-words" x="0" y="${y}">${words(bars)}</text>`;
  if (bars.kind === 'words') return text;
  const { people, n } = bars.counts;
  let before = 0;
  const parts = groups.map(({ key }) => {
    const [count] = bounds(people[key]);
    const from = before;
    before += count;
    return count === 0 ? null : rect(from / n, count / n, { y: y + 8, height: 20, id, key });
  });
  return html`${text} ${parts}`;
}

function ranges({ people, n }: ReliableChangeCounts, id: string, top: number): Html {
  let y = top;
  return html`${groups.map(({ key, word }) => {
    const line = y;
    y += lineHeight(people[key]);
    const [low, high] = bounds(people[key]);
    return html`<text class="row-words" x="0" y="${line + 11}"
        >${countText(people[key])} ${word}</text
      >
      ${high > low ? dashed(low / n, (high - low) / n, line + 16) : null}
      ${low > 0 ? rect(0, low / n, { y: line + 16, height: 9, id, key }) : null}`;
  })}`;
}

function dashed(from: number, width: number, y: number): Html {
  return html`<rect
    class="withheld"
    x="${percent(99.5 * from)}"
    y="${y}"
    width="${percent(99.5 * width)}"
    height="9"
  />`;
}

function rect(
  from: number,
  width: number,
  at: { readonly y: number; readonly height: number; readonly id: string; readonly key: string },
): Html {
  return html`<rect
    class="edge"
    x="${percent(99.5 * from)}"
    y="${at.y}"
    width="${percent(99.5 * width)}"
    height="${at.height}"
    fill="url(#${at.id}-${at.key})"
  />`;
}
