import { exp, ln } from "#units";

/**
 * Dose at which viability first falls to one half of the untreated control.
 *
 * Viability is made non-increasing in dose (running minimum) and its logit interpolated linearly in ln dose, which is
 * exact for a Hill curve.
 *
 * @param doses      ascending, positive
 * @param viability  relative to the control, one per dose
 * @returns the dose; +∞ when one half is not reached, 0 when the lowest dose is below it already, NaN when a value is
 */
export function halfEffect(doses: ArrayLike<number>, viability: ArrayLike<number>): number {
  let before = 1;
  for (let i = 0; i < doses.length; i++) {
    const v = viability[i]!;
    if (Number.isNaN(v)) return Number.NaN;
    const now = Math.min(before, v);
    if (now <= 0.5) {
      if (i === 0) return now === 0.5 ? doses[0]! : 0;
      const [a, b] = [logit(before), logit(now)];
      const share = a === b ? 1 : a / (a - b);
      return exp(ln(doses[i - 1]!) + share * ln(doses[i]! / doses[i - 1]!));
    }
    before = now;
  }
  return Infinity;
}

function logit(v: number): number {
  const x = Math.min(Math.max(v, 1e-9), 1 - 1e-9);
  return ln(x / (1 - x));
}
