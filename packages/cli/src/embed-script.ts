import { readFile } from 'node:fs/promises';

const built = (name: string) => new URL(`../../embed/dist/${name}`, import.meta.url);

/** The embed as it was built, as a module and as a classic script. */
export async function embedScript(): Promise<{ readonly module: string; readonly iife: string }> {
  try {
    const [module, iife] = await Promise.all([
      readFile(built('waymark.js'), 'utf8'),
      readFile(built('waymark.iife.js'), 'utf8'),
    ]);
    return { module, iife };
  } catch (cause) {
    throw new Error('The embed has not been built: run npm run build first.', { cause });
  }
}
