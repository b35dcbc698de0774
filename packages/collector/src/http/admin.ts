import { isToken } from '../programs/token.js';
import type { Store } from '../store/store.js';
import { refuse } from './refusal.js';

/** The token of an `Authorization: Bearer` header. */
export function bearerToken(request: Request): string | undefined {
  return /^Bearer +([\w.~+/-]+=*)$/i.exec(request.headers.get('authorization') ?? '')?.[1];
}

/** The password of an `Authorization: Basic` header of the user `admin`, as a browser asks for it. */
function basicPassword(request: Request): string | undefined {
  const [, encoded] =
    /^Basic +([\w+/]+=*)$/i.exec(request.headers.get('authorization') ?? '') ?? [];
  const [, password] = /^admin:(.*)$/s.exec(Buffer.from(encoded ?? '', 'base64').toString()) ?? [];
  return password;
}

/** Refuses whoever does not bring the admin token; null lets them in. `basic` lets a browser ask for it. */
export async function refuseUnlessAdmin(
  request: Request,
  store: Pick<Store, 'adminTokenHash'>,
  { basic = false } = {},
): Promise<Response | null> {
  const token = bearerToken(request) ?? (basic ? basicPassword(request) : undefined);
  if (token === undefined) {
    const scheme = basic ? 'Basic realm="Waymark", charset="UTF-8"' : 'Bearer';
    const headers = { 'www-authenticate': scheme };
    return refuse({ status: 401, error: 'This needs the admin token.', headers });
  }
  const hash = await store.adminTokenHash();
  if (hash !== undefined && isToken(token, hash)) return null;
  // A browser that was refused keeps sending a mistyped token unless it is asked again.
  const again = basic && bearerToken(request) === undefined;
  return refuse({
    status: again ? 401 : 403,
    error: 'This is not the admin token.',
    ...(again ? { headers: { 'www-authenticate': 'Basic realm="Waymark", charset="UTF-8"' } } : {}),
  });
}
