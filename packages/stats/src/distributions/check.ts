/** Throws unless every named parameter is a number above zero. */
export function requirePositive(where: string, parameters: Readonly<Record<string, number>>): void {
  for (const [name, value] of Object.entries(parameters)) {
    if (!(value > 0)) throw new RangeError(`${where} requires ${name} > 0`);
  }
}

/** Throws unless p is a probability. */
export function requireProbability(where: string, p: number): void {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`${where} requires 0 <= p <= 1`);
}
