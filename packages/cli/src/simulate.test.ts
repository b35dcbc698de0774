import { readInstruments } from '@waymark/collector';
import { answerFaults, check, scoringKey, Submission } from '@waymark/model';
import { score } from '@waymark/scoring';
import { cronbachAlpha, sampleSummary } from '@waymark/stats';
import { describe, expect, test } from 'vitest';
import { simulate, simulatedPrograms } from './simulate.js';

const library = await readInstruments(new URL('../../../instruments/', import.meta.url));
const submissions = simulate({ seed: 1 }, library);
const ofInstrument = (id: string) => submissions.filter(({ instrument }) => instrument === id);

test('the same seed gives the same submissions, another seed gives others', () => {
  expect(simulate({ seed: 1 }, library)).toEqual(submissions);
  expect(simulate({ seed: 2 }, library)[0]!.id).not.toBe(submissions[0]!.id);
});

test('three programs of forty people, named as simulated, with codes that say so', () => {
  for (const { id, name } of simulatedPrograms) {
    const people = submissions.filter(({ program }) => program === id);
    expect(new Set(people.map(({ participant }) => participant)).size).toBe(40);
    expect(name).toMatch(/^Simulated program [A-C]$/);
  }
  const codes = [...new Set(submissions.map(({ participant }) => participant))].sort();
  expect(codes).toHaveLength(120);
  expect([codes[0], codes.at(-1)]).toEqual(['SIM-0001', 'SIM-0120']);
});

test('answers each of the four instruments', () => {
  const ids = [...new Set(submissions.map(({ instrument }) => instrument))].sort();
  expect(ids).toEqual([
    'cdc-hrqol-4',
    'ipip-via-r-hope',
    'mhsip-functioning',
    'mhsip-social-connectedness',
  ]);
});

test('an instrument without a wording is passed over', () => {
  expect(simulate({ instruments: ['not-there'] }, library)).toEqual([]);
});

test('every submission is one a collector takes: form, answers and scores', () => {
  for (const submission of submissions) {
    const instrument = library.instruments.find(({ id }) => id === submission.instrument)!;
    expect(check(Submission, submission).ok).toBe(true);
    expect(answerFaults(submission.answers, instrument)).toEqual([]);
    expect(submission.scores).toEqual(score(scoringKey(instrument), submission.answers));
  }
  expect(new Set(submissions.map(({ id }) => id)).size).toBe(submissions.length);
});

test('submissions stand in order of completion', () => {
  const moments = submissions.map(({ completedAt }) => Date.parse(completedAt));
  expect(moments).toEqual([...moments].sort((a, b) => a - b));
});

test("a person's timepoints follow one another at their distance or up to two weeks late", () => {
  const days = new Map([
    ['3-months', 91],
    ['6-months', 183],
    ['12-months', 365],
  ]);
  for (const later of ofInstrument('cdc-hrqol-4').filter(({ timepoint }) => days.has(timepoint))) {
    const start = submissions.find(
      ({ participant, timepoint }) => participant === later.participant && timepoint === 'baseline',
    )!;
    const passed = (Date.parse(later.completedAt) - Date.parse(start.completedAt)) / 86_400_000;
    expect(passed - days.get(later.timepoint)!).toBeGreaterThan(-1);
    expect(passed - days.get(later.timepoint)!).toBeLessThan(15);
  }
});

test.each([
  { timepoint: 'baseline', people: 120 },
  { timepoint: '3-months', people: 78 },
  { timepoint: '6-months', people: 75 },
  { timepoint: '12-months', people: 69 },
])('$people people answer at $timepoint', ({ timepoint, people }) => {
  const answered = ofInstrument('mhsip-functioning').filter((s) => s.timepoint === timepoint);
  expect(answered).toHaveLength(people);
});

test('some answers are missing, for the reasons the instrument offers', () => {
  const answers = submissions.flatMap((submission) => Object.values(submission.answers));
  const share = (reason: string) =>
    answers.filter((answer) => answer === reason).length / answers.length;
  for (const reason of ['skipped', 'prefer-not-to-say']) {
    expect(share(reason)).toBeGreaterThan(0.002);
    expect(share(reason)).toBeLessThan(0.015);
  }
  const counts = ofInstrument('cdc-hrqol-4').flatMap((s) => Object.values(s.answers));
  expect(counts).not.toContain('not-applicable');
});

describe('in large numbers', () => {
  const many = simulate({ seed: 5, peopleInEach: 1500 }, library);
  const ofScale = (id: string, scale: string, program: string, timepoint: string) =>
    new Map(
      many
        .filter((s) => s.instrument === id && s.program === program && s.timepoint === timepoint)
        .flatMap((s): [string, number][] => {
          const value = s.scores[scale]?.value;
          return typeof value === 'number' ? [[s.participant, value]] : [];
        }),
    );

  test.each([
    { id: 'mhsip-functioning', reversed: [] as string[] },
    { id: 'mhsip-social-connectedness', reversed: [] },
    { id: 'ipip-via-r-hope', reversed: ['h3', 'h4'] },
  ])('the items of $id go together with an alpha near .8', ({ id, reversed }) => {
    const rows = many
      .filter((s) => s.instrument === id && s.timepoint === 'baseline')
      .map(({ answers }) =>
        Object.entries(answers).map(([item, answer]) => {
          if (typeof answer !== 'number') return null;
          return reversed.includes(item) ? 6 - answer : answer;
        }),
      );
    const found = cronbachAlpha(rows);
    expect(found.computable && found.alpha).toBeGreaterThan(0.77);
    expect(found.computable && found.alpha).toBeLessThan(0.85);
  });

  function improvement(program: string): number {
    const start = ofScale('mhsip-functioning', 'functioning', program, 'baseline');
    const later = ofScale('mhsip-functioning', 'functioning', program, '12-months');
    const changes = [...later].flatMap(([person, value]) =>
      start.has(person) ? [start.get(person)! - value] : [],
    );
    return sampleSummary(changes).mean!;
  }

  test('programs change by different amounts, one hardly at all', () => {
    const [a, b, c] = simulatedPrograms.map(({ id }) => improvement(id)) as [
      number,
      number,
      number,
    ];
    expect(a).toBeGreaterThan(b);
    expect(b).toBeGreaterThan(c);
    expect(Math.abs(c)).toBeLessThan(0.2);
  });

  test('people who start worse are lost more often', () => {
    const start = ofScale('mhsip-functioning', 'functioning', 'simulated-b', 'baseline');
    const later = ofScale('mhsip-functioning', 'functioning', 'simulated-b', '12-months');
    const mean = (kept: boolean) =>
      sampleSummary([...start].filter(([id]) => later.has(id) === kept).map(([, v]) => v)).mean!;
    // Lower is better on this scale.
    expect(mean(false) - mean(true)).toBeGreaterThan(0.1);
  });
});
