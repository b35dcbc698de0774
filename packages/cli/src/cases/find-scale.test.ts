import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Instrument } from '@waymark/model';
import { expect, test } from 'vitest';
import { libraryFolder } from '../instrument/library-folder.js';
import { findScale } from './find-scale.js';

function named(id: string, name: string) {
  const file = join(libraryFolder, id, 'instrument.json');
  return findScale(name, JSON.parse(readFileSync(file, 'utf8')) as Instrument)?.id;
}

test.each([
  ['phq-9', 'total', 'total'],
  ['phq-9', 'Depression severity', 'total'],
  ['ipip-via-r-hope', 'total', 'hope'],
  ['rand-36', 'Energy/fatigue', 'energy-fatigue'],
  ['rand-36', 'PF', 'physical-functioning'],
  ['rand-36', 'emotional wellbeing', 'emotional-well-being'],
  ['promis-global-health', 'GPH', 'global-physical-health'],
  ['promis-global-health', 'GPH T', 'global-physical-health'],
  ['promis-global-health', 'gph_raw', 'global-physical-health-raw'],
  ['promis-social-isolation-4a', 'T-score', 'total'],
  ['whoqol-bref', 'physical health', 'physical-health'],
  ['whoqol-bref', 'psychological health', 'psychological'],
  ['whoqol-bref', 'domain2', 'psychological'],
  ['whoqol-bref', 'PHY', 'physical-health'],
  ['whoqol-bref', 'Physical (4-20)', 'physical-health-4-20'],
  ['whoqol-bref', 'social_0_100', 'social-relationships'],
  ['whoqol-bref', 'domain 4 (4 to 20)', 'environment-4-20'],
  ['whoqol-bref', 'D4', 'environment'],
  ['mspss', 'significantOther', 'significant-other'],
  ['pcl-5', 'B', 'cluster-b'],
  ['ras-24', 'mean', 'item-mean'],
  ['ras-24', 'goals', 'goal-and-success-orientation'],
  ['brs', 'mean', 'total'],
  ['djg-6', 'emotional', 'emotional'],
  ['ismi-29', 'stereotype', 'stereotype-endorsement'],
  ['cdc-hrqol-4', 'physical', 'physically-unhealthy-days'],
  ['who-5', 'percent', 'percentage'],
  ['who-5', 'total 0-100', 'percentage'],
  ['promis-global-health', 'Global01', 'general-health'],
  ['promis-global-health', 'Global09r', 'social-activities-and-roles'],
  ['promis-global-health', 'mental', 'global-mental-health'],
  ['promis-global-health', 'mental_t_score', 'global-mental-health'],
  ['ucla-20', 'loneliness', 'total'],
  ['noms-social-connectedness', 'mean', 'social-connectedness'],
])('of %s, %s is the scale %s', (instrument, name, scale) => {
  expect(named(instrument, name)).toBe(scale);
});

test.each([
  ['cdc-hrqol-4', 'total'],
  ['cdc-hrqol-4', 'days'],
  ['mhsip-adult', 'total'],
  ['rand-36', 'mental health'],
  ['phq-9', 'anxiety'],
  ['whoqol-bref', 'physical raw'],
  ['phq-9', ''],
  ['whoqol-bref', 'domain9'],
])('%s has no one scale that %s could mean', (instrument, name) => {
  expect(named(instrument, name)).toBeUndefined();
});
