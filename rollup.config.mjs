/** Rollup and Vite plugin: `waymark:instruments` is the list of shipped instruments, checked at build time. */
export function instruments() {
  return { name: 'waymark-instruments' };
}
export default [];
