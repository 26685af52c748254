import { elementaryData } from "#units";
import type { V128 } from "./code.ts";
import { type Kept, MAGIC, Pairs, SIGN } from "./elementary-pairs.ts";

const { asinTerms, atanTerms, coshTerms, cosTerms, halfPi, ln2, sinhTerms, sinTerms } = elementaryData;

const QUARTER_PI = 0.7853981633974483;
const [LN2_HEAD, LN2_TAIL] = ln2 as [number, number];

/** Circular and hyperbolic functions; names and order of operations are those of `units/elementary.ts`. */
export class Angles extends Pairs {
  /** The remainder of x by π/2, and the quarter turn in the low bits. */
  reduced(x: Kept): { r: Kept; shifted: Kept } {
    const { f } = this;
    const shifted = this.keep(f.vadd(f.vmul(x(), this.c(0.6366197723675814)), this.c(MAGIC)));
    const n = this.keep(f.vsub(shifted(), this.c(MAGIC)));
    let r = this.keep(f.vsub(x(), f.vmul(n(), this.c(halfPi[0]!))));
    for (const part of halfPi.slice(1)) r = this.keep(f.vsub(r(), f.vmul(n(), this.c(part))));
    return { r: this.keep(f.vpmax(f.vpmin(r(), this.c(0.7854)), this.c(-0.7854))), shifted };
  }

  sinNear(r: Kept): V128 {
    const { f } = this;
    const z = this.keep(f.vmul(r(), r()));
    const w = this.keep(f.vmul(z(), z()));
    return f.vadd(r(), f.vmul(f.vmul(r(), z()), this.pairs(sinTerms, z, w)));
  }

  cosNear(r: Kept): V128 {
    const { f } = this;
    const z = this.keep(f.vmul(r(), r()));
    const w = this.keep(f.vmul(z(), z()));
    const h = this.keep(f.vmul(this.c(0.5), z()));
    const a = this.keep(f.vsub(this.c(1), h()));
    return f.vadd(a(), f.vadd(f.vsub(f.vsub(this.c(1), a()), h()), f.vmul(w(), this.pairs(cosTerms, z, w))));
  }

  /** Where a bit of a whole number in the low bits is set. */
  odd(shifted: Kept): V128 {
    const { f } = this;
    return f.vgt(f.vand(f.vshl64(shifted(), f.i32(62)), this.c(2)), this.c(0));
  }

  sin(): void {
    this.#circular(false);
  }

  cos(): void {
    this.#circular(true);
  }

