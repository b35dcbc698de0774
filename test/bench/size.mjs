// What a page loads, in bytes: `npm run size`. Fails when one instrument costs more than the limit.
import { gzipSync, brotliCompressSync } from 'node:zlib';
import { rollup } from 'rollup';
import { embedPlugins } from '../../rollup.config.mjs';

const limit = 16_000;
const goal = 14_600;
const measured = 'mhsip-social-connectedness';

async function bundle(options) {
  const built = await rollup({
    input: 'packages/embed/dist/index.js',
    plugins: embedPlugins(options),
    // Warnings about zod's own files: nothing of zod may be in the bundle, which is checked below.
    onwarn: () => undefined,
  });
  const { output } = await built.generate({ format: 'es' });
  return output[0];
}

function report(name, { code }) {
  const gzip = gzipSync(code, { level: 9 }).length;
  const brotli = brotliCompressSync(code).length;
  console.log(
    `${name.padEnd(34)} ${String(code.length).padStart(7)} minified ${String(gzip).padStart(7)} gzip ${String(brotli).padStart(7)} brotli`,
  );
  return gzip;
}

function parts({ modules }) {
  const sizes = new Map();
  for (const [id, { renderedLength }] of Object.entries(modules)) {
    if (renderedLength === 0) continue;
    const [, name] =
      /(?:packages\/(\w+)|node_modules\/((?:@[^/]+\/)?[^/]+))/.exec(id)?.filter(Boolean) ?? [];
    const part = name ?? 'instruments';
    sizes.set(part, (sizes.get(part) ?? 0) + renderedLength);
  }
  return [...sizes].sort(([, a], [, b]) => b - a);
}

const one = await bundle({ only: [measured] });
const gzip = report(`embed with ${measured.slice(0, 22)}`, one);
report('embed as it is by default', await bundle());
console.log('\nbefore minifying, by package:');
for (const [part, bytes] of parts(one)) console.log(`  ${part.padEnd(32)} ${bytes}`);
console.log(`\n${gzip} bytes gzip; limit ${limit}, goal ${goal}`);
if (parts(one).some(([part]) => part === 'zod')) {
  console.error('A page must not load a validator, and this bundle holds zod.');
  process.exitCode = 1;
}
if (gzip > limit) {
  console.error(`The embed is ${gzip - limit} bytes over its limit.`);
  process.exitCode = 1;
}
