// Vite's optimizer writes a relative path in front of it.
const asked = '/__web-dev-server__web-socket.js';
const stub = '\0web-dev-server-stub';

/** Vite plugin: @open-wc/testing imports a module only web-dev-server offers; an empty one does here. */
export function openWcStub() {
  return {
    name: 'open-wc-stub',
    enforce: 'pre',
    resolveId: (id) => (id.endsWith(asked) ? stub : undefined),
    load: (id) => (id === stub ? 'export {};' : undefined),
  };
}
