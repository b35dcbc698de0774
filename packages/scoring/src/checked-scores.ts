import {
  answerFaults,
  scoringKey,
  whyNotPool,
  type Answers,
  type Checked,
  type Fault,
  type Instrument,
  type Scores,
} from '@waymark/model';
import { score } from './score.js';

/** Answers, and the instrument and version they were given to. */
export type Answered = {
  readonly instrument: string;
  readonly version: string;
  readonly answers: Answers;
};

/**
 * Scores answers from outside, or says why not: they were given to another instrument or version, or
 * in another coding, so that values are not on offer (a K10 coded 1 to 5 scored as one coded 0 to
 * 4). Use it wherever answers do not come from our own page; `score` takes what it is given.
 */
export function checkedScores(instrument: Instrument, given: Answered): Checked<Scores> {
  const faults = [...identityFaults(instrument, given), ...answerFaults(given.answers, instrument)];
  if (faults.length > 0) return { ok: false, faults };
  return { ok: true, value: score(scoringKey(instrument), given.answers) };
}

function identityFaults(instrument: Instrument, { instrument: id, version }: Answered): Fault[] {
  const why = whyNotPool(instrument, { id, version });
  if (why === null) return [];
  return id === instrument.id
    ? [{ path: 'version', found: 'string', rule: `must be ${instrument.version}: ${why}` }]
    : [{ path: 'instrument', found: 'string', rule: `must be ${instrument.id}: ${why}` }];
}
