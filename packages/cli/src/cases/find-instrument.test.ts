import { readdirSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Instrument } from '@waymark/model';
import { expect, test } from 'vitest';
import { libraryFolder } from '../instrument/library-folder.js';
import { findInstrument } from './find-instrument.js';

const instruments = readdirSync(libraryFolder)
  .map((name) => join(libraryFolder, name, 'instrument.json'))
  .filter((file) => existsSync(file))
  .map((file) => JSON.parse(readFileSync(file, 'utf8')) as Instrument);

test.each([
  ['phq-9', 'phq-9'],
  ['PHQ-9', 'phq-9'],
  ['PHQ9', 'phq-9'],
  ['hrqol-4', 'cdc-hrqol-4'],
  ['I.ROC', 'iroc'],
  ['Herth Hope Index', 'hhi'],
  ['satisfaction-with-life-scale', 'swls'],
  ['whodas-2.0-12', 'whodas-12'],
  ['mhsip-adult-survey', 'mhsip-adult'],
  ['imr', 'imr-client'],
  ['sis', 'sis-secker'],
  ['wellbeing signs', 'va-well-being-signs-v2'],
  ['whodas', 'whodas-12'],
  ['audit', 'audit'],
  ['adult hope scale', 'ahs'],
])('%s is %s', (name, id) => {
  expect(findInstrument(name, instruments).instrument?.id).toBe(id);
});

test.each([
  ['k10', 'several: k10-au, k10-us; name one'],
  ['RAS', 'several: ras-24, ras-41, ras-ds; name one'],
  ['phq-9-modified', 'no such instrument'],
  ['', 'no such instrument'],
])('%s is none: %s', (name, why) => {
  expect(findInstrument(name, instruments)).toEqual({ why });
});

test('an instrument left out on purpose says why', () => {
  const refused = [{ id: 'eq-5d', name: 'EQ-5D', reason: 'Owned.' }];
  expect(findInstrument('EQ5D', instruments, refused)).toEqual({
    why: 'left out on purpose: Owned.',
  });
});
