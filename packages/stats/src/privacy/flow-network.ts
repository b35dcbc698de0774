/** One figure of a table seen as an arc: what flows through it is its count. */
export type Arc = {
  readonly from: number;
  readonly to: number;
  /** How much more may flow, in residual terms. */
  readonly up: number;
  /** How much of what flows may be taken back. */
  readonly down: number;
};

/** What can still be pushed from one node to another, and where it stops. */
export type Push = {
  readonly amount: number;
  /** Nodes still reachable when no more could be pushed: one side of a smallest cut. */
  readonly reachable: ReadonlySet<number>;
  /** What goes through each arc, below zero where something was taken back. */
  readonly flows: readonly number[];
};

type Edge = { readonly to: number; room: number; readonly back: number };

/** Breadth-first: the edges of a shortest way with room, or the nodes reached in vain. */
function findWay(
  edges: readonly Edge[],
  leaving: readonly (readonly number[])[],
  source: number,
  sink: number,
) {
  const arrivedBy = new Map<number, number>();
  const reachable = new Set([source]);
  const queue = [source];
  for (const node of queue) {
    for (const edge of leaving[node]!) {
      const { to, room } = edges[edge]!;
      if (room <= 0 || reachable.has(to)) continue;
      reachable.add(to);
      arrivedBy.set(to, edge);
      if (to === sink) return { reachable, arrivedBy, arrived: true };
      queue.push(to);
    }
  }
  return { reachable, arrivedBy, arrived: false };
}

/**
 * The most that can be pushed from `source` to `sink` through the arcs, up to `enough`, leaving out
 * arc `without` (Ford and Fulkerson 1956, shortest ways first as Edmonds and Karp 1972).
 */
export function pushThrough(
  arcs: readonly Arc[],
  nodes: number,
  {
    source,
    sink,
    without,
    enough = Infinity,
  }: {
    readonly source: number;
    readonly sink: number;
    readonly without?: number;
    readonly enough?: number;
  },
): Push {
  const edgeOf = new Map<number, number>();
  const flows = () =>
    arcs.map(({ down }, place) => {
      const edge = edgeOf.get(place);
      return edge === undefined ? 0 : edges[edge + 1]!.room - down;
    });
  const edges: Edge[] = [];
  const leaving: number[][] = Array.from({ length: nodes }, () => []);
  arcs.forEach(({ from, to, up, down }, place) => {
    if (place === without || (up <= 0 && down <= 0)) return;
    edgeOf.set(place, edges.length);
    leaving[from]!.push(edges.length);
    edges.push({ to, room: up, back: edges.length + 1 });
    leaving[to]!.push(edges.length);
    edges.push({ to: from, room: down, back: edges.length - 1 });
  });
  let amount = 0;
  for (;;) {
    const way = findWay(edges, leaving, source, sink);
    if (!way.arrived || amount >= enough)
      return { amount, reachable: way.reachable, flows: flows() };
    const taken: Edge[] = [];
    for (let node = sink; node !== source;) {
      const edge = edges[way.arrivedBy.get(node)!]!;
      taken.push(edge);
      node = edges[edge.back]!.to;
    }
    const step = Math.min(enough - amount, ...taken.map(({ room }) => room));
    if (step === Infinity) return { amount: Infinity, reachable: way.reachable, flows: flows() };
    for (const edge of taken) {
      edge.room -= step;
      edges[edge.back]!.room += step;
    }
    amount += step;
  }
}
