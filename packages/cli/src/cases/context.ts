import type { Context } from '@waymark/scoring';

const names: { readonly [name: string]: string } = { gender: 'sex' };
const values: { readonly [name: string]: { readonly [value: string]: string } } = {
  sex: {
    f: 'female',
    w: 'female',
    woman: 'female',
    women: 'female',
    m: 'male',
    man: 'male',
    men: 'male',
  },
};

/** The context of a case in the words of the definitions: `{ "Gender": "F" }` is sex female. */
export function contextOf(given: Context): Context {
  return Object.fromEntries(
    Object.entries(given).map(([written, value]) => {
      const lower = written.toLowerCase();
      const name = names[lower] ?? lower;
      if (typeof value !== 'string') return [name, value];
      const text = value.trim().toLowerCase();
      return [name, values[name]?.[text] ?? text];
    }),
  );
}
