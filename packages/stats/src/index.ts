export * from './core.js';
export * from './models.js';
export * from './effects.js';
export * from './programs/index.js';
export * from './missing/index.js';
export * from './bootstrap/index.js';
export * from './power/index.js';
export * from './privacy/index.js';
