/**
 * Where an increasing function crosses zero between low and high, by Chandrupatla's method (1997):
 * inverse quadratic steps where they help, halving where they do not. The function must be below
 * zero at low and not below it at high.
 */
export function findRoot(f: (x: number) => number, low: number, high: number): number {
  let [a, b, c] = [high, low, high];
  let [fa, fb, fc] = [f(a), f(b), 0];
  fc = fa;
  let t = 0.5;
  for (let round = 0; round < 200; round++) {
    const x = a + t * (b - a);
    const fx = f(x);
    if (Math.sign(fx) === Math.sign(fa)) [c, fc] = [a, fa];
    else [c, b, fc, fb] = [b, a, fb, fa];
    [a, fa] = [x, fx];
    const best = Math.abs(fa) < Math.abs(fb) ? a : b;
    const near = (4 * Number.EPSILON * Math.abs(best)) / Math.abs(b - a);
    if (!(near < 0.5) || fa === 0 || fb === 0) return fb === 0 ? b : best;
    const xi = (a - b) / (c - b);
    const phi = (fa - fb) / (fc - fb);
    const smooth = phi ** 2 < xi && (1 - phi) ** 2 < 1 - xi;
    const quadratic =
      (fa / (fb - fa)) * (fc / (fb - fc)) +
      ((c - a) / (b - a)) * (fa / (fc - fa)) * (fb / (fc - fb));
    t = Math.min(1 - near, Math.max(near, smooth ? quadratic : 0.5));
  }
  return a;
}
