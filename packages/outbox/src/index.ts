export * from './outbox-error.js';
export * from './seal.js';
export * from './store.js';
export * from './entry.js';
export * from './backoff.js';
export * from './put.js';
export * from './outbox.js';
export * from './open-outbox.js';
