/**
 * A stream of uniform numbers in [0, 1) that depends on the seed alone, on every machine: xoshiro128**
 * of Blackman and Vigna (2018), its state filled by Weyl steps through a 32-bit mixer. For resampling;
 * never for ids or keys. The seed is a whole number; streams of neighbouring seeds have nothing in
 * common.
 */
export function seededRandom(seed: number): () => number {
  if (!Number.isSafeInteger(seed)) throw new RangeError('seededRandom requires a whole seed');
  const state = new Uint32Array(4);
  let weyl = seed >>> 0;
  const high = Math.floor(seed / 2 ** 32) >>> 0;
  for (let k = 0; k < 4; k++) {
    weyl = (weyl + 0x9e3779b9) >>> 0;
    state[k] = mixed(weyl ^ mixed(high + k));
  }
  return () => (next(state) * 2 ** 21 + (next(state) >>> 11)) / 2 ** 53;
}

/** Spreads the difference of any two inputs over all bits (the finalizer of MurmurHash3). */
function mixed(value: number): number {
  let bits = value >>> 0;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}

const rotated = (bits: number, by: number) => ((bits << by) | (bits >>> (32 - by))) >>> 0;

function next(state: Uint32Array): number {
  const [a, b, c, d] = state as unknown as [number, number, number, number];
  const result = Math.imul(rotated(Math.imul(b, 5), 7), 9) >>> 0;
  const c1 = c ^ a;
  const d1 = d ^ b;
  state[1] = b ^ c1;
  state[0] = a ^ d1;
  state[2] = c1 ^ (b << 9);
  state[3] = rotated(d1, 11);
  return result;
}
