/** One linear condition: `low` <= sum of weights times variables <= `high`. */
export type LinearRow = {
  readonly weights: readonly number[];
  readonly low: number;
  readonly high: number;
};

/** The greatest value an objective can take, and where; Infinity when nothing holds it. */
export type Optimum = {
  readonly value: number;
  readonly x: readonly number[];
  /** What one more unit of each column, variables then slacks, would cost: zero in the basis. */
  readonly prices: readonly number[];
};

/** A system brought into a feasible corner, ready for any objective. */
export type FeasibleSystem = {
  /** Rows of the tableau; the last entry is the right-hand side. */
  readonly rows: readonly (readonly number[])[];
  readonly basis: readonly number[];
  readonly variables: number;
};

const tiny = 1e-9;

function pivot(
  rows: number[][],
  cost: number[],
  basis: number[],
  at: number,
  column: number,
): void {
  const chosen = rows[at]!;
  const by = chosen[column]!;
  // Most of a row is zero, and nearly all time goes into these loops.
  const filled: number[] = [];
  for (let j = 0; j < chosen.length; j += 1) {
    if (chosen[j] === 0) continue;
    chosen[j]! /= by;
    filled.push(j);
  }
  for (const row of [...rows, cost]) {
    const factor = row[column]!;
    if (row === chosen || factor === 0) continue;
    for (const j of filled) row[j]! -= factor * chosen[j]!;
    row[column] = 0;
  }
  basis[at] = column;
}

/** The row that limits how far a column can enter, or -1 when nothing does. */
function limitingRow(
  rows: readonly (readonly number[])[],
  basis: readonly number[],
  column: number,
): number {
  let best = -1;
  let least = Infinity;
  rows.forEach((row, at) => {
    const by = row[column]!;
    if (by <= tiny) return;
    const ratio = row.at(-1)! / by;
    const tie = Math.abs(ratio - least) <= 1e-12 * (1 + Math.abs(least));
    if (best < 0 || (!tie && ratio < least) || (tie && basis[at]! < basis[best]!)) {
      best = at;
      least = Math.min(ratio, least);
    }
  });
  return best;
}

/** Walks to the best corner; false when the objective has no limit. */
function simplex(rows: number[][], cost: number[], basis: number[], columns: number): boolean {
  const patience = 50 * (rows.length + columns);
  for (let step = 0; ; step += 1) {
    let entering = -1;
    for (let j = 0; j < columns; j += 1) {
      if (cost[j]! >= -tiny) continue;
      if (entering < 0 || cost[j]! < cost[entering]!) entering = j;
      // Bland's rule, the first column that helps, cannot go round in circles.
      if (step > patience) break;
    }
    if (entering < 0) return true;
    const leaving = limitingRow(rows, basis, entering);
    if (leaving < 0) return false;
    pivot(rows, cost, basis, leaving, entering);
  }
}

/** Each condition as equations with a slack of zero or more, right-hand side zero or more. */
function standardForm(conditions: readonly LinearRow[]) {
  const equations: { weights: number[]; slack: number; right: number }[] = [];
  for (const { weights, low, high } of conditions) {
    const scale = Math.max(...weights.map(Math.abs), 1e-300);
    const put = (right: number, slack: number) => {
      const sign = right < 0 ? -1 : 1;
      const scaled = weights.map((weight) => (sign * weight) / scale);
      equations.push({ weights: scaled, slack: sign * slack, right: (sign * right) / scale });
    };
    if (low === high) put(low, 0);
    else {
      if (high < Infinity) put(high, 1);
      if (low > -Infinity) put(low, -1);
    }
  }
  return equations;
}

/**
 * Finds a corner at which all conditions hold, variables being zero or more; `undefined` when there
 * is none. The first phase of the two-phase simplex method (Dantzig), dense, for small systems.
 */
export function feasibleSystem(
  conditions: readonly LinearRow[],
  variables: number,
): FeasibleSystem | undefined {
  const equations = standardForm(conditions);
  const slacks = equations.filter(({ slack }) => slack !== 0).length;
  const real = variables + slacks;
  const columns = real + equations.length;
  const basis = equations.map((_, at) => real + at);
  const cost = Array<number>(columns + 1).fill(0);
  let nextSlack = variables;
  const rows = equations.map(({ weights, slack, right }, at) => {
    const row = Array<number>(columns + 1).fill(0);
    weights.forEach((weight, j) => (row[j] = weight));
    if (slack !== 0) row[nextSlack++] = slack;
    row[real + at] = 1;
    row[columns] = right;
    row.forEach((value, j) => {
      if (j < real || j === columns) cost[j]! -= value;
    });
    return row;
  });
  simplex(rows, cost, basis, real);
  const largest = Math.max(1, ...equations.map(({ right }) => right));
  if (-cost[columns]! > 1e-7 * largest) return undefined;
  // An artificial variable still in the basis is zero: swap it out, or drop its empty row.
  for (let at = rows.length - 1; at >= 0; at -= 1) {
    if (basis[at]! < real) continue;
    const column = rows[at]!.findIndex((value, j) => j < real && Math.abs(value) > 1e-7);
    if (column >= 0) pivot(rows, cost, basis, at, column);
    else {
      rows.splice(at, 1);
      basis.splice(at, 1);
    }
  }
  return { rows: rows.map((row) => [...row.slice(0, real), row[columns]!]), basis, variables };
}

/** The greatest value of an objective over a feasible system; the second phase. */
export function greatest(system: FeasibleSystem, objective: readonly number[]): Optimum {
  const rows = system.rows.map((row) => [...row]);
  const basis = [...system.basis];
  const columns = (rows[0]?.length ?? system.variables + 1) - 1;
  const cost = Array<number>(columns + 1).fill(0);
  objective.forEach((weight, j) => (cost[j] = -weight));
  basis.forEach((column, at) => {
    const factor = cost[column]!;
    if (factor !== 0) rows[at]!.forEach((value, j) => (cost[j]! -= factor * value));
  });
  const limited = simplex(rows, cost, basis, columns);
  const x = Array<number>(system.variables).fill(0);
  basis.forEach((column, at) => {
    if (column < system.variables) x[column] = rows[at]!.at(-1)!;
  });
  return { value: limited ? cost[columns]! : Infinity, x, prices: cost.slice(0, columns) };
}
