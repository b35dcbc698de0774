/** Hands out arrays of zeros. */
export type Allocate = (length: number) => Float64Array;

/**
 * Cuts arrays from large pieces of memory: thousands of small arrays with memory of their own cost
 * more than the arithmetic done in them.
 */
export function shareMemory(): Allocate {
  let memory = new Float64Array(1024);
  let used = 0;
  return (length) => {
    if (used + length > memory.length) {
      memory = new Float64Array(Math.max(2 * memory.length, length));
      used = 0;
    }
    used += length;
    return memory.subarray(used - length, used);
  };
}
