/**
 * u - log(1 + u), never negative, with full relative accuracy near zero, where the difference of
 * the two would cancel. It measures how far a gamma, beta or binomial point lies from its centre
 * (the "deviance" of Loader, 2000). R: `u - log1p(u)`.
 */
export function logExcess(u: number): number {
  if (u > 0.5 || u < -0.35) return u - Math.log1p(u);
  const v = u / (2 + u);
  const square = v * v;
  let power = v * square;
  let sum = 0;
  for (let k = 3; ; k += 2) {
    const next = sum + power / k;
    if (next === sum) return u * v - 2 * sum;
    sum = next;
    power *= square;
  }
}
