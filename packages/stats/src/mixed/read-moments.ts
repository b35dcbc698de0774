import { centredProduct, meanOf, type Moments } from '../moments/index.js';

/** The means of all columns. */
export function meansOf(moments: Moments): Float64Array {
  const means = new Float64Array(moments.width);
  for (let a = 0; a < means.length; a += 1) means[a] = meanOf(moments, a)!;
  return means;
}

/** Sums of products about the means; `null` for a single subject. */
export function crossOf(moments: Moments): Float64Array | null {
  const { n, width } = moments;
  if (n === 1) return null;
  const cross = new Float64Array(width * width);
  for (let a = 0; a < width; a += 1)
    for (let b = 0; b <= a; b += 1) {
      const product = centredProduct(moments, a, b);
      cross[a * width + b] = product;
      cross[b * width + a] = product;
    }
  return cross;
}
