import { join } from "node:path";
import { exp } from "kation/units";
import { rows } from "../measured/tables.ts";

/** One well group over time: hours, image area in % by channel. */
interface Condition {
  readonly name: string;
  readonly hours: readonly number[];
  readonly living: readonly number[];
  readonly annexin: readonly number[];
  readonly permeable: readonly number[];
}

/** What the profile found: the time a dying cell keeps its membrane, h. */
export interface DeathKinetics {
  readonly dying: number;
  readonly low: number;
  readonly high: number;
  readonly lag: number;
  readonly cleared: number;
  readonly conditions: number;
  readonly growth: ReadonlyMap<string, number>;
}

/**
 * Time from commitment to the loss of the membrane, from live imaging of Annexin V and YOYO-3.
 *
 *     A' = h·c(t)·(1 − exp(−t/lag)) − A/t_dying        Y' = A/t_dying − Y/t_cleared
 *     annexin = A + a₀·exp(−t/6 h) + b·c               yoyo = s·Y + y₀ + b'·c
 *
 * c is the confluence as measured. Every condition has its own h, s, a₀, y₀, b, b' ≥ 0, in which the signals are
 * linear; the three times are shared and searched on a grid. The range of `t_dying` is where the weighted sum of
 * squares of the best other times rises by 2.7 times its share per curve, as points of one curve are not independent.
 */
export function deathKinetics(folder: string): DeathKinetics {
  const all = conditions(folder);
  const treated = all.filter((c) => !c.name.includes("|control|"));
  const grid = (from: number, to: number, n: number): number[] =>
    Array.from({ length: n }, (_, i) => from * (to / from) ** (i / (n - 1)));
  const profile = grid(0.75, 24, 31).map((dying) => {
    let best = { sum: Infinity, lag: 0, cleared: 0 };
    for (const lag of grid(0.5, 48, 9))
      for (const cleared of grid(0.5, 500, 10)) {
        const sum = treated.reduce((s, c) => s + misfit(c, dying, lag, cleared), 0);
        if (sum < best.sum) best = { sum, lag, cleared };
      }
    return { dying, ...best };
  });
  const best = profile.reduce((a, b) => (b.sum < a.sum ? b : a));
  const allowed = best.sum * (1 + 2.7 / (2 * treated.length));
  const inside = profile.filter((p) => p.sum <= allowed);
  return {
    dying: best.dying,
    low: inside[0]!.dying,
    high: inside.at(-1)!.dying,
    lag: best.lag,
    cleared: best.cleared,
    conditions: treated.length,
    growth: growth(all),
  };
}

function conditions(folder: string): Condition[] {
  const groups = new Map<string, Record<string, string>[]>();
  for (const row of rows(join(folder, "cell-death-kinetics", "live-imaging.csv"))) {
    if (row["drug"] === "blank") continue;
    const name = [row["experiment"], row["drug"], row["dose"], row["column"]].join("|");
    groups.set(name, [...(groups.get(name) ?? []), row]);
  }
  return [...groups].map(([name, group]) => {
    const column = (key: string): number[] => group.map((r) => Number(r[key]));
    return {
      name,
      hours: column("time_h"),
      living: column("confluence_pct"),
      annexin: column("annexin_v_pct"),
      permeable: column("yoyo3_pct"),
    };
  });
}

/** Weighted squares of what the best linear combination leaves in both channels. */
function misfit(c: Condition, dying: number, lag: number, cleared: number): number {
  const [early, late] = chain(c, dying, lag, cleared);
  const fading = c.hours.map((t) => exp(-t / 6));
  const ones = c.hours.map(() => 1);
  return (
    leastSquares([early, fading, c.living], c.annexin) + leastSquares([late, ones, c.living], c.permeable)
  );
}

/** Annexin-positive and permeable area for a hazard of 1 per hour, by small steps between the measured times. */
function chain(c: Condition, dying: number, lag: number, cleared: number): [number[], number[]] {
  let [early, late] = [0, 0];
  const out: [number[], number[]] = [[0], [0]];
  const parts = 12;
  for (let i = 1; i < c.hours.length; i++) {
    const h = (c.hours[i]! - c.hours[i - 1]!) / parts;
    const [stayEarly, stayLate] = [exp(-h / dying), exp(-h / cleared)];
    for (let k = 0; k < parts; k++) {
      const share = (k + 0.5) / parts;
      const t = c.hours[i - 1]! + share * parts * h;
      const living = c.living[i - 1]! + share * (c.living[i]! - c.living[i - 1]!);
      const made = living * (1 - exp(-t / lag)) * h;
      const left = early * (1 - stayEarly);
      early = early * stayEarly + made;
      late = late * stayLate + left;
    }
    out[0].push(early);
    out[1].push(late);
  }
  return out;
}

/** Smallest Σ((y − Xβ)/(y + 0.02))² with β ≥ 0, by trying every set of columns. */
function leastSquares(columns: readonly (readonly number[])[], y: readonly number[]): number {
  const weight = y.map((v) => 1 / (v + 0.02));
  let best = y.reduce((s, v, i) => s + (v * weight[i]!) ** 2, 0);
  for (let set = 1; set < 1 << columns.length; set++) {
    const chosen = columns.filter((_, j) => (set >> j) & 1);
    const beta = solveNormal(chosen, y, weight);
    if (beta === undefined || beta.some((b) => b < 0)) continue;
    const sum = y.reduce(
      (s, v, i) => s + ((v - chosen.reduce((p, col, j) => p + beta[j]! * col[i]!, 0)) * weight[i]!) ** 2,
      0,
    );
    if (sum < best) best = sum;
  }
  return best;
}

/** Normal equations of at most three columns by elimination; undefined when they are dependent. */
function solveNormal(
  columns: readonly (readonly number[])[],
  y: readonly number[],
  weight: readonly number[],
): number[] | undefined {
  const dot = (a: readonly number[], b: readonly number[]): number =>
    a.reduce((s, v, i) => s + v * b[i]! * weight[i]! ** 2, 0);
  const m = columns.map((a) => [...columns.map((b) => dot(a, b)), dot(a, y)]);
  const n = columns.length;
  for (let k = 0; k < n; k++) {
    if (!(m[k]![k]! > 1e-12)) return undefined;
    for (let i = k + 1; i < n; i++) {
      const f = m[i]![k]! / m[k]![k]!;
      for (let j = k; j <= n; j++) m[i]![j]! -= f * m[k]![j]!;
    }
  }
  const beta = new Array<number>(n).fill(0);
  for (let k = n - 1; k >= 0; k--) {
    let s = m[k]![n]!;
    for (let j = k + 1; j < n; j++) s -= m[k]![j]! * beta[j]!;
    beta[k] = s / m[k]![k]!;
  }
  return beta;
}

/** Exponential growth of untreated cells by line, 1/h: slope of ln confluence over the first 60 h. */
function growth(all: readonly Condition[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const c of all.filter((x) => x.name.includes("|control|"))) {
    const points = c.hours.flatMap((t, i) => (t <= 60 ? [[t, Math.log(c.living[i]!)] as const] : []));
    const mean = (k: 0 | 1): number => points.reduce((s, p) => s + p[k], 0) / points.length;
    const [mt, my] = [mean(0), mean(1)];
    const slope =
      points.reduce((s, [t, v]) => s + (t - mt) * (v - my), 0) /
      points.reduce((s, [t]) => s + (t - mt) ** 2, 0);
    found.set(c.name, slope);
  }
  return found;
}
