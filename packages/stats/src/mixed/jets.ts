/**
 * Numbers that carry their first and second derivatives for `k` parameters along every calculation
 * (forward differentiation to second order): value, k slopes, k (k + 1) / 2 bends. All of them lie
 * in one memory and are named by where they start, because millions of small arrays would cost more
 * than the arithmetic.
 */
export type Jets = {
  /** How many numbers one of them takes. */
  readonly size: number;
  /** The memory; ask again after `reserve`, which may move it. */
  memory(): Float64Array;
  /** Room for `count` of them, all zero; returns where the first starts. */
  reserve(count: number): number;
  /** Gives back everything reserved since. */
  release(address: number): void;
  /** `to += factor * a`. */
  addScaled(to: number, a: number, factor: number): void;
  /** `to += a * b`. */
  addProduct(to: number, a: number, b: number): void;
  /** `to += f(a)` from the value of f and its two derivatives at a. */
  addFunction(to: number, a: number, taylor: readonly [number, number, number]): void;
  /** `to += log |a|`. */
  addLog(to: number, a: number): void;
  /** `to = -1 / a`. */
  invertNegative(to: number, a: number): void;
};

/** A memory for numbers with derivatives for `k` parameters; without any when k is zero. */
export function jetsFor(k: number): Jets {
  const size = 1 + k + (k * (k + 1)) / 2;
  let heap = new Float64Array(64 * size);
  let used = 0;

  const addFunction: Jets['addFunction'] = (to, a, [f, first, second]) => {
    heap[to]! += f;
    let at = k + 1;
    for (let p = 1; p <= k; p += 1) {
      heap[to + p]! += first * heap[a + p]!;
      for (let q = 1; q <= p; q += 1) {
        heap[to + at]! += first * heap[a + at]! + second * heap[a + p]! * heap[a + q]!;
        at += 1;
      }
    }
  };

  return {
    size,
    addFunction,
    memory: () => heap,
    reserve(count) {
      const from = used;
      used += count * size;
      if (used > heap.length) {
        const larger = new Float64Array(2 * used);
        larger.set(heap.subarray(0, from));
        heap = larger;
      } else heap.fill(0, from, used);
      return from;
    },
    release(address) {
      used = address;
    },
    addScaled(to, a, factor) {
      for (let i = 0; i < size; i += 1) heap[to + i]! += factor * heap[a + i]!;
    },
    addProduct(to, a, b) {
      const m = heap;
      const x = m[a]!;
      const y = m[b]!;
      m[to]! += x * y;
      let at = k + 1;
      for (let p = 1; p <= k; p += 1) {
        const xp = m[a + p]!;
        const yp = m[b + p]!;
        m[to + p]! += x * yp + xp * y;
        for (let q = 1; q <= p; q += 1) {
          m[to + at]! += x * m[b + at]! + xp * m[b + q]! + yp * m[a + q]! + y * m[a + at]!;
          at += 1;
        }
      }
    },
    addLog(to, a) {
      const x = heap[a]!;
      addFunction(to, a, [Math.log(Math.abs(x)), 1 / x, -1 / (x * x)]);
    },
    invertNegative(to, a) {
      const r = -1 / heap[a]!;
      heap.fill(0, to, to + size);
      addFunction(to, a, [r, r * r, 2 * r * r * r]);
    },
  };
}
