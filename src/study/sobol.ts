import { KationError } from "#units";
import { philox } from "./philox.ts";
import { directionNumbers, polynomials } from "./sobol.data.ts";

const bits = 32;

/** How many dimensions the table of direction numbers holds. */
export const sobolDimensions: number = polynomials.length + 1;

/**
 * Points of a Sobol sequence in the open unit cube, randomised by a seeded digital shift of each dimension.
 *
 * Direction numbers of Joe and Kuo (new-joe-kuo-6). The shift keeps the net structure: any power of two of points
 * from the start is as even as unshifted, and no point lies on the edge.
 *
 * @param points      how many, from the first
 * @param dimensions  1 … {@link sobolDimensions}
 * @param seed        of the shift; `undefined` gives the plain sequence, whose first point is the origin
 * @returns row-major points × dimensions
 * @throws  `out-of-range` for more dimensions than the table has
 */
export function sobol(points: number, dimensions: number, seed: number | undefined): Float64Array {
  if (dimensions > sobolDimensions) {
    throw new KationError("out-of-range", `${dimensions} varied parameters, the Sobol table holds ${sobolDimensions}`, {
      fix: "use sampler: random, or vary fewer",
    });
  }
  const out = new Float64Array(points * dimensions);
  for (let j = 0; j < dimensions; j++) {
    const v = directions(j);
    const shift = seed === undefined ? 0 : philox([seed >>> 0, 0x536f], [j, 0, 0, 0])[0];
    const half = seed === undefined ? 0 : 0.5;
    let x = 0;
    for (let i = 0; i < points; i++) {
      if (i > 0) x = (x ^ v[trailingOnes(i - 1)]!) >>> 0;
      out[i * dimensions + j] = (((x ^ shift) >>> 0) + half) / 4294967296;
    }
  }
  return out;
}

function trailingOnes(i: number): number {
  let n = 0;
  for (let rest = i; rest % 2 === 1; rest = Math.floor(rest / 2)) n++;
  return n;
}

/** The 32 direction numbers of dimension j by the recurrence of its primitive polynomial. */
function directions(j: number): Uint32Array {
  const v = new Uint32Array(bits);
  if (j === 0) {
    for (let k = 0; k < bits; k++) v[k] = 2 ** (bits - 1 - k);
    return v;
  }
  const polynomial = polynomials[j - 1]!;
  const m = directionNumbers[j - 1]!;
  const degree = 31 - Math.clz32(polynomial);
  for (let k = 0; k < degree; k++) v[k] = m[k]! * 2 ** (bits - 1 - k);
  for (let k = degree; k < bits; k++) {
    let value = (v[k - degree]! ^ (v[k - degree]! >>> degree)) >>> 0;
    for (let q = 1; q < degree; q++) if ((polynomial >>> (degree - q)) & 1) value = (value ^ v[k - q]!) >>> 0;
    v[k] = value;
  }
  return v;
}
