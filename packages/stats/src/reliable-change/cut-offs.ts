import type { Direction } from './jacobson-truax.js';

/** Mean and sample standard deviation of a group. */
export type MeanAndSd = { readonly mean: number; readonly sd: number };

/**
 * Scores that part the clinical from the functional range (Jacobson, Follette and Revenstorf
 * 1984; Jacobson and Truax 1991); all but `a` need a functional group.
 */
export type CutOffs = {
  /** Two SDs of the clinical group beyond its mean, towards better. */
  readonly a: number;
  /** Two SDs of the functional group beyond its mean, towards worse. */
  readonly b: number | null;
  /** `b` with the clinical group's SD instead, as one R package computes it; for comparison only. */
  readonly bClinicalSd: number | null;
  /** Where both groups are equally likely: the means weighted by the other group's SD. */
  readonly c: number | null;
};

/**
 * The cut-offs a, b and c. Use c when norms overlap, b when they do not and are available, a
 * without norms. `clinical` is the group before the program, sample SD.
 */
export function cutOffs({
  clinical,
  functional,
  direction,
}: {
  readonly clinical: MeanAndSd;
  readonly functional?: MeanAndSd;
  readonly direction: Direction;
}): CutOffs {
  const a = clinical.mean + direction * 2 * clinical.sd;
  if (!functional) return { a, b: null, bClinicalSd: null, c: null };
  const spread = clinical.sd + functional.sd;
  const weighted = clinical.sd * functional.mean + functional.sd * clinical.mean;
  return {
    a,
    b: functional.mean - direction * 2 * functional.sd,
    bClinicalSd: functional.mean - direction * 2 * clinical.sd,
    c: spread > 0 ? weighted / spread : null,
  };
}
