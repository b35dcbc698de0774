import { parseProgramKey, type ProgramKey, type ShippedInstrument } from '@waymark/model';

/** The attributes of `<waymark-check-in>` as they stand in the page. */
export type Attributes = { readonly [name in AttributeName]?: string | null | undefined };

/**
 * The attributes of `<waymark-check-in>`. The first six are needed. `language` is that of the
 * wording, `en` unless set; `program-name` is what people read in place of the program's id;
 * `attended` says that someone is there for the person, which an instrument that can raise a
 * safety flag needs.
 */
export const attributeNames = [
  'instrument',
  'program',
  'timepoint',
  'participant',
  'collector',
  'key',
  'language',
  'program-name',
  'attended',
] as const;
/** An attribute of `<waymark-check-in>`. */
export type AttributeName = (typeof attributeNames)[number];

/** What a check-in knows before it starts: whom it asks what, and where the answers go. */
export type Setup = {
  readonly instrument: ShippedInstrument;
  readonly program: string;
  /** The program as people read it. */
  readonly name: string;
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
const wantable = /^[a-z0-9-]{2,64}\.[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;
const forms = {
  program: id,
  timepoint: /^(baseline|[1-9]\d{0,2}-(days|weeks|months|years))$/,
  participant: /^[A-Z0-9-]{4,20}$/,
  collector: /^(https:\/\/[\w.-]+|http:\/\/(localhost|127\.0\.0\.1|\[::1\]))(:\d+)?(\/[^\s?#]*)?$/,
} as const;

/**
 * Reads the attributes; what is wrong with them is said in words for staff, without their
 * values. `badKey` is a public key that is none, `absent` where no instrument was
 * found, `why` what the collector said to that.
 */
export function readSetup(
  attributes: Attributes,
  instruments: ReadonlyMap<string, ShippedInstrument>,
  { secure = isSecureContext, badKey = '', absent = '', why = '' } = {},
): ReadSetup {
  const file = `${attributes.instrument ?? ''}.${attributes.language ?? 'en'}`;
  const instrument = instruments.get(file);
  const key = parseProgramKey(attributes.key ?? '');
  const fits = (name: keyof typeof forms) => forms[name].test(attributes[name] ?? '');
  const needs: readonly (readonly [AttributeName, boolean, string])[] = [
    ['instrument', !!instrument, 'one that the collector has'],
    ['program', fits('program'), 'small letters, digits and hyphens'],
    ['timepoint', fits('timepoint'), 'baseline, or a time such as 3-months'],
    ['participant', fits('participant'), 'a code of 4 to 20 capitals, digits and hyphens, no name'],
    ['collector', fits('collector'), 'an https:// address'],
    ['key', !!key && key.publicKey !== badKey, 'the whole wm1 line that the collector gave'],
    [
      'attended',
      !instrument?.support || typeof attributes.attended === 'string',
      `set where someone stays with the person; else ask ${instrument?.unattended ?? 'another'}`,
    ],
  ];
  const wanted = `${attributes.collector?.replace(/\/+$/, '')}/v1/instruments/${file}.json`;
  const faults: SetupFault[] = needs
    .filter(([, right]) => !right)
    .map(([attribute, , need]) => ({
      attribute,
      message:
        (attribute === 'instrument' && wanted === absent && why) ||
        `The attribute "${attribute}" must be ${need}.`,
    }));
  if (!secure) faults.push({ attribute: null, message: 'The page must be opened over https://.' });
  if (faults.length === 1 && !instrument && wantable.test(file) && wanted !== absent)
    return { wanted };
  if (faults.length > 0) return { faults };
  const name = attributes['program-name'] || attributes.program;
  return { setup: { ...attributes, instrument, name, key } as Setup };
}
