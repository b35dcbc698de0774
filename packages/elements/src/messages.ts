/** What `<waymark-instrument>` says around an instrument's own wording; replace it to translate. */
export type InstrumentMessages = {
  /** The language of these words, so that they are read aloud as such. */
  readonly language: string;
  readonly position: (number: number, of: number) => string;
  readonly back: string;
  readonly next: string;
  readonly finish: string;
  readonly preferNotToSay: string;
  readonly wholeNumber: (minimum: number, maximum: number) => string;
  readonly outOfRange: (minimum: number, maximum: number) => string;
  readonly blank: (button: string) => string;
};

/** The plain English words around an instrument; the default. */
export const english: InstrumentMessages = {
  language: 'en',
  position: (number, of) => `Question ${number} of ${of}`,
  back: 'Back',
  next: 'Next',
  finish: 'Finish',
  preferNotToSay: 'Prefer not to say',
  wholeNumber: (minimum, maximum) => `Type a whole number from ${minimum} to ${maximum}`,
  outOfRange: (minimum, maximum) =>
    `Type a whole number from ${minimum} to ${maximum}, or leave it empty.`,
  blank: (button) => `You can answer this question now, or press ${button} again to skip it.`,
};
