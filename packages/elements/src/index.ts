export { defineInstrument } from './define.js';
export { exampleInstrument } from './example-instrument.js';
export { english, type InstrumentMessages } from './messages.js';
export { theme } from './theme.js';
export { WaymarkInstrument, type AnswersEvent } from './waymark-instrument.js';
