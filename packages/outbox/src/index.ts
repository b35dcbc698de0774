export { OutboxError, type OutboxFault } from './outbox-error.js';
export { isPublicKey, keyId, seal, type SealCrypto } from './seal.js';
export { openOutbox } from './open-outbox.js';
export type { Outbox, OutboxOptions, OutboxState } from './outbox.js';
export type { Entry, Kept } from './entry.js';
export type { Store, Tier } from './store.js';
export type { Waits } from './backoff.js';
export type { Fetch } from './put.js';
