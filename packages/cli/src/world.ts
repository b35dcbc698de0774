/** Where a command's lines go and when it has to end; a test brings its own. */
export type World = {
  /** Takes each line of the result. */
  readonly print: (line: string) => void;
  /** Takes each line about what is wrong. */
  readonly complain: (line: string) => void;
  /** Kept once the command is asked to end. */
  readonly asked: () => Promise<void>;
};

/** The terminal, ended by SIGTERM or Ctrl+C. */
export const terminal: World = {
  print: (line) => void process.stdout.write(`${line}\n`),
  complain: (line) => void process.stderr.write(`${line}\n`),
  asked: () =>
    new Promise((end) => {
      for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => end());
    }),
};
