import {
  asinTerms,
  atanTerms,
  coshTerms,
  cosTerms,
  expTable,
  expTerms,
  halfPi,
  ln2,
  ln2Part,
  lnTable,
  lnTerms,
  nearTerms,
  sinhTerms,
  sinTerms,
} from "./elementary.data.ts";

/**
 * Elementary functions from +, −, ×, ÷ and √ alone, which IEEE 754 fixes to the last bit: the same value on every
 * machine, browser and engine, and in WebAssembly (`wasm/elementary.ts` writes the same operations on pairs of
 * numbers; a change here is a change there). `Math.exp` and its kin are not used anywhere else in the library.
 *
 * The usual case is straight-line code; zeros, infinities, subnormal numbers and overflow go another way at the end,
 * by C99's rules. Worst errors on dense samples stand in test/references/elementary/README.md.
 *
 * @source  Muller, Elementary Functions, 3rd ed. (2016): range reduction with tables; Dekker, Numer. Math. 18 (1971):
 *          products in two parts; Cody & Waite, Software Manual for the Elementary Functions (1980): constants in parts
 */

const bits = new Float64Array(1);
const words = new Int32Array(bits.buffer);
/** Index of the word with sign and exponent, whatever the byte order. */
const high = (() => {
  bits[0] = 1;
  return words[1] === 0x3ff00000 ? 1 : 0;
})();
const low = 1 - high;

/** Adding it leaves a number rounded to whole in the low bits. */
const MAGIC = 6755399441055744;
const LEAST_NORMAL = 2.2250738585072014e-308;
/** Up to e^±670 no part of the result is subnormal or too large. */
const ORDINARY = 670;
const LN2_HEAD = ln2[0]!;
const LN2_TAIL = ln2[1]!;

/** The first 26 significant bits: products of two such numbers are exact. */
function cut(x: number): number {
  bits[0] = x;
  words[low]! &= -0x8000000;
  return bits[0];
}

// Exponentials

const PARTS_PER_E = 64 * 1.4426950408889634;
const PART_HEAD = ln2Part[0]!;
const PART_TAIL = ln2Part[1]!;
const powersOf2 = Float64Array.from(expTable);
const [E0, E1, E2, E3] = expTerms as [number, number, number, number];
/** 2¹⁹² and its inverse; no whole power that can be seen is further out of the normal range. */
const FAR = 6.277101735386681e57;

/**
 * e^(head + tail)·2^shift.
 *
 *     head + tail = (64k + j)·ln 2/64 + r,   e^r = 1 + r + r²·E(r)   →   2^k·2^(j/64)·e^r
 *
 * Head has at most 53 bits and |head| < 2¹⁰; tail is small; the result is a normal number. Error 0.53 ulp.
 */
function expOf(head: number, tail: number, shift: number): number {
  const shifted = head * PARTS_PER_E + MAGIC;
  const n = shifted - MAGIC;
  const r = head - n * PART_HEAD + (tail - n * PART_TAIL);
  const r2 = r * r;
  bits[0] = shifted;
  const count = words[low]!;
  const j = 2 * (count & 63);
  bits[0] = powersOf2[j]!;
  words[high]! += ((count >> 6) + shift) << 20;
  const power = bits[0];
  return power + power * (r + powersOf2[j + 1]! + r2 * (E0 + r * E1 + r2 * (E2 + r * E3)));
}

/** The same where the result may be subnormal or too large: over 2^∓192, which is exact but for the last step. */
function expFar(head: number, tail: number): number {
  const up = head > 0;
  return expOf(head, tail, up ? -192 : 192) * (up ? FAR : 1 / FAR);
}

/** e^x; 0.53 ulp, 0.76 where the result is subnormal or nearly so. */
export function exp(x: number): number {
  if (Math.abs(x) < ORDINARY) return expOf(x, 0, 0);
  // 800 is beyond both ends.
  return x === x ? expFar(Math.max(-800, Math.min(800, x)), 0) : x;
}

// Logarithms

const LN_FROM = 0x3fe6a09e;
const [L0, L1, L2, L3, L4, L5, L6] = lnTerms as [number, number, number, number, number, number, number];

