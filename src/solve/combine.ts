/**
 * out = base + Σ w_j·u_j over the vectors in `u`, one pass over memory.
 *
 * One loop per number of terms keeps the running sum in a register; a loop over vectors would store and load
 * it once per term. (All vectors in one array was tried: 5 % faster at 97 states, slower at 20.) The order of
 * the terms is part of the result's bits.
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

/**
 * What a stage needs of the stages before it, in one pass that loads each of them once:
 *
 *     out = base + Σ w_j·u_j   (argument of the rates),   sum = Σ v_j·u_j   (part of the right-hand side)
 *
 * @param w  weights, one per vector
 * @param v  weights, one per vector
 * @param u  at least one vector of length ≥ n; neither `out` nor `sum` is among them
 */
export function combineBoth(
  n: number,
  out: Vector,
  base: Vector,
  w: Vector,
  sum: Vector,
  v: Vector,
  u: Vectors,
): void {
  switch (u.length) {
    case 1:
      oneBoth(n, out, base, w, sum, v, u);
      return;
    case 2:
      twoBoth(n, out, base, w, sum, v, u);
      return;
    case 3:
      threeBoth(n, out, base, w, sum, v, u);
      return;
    case 4:
      fourBoth(n, out, base, w, sum, v, u);
      return;
    case 5:
      fiveBoth(n, out, base, w, sum, v, u);
      return;
    case 6:
      sixBoth(n, out, base, w, sum, v, u);
      return;
    case 7:
      sevenBoth(n, out, base, w, sum, v, u);
      return;
    default:
      combine(n, out, base, w, u);
      combine(n, sum, sum.fill(0), v, u);
  }
}

function oneBoth(n: number, out: Vector, base: Vector, w: Vector, sum: Vector, v: Vector, u: Vectors): void {
  const u0 = u[0]!;
  const w0 = w[0]!;
  const v0 = v[0]!;
  for (let k = 0; k < n; k++) {
    const x0 = u0[k]!;
    out[k] = base[k]! + w0 * x0;
    sum[k] = v0 * x0;
  }
}

function twoBoth(n: number, out: Vector, base: Vector, w: Vector, sum: Vector, v: Vector, u: Vectors): void {
  const u0 = u[0]!;
  const w0 = w[0]!;
  const v0 = v[0]!;
  const u1 = u[1]!;
  const w1 = w[1]!;
  const v1 = v[1]!;
  for (let k = 0; k < n; k++) {
    const x0 = u0[k]!;
    const x1 = u1[k]!;
    out[k] = base[k]! + (w0 * x0 + w1 * x1);
    sum[k] = v0 * x0 + v1 * x1;
  }
}

function threeBoth(
  n: number,
  out: Vector,
  base: Vector,
  w: Vector,
  sum: Vector,
  v: Vector,
  u: Vectors,
): void {
  const u0 = u[0]!;
  const w0 = w[0]!;
  const v0 = v[0]!;
  const u1 = u[1]!;
  const w1 = w[1]!;
  const v1 = v[1]!;
  const u2 = u[2]!;
  const w2 = w[2]!;
  const v2 = v[2]!;
  for (let k = 0; k < n; k++) {
    const x0 = u0[k]!;
    const x1 = u1[k]!;
    const x2 = u2[k]!;
    out[k] = base[k]! + w2 * x2 + (w0 * x0 + w1 * x1);
    sum[k] = v2 * x2 + (v0 * x0 + v1 * x1);
  }
}

function fourBoth(n: number, out: Vector, base: Vector, w: Vector, sum: Vector, v: Vector, u: Vectors): void {
  const u0 = u[0]!;
  const w0 = w[0]!;
  const v0 = v[0]!;
  const u1 = u[1]!;
  const w1 = w[1]!;
  const v1 = v[1]!;
  const u2 = u[2]!;
  const w2 = w[2]!;
  const v2 = v[2]!;
  const u3 = u[3]!;
  const w3 = w[3]!;
  const v3 = v[3]!;
  for (let k = 0; k < n; k++) {
    const x0 = u0[k]!;
    const x1 = u1[k]!;
    const x2 = u2[k]!;
    const x3 = u3[k]!;
    out[k] = base[k]! + (w0 * x0 + w1 * x1 + (w2 * x2 + w3 * x3));
    sum[k] = v0 * x0 + v1 * x1 + (v2 * x2 + v3 * x3);
  }
}

