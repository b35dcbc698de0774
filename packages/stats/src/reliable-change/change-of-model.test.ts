import { describe, expect, test } from 'vitest';
import { columnsOfPeople, readColumns, simulatePeople } from '../../fixtures/tables.js';
import { fitMixedModel, parseFormula, type DataColumns, type RowsFit } from '../mixed/index.js';
import type { Result } from '../result.js';
import { reliableChangeOfModel } from './change-of-model.js';

function sure<T extends object>(result: Result<T>): T {
  if (!result.computable) throw new Error(result.reason);
  return result as T;
}

const fitted = (formula: string, data: DataColumns): RowsFit =>
  sure(fitMixedModel(parseFormula(formula), data));

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
const mean = (values: readonly number[]) => sum(values) / values.length;

/** Intercept and slope of one person's own line, and what it leaves over. */
function ownLine(times: readonly number[], scores: readonly number[]) {
  const [centre, level] = [mean(times), mean(scores)];
  const spread = sum(times.map((time) => (time - centre) ** 2));
  const slope = sum(times.map((time, j) => (time - centre) * (scores[j]! - level))) / spread;
  const start = level - slope * centre;
  const rest = sum(times.map((time, j) => (scores[j]! - start - slope * time) ** 2));
  return { start, slope, rest };
}

/**
 * Everybody's slope and its conditional SD by hand, for complete data at common times: own lines b
 * scatter with S = D + s^2 (Z'Z)^-1 about their mean, so D follows, and what is known of a person is
 * mean + D S^-1 (b - mean) with covariance D - D S^-1 D.
 */
function byHand(times: readonly number[], people: readonly (readonly number[])[]) {
  const lines = people.map((scores) => ownLine(times, scores));
  const n = lines.length;
  const residual = sum(lines.map(({ rest }) => rest)) / (n * (times.length - 2));
  const [start, slope] = [mean(lines.map((l) => l.start)), mean(lines.map((l) => l.slope))];
  const away = lines.map((line) => [line.start - start, line.slope - slope] as const);
  const cross = (a: 0 | 1, b: 0 | 1) => sum(away.map((d) => d[a] * d[b])) / (n - 1);
  const s = [cross(0, 0), cross(0, 1), cross(1, 1)] as const;
  const squares = sum(times.map((time) => time ** 2));
  const determinant = times.length * squares - sum(times) ** 2;
  const noise = [squares, -sum(times), times.length].map((x) => (residual * x) / determinant);
  const [d01, d11] = [s[1] - noise[1]!, s[2] - noise[2]!];
  const area = s[0] * s[2] - s[1] ** 2;
  // The slope's row of D S^-1.
  const weights = [(d01 * s[2] - d11 * s[1]) / area, (d11 * s[0] - d01 * s[1]) / area] as const;
  const conditionalSd = Math.sqrt(d11 - weights[0] * d01 - weights[1] * d11);
  return away.map((d) => ({
    slope: slope + weights[0] * d[0] + weights[1] * d[1],
    conditionalSd,
  }));
}

test('complete data at common times give the closed form', () => {
  const people = simulatePeople(60, { seed: 4, groups: 1, missing: 0 });
  const fit = fitted('score ~ month + (month | id)', columnsOfPeople(people));
  expect(fit.status).toBe('converged');
  const found = sure(reliableChangeOfModel(fit, { time: 'month', direction: -1 }));
  const hand = byHand(
    [0, 3, 6, 12],
    people.map(({ scores }) => scores.map((score) => score!)),
  );
  const bySubject = new Map(found.people.map((one) => [one.subject, one]));
  people.forEach(({ id }, i) => {
    const { slope, conditionalSd, index, outcome } = bySubject.get(id)!;
    expect(slope).toBeCloseTo(hand[i]!.slope, 8);
    expect(conditionalSd).toBeCloseTo(hand[i]!.conditionalSd, 8);
    expect(index).toBeCloseTo(hand[i]!.slope / hand[i]!.conditionalSd, 6);
    const better = -index > 1.96;
    const worse = index > 1.96;
    expect(outcome).toBe(better ? 'improved' : worse ? 'worse' : 'no reliable change');
  });
  const { improved, worse } = found.counts;
  expect(improved).toBeGreaterThan(0);
  expect(improved + worse + found.counts['no reliable change']).toBe(60);
});