/**
 * ln x for normal positive x times 2^shift.
 *
 *     x = 2^k·m,  m in √½ … √2,  f = m − 1,  s = f/(2 + f),  z = s²
 *     ln m = 2s + s·z·L(z) = f − (f²/2 − (s·f²/2 + s·z·L(z)))        which keeps f exact
 *
 * Error 0.81 ulp.
 */
function lnOf(x: number, shift: number): number {
  bits[0] = x;
  const word = words[high]! + (0x3ff00000 - LN_FROM);
  words[high] = (word & 0xfffff) + LN_FROM;
  const k = (word >>> 20) - 1023 + shift;
  const f = bits[0] - 1;
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const h = 0.5 * f * f;
  const sum = L0 + z * L1 + w * (L2 + z * L3) + w * w * (L4 + z * L5 + w * L6);
  return k * LN2_HEAD + (f - (h - (s * h + k * LN2_TAIL + s * z * sum)));
}

/** Natural logarithm; −∞ at 0, NaN below; 0.81 ulp. */
export function ln(x: number): number {
  if (x >= LEAST_NORMAL && x < Infinity) return lnOf(x, 0);
  if (!(x > 0)) return x === 0 ? -Infinity : Number.NaN;
  return x === Infinity ? x : lnOf(x * 18014398509481984, -54);
}

const NEAR_FIRST = 0x3fe70000;
const NEAR_FROM = NEAR_FIRST - 0x1000;
const [N0, N1] = nearTerms as [number, number];
const logs = Float64Array.from(lnTable);
/** Where {@link halfLn} leaves its two parts. */
const parts = new Float64Array(2);

/**
 * Half of ln x, in two parts of which the first has 26 bits, for normal positive x times 2^shift.
 *
 *     x = 2^k·m,  c the nearest of 128 points to m,  s = (m − c)/(m + c),  z = s²
 *     ½ ln x = k·ln 2/2 + ½ ln c + s + s·z·N(z)
 *
 * The quotient s is found in two parts, 26 bits and the rest. Relative error below 2⁻⁶¹.
 */
function halfLn(x: number, shift: number): void {
  bits[0] = x;
  const word = words[high]! + (0x3ff00000 - NEAR_FROM);
  words[high] = (word & 0xfffff) + NEAR_FROM;
  const m = bits[0];
  words[high] = (word & 0xfe000) + NEAR_FIRST;
  words[low] = 0;
  const c = bits[0];
  const k = (word >>> 20) - 1023 + shift;
  const j = 2 * ((word >> 13) & 127);
  const d = m + c;
  const e = m - c;
  const inverse = 1 / d;
  const s = e * inverse;
  const s1 = cut(s);
  const d1 = cut(d);
  const d2 = m - (d1 - c);
  const s2 = (e - s1 * d1 - s1 * d2) * inverse;
  const z = s * s;
  const whole = k * (0.5 * LN2_HEAD) + logs[j]!;
  const head = cut(whole + s1);
  parts[0] = head;
  parts[1] = whole - head + s1 + (k * (0.5 * LN2_TAIL) + logs[j + 1]!) + (s2 + s * z * (N0 + z * N1));
}

/** 2/ln 10, 26 bits and the rest. */
const DECADES = 0.8685889638065036;
const DECADES_HEAD = 0.8685889542102814;
const DECADES_TAIL = 9.596222283231946e-9;

function log10Of(x: number, shift: number): number {
  halfLn(x, shift);
  const head = parts[0]!;
  return head * DECADES_HEAD + (head * DECADES_TAIL + parts[1]! * DECADES);
}

/** Decadic logarithm; powers of ten are met exactly; 0.51 ulp. */
export function log10(x: number): number {
  if (x >= LEAST_NORMAL && x < Infinity) return log10Of(x, 0);
  if (!(x > 0)) return x === 0 ? -Infinity : Number.NaN;
  return x === Infinity ? x : log10Of(x * 18014398509481984, -54);
}

// Powers

/**
 * x^y = e^(y·ln x) by C99's rules: 1 for y = 0 and x = 1, NaN for a negative base and a broken power.
 *
 * Error 0.53 ulp; where x is within 3 % of 1 and y that much larger up to 1.7. Before the last rounding it is some
 * hundredths, so that a power which is a double (81 of 3 and 4) is met exactly.
 */
