import { timepointName } from '@waymark/model';
import type { ProgramResult, Report, ScaleReport } from '../report/report.js';
import { changeWords, rangeWords, shownChange, sidesOf } from '../text/change-words.js';
import { countText, decimalsFor, peopleText } from '../text/numbers.js';
import { html, type Part } from './html.js';
import { sectionId } from './section-id.js';
import type { Table } from './table.js';

/** All scales and programs in one table: the mean change at each scale's primary timepoint. */
export function atAGlance({ instruments, programs }: Report): Table {
  const rows = instruments.flatMap((instrument) =>
    instrument.scales.map((scale) => [
      html`<a href="#${sectionId(instrument, scale)}">${scale.name}</a>`,
      scale.primaryTimepoint ? timepointName(scale.primaryTimepoint) : '–',
      ...programs.map(({ id }) =>
        cell(
          scale.programs.find(({ program }) => program.id === id),
          scale,
        ),
      ),
    ]),
  );
  return {
    caption: 'Average change since the start, with its likely range',
    columns: [{ name: 'Scale' }, { name: 'At' }, ...programs.map(({ name }) => ({ name }))],
    rows,
    heads: 1,
  };
}

function cell(result: ProgramResult | undefined, scale: ScaleReport): Part {
  if (!result) return 'not asked';
  const found = result.followUps.find(({ timepoint }) => timepoint === scale.primaryTimepoint);
  if (!found) return 'no results yet';
  const { enrolled } = result;
  const { change, followedUp } = found;
  if (!change.available) return change.reason;
  const decimals = decimalsFor(scale.range);
  const sides = sidesOf(scale);
  const amount = { decimals, sides, ...(scale.unit === null ? {} : { unit: scale.unit }) };
  const { mean, interval } = shownChange(change);
  return html`${changeWords(mean, amount)}<br />
    <small>${rangeWords(interval, amount)}</small><br />
    <small>${countText(followedUp)} of ${peopleText(enrolled)}</small>`;
}
