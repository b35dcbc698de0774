import type {
  Answers,
  BandRule,
  Instrument,
  Scale,
  Score,
  Scores,
  Threshold,
} from '@waymark/model';
import {
  appliesIn,
  bandOf,
  flagStates,
  isBeyond,
  raisedFlags,
  type Context,
  type FlagState,
} from '@waymark/scoring';
import { findScale, scaleOverAll } from './find-scale.js';
import { bare, isAmong, onlyOne, wordsOf } from './words.js';

/** A label a score has, and all labels of the set it comes from. */
export type Label = { readonly label: string | null; readonly of: readonly string[] };

/** What the library gives where a case expects something. */
export type Given =
  | {
      readonly kind: 'score';
      readonly scale: Scale;
      readonly score: Score;
      readonly context: Context;
    }
  | { readonly kind: 'value'; readonly value: number | boolean | string | null }
  | { readonly kind: 'lines'; readonly values: readonly (boolean | null)[] }
  | { readonly kind: 'labels'; readonly labels: readonly Label[] }
  | { readonly kind: 'flags'; readonly flags: readonly string[] }
  | { readonly kind: 'flag'; readonly state: FlagState }
  | { readonly kind: 'nothing'; readonly why: string };

/** A scored case, as far as its expectations can ask of it. */
export type Scored = {
  readonly instrument: Instrument;
  readonly answers: Answers;
  readonly scores: Scores;
  readonly context: Context;
};

/**
 * What is given under one name of `expected`: a scale, `scale.rule`, `scale.band`,
 * `scale.answered`, `band`, a rule that only one scale has, `flags`, or `flags.<id>`.
 */
export function given(at: string, scored: Scored): Given {
  const flags = givenFlags(at, scored);
  if (flags) return flags;
  const { instrument } = scored;
  const exact = instrument.scales.find(({ id }) => id === at);
  if (exact) return scoreOf(exact, scored);
  const banded = bandedScales(instrument);
  if (isBand(at) && banded.length > 0) return bandsOf(banded, scored);
  const { scale, rule } = parted(at, instrument);
  if (scale && rule !== undefined) return ruleOf([scale], rule, scored);
  const ids = instrument.scales.flatMap(({ thresholds, bands = [] }) => [...thresholds, ...bands]);
  if (ids.some(({ id }) => bare(id) === bare(at))) return ruleOf(instrument.scales, at, scored);
  const named = findScale(at, instrument);
  if (named) return scoreOf(named, scored);
  const ruled = ruleOf(instrument.scales, at, scored);
  if (ruled.kind !== 'nothing') return ruled;
  return nothing(`no such scale; there are ${instrument.scales.map(({ id }) => id).join(', ')}`);
}

function givenFlags(at: string, { instrument, answers }: Scored): Given | undefined {
  const [name, id] = at.split('.') as [string, string?];
  const states = flagStates(instrument.flags, answers);
  const stateOf = (asked: string) =>
    Object.entries(states).find(([flag]) => bare(flag) === bare(asked))?.[1];
  const own = stateOf(at);
  if (own) return { kind: 'flag', state: own };
  if (!/^(?:safety[ _-]?)?flags?$/i.test(name)) return undefined;
  if (id === undefined) return { kind: 'flags', flags: raisedFlags(instrument.flags, answers) };
  const state = stateOf(id);
  return state ? { kind: 'flag', state } : nothing('no such flag');
}

function isBand(name: string): boolean {
  return /^(?:bands?|severity|category|level|interpretation)$/i.test(name);
}

/** `total.severity`, `total_band` or `GPH_SE`: a scale, and what is asked of it. */
function parted(at: string, instrument: Instrument) {
  const cut = at.lastIndexOf('.');
  const ending = /^(.+?)(?:[ _-]?(band)|[ _-](positive|se|standard[ _-]?error))$/i.exec(at);
  const before = cut > 0 ? at.slice(0, cut) : ending?.[1];
  const rule = cut > 0 ? at.slice(cut + 1) : (ending?.[2] ?? ending?.[3]);
  return { scale: before === undefined ? undefined : findScale(before, instrument), rule };
}

/** The scales `band` can mean: the one over all items, else every scale that has bands. */
function bandedScales(instrument: Instrument): readonly Scale[] {
  const whole = scaleOverAll(instrument);
  return whole?.bands ? [whole] : instrument.scales.filter(({ bands }) => bands);
}

