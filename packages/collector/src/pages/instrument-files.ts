import type { MissingInstrument, ShippedInstrument } from '@waymark/model';
import { fromAllowedPage } from '../http/cross-origin.js';
import type { InstrumentLibrary } from '../instruments/read-instruments.js';
import type { Store } from '../store/store.js';
import { asset, forAll, serveAsset, type Asset } from './assets.js';
import { missingInstrument } from './missing-instrument.js';

/**
 * Serves instruments as pages ask for them, by `<id>.<language>.json`. What may be shipped is for
 * pages of every origin; what a wording pack brings is for those of this collector's programs.
 */
export function instrumentFiles(
  library: InstrumentLibrary,
  store: Pick<Store, 'knowsOrigin'>,
): (request: Request, name: string) => Promise<Response> {
  const shipped = files(library.shipped);
  const packed = files(library.packed ?? []);
  return async (request, name) => {
    const free = shipped.get(name);
    if (free) return serveAsset(request, free, forAll);
    const own = packed.get(name);
    if (!own) return missing(missingInstrument(name, library));
    if (await fromAllowedPage(request, store)) return serveAsset(request, own, toOne(request));
    const message = `Only pages of the collector's own programs may show this instrument: name ${request.headers.get('origin')} among the origins of the program.`;
    return missing({ reason: 'origin', message }, { vary: 'Origin' });
  };
}

function files(instruments: readonly ShippedInstrument[]): ReadonlyMap<string, Asset> {
  return new Map(
    instruments.map((instrument) => [
      `${instrument.id}.${instrument.language}.json`,
      asset('application/json', JSON.stringify(instrument)),
    ]),
  );
}

function missing(why: MissingInstrument, headers: { readonly [name: string]: string } = {}) {
  return Response.json(why, { status: 404, headers: { ...forAll, ...headers } });
}

// Its text is somebody's: it is not for caches that others share, nor for search engines.
function toOne(request: Request): { [name: string]: string } {
  const origin = request.headers.get('origin');
  return {
    vary: 'Origin',
    'cache-control': 'private, max-age=300',
    'x-robots-tag': 'noindex',
    ...(origin === null ? {} : { 'access-control-allow-origin': origin }),
  };
}
