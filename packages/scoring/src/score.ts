import {
  applySkipRules,
  type Answers,
  type ScaleKey,
  type Score,
  type Scores,
  type ScoringKey,
} from '@waymark/model';
import { combine, mean } from './methods.js';
import { throughSteps } from './steps.js';

/** Values by the id of the item or scale they come from. */
type Values = ReadonlyMap<string, number>;

/**
 * Scores every scale. Answers to items that a skip rule hides are not scored. Missing answers stay missing: a score is a value, or null with the reason.
 * Scales that take other scales' scores stand after them in the key.
 */
export function score(key: ScoringKey, given: Answers): Scores {
  const { answers } = applySkipRules(key.skips ?? [], given);
  const scores: { [scale: string]: Score } = {};
  for (const scale of key.scales) scores[scale.id] = scoreScale(key, scale, answers, scores);
  return scores;
}

/** Turns a value around its item's range: the highest becomes the lowest. */
export function reverse(value: number, [lowest, highest]: readonly [number, number]): number {
  return lowest + highest - value;
}

function scoreScale(key: ScoringKey, scale: ScaleKey, answers: Answers, scores: Scores): Score {
  const parts = scale.scales ?? scale.items.filter((id) => applies(id, scale, answers));
  const values = new Map<string, number>();
  for (const id of parts) {
    const value = scale.scales ? scores[id]?.value : itemValue(id, key, scale, answers);
    if (typeof value === 'number') values.set(id, value);
  }
  const counts = { answered: values.size, of: parts.length };
  const excused = (scale.scales ?? scale.items).length - parts.length;
  if (values.size === 0 || values.size < scale.missing.minimumAnswered - excused)
    return { value: null, reason: 'too-few-answered', ...counts };
  const combined = combine(filled(values, parts, scale), scale.method, key.ranges);
  const result = throughSteps(combined, scale.then);
  return result ? { ...result, ...counts } : { value: null, reason: 'not-in-table', ...counts };
}

function applies(id: string, { missing }: ScaleKey, answers: Answers): boolean {
  return !(answers[id] === 'not-applicable' && missing.mayNotApply?.includes(id));
}

function itemValue(id: string, { ranges }: ScoringKey, scale: ScaleKey, answers: Answers) {
  const answer = answers[id];
  if (typeof answer !== 'number') return undefined;
  const recode = scale.recodes?.find(({ items }) => items.includes(id));
  if (recode) return recode.values[answer];
  return scale.reversed.includes(id) ? reverse(answer, ranges[id]!) : answer;
}

// The person's own mean stands in for the silence, so that a sum keeps its metric.
function filled(values: Values, parts: readonly string[], { missing }: ScaleKey): Values {
  if (missing.fill === 'none' || values.size === parts.length) return values;
  const own = mean(values);
  return new Map(parts.map((id) => [id, values.get(id) ?? own]));
}
