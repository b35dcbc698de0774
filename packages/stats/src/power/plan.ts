/** A plan: size, standardised effect, level and power that belong together. */
export type Plan = {
  /** Complete pairs, or people in each of two equal groups. */
  n: number;
  /** The size before it was rounded up to whole people. */
  exactN: number;
  /** d_z for pairs, Cohen's d for groups. */
  effect: number;
  alpha: number;
  /** Chance that the two-sided test is significant when the effect is `effect`. */
  power: number;
  method: 'two-sided paired t test' | 'two-sided t test of two equal groups';
};
