import { uniform } from "./philox.ts";
import { sobol } from "./sobol.ts";

/** Dimensions of a group: the first dozen of a Sobol sequence are even in every pair from some hundred points on. */
const width = 12;

/**
 * Points for many dimensions: Latin supercube sampling.
 *
 * Dimensions come in groups of twelve. Each group is its own scrambled Sobol sequence, and every group but the first
 * takes its points in its own random order. Within a group points are as even as Sobol's, each single dimension is
 * stratified, and dimensions of different groups are independent.
 *
 * One Sobol sequence over all dimensions would not do: among its first 150 dimensions there are pairs whose first 200
 * points correlate up to 0.94, scrambled or not, and the influence of one parameter would be read as that of another.
 *
 * @param points      how many; a longer sample does not begin with a shorter one
 * @param dimensions  any number
 * @param seed        of scrambles, shifts and orders
 * @returns row-major points × dimensions, in the open unit cube
 * @source  Owen, ACM Trans. Model. Comput. Simul. 8 (1998) 71, doi:10.1145/272991.273010
 */
export function supercube(points: number, dimensions: number, seed: number): Float64Array {
  const out = new Float64Array(points * dimensions);
  for (let from = 0, group = 0; from < dimensions; from += width, group++) {
    const size = Math.min(width, dimensions - from);
    const set = sobol(points, size, seed, group);
    const order = shuffled(points, seed, group);
    for (let i = 0; i < points; i++) {
      for (let j = 0; j < size; j++) out[i * dimensions + from + j] = set[order[i]! * size + j]!;
    }
  }
  return out;
}

/** A random order of 0 … n − 1 (Fisher and Yates); group 0 keeps its own. */
function shuffled(n: number, seed: number, group: number): Int32Array {
  const order = Int32Array.from({ length: n }, (_, i) => i);
  if (group === 0) return order;
  for (let i = n - 1; i > 0; i--) {
    const j = Math.floor(uniform(seed, 0x10000 + group, i) * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}
