import { cholesky, inverseFromCholesky, logDeterminant } from '../linear-algebra/cholesky.js';
import { multiply } from '../linear-algebra/multiply.js';
import type { Information } from './ordered-pairs.js';

/** One set of coefficients b at the parameters looked at last, with its own columns X. */
export type Component = {
  readonly size: number;
  /** X'V^-1 X, then X'V^-1 G_i V^-1 X for each parameter. */
  readonly matrices: Float64Array;
  /** X'V^-1 y. */
  readonly score: Float64Array;
  /** X'V^-1 G_i V^-1 (y - X b). */
  readonly pulls: Float64Array;
  readonly beta: Float64Array;
  /** Their covariance (X'V^-1 X)^-1. */
  readonly phi: Float64Array;
  /** That covariance where the likelihood minds it (REML), else zero. */
  readonly used: Float64Array;
};

/** One of several matrices or vectors one after another. */
export const part = (values: Float64Array, place: number, length: number) =>
  values.subarray(place * length, (place + 1) * length);

/**
 * Solves for the coefficients; returns the logarithm of the determinant, `null` when there are none.
 * `scratch` has room for a matrix of them.
 */
export function solve(
  { size: n, matrices, score, beta, phi }: Component,
  scratch: Float64Array,
): number | null {
  const factor = cholesky(matrices, n, scratch);
  if (!factor) return null;
  multiply(inverseFromCholesky(factor, n, phi), score, [n, n, 1], beta);
  return logDeterminant(factor, n);
}

/** Adds what estimating the coefficients takes from the information about the parameters. */
export function addEstimation(
  { k, observed, expected }: Information,
  { size: n, matrices, pulls, phi, used }: Component,
): void {
  // Phi P_i and its transpose for each parameter, and Phi h_i.
  const turned = new Float64Array(k * n * n);
  const transposed = new Float64Array(k * n * n);
  const drawn = new Float64Array(k * n);
  for (let i = 0; i < k; i += 1) {
    const from = i * n * n;
    for (let a = 0; a < n; a += 1) {
      for (let l = 0; l < n; l += 1) drawn[i * n + a]! += phi[a * n + l]! * pulls[i * n + l]!;
      for (let b = 0; b < n; b += 1) {
        let sum = 0;
        for (let l = 0; l < n; l += 1) sum += used[a * n + l]! * matrices[from + n * (n + l) + b]!;
        turned[from + a * n + b] = sum;
        transposed[from + b * n + a] = sum;
      }
    }
    for (let j = 0; j <= i; j += 1) {
      let trace = 0;
      let square = 0;
      for (let e = 0; e < n * n; e += 1) trace += turned[from + e]! * transposed[j * n * n + e]!;
      for (let e = 0; e < n; e += 1) square += drawn[i * n + e]! * pulls[j * n + e]!;
      observed[i * k + j]! -= trace + 2 * square;
      expected[i * k + j]! += trace;
    }
  }
}

/**
 * Takes the sum of weight_ij P_i Phi P_j, where P_i = X'V^-1 G_i V^-1 X, off a matrix which already
 * holds the sum of weight_ij X'V^-1 G_i V^-1 G_j V^-1 X.
 */
export function takeOffEstimation(
  out: Float64Array,
  { size: n, matrices, phi }: Component,
  { weights, k }: { readonly weights: Float64Array; readonly k: number },
): void {
  const sum = new Float64Array(n * n);
  const half = new Float64Array(n * n);
  for (let i = 0; i < k; i += 1) {
    sum.fill(0);
    for (let j = 0; j < k; j += 1) {
      const weight = weights[i * k + j]!;
      const from = (j + 1) * n * n;
      for (let e = 0; e < n * n; e += 1) sum[e]! += weight * matrices[from + e]!;
    }
    multiply(phi, sum, [n, n, n], half);
    for (let a = 0; a < n; a += 1)
      for (let b = 0; b < n; b += 1) {
        let value = 0;
        for (let l = 0; l < n; l += 1)
          value += matrices[(i + 1) * n * n + a * n + l]! * half[l * n + b]!;
        out[a * n + b]! -= value;
      }
  }
}

/** `x' a x` for one of several symmetric matrices one after another. */
export function quadratic(matrices: Float64Array, place: number, x: Float64Array): number {
  const n = x.length;
  let sum = 0;
  for (let i = 0, at = place * n * n; i < n; i += 1, at += n) {
    let row = 0.5 * matrices[at + i]! * x[i]!;
    for (let j = 0; j < i; j += 1) row += matrices[at + j]! * x[j]!;
    sum += x[i]! * row;
  }
  return 2 * sum;
}
