/** What an integrand is at one place: its logarithm, and a second factor to integrate along. */
export type Integrand = (x: number) => readonly [log: number, factor: number];

/** The integral of exp(log) and of exp(log) x factor, both divided by exp(scale). */
export type Integral = { readonly area: number; readonly moment: number; readonly scale: number };

/** Beyond this many terms a bump is a plateau no digits can tell from its top. */
const mostTerms = 100_000;

/** The integral, or a better place to start where this one lies so deep in a tail that it overflows. */
function march(at: Integrand, start: number, step: number): Integral | number {
  const [scale, first] = at(start);
  let area = 1;
  let moment = first;
  for (const direction of [step, -step]) {
    let last = 1;
    for (let k = 1; k < mostTerms; k++) {
      const here = start + k * direction;
      const [log, factor] = at(here);
      if (log - scale > 300) return here;
      const value = Math.exp(log - scale);
      area += value;
      moment += value * factor;
      if (!(value > 1e-18 * area || value > last)) break;
      last = value;
    }
  }
  return { area: area * step, moment: moment * step, scale };
}

/**
 * Integrates a bump that dies off on both sides by the trapezoidal rule, marching outward from
 * `start` until the terms stop mattering. For such integrands the rule gains digits exponentially
 * with the number of steps (Trefethen and Weideman, 2014), and a positive integrand loses none.
 */
export function integrateBump(at: Integrand, start: number, step: number): Integral {
  let found: Integral | number = start;
  for (let tries = 0; typeof found === 'number' && tries < 1000; tries++)
    found = march(at, found, step);
  if (typeof found !== 'number') return found;
  throw new RangeError('integrateBump requires an integrand that dies off');
}
