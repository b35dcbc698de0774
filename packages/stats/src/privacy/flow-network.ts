/** One figure of a table seen as an arc: what flows through it is its count. */
export type Arc = {
  readonly from: number;
  readonly to: number;
  /** How much more may flow. */
  readonly up: number;
  /** How much of what flows may be taken back. */
  readonly down: number;
};

/** What to push where. */
export type Way = {
  readonly source: number;
  readonly sink: number;
  /** An arc that may not be used. */
  readonly without?: number;
  /** Stop when this much is through, default no limit. */
  readonly enough?: number;
};

/** What can still be pushed from one node to another, and where it stops. */
export type Push = {
  readonly amount: number;
  /** Nodes still reachable when no more could be pushed: one side of a smallest cut. */
  readonly reachable: ReadonlySet<number>;
  /** What goes through each arc, below zero where something was taken back. */
  readonly flows: () => readonly number[];
};

/**
 * Prepares arcs for pushing: the most that fits from a source to a sink (Ford and Fulkerson 1956,
 * shortest ways first as Edmonds and Karp 1972). Every push starts from the arcs as given.
 */
export function flowNetwork(arcs: readonly Arc[], nodes: number): (way: Way) => Push {
  // Arc i is edge 2i forwards and edge 2i + 1 backwards.
  const ends = arcs.flatMap(({ from, to }) => [to, from]);
  const rooms = Float64Array.from(arcs.flatMap(({ up, down }) => [up, down]));
  const leaving: number[][] = Array.from({ length: nodes }, () => []);
  arcs.forEach(({ from, to }, arc) => {
    leaving[from]!.push(2 * arc);
    leaving[to]!.push(2 * arc + 1);
  });

  /** Breadth first: the edges by which each node was first reached. */
  function search(room: Float64Array, source: number, sink: number): Map<number, number> {
    const arrivedBy = new Map([[source, -1]]);
    for (const node of arrivedBy.keys()) {
      for (const edge of leaving[node]!) {
        const to = ends[edge]!;
        if (room[edge]! > 0 && !arrivedBy.has(to)) arrivedBy.set(to, edge);
      }
      if (arrivedBy.has(sink)) break;
    }
    return arrivedBy;
  }

  return ({ source, sink, without = -1, enough = Infinity }) => {
    const room = rooms.slice();
    if (without >= 0) room[2 * without] = room[2 * without + 1] = 0;
    const flows = () =>
      arcs.map(({ down }, arc) => (arc === without ? 0 : room[2 * arc + 1]! - down));
    let amount = 0;
    for (;;) {
      const arrivedBy = search(room, source, sink);
      const reachable = new Set(arrivedBy.keys());
      if (!reachable.has(sink) || amount >= enough) return { amount, reachable, flows };
      const taken: number[] = [];
      for (let node = sink; node !== source; node = ends[taken.at(-1)! ^ 1]!)
        taken.push(arrivedBy.get(node)!);
      const step = Math.min(enough - amount, ...taken.map((edge) => room[edge]!));
      if (step === Infinity) return { amount: Infinity, reachable, flows };
      for (const edge of taken) {
        room[edge]! -= step;
        room[edge ^ 1]! += step;
      }
      amount += step;
    }
  };
}