function scoreOf(scale: Scale, { scores, context }: Scored): Given {
  return { kind: 'score', scale, score: scores[scale.id]!, context };
}

function ruleOf(scales: readonly Scale[], rule: string, scored: Scored): Given {
  const { scores, context } = scored;
  if (scales.length === 1 && isBand(rule) && !hasRule(scales[0]!, rule))
    return bandsOf(scales, scored);
  if (scales.length === 1 && rule === 'answered')
    return { kind: 'value', value: scores[scales[0]!.id]!.answered };
  if (scales.length === 1 && ['se', 'sem', 'standarderror'].includes(bare(rule)))
    return standardErrorOf(scores[scales[0]!.id]!);
  const rules = scales.flatMap((scale) => [
    ...scale.thresholds.map((threshold) => ({ ...threshold, scale, threshold })),
    ...(scale.bands ?? []).map((bands) => ({ scale, bandRule: bands, ...bands })),
  ]);
  const named = rules.some(({ id }) => bare(id) === bare(rule));
  const asked = wordsOf(rule);
  const meant = rules.filter(({ id }) =>
    named ? bare(id) === bare(rule) : isAmong(asked, wordsOf(id)),
  );
  if (meant.length === 0) return lineOf(scales, rule, scored);
  const here = meant.filter((one) => appliesIn(one, context));
  if (here.length === 0) return { kind: 'value', value: null };
  const { found } = onlyOne(here, [() => true]);
  const lines = here.flatMap((one) => ('threshold' in one ? [one] : []));
  const over = new Set(here.map(({ scale }) => scale.items.join()));
  if (!found && lines.length === here.length && over.size === 1) return linesOf(lines, scored);
  if (!found)
    return nothing(`several: ${here.map(({ scale, id }) => `${scale.id}.${id}`).join(', ')}`);
  const { value } = scores[found.scale.id]!;
  if ('bandRule' in found) return { kind: 'labels', labels: [labelOf(value, found.bandRule)] };
  return { kind: 'value', value: value === null ? null : isBeyond(value, found.threshold) };
}

function standardErrorOf(score: Score): Given {
  if (score.value === null) return { kind: 'value', value: null };
  const { standardError } = score;
  if (standardError === undefined) return nothing('no standard error is published');
  return { kind: 'value', value: standardError };
}

/** The thresholds of a scale under a name that any threshold has; rivals stand side by side. */
function lineOf(scales: readonly Scale[], name: string, scored: Scored): Given {
  const { instrument, context } = scored;
  const [scale] = scales.length === 1 ? scales : [scaleOverAll(instrument)];
  const here = scale?.thresholds.filter((one) => appliesIn(one, context)) ?? [];
  const asked = /^(?:cut(?:[ _-]?off)?|positive(?:[ _-]?screen)?|screen)$/i.test(name);
  if (!scale || here.length === 0 || !asked) return nothing('no such threshold or bands');
  return linesOf(
    here.map((threshold) => ({ scale, threshold })),
    scored,
  );
}

function linesOf(
  lines: readonly { readonly scale: Scale; readonly threshold: Threshold }[],
  { scores }: Scored,
): Given {
  const values = lines.map(({ scale, threshold }) => {
    const { value } = scores[scale.id]!;
    return value === null ? null : isBeyond(value, threshold);
  });
  return { kind: 'lines', values };
}

function hasRule({ thresholds, bands = [] }: Scale, rule: string): boolean {
  return [...thresholds, ...bands].some(({ id }) => id === rule);
}

function bandsOf(scales: readonly Scale[], { scores, context }: Scored): Given {
  const labels = scales.flatMap(({ id, bands = [] }) =>
    bands
      .filter((rule) => appliesIn(rule, context))
      .map((rule) => labelOf(scores[id]!.value, rule)),
  );
  return labels.length > 0 ? { kind: 'labels', labels } : nothing('no bands in this context');
}

function labelOf(value: number | null, rule: BandRule): Label {
  return {
    label: value === null ? null : bandOf(value, rule),
    of: rule.bands.map(({ label }) => label),
  };
}

/** The one threshold a yes or no can ask of a scale; undefined where there is none or several. */
export function onlyThreshold({ thresholds }: Scale, context: Context): Threshold | undefined {
  const here = thresholds.filter((one) => appliesIn(one, context));
  return here.length === 1 ? here[0] : undefined;
}

function nothing(why: string): Given {
  return { kind: 'nothing', why };
}
