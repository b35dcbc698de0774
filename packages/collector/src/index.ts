export * from './instruments/read-instruments.js';
