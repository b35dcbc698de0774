import { posix } from 'node:path';
import ts from 'typescript';

type Layer = {
  /** Packages of ours it may import. */
  readonly below: readonly string[];
  /** Libraries it may import. */
  readonly libraries: readonly string[];
  /** Knows neither browser nor Node. */
  readonly pure?: true;
  /** May import Node's own modules. */
  readonly node?: true;
};

/** The picture of the layers: what each package may import. */
export const layers: { readonly [name: string]: Layer } = {
  model: { below: [], libraries: ['zod/mini'], pure: true },
  stats: { below: [], libraries: ['simple-statistics'], pure: true },
  scoring: { below: ['model'], libraries: [], pure: true },
  outcomes: {
    below: ['model', 'scoring', 'stats'],
    libraries: ['d3-scale', 'd3-shape'],
    pure: true,
  },
  elements: { below: ['model', 'scoring'], libraries: ['lit'] },
  outbox: { below: ['model'], libraries: ['idb-keyval'] },
  collector: {
    below: ['model', 'scoring'],
    libraries: ['hono', '@hono/node-server', 'better-sqlite3', '@hpke/core'],
    node: true,
  },
  embed: {
    below: ['elements', 'model', 'outbox', 'scoring'],
    libraries: ['lit', 'waymark:instruments'],
  },
  cli: {
    below: ['collector', 'model', 'outbox', 'outcomes', 'scoring', 'stats'],
    libraries: [],
    node: true,
  },
};

/** What a file imports that its package may not, each as a sentence. */
export function importFaults(name: string, path: string, text: string): string[] {
  const { below, libraries, node } = layers[name]!;
  return imported(text).flatMap((specifier) => {
    const fault = [`${name}/${path} imports ${specifier}`];
    if (specifier.startsWith('.')) return leaves(path, specifier) ? fault : [];
    if (specifier.startsWith('node:')) return node ? [] : fault;
    const ours = /^@waymark\/([a-z]+)/.exec(specifier)?.[1];
    if (ours) return below.includes(ours) ? [] : fault;
    return libraries.some((l) => specifier === l || specifier.startsWith(`${l}/`)) ? [] : fault;
  });
}

function leaves(path: string, specifier: string): boolean {
  return posix.join(posix.dirname(path), specifier).startsWith('..');
}

/** Every module a file names: import, export from, import(), import type. */
function imported(text: string): string[] {
  return ts.preProcessFile(text, true, true).importedFiles.map((file) => file.fileName);
}