  #circular(quarterOn: boolean): void {
    const { f } = this;
    const { r, shifted } = this.reduced(this.argument(0));
    const s = this.keep(this.sinNear(r));
    const c = this.keep(this.cosNear(r));
    const turn = quarterOn ? this.keep(f.vadd64(shifted(), this.bits(1n))) : shifted;
    const value = this.keep(f.vselect(c(), s(), this.odd(turn)));
    f.vxor(value(), f.vand(f.vshl64(turn(), f.i32(62)), this.bits(SIGN)));
  }

  tan(): void {
    const { f } = this;
    const { r, shifted } = this.reduced(this.argument(0));
    const s = this.keep(this.sinNear(r));
    const c = this.keep(this.cosNear(r));
    const odd = this.keep(this.odd(shifted));
    f.vdiv(f.vselect(f.vneg(c()), s(), odd()), f.vselect(s(), c(), odd()));
  }

  atan(): void {
    const { f } = this;
    const x = this.argument(0);
    const a = this.keep(f.vabs(x()));
    const far = this.keep(f.vgt(a(), this.c(2.414213562373095)));
    const middle = this.keep(f.vgt(a(), this.c(0.41421356237309503)));
    const one = this.keep(f.vselect(f.vsub(a(), this.c(1)), a(), middle()));
    const two = this.keep(f.vselect(f.vadd(a(), this.c(1)), this.c(1), middle()));
    const t = this.keep(f.vdiv(f.vselect(this.c(-1), one(), far()), f.vselect(a(), two(), far())));
    const pick = (whole: number, half: number): Kept =>
      this.keep(f.vselect(this.c(whole), f.vand(this.c(half), middle()), far()));
    const base = pick(2 * QUARTER_PI, QUARTER_PI);
    const tail = pick(6.123233995736766e-17, 3.061616997868383e-17);
    const { z, w, v } = this.squares(f.vmul(t(), t()));
    const excess = f.vmul(f.vmul(t(), z()), this.fours(atanTerms, z, w, v));
    const sum = this.keep(f.vadd(excess, tail()));
    this.withSign(f.vadd(base(), f.vadd(t(), sum())), x);
  }

  /** The larger of two ways: beyond ½ by the root of (1 − a)/2; `t` is the sine, `excess` what the angle has over it. */
  arc(near: Kept, a: Kept): { far: Kept; t: Kept; excess: Kept } {
    const { f } = this;
    const far = this.keep(f.vgt(a(), this.c(0.5)));
    const { z, w, v } = this.squares(
      f.vselect(f.vmul(this.c(0.5), f.vsub(this.c(1), a())), f.vmul(a(), a()), far()),
    );
    const t = this.keep(f.vselect(f.vsqrt(z()), near(), far()));
    return { far, t, excess: this.keep(f.vmul(f.vmul(t(), z()), this.fours(asinTerms, z, w, v))) };
  }

  asin(): void {
    const { f } = this;
    const x = this.argument(0);
    const a = this.keep(f.vabs(x()));
    const { far, t, excess } = this.arc(a, a);
    const twice = this.keep(
      f.vadd(f.vmul(this.c(2), t()), f.vsub(f.vmul(this.c(2), excess()), this.c(6.123233995736766e-17))),
    );
    const value = f.vselect(f.vsub(this.c(2 * QUARTER_PI), twice()), f.vadd(t(), excess()), far());
    this.withSign(value, x);
  }

  acos(): void {
    const { f } = this;
    const x = this.argument(0);
    const a = this.keep(f.vabs(x()));
    const { far, t, excess } = this.arc(x, a);
    const near = this.keep(
      f.vsub(this.c(2 * QUARTER_PI), f.vadd(t(), f.vsub(excess(), this.c(6.123233995736766e-17)))),
    );
    const twice = this.keep(f.vmul(this.c(2), f.vadd(t(), excess())));
    const other = f.vsub(this.c(4 * QUARTER_PI), f.vsub(twice(), this.c(1.2246467991473532e-16)));
    const away = this.keep(f.vselect(other, twice(), f.vlt(x(), this.c(0))));
    f.vselect(away(), near(), far());
  }

  /** Half of the two hyperbolic functions, sine and cosine. */
  hyperbolic(a: Kept): { rise: () => V128; level: () => V128 } {
    const { f } = this;
    const shifted = this.keep(f.vadd(f.vmul(a(), this.c(1.4426950408889634)), this.c(MAGIC)));
    const k = this.keep(f.vsub(shifted(), this.c(MAGIC)));
    const whole = f.vsub(a(), f.vmul(k(), this.c(LN2_HEAD)));
    const r = this.keep(f.vsub(whole, f.vmul(k(), this.c(LN2_TAIL))));
    const z = this.keep(f.vmul(r(), r()));
    const w = this.keep(f.vmul(z(), z()));
    const up = this.keep(f.vshl64(f.vadd64(shifted(), this.bits(1021n)), f.i32(52)));
    const down = this.keep(f.vdiv(this.c(0.0625), up()));
    const even = this.keep(f.vmul(z(), this.pairs(coshTerms, z, w)));
    const odd = this.keep(f.vmul(f.vmul(r(), z()), this.pairs(sinhTerms, z, w)));
    const sum = this.keep(f.vadd(up(), down()));
    const difference = this.keep(f.vsub(up(), down()));
    const combined = (one: Kept, two: Kept): V128 =>
      f.vadd(one(), f.vadd(f.vmul(two(), r()), f.vadd(f.vmul(one(), even()), f.vmul(two(), odd()))));
    return { rise: () => combined(difference, sum), level: () => combined(sum, difference) };
  }

  sinh(): void {
    const { f } = this;
    const x = this.argument(0);
    const { rise } = this.hyperbolic(this.keep(f.vpmin(f.vabs(x()), this.c(710.6))));
    this.withSign(f.vmul(this.c(2), rise()), x);
  }

  cosh(): void {
    const { f } = this;
    const x = this.argument(0);
    const { level } = this.hyperbolic(this.keep(f.vpmin(f.vabs(x()), this.c(710.6))));
    f.vmul(this.c(2), level());
  }

  tanh(): void {
    const { f } = this;
    const x = this.argument(0);
    const { rise, level } = this.hyperbolic(this.keep(f.vpmin(f.vabs(x()), this.c(22))));
    this.withSign(f.vdiv(rise(), level()), x);
  }
}
