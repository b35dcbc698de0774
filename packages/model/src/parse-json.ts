import type { Checked } from './fault.js';

/**
 * The value of a JSON text from outside; a slip is told with line and column. A byte order mark,
 * which some editors put at the start, is passed over.
 */
export function parseJson(text: string): Checked<unknown> {
  const json = text.replace(/^\uFEFF/, '');
  try {
    return { ok: true, value: JSON.parse(json) as unknown };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const rule = `must be JSON${place(error.message, json)}`;
    return { ok: false, faults: [{ path: '(whole)', found: 'text', rule }] };
  }
}

// Only the place is told: the engine's message quotes the text around it.
function place(message: string, text: string): string {
  const position = /position (\d+)/.exec(message)?.[1];
  const before = position === undefined ? text : text.slice(0, Number(position));
  const lines = before.split('\n');
  return `: the slip is at line ${lines.length}, column ${lines.at(-1)!.length + 1}`;
}
