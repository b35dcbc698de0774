import { areas, rightsClasses, type Instrument } from '@waymark/model';
import type { CatalogueEntry } from './catalogue-entries.js';
import { filterScript, style } from './catalogue-assets.js';

/** The catalogue of a library as one HTML file that needs nothing else. */
export function cataloguePage(listed: readonly CatalogueEntry[]): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Instruments in Waymark</title>
<style>${style}</style>
</head>
<body>
<header>
<h1>Instruments in Waymark</h1>
<p>What each instrument measures, who owns it, and what is known of it. Made from the definitions by <code>waymark instrument catalogue</code>.</p>
</header>
<main>
<form role="search" aria-label="Find instruments">
<p><label for="words">Words</label><input id="words" type="search" autocomplete="off"></p>
<p><label for="area">Area</label><select id="area">${choices('All areas', areas)}</select></p>
<p><label for="rights">Rights</label><select id="rights">${choices('All rights', rightsClasses)}</select></p>
</form>
<p id="count" role="status">${listed.length} of ${listed.length} instruments</p>
${listed.map(entry).join('\n')}
</main>
<script>${filterScript}</script>
</body>
</html>
`;
}

function choices(all: string, values: readonly string[]): string {
  const options = values.map((value) => `<option value="${value}">${plain(value)}</option>`);
  return `<option value="">${all}</option>${options.join('')}`;
}

function entry({ instrument, wordings }: CatalogueEntry): string {
  const { id, name, area, rights, measures, minutes, items, verified } = instrument;
  const facts: [string, string][] = [
    ['Area', plain(area)],
    ['Items', String(items.length)],
    ['Minutes', String(minutes)],
    ['Rights', `${plain(rights.class)}: ${rights.holder}`],
    ['Key', verified === false ? 'not verified: part of it is still to be checked' : 'verified'],
    ['Wording', wordings.map(wordingText).join('; ') || 'brought by the organisation'],
    ['Languages', wordings.map(({ wording }) => wording.language).join(', ') || 'none here'],
    ['Reliability', list(reliabilities(instrument))],
    ['Thresholds', list(thresholds(instrument))],
    ['Sources', list(instrument.sources.map((source) => source.citation))],
  ];
  return `<article data-area="${area}" data-rights="${rights.class}" aria-labelledby="${id}">
<h2 id="${id}">${escaped(name)}</h2>
<p>${escaped(measures)}.</p>
<dl>
${facts.map(([term, text]) => `<div><dt>${term}</dt><dd>${term.match(/^(?:Rel|Thr|Sou)/) ? text : escaped(text)}</dd></div>`).join('\n')}
</dl>
</article>`;
}

function wordingText({ wording, pack }: CatalogueEntry['wordings'][number]): string {
  const where = pack === undefined ? '' : `, in the ${pack} pack`;
  return `${wording.language} ${wording.status} (${wording.translation.status})${where}`;
}

function reliabilities({ scales }: Instrument): string[] {
  return scales.flatMap((scale) =>
    scale.reliability.map(
      ({ type, value, population, n, mark }) =>
        `${scale.name}: ${type} ${value}, ${population}${n === undefined ? '' : `, n = ${n}`}${unsure(mark)}`,
    ),
  );
}

function thresholds({ scales }: Instrument): string[] {
  return scales.flatMap((scale) =>
    scale.thresholds.map(({ side, value, strict, meaning, mark }) => {
      const or = strict ? '' : ' or equal to';
      return `${scale.name} ${side}${or} ${value}: ${meaning}${unsure(mark)}`;
    }),
  );
}

function unsure(mark: string): string {
  return mark === 'memory' ? ' (not confirmed)' : '';
}

function list(texts: readonly string[]): string {
  if (texts.length === 0) return 'none cited';
  return `<ul>${texts.map((text) => `<li>${escaped(text)}</li>`).join('')}</ul>`;
}

function plain(value: string): string {
  return value.replaceAll('-', ' ');
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
