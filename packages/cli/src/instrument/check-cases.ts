import { stat } from 'node:fs/promises';
import { inFile, parseCases, wholeFault, type FileFault, type Instrument } from '@waymark/model';
import { caseMismatches } from '../cases/case-mismatches.js';
import type { Mismatch } from '../cases/mismatch.js';
import { readJson } from './read-json.js';

/** What is wrong with an instrument's worked examples; every mismatch with its key is a fault. */
export async function checkCases(
  file: string,
  instrument: Instrument,
): Promise<readonly FileFault[]> {
  if (!(await stat(file).catch(() => null)))
    return [wholeFault(file, 'nothing', 'must be a list of worked examples')];
  const json = await readJson(file);
  if ('faults' in json) return json.faults;
  const checked = parseCases(json.value);
  if (!checked.ok) return inFile(file, checked.faults);
  if (checked.value.length === 0) return [wholeFault(file, 'empty list', 'must hold an example')];
  return checked.value.flatMap((example, i) =>
    caseMismatches(example, { instruments: [instrument] }).map((mismatch) =>
      mismatchFault(file, i, mismatch),
    ),
  );
}

function mismatchFault(file: string, index: number, { at, expected, got }: Mismatch): FileFault {
  const named = /^(?:instrument$|version$|answers\.)/.test(at);
  if (named) return { file, path: `[${index}].${at}`, found: got, rule: needed(expected) };
  const rule = `must be ${got}, what the key gives: correct the one its source contradicts`;
  return { file, path: `[${index}].expected.${at}`, found: expected, rule };
}

// A rule that came from a check of answers says "must" already.
function needed(expected: string): string {
  return expected.startsWith('must ') ? expected : `must be ${expected}`;
}
