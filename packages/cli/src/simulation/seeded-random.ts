/** Numbers that look random and are the same for the same seed. */
export type SeededRandom = {
  /** A number from 0 up to but not including 1. */
  readonly uniform: () => number;
  /** A number of the normal distribution with mean 0 and standard deviation 1. */
  readonly normal: () => number;
  /** So many bytes, each 0 to 255. */
  readonly bytes: (count: number) => Uint8Array;
};

/**
 * Starts the generator splitmix32 (Steele, Lea and Flood 2014, in 32 bits). For simulated data only:
 * whoever knows the seed knows every number.
 */
export function seededRandom(seed: number): SeededRandom {
  let state = seed >>> 0;
  function word(): number {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = state ^ (state >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x735a2d97);
    return (mixed ^ (mixed >>> 15)) >>> 0;
  }
  const uniform = () => word() / 2 ** 32;
  // Box and Muller 1958; 1 - uniform is never 0, so the logarithm is finite.
  const normal = () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
  const bytes = (count: number) => Uint8Array.from({ length: count }, () => word() & 255);
  return { uniform, normal, bytes };
}
