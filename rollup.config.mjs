import { fileURLToPath } from 'node:url';
import resolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { slimLit } from './packages/embed/build/slim-lit.mjs';
import { slimTemplates } from './packages/embed/build/slim-templates.mjs';

/** The instruments the default bundle holds; a page asks its collector for every other one. */
const bundled = [
  'mhsip-social-connectedness',
  'mhsip-functioning',
  'ipip-via-r-hope',
  'cdc-hrqol-4',
];

const asked = 'waymark:instruments';
const folder = fileURLToPath(new URL('./instruments/', import.meta.url));
const reader = new URL('./packages/collector/dist/instruments/read-instruments.js', import.meta.url)
  .href;

/**
 * Rollup and Vite plugin: `waymark:instruments` is the list of instruments whose wording may ship,
 * checked and compiled here so that a page needs no validator. `only` names those to keep; the
 * short list above unless set; `library` the folder to read, the one that comes with Waymark unless set.
 */
export function instruments({ only = bundled, library = folder } = {}) {
  return {
    name: 'waymark-instruments',
    resolveId: (id) => (id === asked ? `\0${asked}` : undefined),
    async load(id) {
      if (id !== `\0${asked}`) return undefined;
      // Loaded late, so that tests which need no instruments run before anything is built.
      const { readInstruments } = await import(reader);
      const { shipped } = await readInstruments(library);
      const kept = shipped.filter(({ id }) => only.includes(id));
      return `export default ${JSON.stringify(kept)};`;
    },
  };
}

/** What turns the compiled embed into one small file. */
export function embedPlugins(options) {
  return [
    instruments(options),
    slimTemplates(),
    slimLit(),
    resolve({ exportConditions: ['production'] }),
    terser({
      ecma: 2022,
      module: true,
      compress: { passes: 6, unsafe_arrows: true },
      // Lit's inner names, marked by it so that they can be shortened.
      mangle: { properties: { regex: /^_\$/ } },
    }),
  ];
}

export default {
  input: 'packages/embed/dist/index.js',
  plugins: embedPlugins(),
  output: [
    { file: 'packages/embed/dist/waymark.js', format: 'es' },
    { file: 'packages/embed/dist/waymark.iife.js', format: 'iife', name: 'waymark' },
  ],
};
