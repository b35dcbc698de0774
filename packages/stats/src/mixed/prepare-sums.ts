import type { Component } from './component.js';
import { patternRooms, type PatternRoom } from './pattern-room.js';
import type { Problem } from './problem.js';
import { shareMemory } from './share-memory.js';
import { addMatrices, addVectors, startSums, type Sums } from './sums.js';

/** Room for all that a likelihood sums, by pattern, unit, frame and component. */
export type Prepared = {
  /** Random effects of a cluster; parameters within subjects; all parameters; wide columns. */
  readonly q: number;
  readonly own: number;
  readonly k: number;
  readonly wide: number;
  readonly rooms: readonly PatternRoom[];
  readonly frames: readonly Sums[];
  readonly units: readonly Sums[];
  readonly components: readonly Component[];
  /** Room for a matrix of any component. */
  readonly scratch: Float64Array;
  /** Carries sums of units up to their frames, or what frames hold down to units. */
  readonly carry: (name: Exclude<keyof Sums, 'width'>, down?: boolean) => void;
};

/** Makes room for everything a problem's likelihood sums. */
export function prepareSums(problem: Problem): Prepared {
  const { inner, residual, outer, patterns, restricted } = problem;
  const q = outer.width;
  const clustered = q > 0;
  const own = inner.pairs.length + Number(residual);
  const k = own + outer.pairs.length;
  const allocate = shareMemory();
  const rooms = patternRooms(problem, allocate);
  const wide = patterns[0]!.wide.length / patterns[0]!.size;
  const frames = Array.from({ length: problem.frames }, (_, frame) =>
    startSums(allocate, q + problem.components[clustered ? 0 : frame]!, own),
  );
  const shared = new Set<number>();
  const taken = new Set<number>();
  for (const { frame } of problem.units) (taken.has(frame) ? shared : taken).add(frame);
  // A unit with a frame for itself alone has its sums there.
  const units = problem.units.map(({ frame, local, at }) => {
    const same = frames[frame]!.width === wide && local.length === wide;
    const alone = same && !shared.has(frame) && local.every((i, x) => i === x && at[x] === x);
    return alone ? frames[frame]! : startSums(allocate, wide, own);
  });
  const linked = problem.units
    .map(({ frame, local, at }, u) => ({ unit: units[u]!, frame: frames[frame]!, local, at }))
    .filter(({ unit, frame }) => unit !== frame);
  // Without clusters, what is summed in a frame is what its component needs.
  const components = problem.components.map((size, c) => {
    const phi = allocate(size * size);
    const sums = clustered ? startSums(allocate, size, k) : frames[c]!;
    return { ...sums, size, phi, used: restricted ? phi : allocate(size * size) };
  });
  const scratch = allocate(Math.max(0, ...problem.components) ** 2);

  /** Carries sums of units up to their frames, or what frames hold down to units. */
  function carry(name: 'matrices' | 'score' | 'pulls' | 'beta' | 'phi', down = false): void {
    const add = name === 'matrices' || name === 'phi' ? addMatrices : addVectors;
    const moves = linked.map(({ unit: u, frame: f, local, at }) => {
      const unit = { values: u[name], width: wide, places: local };
      const frame = { values: f[name], width: f.width, places: at };
      return down ? { from: frame, to: unit } : { from: unit, to: frame };
    });
    for (const { to } of moves) to.values.fill(0);
    for (const { from, to } of moves) add(from, to);
  }

  return { q, own, k, wide, rooms, frames, units, components, scratch, carry };
}
