import {
  applySkipRules,
  type Answers,
  type ScaleKey,
  type Score,
  type Scores,
  type ScoringKey,
} from '@waymark/model';
import { combine, mean } from './methods.js';
import { partsOf, partValue, type Part } from './parts.js';
import { throughSteps } from './steps.js';

/**
 * Scores every scale. Answers to items that a skip rule hides are not scored. Missing answers stay
 * missing: a score is a value, or null with the reason. Scales that take other scales' scores stand
 * after them in the key.
 */
export function score(key: ScoringKey, given: Answers): Scores {
  const answers = key.skips ? applySkipRules(key.skips, given).answers : given;
  const scores: { [scale: string]: Score } = {};
  const parts = partsOf(key);
  const incomplete = isIncomplete(key, answers);
  for (let i = 0; i < parts.length; i++) {
    const scale = key.scales[i]!;
    const result = scoreScale(key, scale, parts[i]!, answers, scores);
    scores[scale.id] = incomplete ? withheld(result) : result;
  }
  return scores;
}

function isIncomplete({ minimumAnswered, ranges }: ScoringKey, answers: Answers): boolean {
  if (minimumAnswered === undefined) return false;
  const answered = Object.keys(ranges).filter((id) => typeof answers[id] === 'number');
  return answered.length < minimumAnswered;
}

function withheld({ answered, of }: Score): Score {
  return { value: null, reason: 'form-incomplete', answered, of };
}

/** Whether silence about an item is allowed for by the rule and so is not missing. */
function isExcused({ id, mayNotApply, maySkip }: Part, answers: Answers): boolean {
  return maySkip === true || (mayNotApply === true && answers[id] === 'not-applicable');
}

function scoreScale(
  key: ScoringKey,
  { scales, missing, method, then }: ScaleKey,
  parts: readonly Part[],
  answers: Answers,
  scores: Scores,
): Score {
  const ids: string[] = [];
  const values: number[] = [];
  const silent: string[] = [];
  for (const part of parts) {
    const { id } = part;
    const value = scales ? scores[id]?.value : partValue(part, answers[id]);
    if (typeof value === 'number') {
      ids.push(id);
      values.push(value);
    } else if (!isExcused(part, answers)) silent.push(id);
  }
  const answered = ids.length;
  const of = answered + silent.length;
  const excused = parts.length - of;
  if (answered === 0 || answered < missing.minimumAnswered - excused)
    return { value: null, reason: 'too-few-answered', answered, of };
  // The person's own mean stands in for the silence, so that a sum keeps its metric.
  if (missing.fill === 'person-mean' && silent.length > 0) {
    const own = mean(values);
    for (const id of silent) {
      ids.push(id);
      values.push(own);
    }
  }
  const combined = combine({ ids, values }, method, key.ranges);
  if (combined === null) return { value: null, reason: 'nothing-to-count', answered, of };
  if (!then) return { value: combined, answered, of };
  const result = throughSteps(combined, then);
  return result
    ? { ...result, answered, of }
    : { value: null, reason: 'not-in-table', answered, of };
}
