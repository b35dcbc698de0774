// What a page loads of the statistics, in bytes: part of `npm run size`. One bundle is made the way a
// page's would be: the core at once, every other part by `import()` when a report asks for it.
// Fails when a part is over its limit, or when the core holds something that is to be loaded later.
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import resolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { rollup } from 'rollup';

const dist = fileURLToPath(new URL('../../packages/stats/dist/', import.meta.url));

/** What each part may weigh, in bytes after gzip. */
const limits = {
  core: 20_000,
  models: 12_000,
  effects: 12_000,
  programs: 3_750,
  missing: 2_000,
  bootstrap: 2_000,
  power: 1_500,
  privacy: 5_250,
};
const later = Object.keys(limits).filter((part) => part !== 'core');
const fileOf = (part) =>
  ['core', 'models', 'effects'].includes(part) ? `${dist}${part}.js` : `${dist}${part}/index.js`;

/** A page that offers the whole core, and loads each later part when asked. */
const page = [
  `export * from '${fileOf('core')}';`,
  ...later.map((part) => `export const ${part} = () => import('${fileOf(part)}');`),
].join('\n');

const built = await rollup({
  input: 'page',
  // Later parts may take from the core what it does not offer by name.
  preserveEntrySignatures: 'allow-extension',
  plugins: [
    {
      name: 'page',
      resolveId: (id) => (id === 'page' ? id : undefined),
      load: (id) => (id === 'page' ? page : undefined),
    },
    resolve(),
    // As in rollup.config.mjs.
    terser({ ecma: 2022, module: true, compress: { passes: 6, unsafe_arrows: true } }),
  ],
});
const { output } = await built.generate({ format: 'es' });

const partOf = ({ isEntry, modules }) =>
  isEntry ? 'core' : later.find((part) => fileOf(part) in modules);

/** Bytes before minifying of each folder in a chunk, largest first. */
function folders({ modules }) {
  const sizes = new Map();
  for (const [id, { renderedLength }] of Object.entries(modules)) {
    if (renderedLength === 0) continue;
    const [, folder = 'result.js'] = /dist\/([\w-]+)\//.exec(id) ?? [];
    const name = id.startsWith(dist) ? folder : (/node_modules\/([^/]+)/.exec(id)?.[1] ?? 'page');
    sizes.set(name, (sizes.get(name) ?? 0) + renderedLength);
  }
  return [...sizes].sort(([, a], [, b]) => b - a);
}

const faults = [];
let whole = 0;
console.log('\nstatistics, bytes of each part when it is loaded beside the core:');
for (const chunk of output) {
  const part = partOf(chunk);
  const gzip = gzipSync(chunk.code, { level: 9 }).length;
  whole += gzip;
  const limit = limits[part];
  console.log(
    `${(part ?? chunk.fileName).padEnd(12)} ${String(chunk.code.length).padStart(6)} minified ` +
      `${String(gzip).padStart(6)} gzip ${String(brotliCompressSync(chunk.code).length).padStart(6)} brotli, ` +
      `limit ${limit ?? 'none'}`,
  );
  if (part === undefined) faults.push(`${chunk.fileName} belongs to no part.`);
  if (gzip > limit) faults.push(`${part} is ${gzip - limit} bytes over its limit.`);
  for (const [folder, bytes] of folders(chunk)) console.log(`    ${folder.padEnd(22)} ${bytes}`);
}
console.log(`${whole} bytes gzip for all parts together (folders are before minifying)`);

const [core] = output;
const early = folders(core).filter(([folder]) => [...later, 'mixed'].includes(folder));
for (const [folder, bytes] of early)
  if (folder !== 'privacy' || bytes > 2_000)
    faults.push(`The core holds ${folder}, to be loaded later.`);
const listed = new Set(output.flatMap((chunk) => folders(chunk).map(([folder]) => folder)));
for (const { name } of readdirSync(dist, { withFileTypes: true }).filter((one) =>
  one.isDirectory(),
))
  if (!listed.has(name)) faults.push(`${name} is in no part.`);

for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exitCode = 1;
