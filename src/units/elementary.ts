/**
 * Elementary functions from +, −, ×, ÷ and √ alone, which IEEE 754 fixes to the last bit: the same value on every
 * machine, browser and engine. `Math.exp` and its kin are not used anywhere else in the library either, since their
 * last bits are each engine's own.
 *
 * Polynomials are Taylor series after range reduction, cut where the first term left out is below 2⁻⁵³ of the sum.
 */

const bits = new Float64Array(1);
const words = new Int32Array(bits.buffer);
/** Index of the word with sign and exponent, whatever the byte order. */
const high = (() => {
  bits[0] = 1;
  return words[1] === 0x3ff00000 ? 1 : 0;
})();

/** ln 2 in two parts; the first has 20 trailing zero bits, so that k × it is exact for |k| < 2²⁰. */
const LN2_HI = 6.9314718036912381649e-1;
const LN2_LO = 1.90821492927058770002e-10;
const LOG2E = 1.4426950408889634;

/** 2^k for whole k in −1022…1023. */
function power2(k: number): number {
  words[high] = (k + 1023) << 20;
  words[1 - high] = 0;
  return bits[0]!;
}

/** x·2^k without a double rounding in the normal range. */
function scale2(x: number, k: number): number {
  if (k > 1023) return x * power2(1023) * power2(Math.min(k - 1023, 1023));
  if (k < -1022) return x * power2(-1022) * power2(Math.max(k + 1022, -1022));
  return x * power2(k);
}

/** e^x for the sum of a head and a small tail, relative error below 1 ulp. */
function expSum(x: number, tail: number): number {
  if (x !== x) return x;
  if (x > 709.782712893384) return Infinity;
  if (x < -745.1332191019412) return 0;
  const k = Math.floor(x * LOG2E + 0.5);
  const r = x - k * LN2_HI - (k * LN2_LO - tail);
  const p =
    r *
    r *
    (0.5 +
      r *
        (1 / 6 +
          r *
            (1 / 24 +
              r *
                (1 / 120 +
                  r *
                    (1 / 720 +
                      r *
                        (1 / 5040 +
                          r *
                            (1 / 40320 +
                              r *
                                (1 / 362880 +
                                  r *
                                    (1 / 3628800 +
                                      r * (1 / 39916800 + r * (1 / 479001600 + r / 6227020800)))))))))));
  return scale2(1 + (r + p), k);
}

/** e^x. */
export function exp(x: number): number {
  return expSum(x, 0);
}

let lnTail = 0;

/** ln x as head (returned) and tail (`lnTail`), for positive finite normal or subnormal x. */
function lnParts(x: number): number {
  let k = 0;
  if (x < 2.2250738585072014e-308) {
    x *= 18014398509481984;
    k = -54;
  }
  bits[0] = x;
  const word = words[high]!;
  k += (word >> 20) - 1023;
  // Bring the mantissa into √½ … √2.
  const over = (word & 0xfffff) > 0x6a09e ? 1 : 0;
  words[high] = (word & 0xfffff) | ((1023 - over) << 20);
  k += over;
  const f = bits[0]! - 1;
  const s = f / (2 + f);
  const z = s * s;
  const r =
    z *
    (2 / 3 +
      z *
        (2 / 5 +
          z *
            (2 / 7 +
              z *
                (2 / 9 +
                  z *
                    (2 / 11 +
                      z *
                        (2 / 13 +
                          z * (2 / 15 + z * (2 / 17 + z * (2 / 19 + z * (2 / 21 + z * (2 / 23)))))))))));
  const h = 0.5 * f * f;
  // ln(1+f) = f − (f²/2 − s·(f²/2 + r)), which keeps f exact.
  const u = f - (h - (s * (h + r) + k * LN2_LO));
  const t = k * LN2_HI;
  const sum = t + u;
  lnTail = t - sum + u;
  return sum;
}

/** Natural logarithm; −∞ at 0, NaN below. */
export function ln(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : Number.NaN;
  return x === Infinity ? x : lnParts(x);
}

/** Decadic logarithm. */
export function log10(x: number): number {
  if (!(x > 0) || x === Infinity) return ln(x);
  const head = lnParts(x);
  const value = head * 0.4342944819032518 + (lnTail * 0.4342944819032518 + head * 1.098319650216765e-17);
  const whole = Math.floor(value + 0.5);
  // Powers of ten are met exactly.
  return Math.abs(value - whole) < 1e-14 * Math.abs(whole) && pow(10, whole) === x ? whole : value;
}

