import * as z from 'zod/mini';
import { Battery } from './battery.js';
import { Instrument } from './instrument.js';
import { Support } from './support.js';
import { Wording } from './wording.js';
import { WordingPack } from './wording-pack.js';

/** The JSON Schemas by which an editor helps while a file of the library or of a pack is written. */
export const jsonSchemas = {
  instrument: () => jsonSchema('instrument', Instrument),
  wording: () => jsonSchema('wording', Wording),
  battery: () => jsonSchema('battery', Battery),
  'wording-pack': () => jsonSchema('wording pack', WordingPack),
  support: () => jsonSchema('support', Support),
} as const;

// The schema knows forms only: names that lead nowhere are found by `waymark instrument check`.
function jsonSchema(title: string, schema: z.core.$ZodType): object {
  const { $schema, ...rest } = z.toJSONSchema(schema, { target: 'draft-2020-12', io: 'input' });
  return { $schema, title: `Waymark ${title}`, ...rest };
}
