import type { Checked } from '@waymark/model';

/** JSON from outside as a value; a field named `__proto__` is refused, for no schema would see it. */
export function readJson(bytes: Uint8Array | ArrayBuffer): Checked<unknown> {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { ok: true, value: JSON.parse(text, withoutProto) as unknown };
  } catch {
    // Whatever is wrong with the text (bytes, form, depth), its sender gets the same rule.
    const rule = 'must be JSON in UTF-8 without a field named __proto__';
    return { ok: false, faults: [{ path: '(whole)', found: 'text', rule }] };
  }
}

function withoutProto(name: string, value: unknown): unknown {
  if (name === '__proto__') throw new SyntaxError('readJson requires other names than __proto__');
  return value;
}
