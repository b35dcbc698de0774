import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as stats from './index.js';

// Whatever finite scores come, what comes back is a number, a refusal or an error that says what
// was wrong: few values, none, all the same, tiny, large, lopsided.
const number = fc.oneof(
  fc.constantFrom(0, 1, -1, 0.1, 0.2, 0.3, 1e-300, 1e-12, 1e-8, 1e6, -1e6),
  fc.integer({ min: -5, max: 30 }),
  fc.double({ min: -1e3, max: 1e3, noNaN: true }),
);
const same = fc.tuple(number, fc.nat(6)).map(([value, n]) => Array<number>(n).fill(value));
const values = fc.oneof({ weight: 3, arbitrary: fc.array(number, { maxLength: 8 }) }, same);
const pairs = fc
  .tuple(values, values)
  .map(([before, after]) =>
    before.slice(0, after.length).map((first, i) => [first, after[i]!] as const),
  );
const rows = fc.integer({ min: 1, max: 5 }).chain((k) =>
  fc.array(
    fc.array(fc.option(fc.integer({ min: 0, max: 4 }), { freq: 20 }), {
      minLength: k,
      maxLength: k,
    }),
    { minLength: 1, maxLength: 8 },
  ),
);
const count = fc.nat(4);
const table = fc.record({ noNo: count, noYes: count, yesNo: count, yesYes: count });
const positive = number.map((value) => Math.abs(value) || 1);
const effects = fc.array(fc.record({ estimate: number, variance: positive }), { maxLength: 6 });
const proportion = fc.nat(6).chain((n) => fc.tuple(fc.nat(n), fc.constant(n)));
const patterns = fc
  .array(fc.array(fc.option(number, { freq: 3 }), { minLength: 3, maxLength: 3 }), {
    minLength: 1,
    maxLength: 12,
  })
  .map((people) => {
    const gatherer = stats.gatherPatterns(3);
    people.forEach((scores, i) => gatherer.add(i % 2 === 0 ? 'a' : 'b', scores));
    return gatherer.patterns();
  });

/** Every place in a result that holds a number which is none. */
function notNumbers(value: unknown, path = ''): string[] {
  if (typeof value === 'number') return Number.isNaN(value) ? [path] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => notNumbers(part, `${path}/${key}`));
}

function check<T>(arbitrary: fc.Arbitrary<T>, compute: (given: T) => unknown): void {
  fc.assert(
    fc.property(arbitrary, (given) => {
      expect(notNumbers(compute(given))).toEqual([]);
    }),
  );
}

const ofChanges = {
  pairedTest: stats.pairedTest,
  cohenDz: stats.cohenDz,
  cohenDzNormal: (changes) => stats.cohenDzNormal(stats.sampleSummary(changes)),
  equivalenceTest: (changes) =>
    stats.equivalenceTest(stats.sampleSummary(changes), { low: -1, high: 1 }),
  signedRankTest: stats.signedRankTest,
  signedRankExact: stats.signedRankExact,
  signedRankPratt: (changes) => stats.signedRankTest(changes, { zeroRule: 'ranked' }),
  hodgesLehmann: stats.hodgesLehmann,
  controlChart: stats.controlChart,
  floorAndCeiling: (scores) => stats.floorAndCeiling(scores, { lowest: 0, highest: 5 }),
  describeValues: (scores) => stats.describeValues(scores.map((value) => ({ value, count: 1 }))),
  bootstrapBca: (scores) =>
    stats.bootstrapBca(scores, (sample) => stats.sampleSummary(sample).sd, {
      seed: 1,
      replicates: 30,
    }),
} satisfies Record<string, (values: readonly number[]) => unknown>;

test.each(Object.keys(ofChanges) as (keyof typeof ofChanges)[])('%s', (name) => {
  check(values, (given) => ofChanges[name](given));
});

