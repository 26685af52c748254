import { uniform } from "./philox.ts";

/**
 * One dimension of a Latin hypercube: a point in each of `points` equal parts of (0, 1), in a random order.
 *
 * The order and the place within each part hang on seed and stream alone. A number whose stream follows from its name
 * thus keeps its draws whatever other numbers a study varies, so that worlds of two models can be compared.
 *
 * @param stream  of this dimension, below 2⁵², even
 * @source  McKay, Beckman, Conover, Technometrics 21 (1979) 239
 */
export function latin(points: number, seed: number, stream: number): Float64Array {
  const order = Int32Array.from({ length: points }, (_, i) => i);
  for (let i = points - 1; i > 0; i--) {
    const j = Math.floor(uniform(seed, stream, i) * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return Float64Array.from(order, (part, i) => (part + uniform(seed, stream + 1, i)) / points);
}

/** The stream of a name: an even number below 2⁵² from two 32-bit FNV-1a sums of its UTF-16 units. */
export function streamOf(name: string): number {
  let [a, b] = [0x811c9dc5, 0x050c5d1f];
  for (let i = 0; i < name.length; i++) {
    const unit = name.charCodeAt(i);
    a = Math.imul(a ^ unit, 0x01000193) >>> 0;
    b = Math.imul(b ^ unit ^ i, 0x01000193) >>> 0;
  }
  return 2 * ((b & 0x7ffff) * 4294967296 + a);
}
