import { describe, expect, test } from 'vitest';
import { simulatePeople, type SimulatedPerson } from '../../fixtures/tables.js';
import { describeMoments, gatherPatterns, mergePatterns } from '../moments/index.js';
import { gatherScores, type ScoreRows } from './gather-scores.js';

const groups = ['P0', 'P1', 'P2'];
const typed = (scores: readonly (number | null)[]) =>
  Float64Array.from(scores, (score) => score ?? NaN);

function gathered(people: readonly SimulatedPerson[]) {
  const gatherer = gatherScores(4, groups);
  for (const { group, scores } of people) gatherer.addPerson(groups.indexOf(group), typed(scores));
  return gatherer.patterns();
}

function plainly(people: readonly SimulatedPerson[]) {
  const gatherer = gatherPatterns(4);
  for (const { group, scores } of people) gatherer.add(group, scores);
  return gatherer.patterns();
}

const byName = (patterns: ReturnType<typeof gathered>) =>
  new Map(patterns.map(({ group, pattern, moments }) => [`${group} ${pattern}`, moments]));

const people = simulatePeople(500, { seed: 11 });

describe('scores gathered from typed arrays', () => {
  test('have the moments of the plain way, to the last digit for whole numbers', () => {
    expect(byName(gathered(people))).toEqual(byName(plainly(people)));
  });

  test('keep their spread far from zero', () => {
    const far = people.map(({ scores, ...rest }) => ({
      ...rest,
      scores: scores.map((score) => (score === null ? null : 1e9 + score / 7)),
    }));
    const [ours, exact] = [byName(gathered(far)), byName(plainly(far))];
    for (const [name, moments] of exact) {
      const { variance } = describeMoments(moments);
      const found = describeMoments(ours.get(name)!).variance;
      if (variance === null) expect(found).toBeNull();
      else expect(found! / variance).toBeCloseTo(1, 6);
    }
  });

  test('can be gathered in parts and merged', () => {
    const parts = mergePatterns(gathered(people.slice(0, 200)), gathered(people.slice(200)));
    expect(byName(parts)).toEqual(byName(plainly(people)));
  });

  test('leave out a person without any score', () => {
    const gatherer = gatherScores(2, groups);
    gatherer.addPerson(0, Float64Array.of(NaN, NaN));
    expect(gatherer.patterns()).toEqual([]);
  });
});

function rowsOf(all: readonly SimulatedPerson[]): ScoreRows {
  const rows = all.flatMap(({ id, group, scores }) =>
    scores.map((score, timepoint) => ({
      person: Number(id.slice(1)),
      group: groups.indexOf(group),
      timepoint,
      score: score ?? NaN,
    })),
  );
  return {
    person: Int32Array.from(rows, ({ person }) => person),
    group: Uint8Array.from(rows, ({ group }) => group),
    timepoint: Uint8Array.from(rows, ({ timepoint }) => timepoint),
    score: Float64Array.from(rows, ({ score }) => score),
  };
}

describe('rows', () => {
  test('give the same moments as people, also when a person is cut in two chunks', () => {
    const all = rowsOf(people);
    const slice = (from: number, to?: number): ScoreRows => ({
      person: Array.from(all.person).slice(from, to),
      group: Array.from(all.group).slice(from, to),
      timepoint: Array.from(all.timepoint).slice(from, to),
      score: Array.from(all.score).slice(from, to),
    });
    const gatherer = gatherScores(4, groups);
    for (let from = 0; from < all.score.length; from += 333)
      gatherer.addRows(slice(from, from + 333));
    expect(byName(gatherer.patterns())).toEqual(byName(plainly(people)));
  });

  const one = { person: [0, 0], group: [0, 0], timepoint: [0, 1], score: [1, 2] };
  test.each<[string, ScoreRows]>([
    [
      'of a person apart',
      { ...one, person: [0, 1, 0], group: [0, 0, 0], timepoint: [0, 0, 1], score: [1, 2, 3] },
    ],
    ['with two scores at one timepoint', { ...one, timepoint: [1, 1] }],
    ['in two groups', { ...one, group: [0, 1] }],
    ['in a group that is not there', { ...one, group: [9, 9] }],
    ['at a timepoint that is not there', { ...one, timepoint: [0, 4] }],
  ])('%s are a mistake of the program', (_, rows) => {
    const gatherer = gatherScores(4, groups);
    expect(() => {
      gatherer.addRows(rows);
      gatherer.patterns();
    }).toThrow(RangeError);
  });
});

test.each([0, 31])('%i timepoints are a mistake of the program', (timepoints) => {
  expect(() => gatherScores(timepoints, groups)).toThrow(RangeError);
});