/** x^y; whole y of moderate size by repeated multiplication, so that signs and small powers are exact as expected. */
export function pow(x: number, y: number): number {
  if (y === 0) return 1;
  if (x !== x || y !== y) return Number.NaN;
  if (y === Math.floor(y) && Math.abs(y) <= 22) return wholePower(x, y);
  if (x === 1) return 1;
  if (x < 0) {
    if (y !== Math.floor(y)) return Number.NaN;
    const odd = Math.abs(y) % 2 === 1;
    return odd ? -pow(-x, y) : pow(-x, y);
  }
  if (x === 0 || x === Infinity) return (x === 0) === y > 0 ? 0 : Infinity;
  if (y === Infinity || y === -Infinity) return x > 1 === y > 0 ? Infinity : 0;
  const head = lnParts(x);
  const tail = lnTail;
  // Exact product y·head by splitting both factors into halves.
  const product = y * head;
  if (!(Math.abs(product) < 1e4)) return product > 0 ? Infinity : 0;
  const yc = 134217729 * y;
  const y1 = yc - (yc - y);
  const hc = 134217729 * head;
  const h1 = hc - (hc - head);
  const error = y1 * h1 - product + y1 * (head - h1) + (y - y1) * h1 + (y - y1) * (head - h1);
  return expSum(product, error + y * tail);
}

function wholePower(x: number, y: number): number {
  let n = Math.abs(y);
  let result = 1;
  for (let base = x; n > 0; n = Math.floor(n / 2)) {
    if (n % 2 === 1) result *= base;
    base *= base;
  }
  return y < 0 ? 1 / result : result;
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

const PIO2_1 = 1.5707963267341256;
const PIO2_2 = 6.077100506303966e-11;
const PIO2_3 = 2.0222662487959506e-21;

/** sin (quadrant 0) or cos (1) of x; π/2 in three parts holds to |x| of about 10⁶. */
function circular(x: number, shift: number): number {
  if (!(Math.abs(x) < Infinity)) return Number.NaN;
  const n = Math.floor(x * 0.6366197723675814 + 0.5);
  const r = x - n * PIO2_1 - n * PIO2_2 - n * PIO2_3;
  const z = r * r;
  const quadrant = (((n + shift) % 4) + 4) % 4;
  const value =
    quadrant % 2 === 0
      ? r +
        r *
          z *
          (-1 / 6 +
            z *
              (1 / 120 +
                z *
                  (-1 / 5040 +
                    z *
                      (1 / 362880 +
                        z *
                          (-1 / 39916800 +
                            z * (1 / 6227020800 + z * (-1 / 1307674368000 + z / 355687428096000)))))))
      : 1 -
        z *
          (0.5 +
            z *
              (-1 / 24 +
                z *
                  (1 / 720 +
                    z *
                      (-1 / 40320 +
                        z *
                          (1 / 3628800 +
                            z * (-1 / 479001600 + z * (1 / 87178291200 - z / 20922789888000)))))));
  return quadrant >= 2 ? -value : value;
}

/** Sine, x in rad. */
export function sin(x: number): number {
  return circular(x, 0);
}

/** Cosine, x in rad. */
export function cos(x: number): number {
  return circular(x, 1);
}

/** Tangent, x in rad. */
export function tan(x: number): number {
  return circular(x, 0) / circular(x, 1);
}

/** Arc tangent, rad. Halves the angle twice by x → x/(1 + √(1 + x²)), then sums the series. */
export function atan(x: number): number {
  if (x !== x) return x;
  if (Math.abs(x) > 1) return (x > 0 ? 1.5707963267948966 : -1.5707963267948966) - atan(1 / x);
  let t = x / (1 + Math.sqrt(1 + x * x));
  t = t / (1 + Math.sqrt(1 + t * t));
  const z = t * t;
  let sum = 0;
  for (let k = 25; k >= 3; k -= 2) sum = z * ((k % 4 === 1 ? 1 : -1) / k + sum);
  return 4 * (t + t * sum);
}

/** Arc sine, rad; NaN outside −1…1. */
export function asin(x: number): number {
  if (Math.abs(x) === 1) return x * 1.5707963267948966;
  return atan(x / Math.sqrt((1 - x) * (1 + x)));
}

/** Arc cosine, rad; NaN outside −1…1. */
export function acos(x: number): number {
  return 1.5707963267948966 - asin(x);
}

/** Hyperbolic sine. */
export function sinh(x: number): number {
  if (Math.abs(x) > 20) return x > 0 ? 0.5 * exp(x) : -0.5 * exp(-x);
  const e = expm1(Math.abs(x));
  const value = 0.5 * (e + e / (1 + e));
  return x < 0 ? -value : value;
}

/** Hyperbolic cosine. */
export function cosh(x: number): number {
  const e = exp(Math.abs(x));
  return 0.5 * (e + 1 / e);
}

/** Hyperbolic tangent. */
export function tanh(x: number): number {
  if (Math.abs(x) > 20) return x > 0 ? 1 : -1;
  const e = expm1(2 * x);
  return e / (e + 2);
}

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
