export { score } from './score.js';
export { checkedScores, type Answered } from './checked-scores.js';
export { reverse } from './parts.js';
export { appliesIn, bandOf, isBeyond, type Context } from './interpret.js';
export { flagStates, type FlagRule, type FlagState } from './flag-states.js';
export { raisedFlags } from './raised-flags.js';
