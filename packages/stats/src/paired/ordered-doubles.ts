const cell = new DataView(new ArrayBuffer(8));

/** Where a double stands among all doubles in order, zero at 0. */
function placeOf(value: number): bigint {
  cell.setFloat64(0, value === 0 ? 0 : value);
  const bits = cell.getBigInt64(0);
  return bits >= 0n ? bits : -(bits & 0x7fffffffffffffffn);
}

function atPlace(place: bigint): number {
  cell.setBigUint64(0, place >= 0n ? place : 0x8000000000000000n | -place);
  return cell.getFloat64(0);
}

/**
 * The smallest double between low and high at which a condition that stays true once true holds; it
 * must hold at high. Halving by place among the doubles ends after 64 tries at the exact value.
 */
export function smallestDouble(
  holds: (value: number) => boolean,
  low: number,
  high: number,
): number {
  let below = placeOf(low) - 1n;
  let above = placeOf(high);
  while (above - below > 1n) {
    const middle = (above + below) / 2n;
    if (holds(atPlace(middle))) above = middle;
    else below = middle;
  }
  return atPlace(above);
}
