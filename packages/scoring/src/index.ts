export { methods } from './methods.js';
export { reverse, score } from './score.js';
