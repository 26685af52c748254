/**
 * out = base + Σ w_j·u_j over the vectors in `u`, one pass over memory.
 *
 * One loop per number of terms keeps the running sum in a register; a loop over vectors would store and load it
 * once per term. (All vectors in one array was tried: 5 % faster at 97 states, slower at 20.) The order of the terms is part of the result's bits.
 *
 * @param w  weights, one per vector
 * @param u  vectors of length ≥ n; `out` is none of them
 */
export function combine(
  n: number,
  out: Float64Array,
  base: Float64Array,
  w: Float64Array,
  u: readonly Float64Array[],
): void {
  switch (u.length) {
    case 0:
      for (let k = 0; k < n; k++) out[k] = base[k]!;
      return;
    case 1:
      one(n, out, base, w, u);
      return;
    case 2:
      two(n, out, base, w, u);
      return;
    case 3:
      three(n, out, base, w, u);
      return;
    case 4:
      four(n, out, base, w, u);
      return;
    case 5:
      five(n, out, base, w, u);
      return;
    case 6:
      six(n, out, base, w, u);
      return;
    default:
      many(n, out, base, w, u);
  }
}

type Vector = Float64Array;
type Vectors = readonly Float64Array[];

function one(n: number, out: Vector, base: Vector, w: Vector, u: Vectors): void {
  const u0 = u[0]!;
  const w0 = w[0]!;
  for (let k = 0; k < n; k++) out[k] = base[k]! + w0 * u0[k]!;
}

function two(n: number, out: Vector, base: Vector, w: Vector, u: Vectors): void {
  const u0 = u[0]!;
  const u1 = u[1]!;
  const w0 = w[0]!;
  const w1 = w[1]!;
  for (let k = 0; k < n; k++) out[k] = base[k]! + (w0 * u0[k]! + w1 * u1[k]!);
}

function three(n: number, out: Vector, base: Vector, w: Vector, u: Vectors): void {
  const u0 = u[0]!;
  const u1 = u[1]!;
  const u2 = u[2]!;
  const w0 = w[0]!;
  const w1 = w[1]!;
  const w2 = w[2]!;
  for (let k = 0; k < n; k++) out[k] = base[k]! + w2 * u2[k]! + (w0 * u0[k]! + w1 * u1[k]!);
}

function four(n: number, out: Vector, base: Vector, w: Vector, u: Vectors): void {
  const u0 = u[0]!;
  const u1 = u[1]!;
  const u2 = u[2]!;
  const u3 = u[3]!;
  const w0 = w[0]!;
  const w1 = w[1]!;
  const w2 = w[2]!;
  const w3 = w[3]!;
  for (let k = 0; k < n; k++) {
    out[k] = base[k]! + (w0 * u0[k]! + w1 * u1[k]! + (w2 * u2[k]! + w3 * u3[k]!));
  }
}

function five(n: number, out: Vector, base: Vector, w: Vector, u: Vectors): void {
  const u0 = u[0]!;
  const u1 = u[1]!;
  const u2 = u[2]!;
  const u3 = u[3]!;
  const u4 = u[4]!;
  const w0 = w[0]!;
  const w1 = w[1]!;
  const w2 = w[2]!;
  const w3 = w[3]!;
  const w4 = w[4]!;
  for (let k = 0; k < n; k++) {
    out[k] = base[k]! + w4 * u4[k]! + (w0 * u0[k]! + w1 * u1[k]! + (w2 * u2[k]! + w3 * u3[k]!));
  }
}

function six(n: number, out: Vector, base: Vector, w: Vector, u: Vectors): void {
  const u0 = u[0]!;
  const u1 = u[1]!;
  const u2 = u[2]!;
  const u3 = u[3]!;
  const u4 = u[4]!;
  const u5 = u[5]!;
  const w0 = w[0]!;
  const w1 = w[1]!;
  const w2 = w[2]!;
  const w3 = w[3]!;
  const w4 = w[4]!;
  const w5 = w[5]!;
  for (let k = 0; k < n; k++) {
    out[k] =
      base[k]! + (w4 * u4[k]! + w5 * u5[k]!) + (w0 * u0[k]! + w1 * u1[k]! + (w2 * u2[k]! + w3 * u3[k]!));
  }
}

/** More than six: the first six, then one more pass for each further vector. */
function many(n: number, out: Vector, base: Vector, w: Vector, u: Vectors): void {
  six(n, out, base, w, u);
  for (let j = 6; j < u.length; j++) {
    const uj = u[j]!;
    const wj = w[j]!;
    for (let k = 0; k < n; k++) out[k]! += wj * uj[k]!;
  }
}
