import type { BandRule, Instrument, Scale, Score, Scores, Threshold } from '@waymark/model';
import { appliesIn, bandOf, isBeyond, type Context } from '@waymark/scoring';

/** What the library gives where a case expects something; undefined when the name leads nowhere. */
export type Given = {
  readonly value: number | boolean | string | null | undefined;
  readonly text: string;
};

type Scored = { instrument: Instrument; scores: Scores; context: Context };

/** What is given under one name of `expected`: a scale, `scale.rule`, or `band`. */
export function given(at: string, scored: Scored): Given {
  const { instrument, scores } = scored;
  const [scaleId, ruleId] = at.split('.') as [string, string?];
  const scale = scaleNamed(scaleId, instrument);
  if (!scale && at === 'band') return onlyBand(scored);
  if (!scale) return nothing('no such scale');
  const scaleScore = scores[scale.id]!;
  if (ruleId !== undefined) return ruled(scale, ruleId, scaleScore, scored.context);
  return { value: scaleScore.value, text: scoreText(scaleScore) };
}

/** The scale of this id; `total` is also the one scale over all items. */
function scaleNamed(name: string, { items, scales }: Instrument): Scale | undefined {
  const named = scales.find(({ id }) => id === name);
  if (named || name !== 'total') return named;
  const overAll = scales.filter((scale) => scale.items.length === items.length);
  return overAll.length === 1 ? overAll[0] : undefined;
}

function ruled(scale: Scale, ruleId: string, { value }: Score, context: Context): Given {
  const named = <T extends Threshold | BandRule>(rules: readonly T[] = []) =>
    rules.find((rule) => rule.id === ruleId && appliesIn(rule, context));
  const threshold = named(scale.thresholds);
  if (threshold) return plain(value === null ? null : isBeyond(value, threshold));
  const bands = named(scale.bands);
  if (bands) return plain(value === null ? null : bandOf(value, bands));
  return nothing('no such threshold or bands in this context');
}

function onlyBand({ instrument, scores, context }: Scored): Given {
  const banded = instrument.scales.filter(({ bands }) => bands);
  const [scale] = banded;
  if (!scale || banded.length > 1) return nothing(`${banded.length} scales with bands`);
  const rules = scale.bands!.filter((rule) => appliesIn(rule, context));
  if (rules.length !== 1) return nothing(`${rules.length} sets of bands in this context`);
  return ruled(scale, rules[0]!.id, scores[scale.id]!, context);
}

function nothing(text: string): Given {
  return { value: undefined, text };
}

function plain(value: boolean | string | null): Given {
  return { value, text: value === null ? 'none' : JSON.stringify(value) };
}

function scoreText({ value, answered, of }: Score): string {
  return value === null ? `none (${answered} of ${of} answered)` : String(value);
}
