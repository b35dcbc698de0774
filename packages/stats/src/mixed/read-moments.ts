import { centredProduct, meanOf, type Moments } from '../moments/index.js';

/** The means of all columns. */
export function meansOf(moments: Moments): Float64Array {
  const means = new Float64Array(moments.width);
  for (let a = 0; a < means.length; a += 1) means[a] = meanOf(moments, a)!;
  return means;
}

/** Adds the sums of products about the means to a matrix. */
export function addCross(moments: Moments, cross: Float64Array): void {
  const { width, n } = moments;
  for (let a = 0; n > 1 && a < width; a += 1)
    for (let b = 0; b <= a; b += 1) {
      const product = centredProduct(moments, a, b);
      cross[a * width + b]! += product;
      if (a !== b) cross[b * width + a]! += product;
    }
}
