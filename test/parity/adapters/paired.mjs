import { changeReport } from './change.mjs';

/** Everything `paired.json` expects, from its values before and after alone. */
export function compute({ cases }) {
  return {
    cases: cases.map(({ input: { pre, post, equivalenceBound } }) => ({
      expected: changeReport(pre, post, equivalenceBound),
    })),
  };
}
