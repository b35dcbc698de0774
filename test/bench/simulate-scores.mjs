// Simulated check-ins for the benchmarks: people with an intercept and a slope of their own, seen at
// up to four timepoints. The same seed gives the same bytes.
import { closeSync, openSync, writeSync } from 'node:fs';

export const months = [0, 3, 6, 12];

function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Writes `rows` rows as program,id,wave,month,score; an empty score is a missed check-in. */
export function writeScores(file, { rows, programs, seed = 1 }) {
  const random = randomFrom(seed);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const digits = String(programs).length;
  const out = openSync(file, 'w');
  let text = 'program,id,wave,month,score\n';
  for (let person = 0; person < rows / months.length; person++) {
    const program = person % programs;
    const name = `P${String(program + 1).padStart(digits, '0')}`;
    const start = 20 + 0.1 * program + 4 * normal();
    const slope = -0.3 + 0.01 * program + 0.15 * normal();
    months.forEach((month, t) => {
      const value = Math.round(start + slope * month + 2.5 * normal());
      const score = t > 0 && random() < 0.15 ? '' : value;
      text += `${name},s${person},${t + 1},${month},${score}\n`;
    });
    if (text.length > 1e6) {
      writeSync(out, text);
      text = '';
    }
  }
  writeSync(out, text);
  closeSync(out);
}
