import './shipped.js';

export { registerInstruments } from './registry.js';
export { WaymarkCheckIn } from './check-in.js';
