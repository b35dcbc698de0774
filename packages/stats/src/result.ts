/** Two ends of an interval estimate; `level` is its confidence, 0.95 for 95 %. */
export type Interval = { readonly low: number; readonly high: number; readonly level: number };

/** A statistic these values do not allow, and why; `n` counts the values there were. */
export type Refusal = { readonly computable: false; readonly reason: string; readonly n: number };

/** A statistic, or a typed refusal; never `NaN`. */
export type Result<T extends object> = (Readonly<T> & { readonly computable: true }) | Refusal;

/** The interval that reaches equally far on both sides of a value. */
export function around(centre: number, half: number, level: number): Interval {
  return { low: centre - half, high: centre + half, level };
}

/** Says that a statistic cannot be computed, with the reason and how many values there were. */
export function refuse(reason: string, n: number): Refusal {
  return { computable: false, reason, n };
}
