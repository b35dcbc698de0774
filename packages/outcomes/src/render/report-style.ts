/**
 * The report's style sheet, the one style element in the page. A server that sends a content
 * security policy can allow it by its hash.
 */
export const reportStyle = `
:root {
  color-scheme: light dark;
  --page: #ffffff; --panel: #f5f7f9; --ink: #1b2530; --quiet: #4d5a68; --line: #c6ced7;
  --grid: #e1e6eb; --mark: #1d5f9e; --better: #1d5f9e; --same: #c9d1da; --worse: #b45309;
  --on-fill: #ffffff; --link: #134f8a; --warn: #fff4d6; --warn-ink: #4a3600; --warn-line: #b98900;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #12181f; --panel: #1a222b; --ink: #e8edf2; --quiet: #adb9c5; --line: #46525f;
    --grid: #2b3540; --mark: #7db8f0; --better: #7db8f0; --same: #55626f; --worse: #f0a35c;
    --on-fill: #12181f; --link: #9ccbf7; --warn: #3a2e05; --warn-ink: #ffe9a8; --warn-line: #c79a1b;
  }
}
@media (forced-colors: active) {
  :root {
    --page: Canvas; --panel: Canvas; --ink: CanvasText; --quiet: CanvasText; --line: CanvasText;
    --grid: CanvasText; --mark: Highlight; --better: Highlight; --same: Canvas; --worse: CanvasText;
    --on-fill: Canvas; --link: LinkText; --warn: Canvas; --warn-ink: CanvasText; --warn-line: CanvasText;
  }
  svg { forced-color-adjust: none; }
  .grid { stroke-opacity: 0.3; }
}
* { box-sizing: border-box; }
html { font: 100%/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
body { margin: 0; background: var(--page); color: var(--ink); overflow-wrap: break-word; }
header, main, footer { max-inline-size: 66rem; margin-inline: auto; padding-inline: 1rem; }
header { padding-block-start: 1.5rem; }
footer { padding-block: 2rem; color: var(--quiet); }
main:focus { outline: none; }
h1 { font-size: clamp(1.7rem, 1.3rem + 2vw, 2.4rem); line-height: 1.15; margin: 0.5rem 0; }
h2 { font-size: 1.5rem; line-height: 1.25; margin: 3rem 0 0.5rem; padding-block-start: 1rem; border-block-start: 3px solid var(--ink); }
h3 { font-size: 1.25rem; line-height: 1.3; margin: 2.25rem 0 0.25rem; }
h4 { font-size: 1rem; line-height: 1.4; margin: 0; }
p { margin: 0.5rem 0; max-inline-size: 44rem; }
header p { margin: 0.25rem 0; color: var(--quiet); }
ul, dl { max-inline-size: 44rem; }
ul { padding-inline-start: 1.25rem; }
li { margin-block: 0.5rem; }
dt { font-weight: 600; margin-block-start: 1rem; }
dd { margin: 0; }
small, .credit, .about, .note { color: var(--quiet); font-size: 0.9em; }
a { color: var(--link); }
a:focus-visible, summary:focus-visible, .scroll:focus-visible { outline: 3px solid var(--mark); outline-offset: 2px; }
.skip { position: absolute; inset-inline-start: 1rem; inset-block-start: -4rem; background: var(--page); padding: 0.5rem 1rem; }
.skip:focus { inset-block-start: 0.5rem; }
header .banner { background: var(--warn); color: var(--warn-ink); border: 2px solid var(--warn-line); padding: 0.6rem 1rem; max-inline-size: none; }
.summary { border-inline-start: 4px solid var(--line); padding-inline-start: 0.9rem; margin-block: 1rem; }
.summary p { margin-block: 0.15rem; }
.caution { font-style: italic; }
.panels > .summary { margin-block: 0.5rem; }
figure { margin: 1.25rem 0; }
figcaption p { color: var(--quiet); font-size: 0.9rem; margin-block: 0.15rem 0.75rem; }
.panels { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 17rem), 1fr)); gap: 1.25rem; }
.panel { max-inline-size: 34rem; }
.panel-name { font-weight: 600; margin: 0; }
.single { max-inline-size: 40rem; }
@media (min-width: 56rem), print {
  .side-by-side { display: grid; grid-template-columns: 1fr 1fr; column-gap: 2.5rem; }
  .side-by-side > figure { display: contents; }
  .side-by-side figcaption { grid-row: 1; }
  .side-by-side .single { grid-row: 2; }
  .side-by-side > :first-child > :not(details) { grid-column: 1; }
  .side-by-side > :last-child > :not(details) { grid-column: 2; }
  .side-by-side details { grid-column: 1 / -1; margin-block: 0.25rem; min-inline-size: 0; }
}
svg { display: block; overflow: visible; max-inline-size: 100%; font-size: 13px; }
svg.scaled { inline-size: 100%; max-inline-size: 21rem; block-size: auto; }
svg text { fill: var(--ink); paint-order: stroke; stroke: var(--page); stroke-width: 3px; stroke-linejoin: round; }
svg .tick, svg .people, svg .side { fill: var(--quiet); font-size: 12px; }
svg .people { fill: var(--ink); }
svg .row-name { font-weight: 600; }
svg .row-words, svg .nothing { font-size: 12px; }
svg .nothing { fill: var(--quiet); }
.grid { stroke: var(--grid); stroke-width: 1; }
.zero { stroke: var(--ink); stroke-width: 1.5; }
.interval { stroke: var(--mark); stroke-width: 2; fill: none; }
.mean { fill: var(--mark); }
.trend { fill: none; stroke: var(--mark); stroke-width: 1.5; opacity: 0.55; }
.same-start { fill: var(--page); stroke: var(--quiet); stroke-width: 1.5; }
.edge { stroke: var(--ink); stroke-width: 1; }
.fill-better { fill: var(--better); }
.fill-same { fill: var(--same); }
.fill-worse { fill: var(--worse); }
.on-fill { stroke: var(--on-fill); stroke-width: 1.4; }
.dot { fill: var(--on-fill); }
.withheld { fill: var(--panel); stroke: var(--quiet); stroke-width: 1; stroke-dasharray: 4 3; }
.people-bar { fill: var(--mark); }
details { margin-block: 0.75rem; }
summary { cursor: pointer; padding-block: 0.35rem; color: var(--link); }
.scroll { overflow-x: auto; margin-block: 0.5rem; }
table { border-collapse: collapse; font-size: 0.9rem; font-variant-numeric: tabular-nums; inline-size: 100%; }
caption { text-align: start; font-weight: 600; padding-block: 0.25rem; }
caption span { display: inline-block; position: sticky; inset-inline-start: 0; max-inline-size: min(100%, calc(100vw - 2rem)); }
th, td { padding: 0.35rem 0.75rem 0.35rem 0; vertical-align: top; border-block-end: 1px solid var(--line); text-align: start; }
thead th { border-block-end: 2px solid var(--ink); vertical-align: bottom; }
tbody th { font-weight: 500; }
tbody th:first-child { min-inline-size: 7rem; }
tbody th:nth-child(2) { white-space: nowrap; }
.number { text-align: end; white-space: nowrap; }
thead .number { white-space: normal; }
td.text { min-inline-size: 8.5rem; }
.reason { color: var(--quiet); font-style: italic; min-inline-size: 14rem; }
@page { margin: 18mm 16mm; @bottom-right { content: counter(page); font: 9pt sans-serif; } }
@page simulated { @top-right { content: "Simulated data"; font: 9pt sans-serif; } }
body.simulated { page: simulated; }
@media print {
  :root { color-scheme: light; }
  html { font-size: 10pt; }
  header, main, footer { max-inline-size: none; padding-inline: 0; }
  .skip { display: none; }
  h2, h3, h4, .about, figcaption, caption { break-after: avoid; }
  figcaption, .about { break-inside: avoid; }
  .panels { grid-template-columns: repeat(auto-fit, minmax(13rem, 1fr)); gap: 1rem; }
  .side-by-side { column-gap: 1.5rem; }
  figure > div, .summary, tr, li, dd { break-inside: avoid; }
  details::details-content { content-visibility: visible; block-size: auto; }
  summary { display: none; }
  .scroll { overflow: visible; }
  table { font-size: 7.5pt; }
  th, td { padding: 0.15rem 0.5rem 0.15rem 0; }
  td.text, .reason { min-inline-size: 0; }
  svg { font-size: 11px; }
  thead { display: table-header-group; }
  a { color: inherit; text-decoration: none; }
  svg { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;
