import type { MixedModel, RandomTerm, ModelTerm } from './model.js';

/** All products of the parts of `a*b*c`, or the one product `a:b`. */
function expand(text: string): ModelTerm[] {
  const parts = text.split('*').map((part) =>
    part
      .trim()
      .split(':')
      .map((name) => name.trim()),
  );
  let terms: ModelTerm[] = [[]];
  for (const part of parts)
    terms = [...terms, ...terms.map((term) => [...new Set([...term, ...part])])];
  return terms.slice(1);
}

function termsOf(text: string): ModelTerm[] {
  const terms: ModelTerm[] = [[]];
  for (const part of text.split('+').map((piece) => piece.trim())) {
    if (part === '' || part === '1') continue;
    if (part === '0') {
      terms.splice(0, 1);
      continue;
    }
    for (const term of expand(part))
      if (
        !terms.some((other) => other.length === term.length && term.every((v) => other.includes(v)))
      )
        terms.push(term);
  }
  return terms;
}

function randomTermOf(text: string): RandomTerm {
  const [effects, group] = text.split(/\|\|?/).map((part) => part.trim());
  if (!effects || !group) throw new RangeError('parseFormula requires (effects | group)');
  const names = termsOf(effects).map((term) => (term.length === 0 ? '1' : term.join(':')));
  return { group, effects: names, ...(text.includes('||') ? { uncorrelated: true } : {}) };
}

/**
 * A model from R's notation: `score ~ month * program + (month | id)`. Understood are `+`, `:`, `*`,
 * `0`, `1` and random effects in brackets with `|` or `||`; anything else belongs in the data.
 */
export function parseFormula(formula: string, factors: readonly string[] = []): MixedModel {
  const [response, right] = formula.split('~').map((side) => side.trim());
  if (!response || !right) throw new RangeError('parseFormula requires response ~ terms');
  const random = [...right.matchAll(/\(([^()]*\|[^()]*)\)/g)].map((match) =>
    randomTermOf(match[1]!),
  );
  const fixed = right.replaceAll(/\([^()]*\|[^()]*\)/g, '').replaceAll(/\+\s*(?=\+|$)/g, '');
  return { response, fixed: termsOf(fixed), random, factors };
}
