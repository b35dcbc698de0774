function check(name: string, sd: number, reliability: number): void {
  if (!(sd >= 0)) throw new RangeError(`${name} requires a standard deviation of zero or more`);
  if (!(reliability >= 0 && reliability <= 1))
    throw new RangeError(`${name} requires a reliability between 0 and 1`);
}

/**
 * The standard error of measurement, in units of the score: sd sqrt(1 - reliability).
 * How far one person's score strays from their true score (classical test theory, Lord and
 * Novick 1968). `sd` and `reliability` belong to the same population.
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
