import { type Fault, type Instrument, type OutsideCase, type Wording } from '@waymark/model';
import { checkedScores } from '@waymark/scoring';
import { agrees } from './agrees.js';
import { answersByItem } from './answers-by-item.js';
import { contextOf } from './context.js';
import { findInstrument, type Refused } from './find-instrument.js';
import { flatExpected, type Expected } from './flat-expected.js';
import { given, type Given, type Scored } from './given.js';
import type { Mismatch } from './mismatch.js';
import { isVersion, versionText } from './version.js';

/** What a case is scored with; wordings let it give answers by their labels. */
export type CaseLibrary = {
  readonly instruments: readonly Instrument[];
  readonly refused?: readonly Refused[];
  readonly wordings?: ReadonlyMap<string, readonly Wording[]>;
};

/**
 * Scores a worked example and lists where it differs. A name or an answer the instrument does not
 * have is a difference as well, so that one slip does not hide the rest of a file.
 */
export function caseMismatches(example: OutsideCase, library: CaseLibrary): Mismatch[] {
  const { instruments, refused, wordings } = library;
  const { instrument, why } = found(example, instruments, refused);
  if (!instrument) return [{ at: 'instrument', expected: example.instrument, got: why }];
  const version = String(example.version ?? '');
  if (!isVersion(version, instrument.version))
    return [{ at: 'version', expected: version, got: versionText(version, instrument) }];
  const { answers, unknown } = answersByItem(
    example.answers,
    instrument,
    wordings?.get(instrument.id),
  );
  if (unknown.length > 0) return [...unknown];
  const expected = flatExpected(example.expected);
  const { id, version: current } = instrument;
  const scores = checkedScores(instrument, { instrument: id, version: current, answers });
  if (!scores.ok) return refusals(scores.faults, expected);
  const context = contextOf(example.context ?? {});
  return differences(expected, { instrument, answers, scores: scores.value, context });
}

/** The instrument that is named, with its version where the name alone could be several. */
function found(
  { instrument, version }: OutsideCase,
  instruments: readonly Instrument[],
  refused?: readonly Refused[],
) {
  const byName = findInstrument(instrument, instruments, refused);
  if (byName.instrument || !version) return { why: '', ...byName };
  const together = findInstrument(`${instrument} ${version}`, instruments);
  return { why: '', ...(together.instrument ? together : byName) };
}

// Answers that are not on offer, such as 5 to a K10 coded 0 to 4, are refused as a whole: their
// sum would be a score of nothing. A case that expects no score is then met.
function refusals(wrong: readonly Fault[], expected: readonly [string, Expected][]): Mismatch[] {
  if (expected.length > 0 && expected.every(([, value]) => value === null)) return [];
  return wrong.map(({ path, found: type, rule }) => ({
    at: path,
    expected: rule,
    got: `another ${type}`,
  }));
}

function differences(expected: readonly [string, Expected][], scored: Scored): Mismatch[] {
  return expected.flatMap(([at, value]) => {
    const got = given(at, scored);
    return agrees(value, got) ? [] : [{ at, expected: shown(value), got: textOf(got) }];
  });
}

function shown(value: unknown): string {
  return value === null ? 'none' : JSON.stringify(value);
}

function textOf(got: Given): string {
  switch (got.kind) {
    case 'nothing':
      return got.why;
    case 'flags':
      return shown(got.flags);
    case 'flag':
      return shown(got.state);
    case 'lines':
      return [...new Set(got.values.map(shown))].join(' or ');
    case 'labels':
      return [...new Set(got.labels.map(({ label }) => shown(label)))].join(' or ');
    case 'value':
      return shown(got.value);
    case 'score': {
      const { value, answered, of } = got.score;
      return value === null ? `none (${answered} of ${of} answered)` : String(value);
    }
  }
}