export function pow(x: number, y: number): number {
  halfLn(x, 0);
  const y2 = y + y;
  const y1 = cut(y2);
  const head = y1 * parts[0]!;
  const tail = (y2 - y1) * parts[0]! + y2 * parts[1]!;
  if (x >= LEAST_NORMAL && x < Infinity && Math.abs(head) < ORDINARY) return expOf(head, tail, 0);
  return powFar(x, y);
}

/** x^y for x ≥ 0 (NaN below), the same bits as {@link pow} there, but −0 counts as 0. */
export function powPositive(x: number, y: number): number {
  return x < 0 ? Number.NaN : pow(Math.abs(x), y);
}

/** x^y outside the usual range. */
function powFar(x: number, y: number): number {
  if (y === 0 || x === 1) return 1;
  if (x !== x || y !== y) return Number.NaN;
  const whole = Math.floor(y) === y;
  const odd = whole && Math.floor(0.5 * y) !== 0.5 * y;
  if (x < 0 && x > -Infinity && !whole) return Number.NaN;
  const value = powFarPositive(Math.abs(x), y);
  return odd && (x < 0 || Object.is(x, -0)) ? -value : value;
}

function powFarPositive(x: number, y: number): number {
  if (x === 0 || x === Infinity) return (x === 0) === y > 0 ? 0 : Infinity;
  if (x < LEAST_NORMAL) halfLn(x * 18014398509481984, -54);
  else halfLn(x, 0);
  // Powers beyond 2⁸⁰ lead out of range for every x but 1.
  const y2 = 2 * Math.max(-1208925819614629174706176, Math.min(1208925819614629174706176, y));
  const y1 = cut(y2);
  const head = y1 * parts[0]!;
  if (!(Math.abs(head) < 800)) return expFar(head > 0 ? 800 : -800, 0);
  return expFar(head, (y2 - y1) * parts[0]! + y2 * parts[1]!);
}

/** e^x − 1, accurate near 0. */
export function expm1(x: number): number {
  if (Math.abs(x) > 0.3) return exp(x) - 1;
  return (
    x *
    (1 +
      x *
        (0.5 +
          x *
            (1 / 6 +
              x *
                (1 / 24 +
                  x *
                    (1 / 120 +
                      x *
                        (1 / 720 +
                          x *
                            (1 / 5040 +
                              x *
                                (1 / 40320 +
                                  x *
                                    (1 / 362880 +
                                      x * (1 / 3628800 + x * (1 / 39916800 + x / 479001600)))))))))))
  );
}

/** ln(1 + x), accurate near 0. */
export function log1p(x: number): number {
  const u = 1 + x;
  return u === 1 ? x : u === Infinity ? u : (ln(u) * x) / (u - 1);
}

// Circular functions

const [S0, S1, S2, S3, S4, S5] = sinTerms as [number, number, number, number, number, number];
const [C0, C1, C2, C3, C4, C5] = cosTerms as [number, number, number, number, number, number];
const [HALF_PI_1, HALF_PI_2, HALF_PI_3] = halfPi as [number, number, number];
const QUARTER_PI = 0.7853981633974483;

/** Quarter turn that the angle last reduced is in. */
let quarter = 0;

/**
 * x less the nearest multiple of π/2, which is left in `quarter`; π/2 in three parts of which the first two have 33
 * bits. Error below 2 ulp for |x| < 10⁶; beyond, as if x were off by an ulp; held to ±π/4 at any size.
 */
function reduced(x: number): number {
  const shifted = x * 0.6366197723675814 + MAGIC;
  const n = shifted - MAGIC;
  const r = x - n * HALF_PI_1 - n * HALF_PI_2 - n * HALF_PI_3;
  bits[0] = shifted;
  quarter = words[low]!;
  return Math.max(-0.7854, Math.min(0.7854, r));
}

/** sin r for |r| ≤ π/4. */
function sinNear(r: number): number {
  const z = r * r;
  const w = z * z;
  return r + r * z * (S0 + z * S1 + w * (S2 + z * S3 + w * (S4 + z * S5)));
}

