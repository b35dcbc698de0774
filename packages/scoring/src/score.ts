import type { Answers, ScaleKey, Score, Scores, ScoringKey } from '@waymark/model';
import { methods } from './methods.js';

/** Scores every scale. Missing answers stay missing: a score is a value, or null with the reason. */
export function score(key: ScoringKey, answers: Answers): Scores {
  return Object.fromEntries(key.scales.map((scale) => [scale.id, scoreScale(key, scale, answers)]));
}

function scoreScale({ ranges }: ScoringKey, scale: ScaleKey, answers: Answers): Score {
  const answered = scale.items.flatMap((id) => {
    const answer = answers[id];
    if (typeof answer !== 'number') return [];
    return [scale.reversed.includes(id) ? reverse(answer, ranges[id]!) : answer];
  });
  const counts = { answered: answered.length, of: scale.items.length };
  if (answered.length < scale.missing.minimumAnswered)
    return { value: null, reason: 'too-few-answered', ...counts };
  return { value: methods[scale.method.name](filled(answered, scale), scale.method), ...counts };
}

/** Turns a value around its item's range: the highest becomes the lowest. */
export function reverse(value: number, [lowest, highest]: readonly [number, number]): number {
  return lowest + highest - value;
}

// The person's own mean stands in for the silence, so that a sum keeps its metric.
function filled(answered: readonly number[], { items, missing }: ScaleKey): readonly number[] {
  if (missing.fill === 'none' || answered.length === items.length) return answered;
  const mean = methods.mean(answered);
  return [...answered, ...Array<number>(items.length - answered.length).fill(mean)];
}
