import {
  answerFaults,
  applySkipRules,
  canonicalJson,
  scoringKey,
  typeOf,
  type Envelope,
  type Fault,
  type Instrument,
  type Score,
  type Scores,
  type Submission,
} from '@waymark/model';
import { score } from '@waymark/scoring';
import type { InstrumentLibrary } from '../instruments/read-instruments.js';

/** What is wrong with an opened submission: its routing, instrument, wording, answers or scores. */
export function submissionFaults(
  submission: Submission,
  envelope: Pick<Envelope, 'id' | 'program'>,
  library: InstrumentLibrary,
): Fault[] {
  const routing = routingFaults(submission, envelope);
  const instrument = library.instruments.find(({ id }) => id === submission.instrument);
  if (!instrument) return [...routing, fault('instrument', 'must be one that this collector has')];
  if (instrument.version !== submission.version)
    return [...routing, fault('version', `must be ${instrument.version}, as on this collector`)];
  const answers = [
    ...answerFaults(submission.answers, instrument),
    ...hiddenFaults(submission, instrument),
    ...apartFaults(submission, instrument),
  ];
  return [
    ...routing,
    ...momentFaults(submission),
    ...(answers.length > 0 ? answers : scoreFaults(submission, instrument)),
  ];
}

function fault(path: string, rule: string): Fault {
  return { path, found: 'string', rule };
}

function routingFaults(submission: Submission, envelope: Pick<Envelope, 'id' | 'program'>) {
  return (['id', 'program'] as const).flatMap((path) =>
    submission[path] === envelope[path] ? [] : [fault(path, `must be the envelope's ${path}`)],
  );
}

function momentFaults({ completedAt }: Submission): Fault[] {
  return Number.isNaN(Date.parse(completedAt))
    ? [fault('completedAt', 'must be a moment that exists')]
    : [];
}

// A value that the person did not mean to give any more must not be among those that count.
function hiddenFaults({ answers }: Submission, { items }: Instrument): Fault[] {
  const { apart } = applySkipRules(items, answers);
  return Object.entries(apart)
    .filter(([, answer]) => typeof answer === 'number')
    .map(([id]) => ({ path: `answers.${id}`, found: 'number', rule: 'must be not-shown' }));
}

function apartFaults({ answers, apart = {} }: Submission, instrument: Instrument): Fault[] {
  const faults = answerFaults(apart, instrument).map((one) => ({
    ...one,
    path: one.path.replace(/^answers/, 'apart'),
  }));
  if (faults.length > 0) return faults;
  const { answers: shown } = applySkipRules(instrument.items, answers);
  return Object.entries(apart)
    .filter(([id]) => shown[id] !== 'not-shown')
    .map(([id, answer]) => ({
      path: `apart.${id}`,
      found: typeOf(answer),
      rule: 'must be an item that the answers hide',
    }));
}

function scoreFaults({ answers, scores }: Submission, instrument: Instrument): Fault[] {
  const expected: Scores = score(scoringKey(instrument), answers);
  const scales = [...new Set([...Object.keys(expected), ...Object.keys(scores)])];
  return scales
    .filter((scale) => twelveDigits(scores[scale]) !== twelveDigits(expected[scale]))
    .map((scale) => ({
      path: `scores.${scale}`,
      found: typeOf(scores[scale]),
      rule: expected[scale]
        ? 'must be the score of the answers'
        : 'must be a scale of the instrument',
    }));
}

// A page of another version may add in another order, which moves the last digits of a sum.
function twelveDigits(score: Score | undefined): string {
  const rounded = Object.entries(score ?? {}).map(([name, value]) => [
    name,
    typeof value === 'number' ? Number(value.toPrecision(12)) : value,
  ]);
  return canonicalJson(Object.fromEntries(rounded));
}
