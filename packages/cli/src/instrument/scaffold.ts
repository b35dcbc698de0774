import type { Case, Instrument, Wording } from '@waymark/model';

const scale = {
  id: 'total',
  name: 'Total',
  items: ['i1', 'i2'],
  reversed: ['i2'],
  method: { name: 'sum' },
  missing: { minimumAnswered: 2, fill: 'none', source: 'own' },
  range: [0, 6],
  direction: 'higher-is-better',
  source: 'own',
  reliability: [],
  thresholds: [],
} satisfies Instrument['scales'][number];

function definition(id: string, checked: string): Instrument {
  const item = (number: string) =>
    ({ id: `i${number}`, number, kind: 'options', options: 'often' }) as const;
  return {
    $schema: '../instrument.schema.json',
    id,
    version: '1.0.0',
    name: id,
    area: 'recovery',
    measures: 'Say here in one sentence what it measures',
    minutes: 1,
    verified: false,
    toCheck: ['Everything: this is a scaffold, and nothing in it is published'],
    rights: {
      class: 'free-to-reproduce',
      holder: 'Name who owns it',
      credit: 'Name who made it, as they ask to be named',
      evidence: 'Say where the owner allows what the class says',
      checked,
    },
    sources: [{ id: 'own', citation: 'Cite the manual or the paper', mark: 'memory' }],
    optionSets: { often: [{ value: 0 }, { value: 1 }, { value: 2 }, { value: 3 }] },
    items: [item('1'), item('2')],
    scales: [scale],
  };
}

function wording(id: string): Wording {
  return {
    $schema: '../../wording.schema.json',
    instrument: id,
    version: '1.0.0',
    language: 'en',
    title: id,
    items: { i1: { text: 'First item, word for word.' }, i2: { text: 'Second item, reversed.' } },
    options: { often: { 0: 'Never', 1: 'Sometimes', 2: 'Often', 3: 'Always' } },
    status: 'recalled',
    evidence: [],
    translation: { status: 'original', source: 'written in English' },
  };
}

function cases(instrument: string): Case[] {
  const example = (first: number | null, second: number, total: number | null): Case => ({
    instrument,
    version: '1.0.0',
    answers: { 1: first, 2: second },
    expected: { total },
    source: 'worked out from the rule',
  });
  return [example(0, 3, 0), example(3, 0, 6), example(2, 2, 3), example(null, 1, null)];
}

/** The files of a new instrument's folder, by their path in it: whole, and without faults. */
export function scaffold(id: string, today: string): { readonly [path: string]: string } {
  const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
  return {
    'instrument.json': json(definition(id, today)),
    'wording/en.json': json(wording(id)),
    'cases.json': json(cases(id)),
    'README.md': `# ${id}\n\nSay what it measures, who made it, its rights, the evidence and its known limits.\n`,
  };
}
