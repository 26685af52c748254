import { elementaryData } from "#units";
import type { V128 } from "./code.ts";
import { EXP_TABLE, type Kept, LN_TABLE, MAGIC, Pairs, SIGN } from "./elementary-pairs.ts";

const { expTerms, ln2, ln2Part, lnTerms, nearTerms } = elementaryData;

type Unpacked = ReturnType<Powers["unpacked"]>;

const FRACTION = 0xfffffffffffffn;
const ONE = 0x3ff0000000000000n;
const NOT_A_NUMBER = 0x7ff8000000000000n;
const NEAR_FIRST = 0x3fe7000000000000n;
const NEAR_FROM = NEAR_FIRST - (1n << 44n);
const LN_FROM = 0x3fe6a09e00000000n;
const LEAST_NORMAL = 2.2250738585072014e-308;
/** Up to e^±670 no part of the result is subnormal or too large. */
const ORDINARY = 670;
const FAR = 6.277101735386681e57;
const DECADES = 0.8685889638065036;
const DECADES_HEAD = 0.8685889542102814;
const DECADES_TAIL = 9.596222283231946e-9;
const [LN2_HEAD, LN2_TAIL] = ln2 as [number, number];

/** Exponentials, logarithms and powers; names and order of operations are those of `units/elementary.ts`. */
export class Powers extends Pairs {
  /** e^(head + tail), by a power of 2 further down or up where `up` is given. */
  expOf(head: Kept, tail?: Kept, up?: Kept): V128 {
    const { f } = this;
    const shifted = this.keep(f.vadd(f.vmul(head(), this.c(64 * 1.4426950408889634)), this.c(MAGIC)));
    const n = this.keep(f.vsub(shifted(), this.c(MAGIC)));
    const offset = this.keep(f.vand(f.vshl64(shifted(), f.i32(4)), this.bits(63n << 4n)));
    const [fraction, rest] = this.lookup(EXP_TABLE, offset);
    const first = this.keep(f.vsub(head(), f.vmul(n(), this.c(ln2Part[0]!))));
    const second = this.keep(f.vmul(n(), this.c(ln2Part[1]!)));
    const r = this.keep(
      tail === undefined ? f.vsub(first(), second()) : f.vadd(first(), f.vsub(tail(), second())),
    );
    const r2 = this.keep(f.vmul(r(), r()));
    let power = this.keep(f.vadd64(fraction(), f.vshl64(shifted(), f.i32(46))));
    const by = 192n << 52n;
    if (up) power = this.keep(f.vadd64(power(), f.vselect(this.bits(-by), this.bits(by), up())));
    const excess = this.keep(f.vadd(f.vadd(r(), rest()), f.vmul(r2(), this.pairs(expTerms, r, r2))));
    return f.vadd(power(), f.vmul(power(), excess()));
  }

  expFarOf(head: Kept, tail?: Kept): V128 {
    const { f } = this;
    const up = this.keep(f.vgt(head(), this.c(0)));
    const value = this.keep(this.expOf(head, tail, up));
    return f.vmul(value(), f.vselect(this.c(FAR), this.c(1 / FAR), up()));
  }

  exp(): void {
    const { f } = this;
    const x = this.argument(0);
    const result = this.keep(this.expOf(x));
    const usual = this.keep(f.vlt(f.vabs(x()), this.c(ORDINARY)));
    this.unless(f.vandnot(usual(), result()), [x]);
    result();
  }

  expFar(): void {
    const { f } = this;
    const x = this.argument(0);
    const held = this.keep(f.vpmax(f.vpmin(x(), this.c(800)), this.c(-800)));
    const result = this.keep(this.expFarOf(held));
    f.vselect(result(), x(), f.veq(x(), x()));
  }

  /**
   * Exponent and fraction of x = 2^k·m, m from a least one on. The sign of `unusual` is set unless x is positive and
   * normal, and for the largest, whose exponent runs over in `word`.
   */
  unpacked(x: Kept, from: bigint, shift?: Kept): { word: Kept; k: Kept; m: Kept; unusual: () => V128 } {
    const { f } = this;
    const word = this.keep(f.vadd64(x(), this.bits(ONE - from + (1n << 52n))));
    const exponent = f.vor(f.vshru64(word(), f.i32(52)), this.bits(0x4330000000000000n));
    let k = this.keep(f.vsub(exponent, this.c(4503599627370496 + 1024)));
    if (shift !== undefined) k = this.keep(f.vadd(k(), shift()));
    const m = this.keep(f.vadd64(f.vand(word(), this.bits(FRACTION)), this.bits(from)));
    const unusual = () => f.vor(word(), f.vsub64(x(), this.bits(1n << 52n)));
    return { word, k, m, unusual };
  }

