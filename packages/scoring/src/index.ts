export { reverse, score } from './score.js';
