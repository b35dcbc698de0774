import * as z from 'zod/mini';
import { Battery } from './battery.js';
import { Instrument } from './instrument.js';
import { Support } from './support.js';
import { Wording } from './wording.js';

/** The JSON Schemas by which an editor helps while a definition, a wording, a battery or a support panel is written. */
export const jsonSchemas = {
  instrument: () => jsonSchema('instrument', Instrument),
  wording: () => jsonSchema('wording', Wording),
  battery: () => jsonSchema('battery', Battery),
  support: () => jsonSchema('support', Support),
} as const;

// The schema knows forms only: names that lead nowhere are found by `waymark instrument check`.
function jsonSchema(title: string, schema: z.core.$ZodType): object {
  const { $schema, ...rest } = z.toJSONSchema(schema, { target: 'draft-2020-12', io: 'input' });
  return { $schema, title: `Waymark ${title}`, ...rest };
}
