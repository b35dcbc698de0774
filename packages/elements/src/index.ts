export { defineInstrument } from './define.js';
export { exampleInstrument } from './example-instrument.js';
export { english, type InstrumentMessages } from './messages.js';
export { css, PageElement } from './page-element.js';
export { theme } from './theme.js';
export { WaymarkInstrument, type AnswersEvent } from './waymark-instrument.js';
