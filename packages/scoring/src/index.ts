export { reverse, score } from './score.js';
export { appliesIn, bandOf, isBeyond, type Context } from './interpret.js';
export { raisedFlags } from './raised-flags.js';
