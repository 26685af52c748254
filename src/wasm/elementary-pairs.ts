import { elementaryData } from "#units";
import type { Code, Local, V128 } from "./code.ts";

const { expTable, lnTable } = elementaryData;

/** A value kept in a local, put on the stack wherever it is called. */
export type Kept = () => V128;

/** Where tables stand, in bytes from the start. */
export const LN_TABLE = 0;
/** The same of the powers of 2. */
export const EXP_TABLE: number = LN_TABLE + 8 * lnTable.length;
/** Where constants follow. */
export const CONSTANTS: number = EXP_TABLE + 8 * expTable.length;
/** The sign of a number. */
export const SIGN = 0x8000000000000000n;
/** Adding it leaves a number rounded to whole in the low bits. */
export const MAGIC = 6755399441055744;
/** All but the last 27 bits. */
const CUT = 0xfffffffff8000000n;
const view = new DataView(new ArrayBuffer(8));

/** What the writing of a function needs from outside. */
export interface Surroundings {
  readonly f: Code;
  /** Address of the tables. */
  readonly at: number;
  /** Address of a constant, in both halves. */
  readonly place: (bits: bigint) => number;
  /** The function that unusual arguments are left to. */
  readonly far: number;
}

/** Arithmetic on pairs of numbers that elementary functions share. */
export class Pairs {
  readonly f: Code;
  readonly #to: Surroundings;
  readonly #constants = new Map<bigint, Local<V128>>();

  constructor(to: Surroundings) {
    this.f = to.f;
    this.#to = to;
  }

  argument(index: 0 | 1): Kept {
    const local = this.f.parameter<V128>(index, "v128");
    return () => this.f.get(local);
  }

  keep(value: V128): Kept {
    const local = this.f.vector();
    this.f.set(local, value);
    return () => this.f.get(local);
  }

  /** A constant; read once, in the straight part of the code, and kept. */
  bits(bits: bigint): V128 {
    const { f } = this;
    const unsigned = BigInt.asUintN(64, bits);
    const known = this.#constants.get(unsigned);
    if (known !== undefined) return f.get(known);
    const local = f.vector();
    this.#constants.set(unsigned, local);
    return f.tee(local, f.loadV(f.i32(0), this.#to.place(unsigned)));
  }

  c(x: number): V128 {
    view.setFloat64(0, x);
    return this.bits(view.getBigUint64(0));
  }

  cut(x: V128): V128 {
    return this.f.vand(x, this.bits(CUT));
  }

  /** Leaves for the general function unless the signs of both halves are set. */
  unless(good: V128, args: readonly Kept[]): void {
    const { f } = this;
    f.if(f.ine(f.vsigns(good), f.i32(3)), () => {
      f.return(
        f.call<V128>(
          this.#to.far,
          args.map((a) => a()),
          1,
        ),
      );
    });
  }

  /** c₀ + z·c₁ + w·(c₂ + z·c₃ + w·(…)), w = z². */
  pairs(terms: readonly number[], z: Kept, w: Kept): V128 {
    const { f } = this;
    if (terms.length === 1) return this.c(terms[0]!);
    const first = f.vadd(this.c(terms[0]!), f.vmul(z(), this.c(terms[1]!)));
    return terms.length === 2 ? first : f.vadd(first, f.vmul(w(), this.pairs(terms.slice(2), z, w)));
  }

  /** By fours: (c₀ … c₃) + v·((c₄ … c₇) + v·(…)), v = z⁴. */
  fours(terms: readonly number[], z: Kept, w: Kept, v: Kept): V128 {
    const { f } = this;
    const first = this.pairs(terms.slice(0, 4), z, w);
    return terms.length <= 4 ? first : f.vadd(first, f.vmul(v(), this.fours(terms.slice(4), z, w, v)));
  }

  /** Head and tail at a table's byte offset in each half. */
  lookup(table: number, offset: Kept): [Kept, Kept] {
    const { f } = this;
    const one = this.keep(f.loadV(f.vint(offset(), 0), this.#to.at + table));
    const two = this.keep(f.loadV(f.vint(offset(), 1), this.#to.at + table));
    return [this.keep(f.vzip(one(), two(), 0)), this.keep(f.vzip(one(), two(), 1))];
  }

  withSign(x: V128, sign: Kept): V128 {
    return this.f.vor(x, this.f.vand(sign(), this.bits(SIGN)));
  }

  squares(square: V128): { z: Kept; w: Kept; v: Kept } {
    const { f } = this;
    const z = this.keep(square);
    const w = this.keep(f.vmul(z(), z()));
    return { z, w, v: this.keep(f.vmul(w(), w())) };
  }
}
