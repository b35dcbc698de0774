import { isBeyond, type FlagState } from '@waymark/scoring';
import type { Expected } from './flat-expected.js';
import { onlyThreshold, type Given, type Label } from './given.js';
import { bare, isAmong, onlyOne, wordsOf } from './words.js';

/** Whether what a case expects is what the library gives. */
export function agrees(expected: Expected, given: Given): boolean {
  switch (given.kind) {
    case 'nothing':
      return false;
    case 'flags':
      return flagsAgree(expected, given.flags);
    case 'flag':
      return stateAgrees(expected, given.state);
    case 'lines':
      return given.values.some((value) => valueAgrees(expected, value));
    case 'labels':
      return given.labels.some((one) => labelAgrees(expected, one));
    case 'value':
      return valueAgrees(expected, given.value);
    case 'score':
      return scoreAgrees(expected, given);
  }
}

function scoreAgrees(expected: Expected, given: Given & { kind: 'score' }): boolean {
  const { scale, score, context } = given;
  const { value } = score;
  if (typeof expected === 'boolean') {
    if (scale.range.join() === '0,1') return value === Number(expected);
    const threshold = onlyThreshold(scale, context);
    return value !== null && threshold !== undefined && isBeyond(value, threshold) === expected;
  }
  if (typeof expected === 'string' && scale.method.name === 'highest-sum' && value !== null) {
    const stage = scale.method.stages[value - 1]!.id;
    if (bare(stage) === bare(expected)) return true;
  }
  return valueAgrees(expected, value);
}

function valueAgrees(expected: Expected, value: number | boolean | string | null): boolean {
  if (typeof value === 'number') {
    const text = typeof expected === 'string' ? expected.trim() : expected;
    if (typeof text === 'number') return isNear(text, String(text), value);
    return typeof text === 'string' && isNumber(text) && isNear(Number(text), text, value);
  }
  if (typeof value === 'boolean') return truthOf(expected) === value;
  if (typeof expected === 'string' && typeof value === 'string')
    return bare(expected) === bare(value);
  return expected === value;
}

/** A yes or no as people write it; null for anything else. */
function truthOf(expected: Expected): boolean | null {
  const text = bare(String(expected));
  if (['true', 'yes', '1'].includes(text)) return true;
  return ['false', 'no', '0'].includes(text) ? false : null;
}

function isNumber(text: string): boolean {
  return /^[-+]?\d+(?:\.\d+)?$/.test(text);
}

// Printed scores are rounded to the digits that are printed; a whole number is never rounded to,
// so that a mean of 3.4 does not pass for 3.
function isNear(expected: number, text: string, value: number): boolean {
  const decimals = text.split('.')[1]?.length ?? 0;
  const tolerance = decimals === 0 ? 1e-9 : 0.5 * 10 ** -decimals + 1e-9;
  return Math.abs(value - expected) <= tolerance;
}

// A label may be shortened where no other of its set could be meant: "severe" is not "moderately
// severe" while there is a "severe" beside it.
function labelAgrees(expected: Expected, { label, of }: Label): boolean {
  if (expected === null || typeof expected !== 'string') return expected === label;
  const asked = wordsOf(expected);
  const { found } = onlyOne(of, [
    (one) => bare(one) === bare(expected),
    (one) => isAmong(asked, wordsOf(one)),
  ]);
  return found !== undefined && found === label;
}

// `false` says that the person answered so; of a flag nobody answered only `null` says enough.
function stateAgrees(expected: Expected, state: FlagState): boolean {
  if (typeof expected === 'string') return bare(expected) === bare(state);
  const meant = { raised: true, 'not-raised': false, 'not-answered': null } as const;
  return expected === meant[state];
}

function flagsAgree(expected: Expected, flags: readonly string[]): boolean {
  if (typeof expected === 'boolean') return expected === flags.length > 0;
  const list = typeof expected === 'string' ? [expected] : (expected ?? []);
  if (!Array.isArray(list)) return false;
  const sorted = (ids: readonly unknown[]) => ids.map((id) => bare(String(id))).sort();
  return sorted(list).join() === sorted(flags).join();
}
