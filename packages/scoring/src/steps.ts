import type { Score, Step } from '@waymark/model';

type Stepped = Pick<Score & { value: number }, 'value' | 'standardError'>;

/** Takes a number through a scale's steps, in order; null where a table does not hold it. */
export function throughSteps(start: number, steps: readonly Step[] = []): Stepped | null {
  let now: Stepped | null = { value: start };
  for (const step of steps) now = now && throughStep(now.value, step);
  return now;
}

function throughStep(value: number, step: Step): Stepped | null {
  if (step.name === 'linear') return { value: value * step.multiply + step.add };
  if (step.name === 'round') return { value: roundHalfUp(value, step.decimals) };
  const row = step.table.find(([raw]) => raw === value);
  if (!row) return null;
  const [, found, error] = row;
  return error === null ? { value: found } : { value: found, standardError: error };
}

// 2.675 is held as 2.67499...; the small addition makes halves of decimal numbers go up.
function roundHalfUp(value: number, decimals: number): number {
  const scale = 10 ** decimals;
  return Math.floor(value * scale + 0.5 + 1e-9) / scale;
}
