/** Throws unless every named parameter is a finite number above zero. */
export function requirePositive(where: string, parameters: Readonly<Record<string, number>>): void {
  for (const [name, value] of Object.entries(parameters)) {
    if (!(value > 0 && value < Infinity)) throw new RangeError(`${where} requires ${name} > 0`);
  }
}

/** Throws unless the degrees of freedom are above zero; infinitely many are allowed. */
export function requireDf(where: string, df: number): void {
  if (!(df > 0)) throw new RangeError(`${where} requires df > 0`);
}

/** Throws unless p is a probability. */
export function requireProbability(where: string, p: number): void {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`${where} requires 0 <= p <= 1`);
}
