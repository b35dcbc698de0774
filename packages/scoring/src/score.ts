import {
  applySkipRules,
  type Answers,
  type ScaleKey,
  type Score,
  type Scores,
  type ScoringKey,
} from '@waymark/model';
import { combine, type Values } from './methods.js';
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
  scale: ScaleKey,
  parts: readonly Part[],
  answers: Answers,
  scores: Scores,
): Score {
  const { method, missing, then } = scale;
  // Most scales are a sum or a mean; added up on the way they need no lists.
  const lists = method.name === 'sum' || method.name === 'mean' ? null : emptyLists();
  let total = 0;
  let answered = 0;
  let excused = 0;
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i]!;
    const value = scale.scales ? scores[part.id]?.value : partValue(part, answers[part.id]);
    if (typeof value === 'number') {
      answered += 1;
      total += value;
      lists?.ids.push(part.id);
      lists?.values.push(value);
    } else if (isExcused(part, answers)) excused += 1;
    else lists?.silent.push(part.id);
  }
  const of = parts.length - excused;
  if (answered === 0 || answered < missing.minimumAnswered - excused)
    return { value: null, reason: 'too-few-answered', answered, of };
  const combined = lists
    ? combine(filled(lists, missing, total / answered), method, key.ranges)
    : addedUp(total, answered, { of, fill: missing.fill, mean: method.name === 'mean' });
  if (combined === null) return { value: null, reason: 'nothing-to-count', answered, of };
  if (!then) return { value: combined, answered, of };
  const result = throughSteps(combined, then);
  return result
    ? { ...result, answered, of }
    : { value: null, reason: 'not-in-table', answered, of };
}

type Lists = { readonly ids: string[]; readonly values: number[]; readonly silent: string[] };

function emptyLists(): Lists {
  return { ids: [], values: [], silent: [] };
}

// The person's own mean stands in for the silence, so that a sum keeps its metric.
function filled(
  { ids, values, silent }: Lists,
  { fill }: ScaleKey['missing'],
  own: number,
): Values {
  if (fill === 'none' || silent.length === 0) return { ids, values };
  return { ids: [...ids, ...silent], values: [...values, ...silent.map(() => own)] };
}

// The same, without lists: a mean filled with itself stays as it is.
function addedUp(
  total: number,
  answered: number,
  { of, fill, mean }: { readonly of: number; readonly fill: string; readonly mean: boolean },
): number {
  if (mean) return total / answered;
  return fill === 'none' ? total : total + (of - answered) * (total / answered);
}
