import type { PageInstrument } from '@waymark/model';

const agreement = [
  { key: '1', label: 'Agree' },
  { key: '2', label: 'Neither agree nor disagree' },
  { key: '3', label: 'Disagree' },
  { key: 'not-applicable', label: 'Does not apply to me' },
] as const;

/** An invented instrument that measures nothing: for trying the element out, and for its tests. */
export const exampleInstrument: PageInstrument = {
  id: 'example',
  version: '1.0.0',
  language: 'en',
  title: 'Gardens and walks',
  instructions: 'Think of the past 30 days.',
  credit: 'Invented for trying things out. It measures nothing.',
  wordingStatus: 'recalled',
  items: [
    { id: 'garden', kind: 'options', text: 'I like sitting in a garden.', options: agreement },
    {
      id: 'walk',
      kind: 'options',
      lead: 'When the weather is fine:',
      text: 'I go for walks with people I know.',
      options: agreement,
    },
    { id: 'days', kind: 'count', text: 'On how many days did it rain?', minimum: 0, maximum: 30 },
  ],
  key: {
    ranges: { garden: [1, 3], walk: [1, 3], days: [0, 30] },
    scales: [
      {
        id: 'outdoors',
        items: ['garden', 'walk'],
        reversed: ['garden'],
        method: { name: 'mean' },
        missing: { minimumAnswered: 1, fill: 'none', source: 'invented' },
      },
    ],
  },
};
