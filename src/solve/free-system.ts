import type { Kernel } from "./types.ts";

/** A kernel whose time stands still and whose held states do not move. */
export function frozen(kernel: Kernel, t: number, held: Int32Array): Kernel {
  const { starts } = kernel.pattern;
  const mass = kernel.mass?.slice();
  for (const i of held) if (mass) mass[i] = 1;
  return {
    ...kernel,
    autonomous: true,
    ...(mass && { mass }),
    rates(_t, y, c, out) {
      kernel.rates(t, y, c, out);
      for (const i of held) out[i] = 0;
    },
    jacobian(_t, y, c, out) {
      kernel.jacobian(t, y, c, out);
      for (const i of held) out.fill(0, starts[i], starts[i + 1]);
    },
  };
}

/**
 * A kernel at one set of parameters without the states that are held: rates and a dense Jacobian of what is
 * left, for algebra that is not done in every step.
 */
export class FreeSystem {
  /** States left. */
  readonly m: number;
  /** For each, its index in the kernel. */
  readonly states: Int32Array;
  /** For each, 0 when its row is algebraic. */
  readonly mass: Uint8Array;
  readonly #kernel: Kernel;
  readonly #c: Float64Array;
  readonly #y: Float64Array;
  readonly #f: Float64Array;
  readonly #jac: Float64Array;
  readonly #place: Int32Array;

  /**
   * @param kernel {@link frozen}
   * @param start  full state; what is held keeps its values from here
   */
  constructor(kernel: Kernel, c: Float64Array, start: Float64Array, held: Int32Array) {
    const skip = new Set(held);
    this.states = Int32Array.from(Array.from({ length: kernel.n }, (_, i) => i).filter((i) => !skip.has(i)));
    this.m = this.states.length;
    this.mass = Uint8Array.from(this.states, (i) => (kernel.mass?.[i] === 0 ? 0 : 1));
    this.#kernel = kernel;
    this.#c = c;
    this.#y = start.slice();
    this.#f = new Float64Array(kernel.n);
    this.#jac = new Float64Array(kernel.pattern.columns.length);
    this.#place = new Int32Array(kernel.n).fill(-1);
    this.states.forEach((i, k) => {
      this.#place[i] = k;
    });
  }

  /** The part of a full vector that is free. */
  part(full: Float64Array): Float64Array {
    return Float64Array.from(this.states, (i) => full[i]!);
  }

  /** A full state with this free part. */
  full(y: Float64Array): Float64Array {
    this.#set(y);
    return this.#y.slice();
  }

  rates(y: Float64Array, out: Float64Array): void {
    this.#set(y);
    this.#kernel.rates(0, this.#y, this.#c, this.#f);
    for (let k = 0; k < this.m; k++) out[k] = this.#f[this.states[k]!]!;
  }

  /** m × m values by rows. */
  jacobian(y: Float64Array, out: Float64Array): void {
    this.#set(y);
    const { starts, columns } = this.#kernel.pattern;
    this.#kernel.jacobian(0, this.#y, this.#c, this.#jac);
    out.fill(0, 0, this.m * this.m);
    for (let k = 0; k < this.m; k++) {
      const row = this.states[k]!;
      for (let p = starts[row]!; p < starts[row + 1]!; p++) {
        const j = this.#place[columns[p]!]!;
        if (j >= 0) out[k * this.m + j]! += this.#jac[p]!;
      }
    }
  }

  #set(y: Float64Array): void {
    for (let k = 0; k < this.m; k++) this.#y[this.states[k]!] = y[k]!;
  }
}

/** Per row Σ_j |J_ij·y_j|: the size of what cancels in a rate, as far as its own derivatives show it. */
export function turnover(jac: Float64Array, y: Float64Array): Float64Array {
  const m = y.length;
  return y.map((_, i) => {
    let sum = 0;
    for (let j = 0; j < m; j++) sum += Math.abs(jac[i * m + j]! * y[j]!);
    return sum;
  });
}

/**
 * Per state |f_i| + Σ_j |J_ij·y_j| + Σ_j |J_ji·y_i|: what rounding errors of f_i are shares of. A catalyst is
 * taken and given back by terms whose derivatives cancel in its own row; its column shows how large they are.
 */
export function fluxes(f: Float64Array, jac: Float64Array, y: Float64Array): Float64Array {
  const m = y.length;
  const size = turnover(jac, y);
  for (let i = 0; i < m; i++) {
    size[i]! += Math.abs(f[i]!);
    for (let j = 0; j < m; j++) size[j]! += Math.abs(jac[i * m + j]! * y[j]!);
  }
  return size;
}

/**
 * A point near a start with no zeros and no chance ratios in it; `which` tells several apart. States that are
 * zero at the start take the median of the others. A wide point has each state smaller by up to 2⁻⁴⁰, so that
 * slow rates show somewhere beside fast ones.
 */
export function genericPoint(y: Float64Array, which: number, wide = false): Float64Array {
  const sizes = Array.from(y, Math.abs)
    .filter((v) => v > 0 && v < Infinity)
    .sort((a, b) => a - b);
  const middle = sizes[Math.floor(sizes.length / 2)] ?? 1;
  return y.map((value, i) => {
    // Multiples of the golden ratio, their whole part left out, never repeat.
    const spread = 0.5 + (((1 + i + which * (y.length + 1)) * 0.6180339887498949) % 1);
    const small = wide ? 2 ** -Math.floor(40 * (((7 + i) * 0.414213562373095 * (1 + which)) % 1)) : 1;
    return (value === 0 ? middle : value) * spread * small;
  });
}
