/**
 * Where a function crosses zero between low and high, by Chandrupatla's method (1997): inverse
 * quadratic steps where they help, halving where they do not. The function must not have the same
 * sign at both ends.
 */
export function findRoot(f: (x: number) => number, low: number, high: number): number {
  const at = (x: number) => ({ x, y: f(x) });
  let newest = at(high);
  let opposite = at(low);
  let share = 0.5;
  for (let round = 0; round < 200; round++) {
    const tried = at(newest.x + share * (opposite.x - newest.x));
    const crossed = Math.sign(tried.y) !== Math.sign(newest.y);
    const oldest = crossed ? opposite : newest;
    if (crossed) opposite = newest;
    newest = tried;
    const best = Math.abs(newest.y) < Math.abs(opposite.y) ? newest : opposite;
    const near = (4 * Number.EPSILON * Math.abs(best.x)) / Math.abs(opposite.x - newest.x);
    if (best.y === 0 || !(near < 0.5)) return best.x;
    share = Math.min(1 - near, Math.max(near, nextShare(newest, opposite, oldest)));
  }
  return newest.x;
}

type Point = { readonly x: number; readonly y: number };

/** How far to go from a to b: to the inverse parabola's zero where that is safe, else halfway. */
function nextShare(a: Point, b: Point, c: Point): number {
  const xi = (a.x - b.x) / (c.x - b.x);
  const phi = (a.y - b.y) / (c.y - b.y);
  if (!(phi ** 2 < xi && (1 - phi) ** 2 < 1 - xi)) return 0.5;
  const straight = (a.y / (b.y - a.y)) * (c.y / (b.y - c.y));
  const bent = (a.y / (c.y - a.y)) * (b.y / (c.y - b.y));
  return straight + ((c.x - a.x) / (b.x - a.x)) * bent;
}
