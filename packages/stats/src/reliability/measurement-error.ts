import { normalQuantile } from '../distributions/index.js';

function check(name: string, sd: number, reliability: number): void {
  if (!(sd >= 0)) throw new RangeError(`${name} requires a standard deviation of zero or more`);
  if (!(reliability <= 1)) throw new RangeError(`${name} requires a reliability of at most 1`);
}

/**
 * The standard error of measurement, in units of the score: sd sqrt(1 - reliability).
 * How far one person's score strays from their true score (classical test theory, Lord and
 * Novick 1968). `sd` and `reliability` belong to the same population; a reliability estimated below
 * zero is taken as it is, the error is then larger than the spread.
 */
export function standardErrorOfMeasurement(sd: number, reliability: number): number {
  check('standardErrorOfMeasurement', sd, reliability);
  return sd * Math.sqrt(1 - reliability);
}

/**
 * The standard error of a difference of two scores of one person: sd sqrt(2 (1 - reliability)).
 * The yardstick of the Jacobson-Truax index; equal reliability at both times is assumed.
 */
export function standardErrorOfDifference(sd: number, reliability: number): number {
  check('standardErrorOfDifference', sd, reliability);
  return sd * Math.sqrt(2 * (1 - reliability));
}

/**
 * The smallest change beyond measurement error at `level` (two-sided): z sqrt(2) SEM, with z the
 * full normal quantile, not 1.96. Also called smallest detectable change (de Vet et al. 2006).
 */
export function minimalDetectableChange(
  sd: number,
  reliability: number,
  { level = 0.95 } = {},
): number {
  return normalQuantile((1 + level) / 2) * standardErrorOfDifference(sd, reliability);
}
