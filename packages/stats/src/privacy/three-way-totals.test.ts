import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cheaperChoice } from '../../fixtures/cheaper-choice.js';
import { attackFacts, mayReach } from './attack-facts.js';
import { shownSum, type Fact } from './facts.js';
import { isSmallCount } from './small-count.js';
import { suppressFacts, type SensitiveQuantity, type Statement } from './suppress-facts.js';

const threshold = 4;

type Sum = { readonly id: string; readonly counts: readonly string[]; readonly value: number };

/** All sums of a table over three ways of two: 8 cells, 12 totals over one, 6 over two, 1 over all. */
function threeWay(cells: readonly number[]): Sum[] {
  const places = [0, 1, 2, 3, 4, 5, 6, 7];
  const digits = (place: number) => place.toString(2).padStart(3, '0');
  const patterns = ['0', '1', '.'].flatMap((a) =>
    ['0', '1', '.'].flatMap((b) => ['0', '1', '.'].map((c) => a + b + c)),
  );
  return patterns.map((id) => {
    const own = places.filter((place) => new RegExp(`^${id}$`).test(digits(place)));
    return sumOf(
      id,
      own.map(digits),
      own.map((place) => cells[place]!),
    );
  });
}

/** Counts by sex of five programs in two counties of one state, with every total. */
function nested(cells: readonly number[]): Sum[] {
  const counties = [
    [0, 1, 2],
    [3, 4],
  ];
  const parts = [...[0, 1, 2, 3, 4].map((program) => [program]), ...counties, [0, 1, 2, 3, 4]];
  return parts.flatMap((programs) =>
    [['f'], ['m'], ['f', 'm']].map((sexes) => {
      const own = programs.flatMap((program) => sexes.map((sex) => ({ program, sex })));
      return sumOf(
        `${programs.join('+')} ${sexes.join('+')}`,
        own.map(({ program, sex }) => `${program}${sex}`),
        own.map(({ program, sex }) => cells[2 * program + Number(sex === 'm')]!),
      );
    }),
  );
}

const sumOf = (id: string, counts: readonly string[], values: readonly number[]): Sum => ({
  id,
  counts,
  value: values.reduce((a, b) => a + b, 0),
});

const sensitiveOf = (sums: readonly Sum[]): SensitiveQuantity[] =>
  sums.map(({ id, counts, value }) => ({
    name: id,
    terms: counts.map((count) => ({ count, weight: 1 })),
    value,
  }));

/** What is known when some sums are hidden: the others, and that nothing hidden is zero. */
const factsOf = (sums: readonly Sum[], hidden: ReadonlySet<number>): Fact[] =>
  sums.flatMap(({ counts, value }, place) => {
    const [fact] = shownSum(counts, value);
    return hidden.has(place) ? [{ ...fact!, low: 1, high: Infinity }] : [fact!];
  });

/** Says whether no small sum can be told, beginning with the one that was told last. */
function safetyOf(sums: readonly Sum[]): (hidden: ReadonlySet<number>) => boolean {
  const small = sensitiveOf(sums).filter(({ value }) => isSmallCount(value, { threshold }));
  return (hidden) => {
    const facts = factsOf(sums, hidden);
    const told = small.findIndex((one) => mayReach(facts, one, threshold) !== true);
    if (told > 0) small.unshift(...small.splice(told, 1));
    return told < 0;
  };
}

const count = fc.oneof(
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 3 }) },
  { weight: 3, arbitrary: fc.integer({ min: 4, max: 30 }) },
);
const losses = fc.array(fc.integer({ min: 2, max: 9 }), { minLength: 27, maxLength: 27 });

test.each([
  { what: 'three ways of two', cells: 8, sumsOf: threeWay, tables: 6 },
  { what: 'programs in counties in a state', cells: 10, sumsOf: nested, tables: 10 },
])('totals over $what: all small counts are protected, at least loss', (given) => {
  const { cells, sumsOf, tables } = given;
  fc.assert(
    fc.property(
      fc.array(count, { minLength: cells, maxLength: cells }),
      losses,
      (values, drawn) => {
        const sums = sumsOf(values);
        const statements = sums.map(({ id, counts, value }, i): Statement => {
          return { id, facts: shownSum(counts, value), loss: drawn[i]! };
        });
        const found = suppressFacts({ statements, sensitive: sensitiveOf(sums) }, { threshold });
        if (!found.computable) throw new Error(found.reason);
        expect(found.method).toBe('complementary suppression, least loss proven');
        const hidden = new Set(found.hidden.map((id) => sums.findIndex((one) => one.id === id)));
        const small = sensitiveOf(sums).filter(({ value }) => isSmallCount(value, { threshold }));
        for (const { high, exact } of attackFacts(factsOf(sums, hidden), small)!) {
          expect(exact).toBe(true);
          expect(high).toBeGreaterThanOrEqual(threshold);
        }
        for (const place of hidden) expect(sums[place]!.value).toBeGreaterThan(0);

        const candidates = sums.flatMap(({ value }, place) =>
          value >= threshold ? [{ place, loss: drawn[place]! }] : [],
        );
        const must = [...hidden].filter((place) => sums[place]!.value < threshold);
        const bound = found.loss - must.reduce((sum, place) => sum + drawn[place]!, 0);
        const isSafe = safetyOf(sums);
        const searched = (limit: number) =>
          cheaperChoice(candidates, limit, (chosen) => isSafe(new Set([...must, ...chosen])));
        expect(searched(bound)).toBeNull();
        expect(searched(bound + 0.5)).not.toBeNull();
      },
    ),
    { numRuns: tables, seed: 3, endOnFailure: true },
  );
});
