import { dot, multiply, sandwich, traceOfProduct, transpose } from '../linear-algebra/multiply.js';
import { addPairs, alongPair, mirrored } from './add-pairs.js';
import type { Bends } from './differentiate-pattern.js';
import type { Coefficients } from './generalized-least-squares.js';
import { block, type LiftedFrame } from './lift-frame.js';
import { parameterCount, type Problem } from './problem.js';

/** What a frame's derivatives are made of, and what they are added to. */
type FrameParts = Bends & {
  readonly frame: LiftedFrame;
  /** For each inner parameter, [X Z]' V0^-1 G_i V0^-1 [X Z]. */
  readonly matrices: Float64Array;
  /** The same with the residuals. */
  readonly vectors: Float64Array;
  readonly coefficients: Coefficients;
  /** For each parameter, X' V^-1 G_i V^-1 X, and the same with the residuals. */
  readonly slopes: Float64Array;
  readonly rests: Float64Array;
};

function add(target: Float64Array, source: Float64Array, from = 0): void {
  for (let i = 0; i < source.length; i += 1) target[from + i]! += source[i]!;
}

/** The k-th of the matrices of `length` numbers in a flat array. */
export function matrixAt(matrices: Float64Array, k: number, length: number): Float64Array {
  return matrices.subarray(k * length, (k + 1) * length);
}

/** The columns of `[I; -K]`, which take the random effects of a cluster out of its fixed columns. */
export function sweepOut({ fixed, random, shrunken }: LiftedFrame): Float64Array {
  const out = new Float64Array((fixed + random) * fixed);
  for (let i = 0; i < fixed; i += 1) out[i * fixed + i] = 1;
  shrunken.forEach((value, i) => (out[fixed * fixed + i] = -value));
  return out;
}

/** One inner parameter seen from above the cluster's random effects. */
type Lifted = {
  /** Z' V^-1 G V^-1 Z. */ inside: Float64Array;
  /** Z' V^-1 G V^-1 X. */ across: Float64Array;
  /** Z' V^-1 G V^-1 r. */ residual: Float64Array;
  /** M Z' V0^-1 G V0^-1 Z. */ turned: Float64Array;
  /** Z' V0^-1 G V^-1 X. */ below: Float64Array;
  /** Z' V0^-1 G V^-1 r. */ belowResidual: Float64Array;
};

/** Adds what one frame contributes to the derivatives; see `Derivatives`. */
export function differentiateFrame(problem: Problem, parts: FrameParts): void {
  const { frame, matrices, vectors, coefficients, slopes, rests } = parts;
  const { gradient, observed, expected } = parts;
  const { fixed, random } = frame;
  if (random === 0) {
    add(slopes, matrices);
    add(rests, vectors);
    return;
  }
  const { restricted, outer } = problem;
  const { phi, beta } = coefficients;
  const k = parameterCount(problem);
  const width = fixed + random;
  const sweep = sweepOut(frame);
  const turn = transpose(frame.remaining, random, random);
  const square = [random, random, random] as const;

  const sweepT = transpose(sweep, width, fixed);
  const lifted = Array.from({ length: vectors.length / width }, (_, i): Lifted => {
    const matrix = matrixAt(matrices, i, width * width);
    const vector = matrixAt(vectors, i, width);
    const swept = multiply(matrix, sweep, [width, width, fixed]);
    add(slopes, multiply(sweepT, swept, [fixed, width, fixed]), i * fixed * fixed);
    add(rests, multiply(sweepT, vector, [fixed, width, 1]), i * fixed);
    const below = swept.slice(fixed * fixed);
    const belowResidual = vector.slice(fixed);
    const inside = block(matrix, width, [fixed, fixed, random, random]);
    return {
      inside: sandwich(inside, frame.remaining, random, random),
      across: multiply(turn, below, [random, random, fixed]),
      residual: multiply(turn, belowResidual, [random, random, 1]),
      turned: multiply(frame.posterior, inside, square),
      below,
      belowResidual,
    };
  });

  // Covariances of the level below with each other.
  for (let i = 0; i < lifted.length; i += 1) {
    const { turned, below, belowResidual } = lifted[i]!;
    const pulled = multiply(frame.posterior, belowResidual, [random, random, 1]);
    const spread = restricted
      ? multiply(frame.posterior, multiply(below, phi, [random, fixed, fixed]), [
          random,
          random,
          fixed,
        ])
      : null;
    for (let j = 0; j <= i; j += 1) {
      const other = lifted[j]!;
      const half =
        0.5 * traceOfProduct(turned, other.turned, random) +
        (spread ? dot(spread, other.below) : 0);
      observed[i * k + j]! -= half + dot(pulled, other.belowResidual);
      expected[i * k + j]! += half;
    }
  }

  // Covariances of this level, alone and with those below.
  const from = lifted.length;
  const cross = frame.crossInformation;
  const score = multiply(turn, frame.randomScore, [random, random, 1]);
  const explained = multiply(cross, beta, [random, fixed, 1]);
  const rest = score.map((value, i) => value - explained[i]!);
  const crossPhi = multiply(cross, phi, [random, fixed, fixed]);
  const known = restricted
    ? multiply(crossPhi, transpose(cross, random, fixed), [random, fixed, random])
    : new Float64Array(random * random);
  const information = frame.randomInformation;
  const data = multiply(rest, rest, [random, 1, random]);
  const bent = information.map((v, i) => data[i]! + known[i]! - v);
  outer.pairs.forEach((pair, o) => {
    gradient[from + o]! += 0.5 * alongPair(bent, random, pair);
    for (const [a, b] of mirrored(pair)) {
      for (let i = 0; i < fixed; i += 1) {
        const place = (from + o) * fixed + i;
        rests[place]! += cross[a * fixed + i]! * rest[b]!;
        for (let j = 0; j < fixed; j += 1)
          slopes[place * fixed + j]! += cross[a * fixed + i]! * cross[b * fixed + j]!;
      }
    }
  });
  const at = { size: k, from };
  const observedCore = information.map((v, i) => data[i]! + known[i]! - 0.5 * v);
  const expectedCore = information.map((v, i) => 0.5 * v - known[i]!);
  addPairs({ ...at, target: observed }, outer.pairs, random, [information, observedCore]);
  addPairs({ ...at, target: expected }, outer.pairs, random, [information, expectedCore]);
  lifted.forEach(({ inside, across, residual }, i) => {
    const fromKnown = restricted
      ? multiply(crossPhi, transpose(across, random, fixed), [random, fixed, random])
      : known;
    const fromData = multiply(rest, residual, [random, 1, random]);
    outer.pairs.forEach((pair, o) => {
      const trace = 0.5 * alongPair(inside, random, pair);
      const certain = alongPair(fromKnown, random, pair);
      const place = (from + o) * k + i;
      observed[place]! += alongPair(fromData, random, pair) + certain - trace;
      expected[place]! += trace - certain;
    });
  });
}
