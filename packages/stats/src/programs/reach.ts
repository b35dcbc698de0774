import { normalUpperQuantile, tUpperQuantile } from '../distributions/index.js';

/** How far an interval reaches, in standard errors: z, or t with `df` under Knapp-Hartung. */
export function reach(df: number | null, level: number): number {
  const tail = (1 - level) / 2;
  return df === null ? normalUpperQuantile(tail) : tUpperQuantile(tail, df);
}
