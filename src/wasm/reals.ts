import type { Code, F64, I32, Local, V128 } from "./code.ts";

/** How many members of an ensemble a piece of code carries at once. */
export type Lanes = 1 | 2;

declare const lanes: unique symbol;
/** A number per lane on the stack: 64 bits, or two times 64. */
export type Real = { readonly [lanes]: "real" };
/** A truth value per lane on the stack. */
export type Mask = { readonly [lanes]: "mask" };

/** A local that holds a number per lane. */
export interface RealLocal {
  readonly local: Local<F64> | Local<V128>;
}

/**
 * Arithmetic on a number per lane, so that one text serves one lane (64-bit numbers) and two (pairs of them).
 *
 * Operation by operation both do the same, so a lane's bits do not depend on how many lanes there are.
 */
export class Reals {
  readonly f: Code;
  readonly lanes: Lanes;
  /** Bytes from one state to the next. */
  readonly stride: number;
  readonly #one: boolean;

  constructor(f: Code, lanes: Lanes) {
    this.f = f;
    this.lanes = lanes;
    this.stride = 8 * lanes;
    this.#one = lanes === 1;
  }

  local(): RealLocal {
    return { local: this.#one ? this.f.float() : this.f.vector() };
  }
  release(x: RealLocal): void {
    this.f.release(x.local);
  }
  get(x: RealLocal): Real {
    return this.f.get(x.local as Local<F64>) as unknown as Real;
  }
  set(x: RealLocal, value: Real): void {
    this.f.set(x.local as Local<F64>, value as unknown as F64);
  }
  tee(x: RealLocal, value: Real): Real {
    return this.f.tee(x.local as Local<F64>, value as unknown as F64) as unknown as Real;
  }
  const(value: number): Real {
    return (this.#one ? this.f.f64(value) : this.f.v64(value)) as unknown as Real;
  }
  /** The same number in every lane. */
  splat(value: F64): Real {
    return (this.#one ? value : this.f.vsplat(value)) as unknown as Real;
  }
  load(address: I32, offset: number): Real {
    return (this.#one ? this.f.load(address, offset) : this.f.loadV(address, offset)) as unknown as Real;
  }
  store(address: I32, value: Real, offset: number): void {
    if (this.#one) this.f.store(address, value as unknown as F64, offset);
    else this.f.storeV(address, value as unknown as V128, offset);
  }
  add(a: Real, b: Real): Real {
    return this.#two(a, b, "add", "vadd");
  }
  sub(a: Real, b: Real): Real {
    return this.#two(a, b, "sub", "vsub");
  }
  mul(a: Real, b: Real): Real {
    return this.#two(a, b, "mul", "vmul");
  }
  div(a: Real, b: Real): Real {
    return this.#two(a, b, "div", "vdiv");
  }
  min(a: Real, b: Real): Real {
    return this.#two(a, b, "min", "vmin");
  }
  max(a: Real, b: Real): Real {
    return this.#two(a, b, "max", "vmax");
  }
  neg(a: Real): Real {
    return this.#single(a, "neg", "vneg");
  }
  abs(a: Real): Real {
    return this.#single(a, "abs", "vabs");
  }
  sqrt(a: Real): Real {
    return this.#single(a, "sqrt", "vsqrt");
  }
  floor(a: Real): Real {
    return this.#single(a, "floor", "vfloor");
  }
  ceil(a: Real): Real {
    return this.#single(a, "ceil", "vceil");
  }
  compare(a: Real, b: Real, how: "eq" | "ne" | "lt" | "le" | "gt" | "ge"): Mask {
    return this.#two(a, b, how, `v${how}`) as unknown as Mask;
  }
  /** The first where the mask is set. */
  select(a: Real, b: Real, mask: Mask): Real {
    return (this.#one
      ? this.f.select(a as unknown as F64, b as unknown as F64, mask as unknown as I32)
      : this.f.vselect(
          a as unknown as V128,
          b as unknown as V128,
          mask as unknown as V128,
        )) as unknown as Real;
  }
  and(a: Mask, b: Mask): Mask {
    return (this.#one
      ? this.f.iand(a as unknown as I32, b as unknown as I32)
      : this.f.vand(a as unknown as V128, b as unknown as V128)) as unknown as Mask;
  }
  or(a: Mask, b: Mask): Mask {
    return (this.#one
      ? this.f.ior(a as unknown as I32, b as unknown as I32)
      : this.f.vor(a as unknown as V128, b as unknown as V128)) as unknown as Mask;
  }
  not(a: Mask): Mask {
    return (this.#one
      ? this.f.ieqz(a as unknown as I32)
      : this.f.vnot(a as unknown as V128)) as unknown as Mask;
  }
  /** A mask as 1 or 0. */
  truth(mask: Mask): Real {
    return (this.#one
      ? this.f.truth(mask as unknown as I32)
      : this.f.vand(mask as unknown as V128, this.f.v64(1))) as unknown as Real;
  }

  #two(
    a: Real,
    b: Real,
    one: "add" | "sub" | "mul" | "div" | "min" | "max" | "eq" | "ne" | "lt" | "le" | "gt" | "ge",
    two: `v${"add" | "sub" | "mul" | "div" | "min" | "max" | "eq" | "ne" | "lt" | "le" | "gt" | "ge"}`,
  ): Real {
    return (this.#one
      ? this.f[one](a as unknown as F64, b as unknown as F64)
      : this.f[two](a as unknown as V128, b as unknown as V128)) as unknown as Real;
  }

  #single(
    a: Real,
    one: "neg" | "abs" | "sqrt" | "floor" | "ceil",
    two: `v${"neg" | "abs" | "sqrt" | "floor" | "ceil"}`,
  ): Real {
    return (this.#one
      ? this.f[one](a as unknown as F64)
      : this.f[two](a as unknown as V128)) as unknown as Real;
  }
}
