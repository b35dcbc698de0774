type Output = { readonly isTTY?: boolean; write(text: string): unknown };

/**
 * Says how far long work has come: one line that changes on a terminal, a line per quarter
 * elsewhere. The function takes how many are done.
 */
export function progressLine(
  what: string,
  total: number,
  output: Output = process.stdout,
): (done: number) => void {
  let shown = -1;
  return (done) => {
    const percent = Math.floor((100 * done) / total);
    const step = output.isTTY ? percent : percent - (percent % 25);
    if (step === shown) return;
    shown = step;
    const line = `${what}: ${done} of ${total} (${percent} %)`;
    output.write(output.isTTY ? `\r${line}${done === total ? '\n' : ''}` : `${line}\n`);
  };
}
