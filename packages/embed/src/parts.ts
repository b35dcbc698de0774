export { WaymarkCheckIn } from './check-in.js';
export { defineCheckIn } from './define.js';
export { english, type CheckInMessages } from './messages.js';
export { knownInstruments, registerInstruments } from './registry.js';
export { pageWorld, type World } from './world.js';
