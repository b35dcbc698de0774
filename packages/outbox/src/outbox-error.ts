/**
 * Why answers could not be sealed or kept: the page is not a secure context (open it over https),
 * the device has no room left, or its storage failed.
 */
export type OutboxFault = 'insecure page' | 'full device' | 'failed storage';

/**
 * Thrown by `seal` and `keep` when nothing has been stored. The page must say so, because
 * the answers are then nowhere but on the screen.
 */
export class OutboxError extends Error {
  override readonly name = 'OutboxError';
  readonly fault: OutboxFault;

  constructor(fault: OutboxFault, options?: ErrorOptions) {
    super(`Nothing was kept: ${fault}.`, options);
    this.fault = fault;
  }
}

/** What a failed write to the store means for the person: nothing was kept, and why. */
export function notKept(cause: unknown): OutboxError {
  const full = (cause as Partial<Error> | null)?.name === 'QuotaExceededError';
  return new OutboxError(full ? 'full device' : 'failed storage', { cause });
}
