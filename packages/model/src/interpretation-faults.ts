import type { Fault } from './fault.js';
import type { Instrument } from './instrument.js';
import { textFault } from './name-faults.js';
import type { Scale } from './scale.js';

/** What is wrong with the published figures of a scale: bands, thresholds, changes, norms. */
export function interpretationFaults(instrument: Instrument, scale: Scale, at: string): Fault[] {
  return [
    ...bandFaults(scale, at),
    ...thresholdFaults(scale, at),
    ...ruleNameFaults(scale, at),
    ...sizeFaults(scale, at),
    ...rememberedFaults(instrument, scale, at),
  ];
}

function bandFaults({ bands, range }: Scale, at: string): Fault[] {
  return (bands ?? []).flatMap((rule, r) =>
    rule.bands.flatMap((band, b) => {
      const path = `${at}.bands[${r}].bands[${b}]`;
      const previous = rule.bands[b - 1];
      if (band.from > band.to) return [numberFault(`${path}.to`, 'must not be below from')];
      if (previous && band.from <= previous.to)
        return [numberFault(`${path}.from`, 'must be above the band before')];
      if (previous && isGap(previous.to, band.from))
        return [numberFault(`${path}.from`, `must be ${previous.to + 1}, so that none is unnamed`)];
      if (band.from < range[0] || band.to > range[1])
        return [{ path, found: 'object', rule: `must lie within ${range.join(' to ')}` }];
      return [];
    }),
  );
}

// Between whole numbers a whole score has no name; printed means leave gaps of one decimal.
function isGap(to: number, from: number): boolean {
  return Number.isInteger(to) && Number.isInteger(from) && from - to > 1;
}

// A line that no score can lie on, or all lie beyond, is a slip of the pen or of another metric.
function thresholdFaults({ thresholds, range }: Scale, at: string): Fault[] {
  return thresholds.flatMap(({ value }, i) =>
    value < range[0] || value > range[1]
      ? [numberFault(`${at}.thresholds[${i}].value`, `must lie within ${range.join(' to ')}`)]
      : [],
  );
}

/** A rule is asked for by its name; only another context may give the same name again. */
function ruleNameFaults({ thresholds, bands = [] }: Scale, at: string): Fault[] {
  const rules = [
    ...thresholds.map(({ id, when }, i) => ({ path: `${at}.thresholds[${i}].id`, id, when })),
    ...bands.map(({ id, when }, i) => ({ path: `${at}.bands[${i}].id`, id, when })),
  ];
  const key = ({ id, when = {} }: (typeof rules)[number]) => `${id} ${JSON.stringify(when)}`;
  return rules.flatMap((rule, i) =>
    rules.findIndex((other) => key(other) === key(rule)) < i
      ? [textFault(rule.path, `must not repeat "${rule.id}"`)]
      : [],
  );
}

function sizeFaults({ changes = [], norms = [], range }: Scale, at: string): Fault[] {
  const [lowest, highest] = range;
  return [
    ...changes.flatMap(({ value }, i) =>
      value > highest - lowest
        ? [numberFault(`${at}.changes[${i}].value`, `must be at most ${highest - lowest}`)]
        : [],
    ),
    ...norms.flatMap(({ mean }, i) =>
      mean < lowest || mean > highest
        ? [numberFault(`${at}.norms[${i}].mean`, `must lie within ${range.join(' to ')}`)]
        : [],
    ),
  ];
}

/** What is only remembered drives nothing: a line or a band must have been read in its source. */
function rememberedFaults({ sources }: Instrument, scale: Scale, at: string): Fault[] {
  const remembered = new Set(sources.filter(({ mark }) => mark === 'memory').map(({ id }) => id));
  return (['thresholds', 'bands', 'changes'] as const).flatMap((name) =>
    (scale[name] ?? []).flatMap(({ mark, source }, i) =>
      mark === 'memory' || remembered.has(source)
        ? [textFault(`${at}.${name}[${i}].mark`, 'must be seen, in a source that was seen')]
        : [],
    ),
  );
}

function numberFault(path: string, rule: string): Fault {
  return { path, found: 'number', rule };
}
