import { readFileSync } from 'node:fs';
import type { Scale } from '@waymark/model';
import { describe, expect, test } from 'vitest';
import { exampleInstrument, exampleScale, submissionsOf, type Course } from '../example-data.js';
import { changeReport } from './change-report.js';

// test/parity: data and values printed by R; see meta.json there for versions, README for names.
const folder = new URL('../../../../test/parity/', import.meta.url);
const read = (file: string) => readFileSync(new URL(file, folder), 'utf8');

type InR = {
  readonly program: string;
  readonly enrolled: number;
  readonly waves: readonly {
    readonly month: number;
    readonly n: number;
    readonly mean: number;
    readonly sd: number | null;
    readonly meanCI95?: readonly number[];
  }[];
  readonly change: readonly {
    readonly month: number;
    readonly nPaired: number;
    readonly followUpRate: number;
    readonly meanPre: number;
    readonly meanPost: number;
    readonly meanChange: number;
    readonly sdPre: number;
    readonly sdPost: number;
    readonly sdChange: number;
    readonly t: {
      readonly computable?: false;
      readonly statistic: number;
      readonly df: number;
      readonly p: number;
      readonly ci95: readonly number[];
    };
    readonly effect: { readonly dz: number; readonly dzCI95: readonly number[] };
  }[];
  readonly attrition: {
    readonly completers: number;
    readonly lost: number;
    readonly baselineCompletersVsLost?: {
      readonly means: readonly number[];
      readonly difference: number;
      readonly welch: {
        readonly statistic: number;
        readonly df: number;
        readonly p: number;
        readonly ci95: readonly number[];
      };
    };
  };
};

function coursesOf(csv: string): Map<string, Course[]> {
  const people = new Map<
    string,
    { program: string; course: { [timepoint: string]: number | null } }
  >();
  for (const line of csv.trim().split('\n').slice(1)) {
    const [program, id, , month, score] = line.split(',') as [
      string,
      string,
      string,
      string,
      string,
    ];
    const person = people.get(id) ?? { program, course: {} };
    people.set(id, person);
    person.course[month === '0' ? 'baseline' : `${month}-months`] =
      score === '' ? null : Number(score);
  }
  const byProgram = new Map<string, Course[]>();
  for (const { program, course } of people.values())
    byProgram.set(program, [...(byProgram.get(program) ?? []), course]);
  return byProgram;
}

/** The report on one data set, beside what R prints for it. */
function reportOn(name: string, direction: Scale['direction']) {
  const inR = JSON.parse(read(`program-report-${name}.json`)) as {
    readonly data: string;
    readonly programs: InR[];
  };
  const courses = coursesOf(read(`data/${inR.data}`));
  const scale = exampleScale({ id: 'only', items: ['a'], range: [-1000, 1000], direction });
  const instrument = exampleInstrument([scale]);
  const programs = inR.programs.map(({ program }) => ({
    id: program.toLowerCase(),
    name: program,
  }));
  // A minimum of 1 withholds nothing, so that every number can be compared.
  const { instruments } = changeReport(
    programs.flatMap(({ id, name }) => submissionsOf(courses.get(name)!, instrument, id)),
    { instruments: [instrument], programs, generatedAt: new Date('2026-01-01'), minimumCell: 1 },
  );
  const results = instruments[0]!.scales[0]!.programs;
  return inR.programs.map((expected, i) => ({
    ...expected,
    data: inR.data,
    sign: direction === 'higher-is-better' ? 1 : -1,
    result: results[i]!,
  }));
}

function near(found: number, expected: number, relative: number): void {
  const allowed = relative * Math.max(Math.abs(expected), 1e-3);
  expect(Math.abs(found - expected), `${found} is not ${expected}`).toBeLessThanOrEqual(allowed);
}

describe.each([...reportOn('a', 'lower-is-better'), ...reportOn('b', 'higher-is-better')])(
  '$program of $data gives what R prints',
  ({ result, sign, enrolled, waves, change, attrition }) => {
    test('the number enrolled and the start', () => {
      expect(result.enrolled).toEqual({ withheld: false, count: enrolled });
      const [start] = waves;
      expect(result.start.available).toBe(start!.n >= 2);
      if (!result.start.available) return;
      near(result.start.mean, start!.mean, 1e-12);
      near(result.start.sd, start!.sd!, 1e-12);
      near(result.start.interval!.low, start!.meanCI95![0]!, 1e-9);
      near(result.start.interval!.high, start!.meanCI95![1]!, 1e-9);
    });

    test.each(change)('change after $month months', (expected) => {
      const found = result.followUps.find(
        ({ timepoint }) => timepoint === `${expected.month}-months`,
      )!;
      expect(found.followedUp).toEqual({ withheld: false, count: expected.nPaired });
      if (expected.nPaired > 0) near(found.rate!.from, expected.followUpRate, 1e-12);
      expect(found.change.available).toBe(
        expected.t?.statistic !== undefined && expected.t.computable !== false,
      );
      if (!found.change.available || !found.start.available || !found.later.available) return;
      near(found.start.mean, expected.meanPre, 1e-12);
      near(found.later.mean, expected.meanPost, 1e-12);
      near(found.start.sd, expected.sdPre, 1e-12);
      near(found.later.sd, expected.sdPost, 1e-12);
      near(found.change.mean, expected.meanChange, 1e-10);
      near(found.change.sd, expected.sdChange, 1e-10);
      near(found.change.t, expected.t.statistic, 1e-10);
      expect(found.change.df).toBe(expected.t.df);
      near(found.change.p, expected.t.p, 1e-9);
      near(found.change.interval.low, expected.t.ci95[0]!, 1e-9);
      near(found.change.interval.high, expected.t.ci95[1]!, 1e-9);
      near(found.change.improvement!.mean, sign * expected.meanChange, 1e-10);
      near(
        found.change.improvement!.interval.low,
        sign === 1 ? expected.t.ci95[0]! : -expected.t.ci95[1]!,
        1e-9,
      );
      if (!found.effectSize.available) throw new Error('an effect size belongs to a change');
      near(found.effectSize.value, expected.effect.dz, 1e-10);
      expect(found.effectSize.interval.low).toBeCloseTo(expected.effect.dzCI95[0]!, 6);
      expect(found.effectSize.interval.high).toBeCloseTo(expected.effect.dzCI95[1]!, 6);
      near(found.effectSize.improvement!.value, sign * expected.effect.dz, 1e-10);
    });

    test('those followed up against those lost at 12 months', () => {
      const found = result.followUps.find(({ timepoint }) => timepoint === '12-months')!;
      expect(found.followedUp).toEqual({ withheld: false, count: attrition.completers });
      expect(found.lost).toEqual({ withheld: false, count: attrition.lost });
      const expected = attrition.baselineCompletersVsLost;
      expect(found.completersAgainstLost.available).toBe(expected?.welch.statistic !== undefined);
      if (!found.completersAgainstLost.available) return;
      const { followedUp, lost, difference, t, df, p, interval } = found.completersAgainstLost;
      near(followedUp.mean, expected!.means[0]!, 1e-12);
      near(lost.mean, expected!.means[1]!, 1e-12);
      near(difference, expected!.difference, 1e-10);
      near(t, expected!.welch.statistic, 1e-10);
      near(df, expected!.welch.df, 1e-10);
      near(p, expected!.welch.p, 1e-9);
      near(interval.low, expected!.welch.ci95[0]!, 1e-9);
      near(interval.high, expected!.welch.ci95[1]!, 1e-9);
    });
  },
);