/** cos r for |r| ≤ π/4. */
function cosNear(r: number): number {
  const z = r * r;
  const w = z * z;
  const h = 0.5 * z;
  const a = 1 - h;
  return a + (1 - a - h + w * (C0 + z * C1 + w * (C2 + z * C3 + w * (C4 + z * C5))));
}

/** Sine, x in rad; 2.1 ulp for |x| < 10⁶. */
export function sin(x: number): number {
  const r = reduced(x);
  const value = quarter & 1 ? cosNear(r) : sinNear(r);
  return quarter & 2 ? -value : value;
}

/** Cosine, x in rad; 2.3 ulp for |x| < 10⁶. */
export function cos(x: number): number {
  const r = reduced(x);
  const value = quarter & 1 ? sinNear(r) : cosNear(r);
  return (quarter + 1) & 2 ? -value : value;
}

/** Tangent, x in rad; 3.6 ulp for |x| < 10⁶. */
export function tan(x: number): number {
  const r = reduced(x);
  const s = sinNear(r);
  const c = cosNear(r);
  return quarter & 1 ? -c / s : s / c;
}

const [A0, A1, A2, A3, A4, A5, A6, A7, A8, A9, A10] = atanTerms as [
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
];

/** The magnitude of the first with the sign of the second. */
function withSign(x: number, sign: number): number {
  bits[0] = sign;
  const word = words[high]! & -0x80000000;
  bits[0] = x;
  words[high]! |= word;
  return bits[0];
}

/**
 * Arc tangent, rad, by the addition theorem about 0, π/4 and π/2; 1.9 ulp.
 *
 *     arctan a = base + arctan t,   t = a, (a − 1)/(a + 1) or −1/a,   |t| ≤ tan(π/8)
 */
export function atan(x: number): number {
  const a = Math.abs(x);
  const far = a > 2.414213562373095;
  const middle = a > 0.41421356237309503;
  const t = (far ? -1 : middle ? a - 1 : a) / (far ? a : middle ? a + 1 : 1);
  const base = far ? 2 * QUARTER_PI : middle ? QUARTER_PI : 0;
  const tail = far ? 6.123233995736766e-17 : middle ? 3.061616997868383e-17 : 0;
  const z = t * t;
  const w = z * z;
  const v = w * w;
  const sum =
    A0 + z * A1 + w * (A2 + z * A3) + v * (A4 + z * A5 + w * (A6 + z * A7) + v * (A8 + z * A9 + w * A10));
  return withSign(base + (t + (t * z * sum + tail)), x);
}

const [B0, B1, B2, B3, B4, B5, B6, B7, B8, B9, B10, B11] = asinTerms as [
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
];

/** arcsin t − t for |t| ≤ ½ with z = t². */
function asinExcess(t: number, z: number): number {
  const w = z * z;
  const v = w * w;
  const sum =
    B0 +
    z * B1 +
    w * (B2 + z * B3) +
    v * (B4 + z * B5 + w * (B6 + z * B7) + v * (B8 + z * B9 + w * (B10 + z * B11)));
  return t * z * sum;
}

/** Arc sine, rad; NaN outside −1…1; beyond ½ by arcsin a = π/2 − 2·arcsin √((1 − a)/2); 1.8 ulp. */
export function asin(x: number): number {
  const a = Math.abs(x);
  const far = a > 0.5;
  const z = far ? 0.5 * (1 - a) : a * a;
  const t = far ? Math.sqrt(z) : a;
  const excess = asinExcess(t, z);
  const value = far ? 2 * QUARTER_PI - (2 * t + (2 * excess - 6.123233995736766e-17)) : t + excess;
  return withSign(value, x);
}

/** Arc cosine, rad; NaN outside −1…1; 1.2 ulp. */
export function acos(x: number): number {
  const a = Math.abs(x);
  const far = a > 0.5;
  const z = far ? 0.5 * (1 - a) : a * a;
  const t = far ? Math.sqrt(z) : x;
  const excess = asinExcess(t, z);
  if (!far) return 2 * QUARTER_PI - (t + (excess - 6.123233995736766e-17));
  const twice = 2 * (t + excess);
  return x < 0 ? 4 * QUARTER_PI - (twice - 1.2246467991473532e-16) : twice;
}

// Hyperbolic functions