function fiveBoth(n: number, out: Vector, base: Vector, w: Vector, sum: Vector, v: Vector, u: Vectors): void {
  const u0 = u[0]!;
  const w0 = w[0]!;
  const v0 = v[0]!;
  const u1 = u[1]!;
  const w1 = w[1]!;
  const v1 = v[1]!;
  const u2 = u[2]!;
  const w2 = w[2]!;
  const v2 = v[2]!;
  const u3 = u[3]!;
  const w3 = w[3]!;
  const v3 = v[3]!;
  const u4 = u[4]!;
  const w4 = w[4]!;
  const v4 = v[4]!;
  for (let k = 0; k < n; k++) {
    const x0 = u0[k]!;
    const x1 = u1[k]!;
    const x2 = u2[k]!;
    const x3 = u3[k]!;
    const x4 = u4[k]!;
    out[k] = base[k]! + w4 * x4 + (w0 * x0 + w1 * x1 + (w2 * x2 + w3 * x3));
    sum[k] = v4 * x4 + (v0 * x0 + v1 * x1 + (v2 * x2 + v3 * x3));
  }
}

function sixBoth(n: number, out: Vector, base: Vector, w: Vector, sum: Vector, v: Vector, u: Vectors): void {
  const u0 = u[0]!;
  const w0 = w[0]!;
  const v0 = v[0]!;
  const u1 = u[1]!;
  const w1 = w[1]!;
  const v1 = v[1]!;
  const u2 = u[2]!;
  const w2 = w[2]!;
  const v2 = v[2]!;
  const u3 = u[3]!;
  const w3 = w[3]!;
  const v3 = v[3]!;
  const u4 = u[4]!;
  const w4 = w[4]!;
  const v4 = v[4]!;
  const u5 = u[5]!;
  const w5 = w[5]!;
  const v5 = v[5]!;
  for (let k = 0; k < n; k++) {
    const x0 = u0[k]!;
    const x1 = u1[k]!;
    const x2 = u2[k]!;
    const x3 = u3[k]!;
    const x4 = u4[k]!;
    const x5 = u5[k]!;
    out[k] = base[k]! + (w4 * x4 + w5 * x5) + (w0 * x0 + w1 * x1 + (w2 * x2 + w3 * x3));
    sum[k] = v4 * x4 + v5 * x5 + (v0 * x0 + v1 * x1 + (v2 * x2 + v3 * x3));
  }
}

function sevenBoth(
  n: number,
  out: Vector,
  base: Vector,
  w: Vector,
  sum: Vector,
  v: Vector,
  u: Vectors,
): void {
  const u0 = u[0]!;
  const w0 = w[0]!;
  const v0 = v[0]!;
  const u1 = u[1]!;
  const w1 = w[1]!;
  const v1 = v[1]!;
  const u2 = u[2]!;
  const w2 = w[2]!;
  const v2 = v[2]!;
  const u3 = u[3]!;
  const w3 = w[3]!;
  const v3 = v[3]!;
  const u4 = u[4]!;
  const w4 = w[4]!;
  const v4 = v[4]!;
  const u5 = u[5]!;
  const w5 = w[5]!;
  const v5 = v[5]!;
  const u6 = u[6]!;
  const w6 = w[6]!;
  const v6 = v[6]!;
  for (let k = 0; k < n; k++) {
    const x0 = u0[k]!;
    const x1 = u1[k]!;
    const x2 = u2[k]!;
    const x3 = u3[k]!;
    const x4 = u4[k]!;
    const x5 = u5[k]!;
    const x6 = u6[k]!;
    out[k] = base[k]! + (w4 * x4 + w5 * x5 + w6 * x6) + (w0 * x0 + w1 * x1 + (w2 * x2 + w3 * x3));
    sum[k] = v4 * x4 + v5 * x5 + v6 * x6 + (v0 * x0 + v1 * x1 + (v2 * x2 + v3 * x3));
  }
}
