import type { MissingReason } from '@waymark/model';
import type { InstrumentReport, Report } from '../report/report.js';
import { countText, levelText } from '../text/numbers.js';
import { html, type Html } from './html.js';
import { scaleSection } from './scale-section.js';
import { sectionId } from './section-id.js';
import { tableHtml, type Table } from './table.js';

const reasons: readonly (readonly [MissingReason, string])[] = [
  ['skipped', 'Left blank'],
  ['prefer-not-to-say', 'Prefer not to say'],
  ['not-applicable', 'Not applicable'],
  ['dont-know', 'Don’t know'],
  ['not-shown', 'Not shown'],
  ['unreadable', 'Unreadable'],
];

/** One instrument version: what it measures, its scales, and the answers that are missing. */
export function instrumentSection(instrument: InstrumentReport, report: Report): Html {
  const { name, version, measures, credit, otherVersions, neverPooledWith, scales } = instrument;
  const { simulated } = report;
  return html`<section>
    <h2>${name}</h2>
    <p>${measures}. <span class="credit">Version ${version}. ${credit}</span></p>
    ${
      otherVersions.length === 0
        ? null
        : html`<p class="note">
            Also answered in version ${otherVersions.join(', ')}. Versions are never pooled: each is
            reported on its own.
          </p>`
    }
    ${neverPooledWith.map(
      (other) => html`<p class="note">Never taken together with ${other.name}: ${other.why}.</p>`,
    )}
    ${scales.map((scale) =>
      scaleSection(scale, {
        id: sectionId(instrument, scale),
        instrument: `${name} ${version}`,
        simulated,
        level: levelText(report.level),
      }),
    )}
    <details>
      <summary>Missing answers: ${name}</summary>
      ${tableHtml(missingTable(instrument))}
    </details>
  </section>`;
}

function missingTable({ name, version, missingAnswers }: InstrumentReport): Table {
  return {
    caption: `${name} ${version}: answers without a value, all timepoints together`,
    columns: [
      { name: 'Program' },
      ...reasons.map(([, heading]) => ({ name: heading, numeric: true })),
    ],
    rows: missingAnswers.map(({ program, answers }) => [
      program.name,
      ...reasons.map(([reason]) => countText(answers[reason])),
    ]),
    heads: 1,
  };
}
