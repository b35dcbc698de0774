import type { Refusal, Result } from '@waymark/stats';

/** A result, or why there is none; never a number that stands for nothing. */
export type Available<T extends object> =
  (Readonly<T> & { readonly available: true }) | Unavailable;

/** A result that cannot be given, with the reason in words. */
export type Unavailable = { readonly available: false; readonly reason: string };

/** Says why there is no result. */
export function unavailable(reason: string): Unavailable {
  return { available: false, reason };
}

/** A statistic as a result of the report; a refusal keeps its reason. */
export function fromResult<T extends object, R extends object>(
  result: Result<T>,
  of: (value: Readonly<T>) => R,
): Available<R> {
  return isRefusal(result) ? unavailable(result.reason) : { ...of(result), available: true };
}

function isRefusal<T extends object>(result: Result<T>): result is Refusal {
  return !result.computable;
}
