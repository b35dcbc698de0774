import { pairedPower, pairedSampleSize, twoSampleSize } from '@waymark/stats';
import { rubinPooling } from './power-mi-rubin.mjs';

/** Effect, power asked for and size asked about are the question, not the result. */
export const given = [/\/sampleSize\/\d+\/(dz|power)$/, /\/power\/\d+\/(n|dz)$/];

/** Everything `power-mi.json` expects. */
export function compute({ sampleSize, power, rubinPooling: pooling }) {
  return {
    sampleSize: sampleSize.map(({ dz, power: wanted }) => ({
      nPairs: pairedSampleSize(dz, { power: wanted }).exactN,
      nPerGroup: twoSampleSize(dz, { power: wanted }).exactN,
    })),
    power: power.map(({ n, dz }) => ({ power: pairedPower(n, dz).power })),
    rubinPooling: rubinPooling(pooling),
  };
}
