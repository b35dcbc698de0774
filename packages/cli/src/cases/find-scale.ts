import type { Instrument, Scale } from '@waymark/model';
import { findItem } from './find-item.js';
import { bare, isAmong, onlyOne, wordsOf } from './words.js';

const wholes = new Set([
  'total',
  'sum',
  'score',
  'totalscore',
  'overall',
  'sumscore',
  'value',
  'result',
]);
/** Names of a metric that mean the one scale over all where no scale is called so. */
const wholeMetrics = new Set(['mean', 'average', 'raw', 'rawscore']);
/** Words for the way a score is given, which a name may leave out where there is one way only. */
const metrics = new Set(['raw', 't', 'mean', 'percent', 'sum', 'metric', 'total']);

/**
 * The scale a name of `expected` means: its id, its published name, its first letters (`GPH`), its
 * range (`Physical 4-20`), its one item (`Global01`), or words that only one scale has, or that
 * others only add to; for the one over all, words of the instrument's name (`loneliness`). Undefined where none or several could be meant.
 */
export function findScale(name: string, instrument: Instrument): Scale | undefined {
  const { scales } = instrument;
  const exact = scales.find(({ id }) => id === name);
  return exact ?? byRange(name, instrument) ?? byName(name, instrument);
}

function byName(name: string, instrument: Instrument): Scale | undefined {
  const { scales } = instrument;
  const asked = wordsOf(name);
  const { found, several } = onlyOne(scales, [
    ({ id, name: published }) => bare(id) === bare(name) || bare(published) === bare(name),
    (scale) => namesOf(scale).some((words) => sameWords(asked, words)),
    (scale) => namesOf(scale).some((words) => sameWords(plain(asked), words)),
  ]);
  if (found) return found;
  if (several.length > 0) return undefined;
  if (wholes.has(bare(name))) return scaleOverAll(instrument);
  const among = onlyOne(scales, [
    (scale) => namesOf(scale).some((words) => isAmong(asked, [...words, ...unitOf(scale)])),
    (scale) => namesOf(scale).some((words) => isAmong(plain(words), asked)),
  ]);
  return (
    byPlace(name, instrument) ??
    among.found ??
    plainest(among.several) ??
    byItem(name, instrument) ??
    (wholeMetrics.has(bare(name)) || isAmong(asked, wordsOf(instrument.name))
      ? scaleOverAll(instrument)
      : undefined)
  );
}

/** `Physical (4-20)`: a name with the range of the metric after it, or the range alone. */
function byRange(name: string, instrument: Instrument): Scale | undefined {
  const found = /^(.*?)[\s_(-]*(\d+)\s*(?:[-–_]|to)\s*(\d+)\)?$/.exec(name.trim());
  if (!found) return undefined;
  const [, rest = '', from, to] = found;
  const scales = instrument.scales.filter(({ range }) => range.join() === `${from},${to}`);
  if (scales.length < 2 || rest === '') return scales.length === 1 ? scales[0] : undefined;
  return byName(rest, { ...instrument, scales });
}

/** Of scales that all fit, the one the others only add to: `environment`, `environment-4-20`. */
function plainest(scales: readonly Scale[]): Scale | undefined {
  const words = scales.map(({ id }) => wordsOf(id));
  return scales.find((_, index) =>
    words.every((others) => words[index]!.every((word) => others.includes(word))),
  );
}

/** `Global01`: the one scale that is the answer to this item alone. */
function byItem(name: string, instrument: Instrument): Scale | undefined {
  const item = findItem(name, instrument);
  const alone = instrument.scales.filter(
    ({ items, method }) => method.name === 'single-item' && items[0] === item?.id,
  );
  return alone.length === 1 ? alone[0] : undefined;
}

/** The one scale over all items, where there is one; an item that is not scored does not count. */
export function scaleOverAll({ scales }: Pick<Instrument, 'scales'>): Scale | undefined {
  const named = scales.find(({ id }) => id === 'total');
  const scored = new Set(scales.flatMap(({ items }) => items)).size;
  const overAll = scales.filter(({ items }) => items.length === scored);
  return named ?? (overAll.length === 1 ? overAll[0] : undefined);
}

/** A scale's id and name as words, and the first letters of its id: `gph raw`. */
function namesOf({ id, name }: Scale): string[][] {
  const words = wordsOf(id);
  const own = plain(words);
  const letters = own.length > 1 ? [own.map((word) => word[0]).join('')] : own;
  const beside = name.replaceAll(/\([^()]*\)/g, ' ');
  return [words, wordsOf(beside), [...letters, ...words.filter((word) => metrics.has(word))]];
}

function unitOf({ unit = '' }: Scale): string[] {
  return wordsOf(unit).filter((word) => metrics.has(word));
}

function plain(words: readonly string[]): string[] {
  return words.filter((word) => !metrics.has(word));
}

function sameWords(one: readonly string[], other: readonly string[]): boolean {
  return one.length > 0 && [...one].sort().join(' ') === [...other].sort().join(' ');
}

/** `domain 2`: the second scale of several items that is not the one over all. */
function byPlace(name: string, instrument: Instrument): Scale | undefined {
  const place = /^(?:domain|dom|factor|subscale|d)[\s_-]*(\d)$/i.exec(name.trim())?.[1];
  const whole = scaleOverAll(instrument);
  const parts = instrument.scales.filter(
    (scale) => scale.items.length > 1 && scale.items.length !== whole?.items.length,
  );
  return place === undefined ? undefined : parts[Number(place) - 1];
}
