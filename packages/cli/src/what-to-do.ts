/** What went wrong at a start, in a sentence that says what to do about it. */
export function whatToDo(error: unknown, { port }: { readonly port?: number } = {}): string {
  if (!(error instanceof Error)) return String(error);
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE')
    return `Port ${port} is in use by another program: end that program or choose another port with --port.`;
  if (code === 'EACCES')
    return `Port ${port} may not be used by this user: choose one above 1023 with --port.`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return 'This machine does not have the address given with --host: use 127.0.0.1, or 0.0.0.0 for all of its addresses.';
  return error.message;
}
