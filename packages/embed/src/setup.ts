import {
  fromBase64Url,
  parseProgramKey,
  type ProgramKey,
  type ShippedInstrument,
} from '@waymark/model';

/** The attributes of `<waymark-check-in>` as they stand in the page. */
export type Attributes = { readonly [name in AttributeName]: string | null | undefined };

/** The attributes of `<waymark-check-in>`; each is needed. */
export const attributeNames = [
  'instrument',
  'program',
  'timepoint',
  'participant',
  'collector',
  'key',
] as const;
/** An attribute of `<waymark-check-in>`. */
export type AttributeName = (typeof attributeNames)[number];

/** What a check-in knows before it starts: whom it asks what, and where the answers go. */
export type Setup = {
  readonly instrument: ShippedInstrument;
  readonly program: string;
  readonly timepoint: string;
  readonly participant: string;
  readonly collector: string;
  readonly key: ProgramKey;
};

/**
 * What reading the attributes gives; `wanted` is where the collector has the instrument, when all
 * but that is at hand.
 */
export type ReadSetup =
  | { readonly setup: Setup }
  | { readonly wanted: string }
  | { readonly faults: readonly SetupFault[] };

/** Something staff must mend before a check-in can start; no attribute when it is the page itself. */
export type SetupFault = { readonly attribute: AttributeName | null; readonly message: string };

// The same forms as the model's schemas, which would bring a validator along; a test compares them.
const id = /^[a-z0-9][a-z0-9-]{0,62}[a-z0-9]$/;
const forms = {
  program: id,
  timepoint: /^(baseline|[1-9]\d{0,2}-(days|weeks|months|years))$/,
  participant: /^[A-Z0-9-]{4,20}$/,
  collector: /^(https:\/\/[\w.-]+|http:\/\/(localhost|127\.0\.0\.1|\[::1\]))(:\d+)?(\/[^\s?#]*)?$/,
} as const;

/**
 * Reads the attributes; what is wrong with them is said in words for staff, without their
 * values. `badKey` is a public key that isPublicKey refused, `absent` where no instrument was found.
 */
export function readSetup(
  attributes: Attributes,
  instruments: ReadonlyMap<string, ShippedInstrument>,
  { secure = isSecureContext, badKey = '', absent = '' } = {},
): ReadSetup {
  const { program, timepoint, participant, collector } = attributes;
  const instrument = instruments.get(attributes.instrument ?? '');
  const key = parseProgramKey(attributes.key ?? '');
  const fits = (name: keyof typeof forms) => forms[name].test(attributes[name] ?? '');
  const needs: readonly (readonly [AttributeName, boolean, string])[] = [
    ['instrument', !!instrument, `one of: ${[...instruments.keys()].join(', ')}`],
    ['program', fits('program'), 'small letters, digits and hyphens'],
    ['timepoint', fits('timepoint'), 'baseline, or a time such as 3-months'],
    ['participant', fits('participant'), 'a code of 4 to 20 capitals, digits and hyphens, no name'],
    ['collector', fits('collector'), 'an address that starts with https://'],
    [
      'key',
      !!key && key.publicKey !== badKey,
      'the whole line starting with wm1 that the collector gave',
    ],
  ];
  const faults: SetupFault[] = needs
    .filter(([, right]) => !right)
    .map(([attribute, , need]) => ({ attribute, message: faultText(attribute, attributes, need) }));
  if (!secure) faults.push({ attribute: null, message: 'The page must be opened over https://.' });
  const wanted = `${collector?.replace(/\/+$/, '')}/v1/instruments/${attributes.instrument}.en.json`;
  if (
    faults.length === 1 &&
    !instrument &&
    id.test(attributes.instrument ?? '') &&
    wanted !== absent
  )
    return { wanted };
  if (faults.length > 0) return { faults };
  return { setup: { instrument, program, timepoint, participant, collector, key } as Setup };
}

function faultText(attribute: AttributeName, attributes: Attributes, need: string): string {
  const fault = attributes[attribute] ? 'is not right' : 'is missing';
  return `The attribute "${attribute}" ${fault}. It must be ${need}.`;
}

/** Whether answers can be sealed to a program's public key: it must be a point of its curve. */
export async function isPublicKey(publicKey: string): Promise<boolean> {
  const curve = { name: 'ECDH', namedCurve: 'P-256' };
  const imported = crypto.subtle.importKey('raw', fromBase64Url(publicKey), curve, false, []);
  return imported.then(
    () => true,
    () => false,
  );
}
