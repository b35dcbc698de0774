import { timepointName } from '@waymark/model';
import type { FollowUp, ProgramResult, ScaleReport } from '../report/report.js';
import { changeChart } from './change-chart.js';
import { figureHtml, type Figure } from './figure.js';
import { betterWords } from '../text/change-words.js';
import { flowChart } from './flow-chart.js';
import { html, type Html } from './html.js';
import { meansChart } from './means-chart.js';
import { reliableChangeChart } from './reliable-change-chart.js';
import { changeTable, flowTable, meansTable, reliableChangeTable } from './result-tables.js';

/** What a section needs besides the scale's results. */
export type SectionOptions = {
  /** Unique in the page; the section's address. */
  readonly id: string;
  /** The instrument and its version, to tell tables apart. */
  readonly instrument: string;
  readonly simulated: boolean;
  /** "95%". */
  readonly level: string;
};

/** One scale: what happened in words, then four figures with their numbers. */
export function scaleSection(scale: ScaleReport, options: SectionOptions): Html {
  const { id, instrument, simulated } = options;
  const figures = [
    means(scale, options),
    change(scale, options),
    reliable(scale, id),
    flow(scale, id),
  ].map((figure) => figureHtml({ ...figure, instrument, simulated }));
  return html`<section id="${id}" aria-labelledby="${id}-heading">
    <h3 id="${id}-heading">${scale.name}</h3>
    <p class="about">${about(scale)}</p>
    <div class="panels">
      ${scale.programs.map(
        ({ program, summary }) =>
          html`<div class="summary">
            <h4>${program.name}</h4>
            <p>${summary}</p>
          </div>`,
      )}
    </div>
    <p class="caution">
      There is no comparison group: these numbers do not say what caused a change.
    </p>
    ${figures[0]!}
    <div class="side-by-side">${figures.slice(1, 3)}</div>
    ${figures[3]!}
  </section>`;
}

function about(scale: ScaleReport): string {
  const { range, unit, direction, items, countedWith, primaryTimepoint } = scale;
  const count = items === 1 ? 'One question' : `${items} questions`;
  const sharing =
    countedWith.length === 0
      ? ''
      : ` It shares questions with ${countedWith.join(' and ')}: people are counted here when they have a score on each.`;
  const summary = primaryTimepoint
    ? ` The summary compares the start with ${timepointName(primaryTimepoint)}.`
    : '';
  return `${count}, scored ${range.join(' to ')}${unit === null ? '' : ` ${unit}`}; ${betterWords({ direction })}.${sharing}${summary}`;
}

type Content = Omit<Figure, 'instrument' | 'simulated'>;

function panels(
  scale: ScaleReport,
  id: string,
  chart: (id: string, result: ProgramResult, scale: ScaleReport) => Html,
): Content['drawings'] {
  return scale.programs.map((result, i) => ({
    heading: result.program.name,
    svg: chart(`${id}-${i}`, result, scale),
  }));
}

function means(scale: ScaleReport, { id, level }: SectionOptions): Content {
  const up = {
    'higher-is-better': 'Up is better',
    'lower-is-better': 'Up is better, so the numbers run the other way round',
    neither: 'Up is higher, and neither side is better',
  }[scale.direction];
  return {
    heading: 'Average over time',
    explanation: `${up}. Filled dot: average of the people counted then, with its likely range (${level} confidence interval). Open dot: where those same people started. n: people counted.`,
    drawings: panels(scale, `${id}-means`, meansChart),
    table: meansTable(scale),
  };
}

function change(scale: ScaleReport, { id, level }: SectionOptions): Content {
  const any = anyAtPrimary(scale, (followUp) => followUp.change.available);
  return {
    heading: `Average change, ${timesOf(scale)}`,
    explanation: any
      ? `Change of the same people, with its likely range (${level} confidence interval). The order of programs says nothing.`
      : 'No change can be shown yet.',
    drawings: any ? [{ heading: null, svg: changeChart(`${id}-change`, scale) }] : [],
    table: changeTable(scale),
  };
}

function reliable(scale: ScaleReport, id: string): Content {
  const any = anyAtPrimary(scale, ({ reliableChange }) => reliableChange.available);
  return {
    heading: `Reliable change, ${timesOf(scale)}`,
    explanation: any
      ? 'People whose own change is larger than the imprecision of the measure, and those whose change is not. A dashed end is a number given as a range, to protect small groups.'
      : `Not available: ${reasonForNone(scale)}.`,
    drawings: any ? [{ heading: null, svg: reliableChangeChart(`${id}-reliable`, scale) }] : [],
    table: reliableChangeTable(scale),
  };
}

function flow(scale: ScaleReport, id: string): Content {
  return {
    heading: 'Who answered again',
    explanation:
      'Of the people with a score at the start. A dashed end is a number given as a range, to protect small groups.',
    drawings: panels(scale, `${id}-flow`, flowChart),
    table: flowTable(scale),
  };
}

function timesOf({ primaryTimepoint }: ScaleReport): string {
  return primaryTimepoint ? `start to ${timepointName(primaryTimepoint)}` : 'since the start';
}

function anyAtPrimary(
  { programs, primaryTimepoint }: ScaleReport,
  test: (followUp: FollowUp) => boolean,
): boolean {
  return programs.some(({ followUps }) =>
    followUps.some((followUp) => followUp.timepoint === primaryTimepoint && test(followUp)),
  );
}

function reasonForNone({ programs, primaryTimepoint }: ScaleReport): string {
  const found = programs
    .flatMap(({ followUps }) => followUps)
    .find(({ timepoint }) => timepoint === primaryTimepoint)?.reliableChange;
  return found && !found.available ? found.reason : 'nobody has answered again yet';
}
