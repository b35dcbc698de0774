import type { Report } from '../report/report.js';
import { countText } from '../text/numbers.js';
import { atAGlance } from './at-a-glance.js';
import { html, htmlText, styleElement, type Html } from './html.js';
import { instrumentSection } from './instrument-section.js';
import { reportStyle } from './report-style.js';
import { tableHtml } from './table.js';

/**
 * The report as one HTML file that needs nothing else: no script, one style element, drawings with
 * the numbers behind them, fit for screen readers, narrow screens, dark mode and paper. Everything
 * in it comes from the report, so nothing is shown that the JSON withholds.
 */
export function renderReport(report: Report): string {
  const title = report.simulated ? 'Outcome report (simulated data)' : 'Outcome report';
  const page = html`<html lang="en">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>${title}</title>
      ${styleElement(reportStyle)}
    </head>
    <body class="${report.simulated ? 'simulated' : 'real'}">
      <a class="skip" href="#results">Skip to the results</a>
      ${header(report)}
      <main id="results" tabindex="-1">
        ${overview(report)}
        ${report.instruments.map((instrument) => instrumentSection(instrument, report))}
        ${limitsSection(report)} ${methodsSection(report)}
      </main>
      <footer><p>Made with Waymark. The same report is there as data, in JSON.</p></footer>
    </body>
  </html>`;
  return `<!doctype html>\n${htmlText(page)}\n`;
}

function header({ simulated, programs, generatedAt, period }: Report): Html {
  return html`<header>
    ${
      simulated
        ? html`<p class="banner">
            <strong>Simulated data.</strong> No person gave these answers. They show what a report
            looks like.
          </p>`
        : null
    }
    <h1>How people’s scores changed</h1>
    <p>${programs.map(({ name }) => name).join(' · ')}</p>
    <p>
      ${period && `Check-ins from ${monthText(period.from)} to ${monthText(period.to)}. `}Made on
      <time datetime="${generatedAt}">${dayText(generatedAt)}</time>.
    </p>
  </header>`;
}

const months =
  'January February March April May June July August September October November December'.split(
    ' ',
  );

function monthText(moment: string): string {
  return `${months[Number(moment.slice(5, 7)) - 1]!} ${moment.slice(0, 4)}`;
}

function dayText(moment: string): string {
  return monthText(moment).replace(' ', ` ${Number(moment.slice(8, 10))}, `);
}

function overview(report: Report): Html {
  const { setAside, otherMetric, leftOut, minimumCell, instruments } = report;
  if (instruments.length === 0)
    return html`<section>
      <h2>At a glance</h2>
      <p>There are no check-ins to report yet.</p>
    </section>`;
  return html`<section>
    <h2>At a glance</h2>
    <p>
      Each number compares people with themselves: how they answered at the start and how they
      answered later. “Better” and “worse” follow each scale’s own direction. The likely range is
      where the average change of all such people probably lies. Groups of fewer than ${minimumCell}
      people are not shown. Programs stand in the order they were named; this is not a ranking.
    </p>
    ${tableHtml(atAGlance(report))}
    ${
      setAside.withheld || setAside.count > 0
        ? html`<p class="note">
            Check-ins set aside because the same person answered again at the same timepoint:
            ${countText(setAside)}.
          </p>`
        : null
    }
    ${
      otherMetric.withheld || otherMetric.count > 0
        ? html`<p class="note">
            Check-ins not counted because a score lies outside its scale, so that it was made in
            another metric: ${countText(otherMetric)}.
          </p>`
        : null
    }
    ${
      leftOut.length > 0
        ? html`<p class="note">
            Not in this report, because their definition is not at hand:
            ${leftOut.map(({ instrument, version }) => `${instrument} ${version}`).join(', ')}.
          </p>`
        : null
    }
  </section>`;
}

function limitsSection({ limits }: Report): Html {
  return html`<section>
    <h2>What this report cannot say</h2>
    <ul>
      ${limits.map((limit) => html`<li>${limit}</li>`)}
    </ul>
  </section>`;
}

function methodsSection({ methods }: Report): Html {
  return html`<section>
    <h2>How the numbers were made</h2>
    <dl>
      ${methods.map(
        ({ name, meaning, reference }) =>
          html`<dt>${name}</dt>
            <dd>
              ${meaning}${reference === null ? null : html`<br /><small>${reference}</small>`}
            </dd>`,
      )}
    </dl>
  </section>`;
}
