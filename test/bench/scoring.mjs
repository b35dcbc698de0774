// How fast a 24-item, 6-scale instrument is scored on one core: `npm run bench:scoring`. Fails when
// score() takes more than three times as long as a loop written by hand for the same instrument.
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { parseInstrument, scoringKey } from '../../packages/model/dist/index.js';
import { score } from '../../packages/scoring/dist/index.js';

const limit = 3;
const people = 20_000;
const rounds = 15;

const file = new URL('../../instruments/ras-24/instrument.json', import.meta.url);
const checked = parseInstrument(JSON.parse(readFileSync(file, 'utf8')));
if (!checked.ok) throw new Error('ras-24 is not a definition');
const instrument = checked.value;
const key = scoringKey(instrument);

/** The same numbers each time, 0 up to 1 (the minimal standard generator of Park and Miller). */
function random(seed = 1) {
  return () => (seed = (seed * 48271) % 2147483647) / 2147483647;
}

/** Answers of many people: one in twenty is skipped. */
function answersOf(count) {
  const next = random();
  return Array.from({ length: count }, () =>
    Object.fromEntries(
      instrument.items.map(({ id }) => [
        id,
        next() < 0.05 ? 'skipped' : 1 + Math.floor(next() * 5),
      ]),
    ),
  );
}

// What somebody would write for this one instrument, with the same results: each scale's value and
// counts, or why there is none.
const plain = instrument.scales.map(({ id, items, missing, method }) => ({
  id,
  items,
  needed: missing.minimumAnswered,
  fills: missing.fill === 'person-mean',
  mean: method.name === 'mean',
}));

function byHand(answers) {
  const scores = {};
  for (const { id, items, needed, fills, mean } of plain) {
    let sum = 0;
    let answered = 0;
    for (const item of items) {
      const answer = answers[item];
      if (typeof answer !== 'number') continue;
      sum += answer;
      answered += 1;
    }
    const of = items.length;
    if (answered < needed) scores[id] = { value: null, reason: 'too-few-answered', answered, of };
    else if (mean) scores[id] = { value: sum / answered, answered, of };
    else scores[id] = { value: fills ? (sum / answered) * of : sum, answered, of };
  }
  return scores;
}

function seconds(run, all) {
  const started = performance.now();
  let scales = 0;
  for (const answers of all) scales += Object.keys(run(answers)).length;
  if (scales !== all.length * plain.length) throw new Error('A scale was not scored.');
  return (performance.now() - started) / 1000;
}

function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

/** The loop is only worth comparing with when it gives what score() gives. */
function differing(all) {
  return all.find((answers) => {
    const [ours, theirs] = [score(key, answers), byHand(answers)];
    return plain.some(
      ({ id }) =>
        Math.abs((ours[id].value ?? -1) - (theirs[id].value ?? -1)) > 1e-9 ||
        ours[id].answered !== theirs[id].answered,
    );
  });
}

const all = answersOf(people);
if (differing(all)) throw new Error('score() and the loop give different scores.');
const times = { score: [], byHand: [] };
for (let round = 0; round < rounds; round += 1) {
  times.byHand.push(seconds(byHand, all));
  times.score.push(seconds((answers) => score(key, answers), all));
}
const ratio = median(times.score) / median(times.byHand);
const perSecond = (list) => Math.round(people / median(list)).toLocaleString('en-US');
console.log(
  `${instrument.items.length} items, ${plain.length} scales, ${people} people, medians of ${rounds} rounds`,
);
console.log(`score()   ${perSecond(times.score)} check-ins a second`);
console.log(`by hand   ${perSecond(times.byHand)} check-ins a second`);
console.log(`ratio     ${ratio.toFixed(2)}, must be at most ${limit}`);
process.exitCode = ratio <= limit ? 0 : 1;