const ofPairs = {
  describeChange: stats.describeChange,
  cohenDavByVariance: (given) => stats.cohenDavByVariance(stats.pairedSummary(given)),
  cohenDavBySd: (given) => stats.cohenDavBySd(stats.pairedSummary(given)),
  cohenDrm: (given) => stats.cohenDrm(stats.pairedSummary(given)),
  changeByBaselineSd: (given) => stats.changeByBaselineSd(stats.pairedSummary(given)),
  effectForPooling: (given) =>
    stats.effectForPooling(
      stats.pairedSummary(given),
      'standardised by the baseline, spreads unequal (SMCRH)',
    ),
  describePairedMoments: (given) => stats.describePairedMoments(stats.pairedMomentsOf(given)),
  adjustedMeans: (given) =>
    stats.adjustedMeans([
      { group: 'a', moments: stats.pairedMomentsOf(given.slice(1)) },
      { group: 'b', moments: stats.pairedMomentsOf(given) },
    ]),
  prepareReliableChange: (given) =>
    stats.reliableChangeMethods.map((method) => {
      const described = stats.describePairedMoments(stats.pairedMomentsOf(given));
      const found = stats.prepareReliableChange(method, { pairs: described, reliability: 0.8 });
      return found.computable ? given.map(([b, a]) => found.indexOf(b, a)) : found;
    }),
} satisfies Record<string, (pairs: readonly (readonly [number, number])[]) => unknown>;

test.each(Object.keys(ofPairs) as (keyof typeof ofPairs)[])('%s', (name) => {
  check(pairs, (given) => ofPairs[name](given));
});

test('two groups', () => {
  check(fc.tuple(values, values), ([a, b]) => {
    const [first, second] = [stats.sampleSummary(a), stats.sampleSummary(b)];
    return [
      stats.welchTest(a, b),
      stats.studentTest(a, b),
      stats.cohenD(first, second),
      stats.glassDelta(first, second),
      stats.varianceRatio(first, second),
      stats.mannWhitney(a, b),
      stats.mannWhitneyExact(a, b),
    ];
  });
});

test('shares', () => {
  check(table, (given) => [
    stats.mcNemar(given),
    stats.pairedDifferenceNewcombe(given),
    stats.pairedDifferenceWald(given),
  ]);
  check(proportion, ([x, n]) => [
    stats.wilsonInterval(x, n),
    stats.clopperPearsonInterval(x, n),
    stats.agrestiCoullInterval(x, n),
    stats.jeffreysInterval(x, n),
  ]);
});

test('reliability', () => {
  check(rows, (given) => {
    const { moments } = stats.itemMomentsOf(given);
    return [
      stats.cronbachAlpha(given),
      stats.standardizedAlpha(moments),
      stats.guttmanLambda2(moments),
      stats.omegaTotal(moments),
      stats.analyseItems(moments),
      stats.intraclassCorrelations(given),
    ];
  });
});

test('planning', () => {
  check(fc.tuple(fc.nat(9), number), ([n, effect]) => [
    stats.pairedPower(n, effect),
    stats.twoSamplePower(n, effect),
    stats.smallestDetectableDz(n),
    stats.smallestDetectableD(n),
  ]);
});

test('programs', () => {
  const method = fc.constantFrom(
    'fixed',
    'derSimonianLaird',
    'restrictedMaximumLikelihood',
    'pauleMandel',
  );
  check(fc.tuple(effects, method, fc.boolean()), ([given, chosen, knappHartung]) => {
    const found = stats.metaAnalyse(given, { method: chosen, knappHartung });
    return found.computable ? [found, stats.shrink(given, found)] : found;
  });
  const counts = fc.array(proportion.map(([x, n]) => ({ x, n: n + 1 })));
  check(counts, (given) => stats.funnel(given));
});

test('missing data', () => {
  check(patterns, (given) => [stats.attritionTable(given), stats.completersAndLost(given, 1)]);
  check(effects, (given) => stats.poolImputations(given));
  const observed = fc.record({ mean: number, se: positive, seen: count, lost: count });
  check(observed, (given) => stats.deltaAdjusted(given, [-1, 0, 1]));
});
