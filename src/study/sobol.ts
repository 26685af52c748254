import { KationError } from "#units";
import { philox } from "./philox.ts";
import { directionNumbers, polynomials } from "./sobol.data.ts";

const bits = 32;

/** How many dimensions the table of direction numbers holds. */
export const sobolDimensions: number = polynomials.length + 1;

/**
 * Points of a Sobol sequence in the open unit cube, randomised by a seeded linear scramble and digital shift.
 *
 * Direction numbers of Joe and Kuo (new-joe-kuo-6). Each dimension is multiplied by its own random lower triangular
 * matrix over bits and then shifted. Both keep the net structure: any power of two of points from the start is as
 * even as in the plain sequence, and no point lies on the edge. The first point is kept, since the shift moves it off
 * the origin. For more than a dozen dimensions see {@link supercube}.
 *
 * @param points      how many, from the first
 * @param dimensions  1 … {@link sobolDimensions}
 * @param seed        of scramble and shift; `undefined` gives the plain sequence, whose first point is the origin
 * @param stream      independent scrambles of one seed
 * @returns row-major points × dimensions
 * @throws  `out-of-range` for more dimensions than the table has
 * @source  Joe, Kuo, SIAM J. Sci. Comput. 30 (2008) 2635, doi:10.1137/070709359; Matoušek, J. Complexity 14 (1998) 527,
 *          doi:10.1006/jcom.1998.0489
 */
export function sobol(
  points: number,
  dimensions: number,
  seed: number | undefined,
  stream: number = 0,
): Float64Array {
  if (dimensions > sobolDimensions) {
    throw new KationError(
      "out-of-range",
      `${dimensions} varied parameters, the Sobol table holds ${sobolDimensions}`,
      {
        fix: "use sampler: random, or vary fewer",
      },
    );
  }
  const out = new Float64Array(points * dimensions);
  for (let j = 0; j < dimensions; j++) {
    const v = directions(j);
    const shift = seed === undefined ? 0 : scramble(v, seed, stream, j);
    const half = seed === undefined ? 0 : 0.5;
    let x = 0;
    for (let i = 0; i < points; i++) {
      if (i > 0) x = (x ^ v[trailingOnes(i - 1)]!) >>> 0;
      out[i * dimensions + j] = (((x ^ shift) >>> 0) + half) / 4294967296;
    }
  }
  return out;
}

/**
 * Multiplies the direction numbers of dimension j by a random lower triangular matrix with ones on its diagonal, in
 * place: bit i, counted from the highest, becomes itself plus a random choice of the bits above it.
 * @returns the dimension's shift
 */
function scramble(v: Uint32Array, seed: number, stream: number, j: number): number {
  const word = (index: number): number =>
    philox([seed >>> 0, 0x536f], [j, Math.floor(seed / 4294967296) >>> 0, index >>> 2, stream])[index & 3]!;
  const rows = Uint32Array.from({ length: bits }, (_, i) => {
    const own = 2 ** (bits - 1 - i);
    const above = 4294967296 - 2 * own;
    return ((word(i + 4) & above) | own) >>> 0;
  });
  for (let k = 0; k < bits; k++) {
    let mixed = 0;
    for (let i = 0; i < bits; i++) mixed |= parity(rows[i]! & v[k]!) << (bits - 1 - i);
    v[k] = mixed >>> 0;
  }
  return word(0);
}

function parity(word: number): number {
  let x = word ^ (word >>> 16);
  x ^= x >>> 8;
  x ^= x >>> 4;
  return (0x6996 >>> (x & 15)) & 1;
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
