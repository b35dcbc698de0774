export { reverse, score } from './score.js';
export { appliesIn, bandOf, isBeyond, type Context } from './interpret.js';
