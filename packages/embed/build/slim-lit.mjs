// Lit tells older add-ons that it is there, and other copies of Lit which version it is.
const greeting =
  /,(\S)=(\S)\.litHtmlPolyfillSupport;\1\?\.\(\S,\S\),\(\2\.litHtmlVersions\?\?=\[\]\)\.push\("[\d.]+"\);/;

/** Rollup plugin: takes out of lit-html what it says to a page's other scripts; nothing here listens. */
export function slimLit() {
  return {
    name: 'waymark-slim-lit',
    transform(code, id) {
      if (!/\/lit-html\.js$/.test(id)) return undefined;
      if (!greeting.test(code)) throw new Error(`slimLit requires the greeting it knows in ${id}`);
      return { code: code.replace(greeting, ';'), map: null };
    },
  };
}
