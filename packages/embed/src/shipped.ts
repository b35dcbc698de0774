import shipped from 'waymark:instruments';
import { defineCheckIn } from './define.js';
import { registerInstruments } from './registry.js';

// The one module that acts when it is loaded: a page says so with its script tag.
registerInstruments(shipped);
defineCheckIn();
