import {
  scoringKey,
  type Answers,
  type Instrument,
  type Scale,
  type Submission,
} from '@waymark/model';
import { reverse } from '@waymark/scoring';
import { cronbachAlpha } from '@waymark/stats';
import { unavailable, type Available } from './available.js';
import type { ReliabilityUsed } from './report.js';

const adding = ['sum', 'mean', 'percent-of-maximum'];

/**
 * The reliability to judge a person's change with: the first in the definition that someone read in
 * its source (mark `seen`), else Cronbach's alpha of the program's own answers at the start. Not
 * rounded here; round it before it is published.
 */
export function reliabilityFor(
  scale: Scale,
  instrument: Instrument,
  submissions: readonly Submission[],
  minimumCell: number,
): Available<ReliabilityUsed> {
  const published = scale.reliability.find(({ mark }) => mark === 'seen');
  if (!published) return ownAlpha(scale, instrument, submissions, minimumCell);
  const citation = instrument.sources.find(({ id }) => id === published.source)?.citation;
  return {
    available: true,
    value: published.value,
    type: published.type,
    source: `${citation ?? published.source} (${published.population})`,
    sampleBased: false,
  };
}

function ownAlpha(
  scale: Scale,
  instrument: Instrument,
  submissions: readonly Submission[],
  minimumCell: number,
): Available<ReliabilityUsed> {
  if (scale.items.length === 1)
    return unavailable(
      'no published reliability was read, and a single question has none of its own to compute',
    );
  if (!adding.includes(scale.method.name) || scale.scales || scale.recodes)
    return unavailable(
      'no published reliability was read, and alpha fits only scores that add up their questions',
    );
  const answered = submissions
    .filter(({ timepoint }) => timepoint === 'baseline')
    .map(({ answers }) => answers);
  const alpha = cronbachAlpha(itemRows(answered, scale, instrument));
  if (!alpha.computable)
    return unavailable(`no published reliability was read, and ${alpha.reason}`);
  if (alpha.n < minimumCell)
    return unavailable(
      `no published reliability was read, and fewer than ${minimumCell} people answered every question at the start`,
    );
  if (alpha.alpha <= 0)
    return unavailable(
      'no published reliability was read, and the answers at the start do not go together (alpha is not above zero)',
    );
  return {
    available: true,
    value: alpha.alpha,
    type: "Cronbach's alpha",
    source: "this program's own answers at the start (sample-based)",
    sampleBased: true,
  };
}

/** Each person's values on the scale's items, reversed items turned; `null` where there is none. */
function itemRows(
  people: readonly Answers[],
  { items, reversed }: Scale,
  instrument: Instrument,
): (number | null)[][] {
  const { ranges } = scoringKey(instrument);
  return people.map((answers) =>
    items.map((id) => {
      const answer = answers[id];
      if (typeof answer !== 'number') return null;
      return reversed.includes(id) ? reverse(answer, ranges[id]!) : answer;
    }),
  );
}
