import type { ShippedInstrument } from '@waymark/model';
import { asset, type Asset } from './assets.js';

/**
 * The instruments as pages ask for them, by `<id>.<language>.json`. They are those whose wording
 * may be shipped, so what a page cannot find here nobody may hand out.
 */
export function instrumentFiles(shipped: readonly ShippedInstrument[]): ReadonlyMap<string, Asset> {
  return new Map(
    shipped.map((instrument) => [
      `${instrument.id}.${instrument.language}.json`,
      asset('application/json', JSON.stringify(instrument)),
    ]),
  );
}
