/** One thing a case expects and the library does not give. */
export type Mismatch = { readonly at: string; readonly expected: string; readonly got: string };
