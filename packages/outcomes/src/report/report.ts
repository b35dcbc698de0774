import type { MissingReason, Scale, Timepoint } from '@waymark/model';
import type { Interval } from '@waymark/stats';
import type { Available } from './available.js';
import type { Count } from './count.js';
import type { FollowUpFlow } from './people-flow.js';
import type { ThreeGroups } from './three-groups.js';

/** A program as the report names it. */
export type ReportProgram = { readonly id: string; readonly name: string };

/** A method that stands behind numbers of the report, with what it means and where it comes from. */
export type MethodNote = {
  readonly name: string;
  readonly meaning: string;
  readonly reference: string | null;
};

/** Scores of one group of people at one timepoint. */
export type Description = {
  readonly n: number;
  readonly mean: number;
  /** Sample standard deviation. */
  readonly sd: number;
  /** Of the mean; `null` when all scores are the same. */
  readonly interval: Interval | null;
  readonly method: 'mean, sample standard deviation, t interval';
};

/** The mean change of the same people, later minus start. */
export type MeanChange = {
  readonly n: number;
  readonly mean: number;
  readonly sd: number;
  readonly interval: Interval;
  readonly t: number;
  readonly df: number;
  /** Two-sided. */
  readonly p: number;
  /** The same turned by the scale's direction: above zero is better; null when neither side is. */
  readonly improvement: { readonly mean: number; readonly interval: Interval } | null;
  readonly method: 'paired t test';
};

/** The mean change in units of the spread of the changes. */
export type EffectSize = {
  readonly value: number;
  readonly interval: Interval;
  /** The same turned by the scale's direction: above zero is better; null when neither side is. */
  readonly improvement: { readonly value: number; readonly interval: Interval } | null;
  readonly method: "Cohen's d_z, noncentral t interval";
};

/** The reliability that reliable change was judged with, and who says so. */
export type ReliabilityUsed = {
  /** To two decimals. */
  readonly value: number;
  readonly type: string;
  readonly source: string;
  /** True when it was computed from this program's own answers. */
  readonly sampleBased: boolean;
};

/** How many people changed by more than the imprecision of the measure, each way. */
export type ReliableChangeCounts = {
  readonly people: ThreeGroups<Count>;
  readonly n: number;
  /** A change must exceed this to count, in points, to three digits. */
  readonly threshold: number;
  readonly reliability: ReliabilityUsed;
  readonly method: 'Jacobson-Truax';
};

/** Scores at the start of those who answered again and of those who did not. */
export type CompletersAgainstLost = {
  readonly followedUp: Description;
  readonly lost: Description;
  /** Followed up minus lost. */
  readonly difference: number;
  readonly interval: Interval;
  readonly t: number;
  readonly df: number;
  /** Two-sided. */
  readonly p: number;
  readonly method: 'Welch t test';
};

/** What became of the people enrolled by one later timepoint. */
export type FollowUp = FollowUpFlow & {
  readonly timepoint: Timepoint;
  /** The start of those who answered again. */
  readonly start: Available<Description>;
  readonly later: Available<Description>;
  readonly change: Available<MeanChange>;
  readonly effectSize: Available<EffectSize>;
  readonly reliableChange: Available<ReliableChangeCounts>;
  readonly completersAgainstLost: Available<CompletersAgainstLost>;
  /** Of those followed up, people whose two sums rest on different numbers of items. */
  readonly unlikeItems: Count;
};

/** One program's results on one scale. */
export type ProgramResult = {
  readonly program: ReportProgram;
  /** The results in words. */
  readonly summary: string;
  /** People with a score at the start. */
  readonly enrolled: Count;
  /** The start of all who are enrolled. */
  readonly start: Available<Description>;
  /** People with a later score and none at the start; they are in no other number. */
  readonly withoutStart: Count;
  readonly followUps: readonly FollowUp[];
};

/** One scale of one instrument version, program by program. */
export type ScaleReport = Pick<Scale, 'id' | 'name' | 'range' | 'direction'> & {
  readonly unit: string | null;
  /** Whether its steps have an order and no size, so that no average is given. */
  readonly ordinal: boolean;
  readonly items: number;
  /** Names of the scales that share items with it; all count the same people. */
  readonly countedWith: readonly string[];
  /** The timepoint the summary and the comparison of programs are about. */
  readonly primaryTimepoint: Timepoint | null;
  readonly programs: readonly ProgramResult[];
};

/** Answers without a value in one program, by reason. */
export type MissingAnswers = {
  readonly program: ReportProgram;
  readonly answers: { readonly [reason in MissingReason]: Count };
};

/** One instrument version; versions are never pooled. */
export type InstrumentReport = {
  readonly id: string;
  readonly version: string;
  readonly name: string;
  readonly measures: string;
  readonly credit: string;
  /** Other versions in the same data, reported on their own. */
  readonly otherVersions: readonly string[];
  /** Other instruments in the same data that look alike and are never taken together with this. */
  readonly neverPooledWith: readonly { readonly name: string; readonly why: string }[];
  readonly missingAnswers: readonly MissingAnswers[];
  readonly scales: readonly ScaleReport[];
};

/** Everything a report says, as data; `renderReport` makes a page of it. */
export type Report = {
  readonly generatedAt: string;
  readonly simulated: boolean;
  /** The months of the first and the last submission, `2026-11`; `null` when there is none. */
  readonly period: { readonly from: string; readonly to: string } | null;
  /** Groups with fewer people are withheld. */
  readonly minimumCell: number;
  /** Of all intervals; 0.95 for 95 %. */
  readonly level: number;
  readonly programs: readonly ReportProgram[];
  readonly instruments: readonly InstrumentReport[];
  /** Submissions not counted because the person answered again at the same timepoint. */
  readonly setAside: Count;
  /** Submissions with a score their instrument version cannot give; they are in no other number. */
  readonly otherMetric: Count;
  /** Instrument versions in the data that the report has no definition of. */
  readonly leftOut: readonly { readonly instrument: string; readonly version: string }[];
  readonly methods: readonly MethodNote[];
  readonly limits: readonly string[];
};
