declare module 'waymark:instruments' {
  import type { ShippedInstrument } from '@waymark/model';
  const instruments: readonly ShippedInstrument[];
  export default instruments;
}