describe('sleep deprivation, a change of ten milliseconds a day', () => {
  const fit = fitted('Reaction ~ Days + (Days | Subject)', readColumns('sleepstudy'));
  const found = sure(reliableChangeOfModel(fit, { time: 'Days', direction: -1 }));

  test('gives each subject the slope R prints: coef of lme4 for subject 308', () => {
    expect(found.people[0]).toMatchObject({ subject: '308', outcome: 'worse' });
    expect(found.people[0]!.slope).toBeCloseTo(10.4673 + 9.199, 3);
  });

  test('holds it against the conditional SD R prints: 2.3048, which makes an index of 8.5326', () => {
    expect(found.people[0]!.conditionalSd).toBeCloseTo(2.3048, 4);
    expect(found.people[0]!.index).toBeCloseTo(8.5326, 4);
  });

  test('says apart who changed and who changed more than others', () => {
    const { slope, departure } = found.people[0]!;
    expect(slope - departure).toBeCloseTo(10.4673, 4);
  });

  test('turns round with the direction of better', () => {
    const turned = sure(reliableChangeOfModel(fit, { time: 'Days', direction: 1 }));
    expect(turned.counts.improved).toBe(found.counts.worse);
    expect(turned.counts.worse).toBe(found.counts.improved);
  });

  test('is strict: an index at the critical value is no reliable change', () => {
    const critical = Math.abs(found.people[0]!.index);
    const rule = { time: 'Days', direction: 1, critical } as const;
    expect(sure(reliableChangeOfModel(fit, rule)).people[0]!.outcome).toBe('no reliable change');
  });
});

test('a person is expected to change as the group does, where groups differ', () => {
  const people = simulatePeople(90, { seed: 3 });
  const fit = fitted('score ~ month * group + (month | id)', columnsOfPeople(people));
  const { people: found } = sure(reliableChangeOfModel(fit, { time: 'month', direction: -1 }));
  const at = (name: string) => fit.coefficients.get(name) ?? 0;
  for (const { subject, slope, departure } of found) {
    const { group } = people.find(({ id }) => id === subject)!;
    expect(slope - departure).toBeCloseTo(at('month') + at(`month:group${group}`), 10);
  }
});

test('neither the unit of scores nor of time changes an index', () => {
  const people = simulatePeople(40, { seed: 9 });
  const data = columnsOfPeople(people);
  const rule = { time: 'month', direction: -1 } as const;
  const plain = sure(reliableChangeOfModel(fitted('score ~ month + (month | id)', data), rule));
  const moved = {
    ...data,
    score: Array.from(data['score']!, (score) => (score === null ? null : 7 * Number(score) - 30)),
    month: Array.from(data['month']!, (month) => Number(month) / 12),
  };
  const other = sure(reliableChangeOfModel(fitted('score ~ month + (month | id)', moved), rule));
  plain.people.forEach(({ index }, i) => expect(other.people[i]!.index).toBeCloseTo(index, 6));
});

test('where slopes do not differ there is nothing to classify', () => {
  // Everybody moves in step: what is left over cannot be told from people's own slopes.
  const scores = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].flatMap((person) =>
    [0, 1, 2, 3].map((month) => ({
      id: `s${person}`,
      month,
      score: 3 * person + month + ([1, -1, -1, 1] as const)[month]! * (person % 2 === 0 ? 1 : -1),
    })),
  );
  const fit = fitted('score ~ month + (month | id)', {
    id: scores.map(({ id }) => id),
    month: scores.map(({ month }) => month),
    score: scores.map(({ score }) => score),
  });
  expect(fit.status).toBe('boundary');
  expect(fit.covariances[0]!.sd[1]).toBeCloseTo(0, 12);
  expect(reliableChangeOfModel(fit, { time: 'month', direction: 1 })).toEqual({
    computable: false,
    reason: 'people do not differ in their change: a slope variance of zero',
    n: 10,
  });
});

test.each([
  { what: 'no random slope', formula: 'score ~ month + (1 | id)' },
  { what: 'slopes of programs too', formula: 'score ~ month + (month | group) + (month | id)' },
])('a model with $what is refused', ({ formula }) => {
  const fit = fitted(formula, columnsOfPeople(simulatePeople(40, { seed: 2 })));
  expect(() => reliableChangeOfModel(fit, { time: 'month', direction: -1 })).toThrow(RangeError);
});
