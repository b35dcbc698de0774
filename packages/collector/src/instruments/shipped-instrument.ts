import { createHash } from 'node:crypto';
import {
  canonicalJson,
  pageInstrument,
  type Instrument,
  type ShippedInstrument,
  type Support,
  type Wording,
} from '@waymark/model';

/**
 * Joins what a page needs; the content hash is the SHA-256, in hex, of what is asked and scored. An
 * instrument that can raise a flag is put before nobody without a support panel: a TypeError.
 */
export function shippedInstrument(
  instrument: Instrument,
  wording: Wording,
  support?: Support,
): ShippedInstrument {
  const page = pageInstrument(instrument, wording);
  const { minutes, unattended, flags } = instrument;
  if (flags && !support)
    throw new TypeError(`shippedInstrument requires a support panel for ${instrument.id}`);
  return {
    ...page,
    contentHash: createHash('sha256').update(canonicalJson(page)).digest('hex'),
    minutes,
    ...(flags &&
      support && { support: { ...support, flags: flags.map(({ id, when }) => ({ id, when })) } }),
    ...(unattended && { unattended }),
  };
}
