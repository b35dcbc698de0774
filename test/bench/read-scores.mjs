// Reads program,id,wave,month,score in one pass over chunks of bytes, with memory for one chunk and
// for what it hands on. Rows of one person stand together.
import { closeSync, openSync, readSync } from 'node:fs';

const comma = 44;
const newline = 10;
const minus = 45;
const dot = 46;

function numberFrom(bytes, from, to) {
  if (from === to) return NaN;
  const negative = bytes[from] === minus;
  let value = 0;
  let shift = 0;
  for (let i = negative ? from + 1 : from; i < to; i++) {
    if (bytes[i] === dot) shift = 1;
    else {
      value = 10 * value + (bytes[i] - 48);
      shift *= 10;
    }
  }
  const size = shift > 1 ? value / shift : value;
  return negative ? -size : size;
}

function sameText(bytes, from, to, text) {
  if (to - from !== text.length) return false;
  for (let i = 0; i < text.length; i++) if (bytes[from + i] !== text[i]) return false;
  return true;
}

/**
 * Hands batches of rows to `take`: person, group and timepoint as small numbers, and the score.
 * Returns the names of the groups, in the order of their numbers.
 */
export function readScores(file, take, { batch = 16384 } = {}) {
  const input = openSync(file, 'r');
  const bytes = Buffer.alloc(1 << 18);
  const rows = {
    person: new Int32Array(batch),
    group: new Int32Array(batch),
    timepoint: new Uint8Array(batch),
    score: new Float64Array(batch),
  };
  const groups = new Map();
  const ends = new Int32Array(5);
  let filled = 0;
  let person = -1;
  let lastId = Buffer.alloc(0);
  let lastName = Buffer.alloc(0);
  let group = -1;
  let kept = 0;
  let first = true;

  function takeLine(from) {
    if (!sameText(bytes, from, ends[0], lastName)) {
      lastName = Buffer.from(bytes.subarray(from, ends[0]));
      const name = lastName.toString();
      group = groups.get(name) ?? groups.size;
      groups.set(name, group);
    }
    if (!sameText(bytes, ends[0] + 1, ends[1], lastId)) {
      lastId = Buffer.from(bytes.subarray(ends[0] + 1, ends[1]));
      person++;
    }
    rows.person[filled] = person;
    rows.group[filled] = group;
    rows.timepoint[filled] = numberFrom(bytes, ends[1] + 1, ends[2]) - 1;
    rows.score[filled] = numberFrom(bytes, ends[3] + 1, ends[4]);
    filled++;
    if (filled === batch) {
      take(rows);
      filled = 0;
    }
  }

  for (;;) {
    const read = readSync(input, bytes, kept, bytes.length - kept);
    const length = kept + read;
    let from = 0;
    let field = 0;
    for (let i = 0; i < length; i++) {
      const byte = bytes[i];
      if (byte !== comma && byte !== newline) continue;
      ends[field++] = i;
      if (byte === comma) continue;
      if (!first) takeLine(from);
      first = false;
      from = i + 1;
      field = 0;
    }
    bytes.copyWithin(0, from, length);
    kept = length - from;
    if (read === 0) break;
  }
  closeSync(input);
  if (filled > 0) {
    const part = Object.entries(rows).map(([name, all]) => [name, all.subarray(0, filled)]);
    take(Object.fromEntries(part));
  }
  return [...groups.keys()];
}