  lnOf({ k, m }: Unpacked): V128 {
    const { f } = this;
    const e = this.keep(f.vsub(m(), this.c(1)));
    const s = this.keep(f.vdiv(e(), f.vadd(this.c(2), e())));
    const { z, w, v } = this.squares(f.vmul(s(), s()));
    const h = this.keep(f.vmul(f.vmul(this.c(0.5), e()), e()));
    const small = this.keep(f.vadd(f.vmul(s(), h()), f.vmul(k(), this.c(LN2_TAIL))));
    const inner = this.keep(f.vadd(small(), f.vmul(f.vmul(s(), z()), this.fours(lnTerms, z, w, v))));
    return f.vadd(f.vmul(k(), this.c(LN2_HEAD)), f.vsub(e(), f.vsub(h(), inner())));
  }

  ln(): void {
    this.#logarithm(LN_FROM, (x) => this.lnOf(x));
  }

  lnFar(): void {
    this.#logarithmFar(LN_FROM, (x) => this.lnOf(x));
  }

  #logarithm(from: bigint, of: (x: Unpacked) => V128): void {
    const { f } = this;
    const x = this.argument(0);
    const parts = this.unpacked(x, from);
    const result = this.keep(of(parts));
    const known = this.keep(f.veq(result(), result()));
    this.unless(f.vandnot(known(), parts.unusual()), [x]);
    result();
  }

  #logarithmFar(from: bigint, of: (x: Unpacked) => V128): void {
    const { f } = this;
    const x = this.argument(0);
    const [raised, shift] = this.raised(x);
    let result = this.keep(of(this.unpacked(raised, from, shift)));
    result = this.keep(f.vselect(result(), this.bits(NOT_A_NUMBER), f.vge(x(), this.c(0))));
    result = this.keep(f.vselect(this.c(-Infinity), result(), f.veq(x(), this.c(0))));
    f.vselect(x(), result(), f.veq(x(), this.c(Infinity)));
  }

  /** Subnormal numbers times 2⁵⁴, and −54 for them. */
  raised(x: Kept): [Kept, Kept] {
    const { f } = this;
    const small = this.keep(f.vlt(x(), this.c(LEAST_NORMAL)));
    const y = this.keep(f.vselect(f.vmul(x(), this.c(18014398509481984)), x(), small()));
    return [y, this.keep(f.vand(small(), this.c(-54)))];
  }

  halfLn({ word, k, m }: Unpacked): [Kept, Kept] {
    const { f } = this;
    const cell = this.keep(f.vand(word(), this.bits(127n << 45n)));
    const [logHead, logTail] = this.lookup(LN_TABLE, this.keep(f.vshru64(cell(), f.i32(41))));
    const c = this.keep(f.vadd64(cell(), this.bits(NEAR_FIRST)));
    const d = this.keep(f.vadd(m(), c()));
    const e = this.keep(f.vsub(m(), c()));
    const inverse = this.keep(f.vdiv(this.c(1), d()));
    const s = this.keep(f.vmul(e(), inverse()));
    const s1 = this.keep(this.cut(s()));
    const whole = this.keep(f.vadd(f.vmul(k(), this.c(0.5 * LN2_HEAD)), logHead()));
    const head = this.keep(this.cut(f.vadd(whole(), s1())));
    const d1 = this.keep(this.cut(d()));
    const d2 = this.keep(f.vsub(m(), f.vsub(d1(), c())));
    const s2 = this.keep(f.vmul(f.vsub(f.vsub(e(), f.vmul(s1(), d1())), f.vmul(s1(), d2())), inverse()));
    const z = this.keep(f.vmul(s(), s()));
    const cubic = this.keep(f.vadd(s2(), f.vmul(f.vmul(s(), z()), this.pairs(nearTerms, z, z))));
    const small = this.keep(f.vadd(f.vmul(k(), this.c(0.5 * LN2_TAIL)), logTail()));
    const between = this.keep(f.vadd(f.vsub(whole(), head()), s1()));
    return [head, this.keep(f.vadd(f.vadd(between(), small()), cubic()))];
  }

  log10Of(x: Unpacked): V128 {
    const { f } = this;
    const [head, tail] = this.halfLn(x);
    return f.vadd(
      f.vmul(head(), this.c(DECADES_HEAD)),
      f.vadd(f.vmul(head(), this.c(DECADES_TAIL)), f.vmul(tail(), this.c(DECADES))),
    );
  }

  log10(): void {
    this.#logarithm(NEAR_FROM, (x) => this.log10Of(x));
  }

  log10Far(): void {
    this.#logarithmFar(NEAR_FROM, (x) => this.log10Of(x));
  }

  /** y·ln x in two parts of which the first is exact. */
  exponent(y: Kept, [head, tail]: [Kept, Kept]): [Kept, Kept] {
    const { f } = this;
    const y2 = this.keep(f.vadd(y(), y()));
    const y1 = this.keep(this.cut(y2()));
    return [
      this.keep(f.vmul(y1(), head())),
      this.keep(f.vadd(f.vmul(f.vsub(y2(), y1()), head()), f.vmul(y2(), tail()))),
    ];
  }

  /** @param zero  whether x may be 0 too */
  pow(zero = false): void {
    const { f } = this;
    const x = this.argument(0);
    const y = this.argument(1);
    const none = zero ? this.keep(f.veq(x(), this.c(0))) : x;
    const base = zero ? this.keep(f.vor(x(), f.vand(none(), this.c(1)))) : x;
    const parts = this.unpacked(base, NEAR_FROM);
    const [head, tail] = this.exponent(y, this.halfLn(parts));
    const usual = this.keep(f.vlt(f.vabs(head()), this.c(ORDINARY)));
    // The tail takes part so that an engine finds it before it branches and has little to carry over.
    const known = this.keep(f.vand(usual(), f.veq(tail(), tail())));
    this.unless(f.vandnot(known(), parts.unusual()), [x, y]);
    if (!zero) {
      this.expOf(head, tail);
      return;
    }
    const result = this.keep(this.expOf(head, tail));
    const far = this.keep(f.vand(f.vlt(y(), this.c(0)), this.c(Infinity)));
    f.vselect(far(), result(), f.vand(none(), f.vne(y(), this.c(0))));
  }

  /** @param signed  whether a base below 0 may have a whole power */
  powFar(signed: boolean): void {
    const { f } = this;
    const x = this.argument(0);
    const y = this.argument(1);
    const a = this.keep(f.vabs(x()));
    const zero = this.keep(f.veq(a(), this.c(0)));
    const edge = this.keep(f.vor(zero(), f.veq(a(), this.c(Infinity))));
    // 1 in place of 0 and ∞, lest what is found for nothing be subnormal and slow.
    const [raised, shift] = this.raised(this.keep(f.vselect(this.c(1), a(), edge())));
    const parts = this.halfLn(this.unpacked(raised, NEAR_FROM, shift));
    const most = 1208925819614629174706176;
    const held = this.keep(f.vpmax(f.vpmin(y(), this.c(most)), this.c(-most)));
    const [head, tail] = this.exponent(held, parts);
    const near = this.keep(f.vlt(f.vabs(head()), this.c(800)));
    const limit = this.keep(f.vselect(this.c(800), this.c(-800), f.vgt(head(), this.c(0))));
    let value = this.keep(
      this.expFarOf(this.keep(f.vselect(head(), limit(), near())), this.keep(f.vand(tail(), near()))),
    );
    const far = this.keep(f.vand(f.vxor(zero(), f.vgt(y(), this.c(0))), this.c(Infinity)));
    value = this.keep(f.vselect(far(), value(), edge()));
    let bad = this.keep(f.vor(f.vne(x(), x()), f.vne(y(), y())));
    if (signed) {
      const whole = this.keep(f.veq(f.vfloor(y()), y()));
      const half = this.keep(f.vmul(this.c(0.5), y()));
      const odd = this.keep(f.vand(whole(), f.vne(f.vfloor(half()), half())));
      value = this.keep(f.vxor(value(), f.vand(f.vand(odd(), x()), this.bits(SIGN))));
      const below = f.vand(f.vlt(x(), this.c(0)), f.vgt(x(), this.c(-Infinity)));
      bad = this.keep(f.vor(f.vandnot(below, whole()), bad()));
    } else bad = this.keep(f.vor(f.vlt(x(), this.c(0)), bad()));
    value = this.keep(f.vselect(this.bits(NOT_A_NUMBER), value(), bad()));
    const one = this.keep(f.vor(f.veq(y(), this.c(0)), f.veq(x(), this.c(1))));
    const result = this.keep(f.vselect(this.c(1), value(), one()));
    if (signed) result();
    else f.vselect(this.bits(NOT_A_NUMBER), result(), f.vlt(x(), this.c(0)));
  }
}
