import { quantile } from "#results";

/** What one of several differences does to a number, over worlds. */
export interface Part {
  readonly name: string;
  /** Median change when it alone is made. */
  readonly alone: number;
  /** Mean share of the whole change, over all orders in which the differences can be made; shares add up to the whole. */
  readonly share: number;
  /** Standard deviation of that share between worlds. */
  readonly spread: number;
}

/** Differences with their shares, and what they make together. */
export interface TakenApart {
  readonly parts: readonly Part[];
  /** Mean, median and standard deviation of the whole change. */
  readonly whole: { readonly mean: number; readonly median: number; readonly spread: number };
}

/**
 * Takes a change apart that several differences make together: each by itself, and its share of the whole.
 *
 *     shareᵢ = Σ_S |S|!·(n − |S| − 1)!/n! · (f(S + i) − f(S)),   S every set of the others (Shapley)
 *
 * The shares add up to f(all) − f(none) in every world, also where differences help or hinder each other.
 *
 * @param value  the number in every world with some of the differences made, on a scale on which changes add: ln(dose)
 * @source  Shapley L. S., in Contributions to the Theory of Games II (1953), the only shares that add up and treat all alike
 */
export async function takeApart(
  names: readonly string[],
  value: (made: ReadonlySet<string>) => Promise<ArrayLike<number>>,
): Promise<TakenApart> {
  const n = names.length;
  const found: ArrayLike<number>[] = [];
  for (let set = 0; set < 2 ** n; set++)
    found.push(await value(new Set(names.filter((_, i) => set & (1 << i)))));
  const worlds = Array.from({ length: found[0]!.length }, (_, w) => w);
  const change = (w: number, from: number, to: number): number => found[to]![w]! - found[from]![w]!;
  const weight = weights(n);
  const parts = names.map((name, i) => {
    const bit = 1 << i;
    const share = worlds.map((w) => {
      let sum = 0;
      for (let set = 0; set < 2 ** n; set++)
        if (!(set & bit)) sum += weight[size(set)]! * change(w, set, set | bit);
      return sum;
    });
    return {
      name,
      alone: quantile(
        worlds.map((w) => change(w, 0, bit)),
        0.5,
      ),
      share: mean(share),
      spread: deviation(share),
    };
  });
  const whole = worlds.map((w) => change(w, 0, 2 ** n - 1));
  return {
    parts,
    whole: { mean: mean(whole), median: quantile(whole, 0.5), spread: deviation(whole) },
  };
}

/** |S|!·(n − |S| − 1)!/n! by |S|. */
function weights(n: number): number[] {
  const factorial = (k: number): number => (k <= 1 ? 1 : k * factorial(k - 1));
  return Array.from({ length: n }, (_, s) => (factorial(s) * factorial(n - s - 1)) / factorial(n));
}

function size(set: number): number {
  let count = 0;
  for (let rest = set; rest > 0; rest >>= 1) count += rest & 1;
  return count;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, x) => sum + x, 0) / Math.max(1, values.length);
}

function deviation(values: readonly number[]): number {
  const m = mean(values);
  return Math.sqrt(mean(values.map((x) => (x - m) * (x - m))));
}