const [SH0, SH1, SH2, SH3, SH4] = sinhTerms as [number, number, number, number, number];
const [CH0, CH1, CH2, CH3, CH4] = coshTerms as [number, number, number, number, number];

/** What {@link hyperbolic} finds: the remainder r, cosh r − 1, sinh r − r, and the sum and difference of 2^±k/4. */
const wave = new Float64Array(5);

/**
 * a = k·ln 2 + r for 0 ≤ a < 711, so that nothing cancels near 0:
 *
 *     2·sinh a = (2^k − 2^−k)·cosh r + (2^k + 2^−k)·sinh r,   2·cosh a = (2^k + 2^−k)·cosh r + (2^k − 2^−k)·sinh r
 */
function hyperbolic(a: number): void {
  const shifted = a * 1.4426950408889634 + MAGIC;
  const k = shifted - MAGIC;
  const r = a - k * LN2_HEAD - k * LN2_TAIL;
  const z = r * r;
  const w = z * z;
  bits[0] = shifted;
  words[high] = (words[low]! + 1021) << 20;
  words[low] = 0;
  const up = bits[0];
  const down = 0.0625 / up;
  wave[0] = r;
  wave[1] = z * (CH0 + z * CH1 + w * (CH2 + z * CH3 + w * CH4));
  wave[2] = r * z * (SH0 + z * SH1 + w * (SH2 + z * SH3 + w * SH4));
  wave[3] = up + down;
  wave[4] = up - down;
}

/** a·cosh r + b·sinh r, the large part last. */
function combined(a: number, b: number): number {
  return a + (b * wave[0]! + (a * wave[1]! + b * wave[2]!));
}

/** Hyperbolic sine; 1.7 ulp. */
export function sinh(x: number): number {
  hyperbolic(Math.min(Math.abs(x), 710.6));
  return withSign(2 * combined(wave[4]!, wave[3]!), x);
}

/** Hyperbolic cosine; 1.4 ulp. */
export function cosh(x: number): number {
  hyperbolic(Math.min(Math.abs(x), 710.6));
  return 2 * combined(wave[3]!, wave[4]!);
}

/** Hyperbolic tangent; 2.8 ulp. From 22 on it is 1. */
export function tanh(x: number): number {
  hyperbolic(Math.min(Math.abs(x), 22));
  return withSign(combined(wave[4]!, wave[3]!) / combined(wave[3]!, wave[4]!), x);
}

// The normal distribution

/** Cumulative normal distribution: the series about 0 inside |x| < 5, the continued fraction beyond. */
export function normalCdf(x: number): number {
  if (x !== x) return x;
  const a = Math.abs(x);
  const density = 0.3989422804014327 * exp(-0.5 * a * a);
  let value: number;
  if (a < 5) {
    let term = a;
    let sum = a;
    for (let k = 3; term > 1e-17 * sum && k < 400; k += 2) {
      term *= (a * a) / k;
      sum += term;
    }
    if (x > -2) return x < 0 ? 0.5 - density * sum : 0.5 + density * sum;
    value = 0.5 - density * sum;
    if (a > 2) value = tail(a, density);
  } else value = tail(a, density);
  return x < 0 ? value : 1 - value;
}

/** Upper tail of the normal distribution by its continued fraction, from the far end inwards. */
function tail(a: number, density: number): number {
  let f = 0;
  for (let k = 120; k >= 1; k--) f = k / (a + f);
  return density / (a + f);
}

/** Inverse of {@link normalCdf} by a rational start and three Newton steps; ±∞ at 0 and 1. */
export function normalQuantile(p: number): number {
  if (!(p > 0 && p < 1)) return p === 0 ? -Infinity : p === 1 ? Infinity : Number.NaN;
  if (p > 0.5) return -normalQuantile(1 - p);
  // Start: √(−2 ln p) less its leading correction.
  const t = Math.sqrt(-2 * ln(p));
  let x =
    p < 0.4
      ? -(t - (2.30753 + 0.27061 * t) / (1 + 0.99229 * t + 0.04481 * t * t))
      : (p - 0.5) * 2.5066282746310002;
  for (let i = 0; i < 4; i++) {
    const e = (normalCdf(x) - p) / (0.3989422804014327 * exp(-0.5 * x * x));
    x -= e / (1 + 0.5 * x * e);
  }
  return x;
}
