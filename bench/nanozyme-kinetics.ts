/**
 * Writes src/biology/phases/surface-activity.data.ts: peroxidase constants of oxide and sulfide particles by material,
 * and how little pH, temperature and size explain of them.
 *
 *     node --conditions=kation:source --import tsx bench/nanozyme-kinetics.ts ../shared/data
 *
 * kcat is per exposed metal atom: Vmax over the sites of the catalyst weighed in, taken as spheres (or the smallest
 * dimension) with ten metal atoms per nm². Values a thousandfold off the median are left out as slips of units.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { log10, pow } from "kation/units";

const densities: Readonly<Record<string, number>> = {
  Fe3O4: 5.18,
  Fe2O3: 5.24,
  "iron oxide": 5.18,
  MnO2: 5.03,
  CuO: 6.31,
  Cu2O: 6.0,
  FeS2: 5.02,
  FeS: 4.84,
  CuFe2O4: 5.4,
  CoFe2O4: 5.3,
  MnFe2O4: 5.0,
  NiFe2O4: 5.4,
  ZnFe2O4: 5.3,
  Mn3O4: 4.86,
  Co3O4: 6.1,
  CuS: 4.76,
  CeO2: 7.2,
  NiO: 6.67,
  Cu: 8.96,
};
const shown = ["Fe3O4", "Fe2O3", "MnO2", "CuO", "Cu2O", "FeS2", "CuFe2O4"];
/** Mass per volume in kg/m³, by the units the articles print. */
const perVolume: Readonly<Record<string, number>> = {
  gL: 1,
  mgmL: 1,
  ugmL: 1e-3,
  mgL: 1e-3,
  ngmL: 1e-6,
  ngL: 1e-9,
  nguL: 1e-3,
  uguL: 1,
  ppm: 1e-3,
  ugL: 1e-6,
};

interface Row {
  readonly formula: string;
  readonly pH: number;
  readonly kelvin: number;
  readonly size: number | undefined;
  readonly Km: number;
  readonly kcat: number | undefined;
}

const folder = process.argv[2];
if (!folder) throw new Error("name the folder of the data sets");
const lines = readFileSync(join(folder, "nanozyme-kinetics", "kinetics.csv"), "utf8")
  .split(/\r?\n/)
  .filter(Boolean);
const split = (line: string): string[] =>
  [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map((m) => m[1]!.replace(/^"|"$/g, ""));
const head = split(lines[0]!);
const rows = lines.slice(1).flatMap((line): Row[] => {
  const cells = split(line);
  const at = (name: string): string => cells[head.indexOf(name)] ?? "";
  const formula = at("formula");
  const density = densities[formula];
  const Km = Number(at("km_M"));
  if (
    at("activity") !== "peroxidase" ||
    !at("reaction").startsWith("H2O2") ||
    density === undefined ||
    !(Km > 0)
  )
    return [];
  const sizes = ["length_nm", "width_nm", "depth_nm"]
    .map((k) => middle(at(k)))
    .filter((x) => x !== undefined);
  const size = sizes.length > 0 ? Math.min(...sizes) : undefined;
  const mass = Number(at("catalyst")) * (perVolume[unitKey(at("catalyst_unit"))] ?? Number.NaN);
  const vmax = Number(at("vmax_M_s"));
  const sites =
    size === undefined ? Number.NaN : ((mass * 6) / (density * 1e3 * size * 1e-9)) * (1e19 / 6.02214076e23);
  const kcat = (vmax * 1e3) / sites;
  return [
    {
      formula,
      pH: Number(at("pH")) || 4,
      kelvin: 273.15 + (Number(at("temperature_C")) || 25),
      size,
      Km,
      kcat: kcat > 0 && Number.isFinite(kcat) ? kcat : undefined,
    },
  ];
});

function unitKey(text: string): string {
  return text
    .replace(/[µμ]/g, "u")
    .replace(/mcg/, "ug")
    .replace(/[⋅ ]/g, "")
    .replace(/[-‒]1|\//g, "")
    .replace(/ml/, "mL");
}

function middle(text: string): number | undefined {
  const found = [...text.matchAll(/\d+(?:\.\d+)?/g)].slice(0, 2).map((m) => Number(m[0]));
  return found.length > 0 ? found.reduce((a, b) => a + b, 0) / found.length : undefined;
}

function quantile(values: readonly number[], q: number): number {
  const sorted = values.map((v) => log10(v)).sort((a, b) => a - b);
  const at = q * (sorted.length - 1);
  const low = Math.floor(at);
  const high = Math.min(low + 1, sorted.length - 1);
  return pow(10, sorted[low]! + (at - low) * (sorted[high]! - sorted[low]!));
}

const digits = (x: number): number => Number(x.toPrecision(3));
const summary = (values: readonly number[]): { n: number; p5: number; median: number; p95: number } => ({
  n: values.length,
  p5: digits(quantile(values, 0.05)),
  median: digits(quantile(values, 0.5)),
  p95: digits(quantile(values, 0.95)),
});

const turnovers = rows.filter((r) => r.kcat !== undefined && r.size !== undefined);
const centre = quantile(
  turnovers.map((r) => r.kcat!),
  0.5,
);
const kept = turnovers.filter((r) => r.kcat! < 1e3 * centre && r.kcat! > 1e-3 * centre);

/** Least squares of log10 kcat on pH − 4, 1000/T − 1000/298.15 and log10 size; spread before and after. */
function regress(): {
  n: number;
  pH: number;
  activation: number;
  size: number;
  before: number;
  after: number;
} {
  const X = kept.map((r) => [1, r.pH - 4, 1000 / r.kelvin - 1000 / 298.15, log10(r.size!) - 1]);
  const y = kept.map((r) => log10(r.kcat!));
  const A = [0, 1, 2, 3].map((i) => [
    ...[0, 1, 2, 3].map((j) => sum(X.map((x) => x[i]! * x[j]!))),
    sum(X.map((x, k) => x[i]! * y[k]!)),
  ]);
  for (let i = 0; i < 4; i++) {
    for (let k = 0; k < 4; k++) {
      if (k === i) continue;
      const f = A[k]![i]! / A[i]![i]!;
      for (let j = i; j < 5; j++) A[k]![j]! -= f * A[i]![j]!;
    }
  }
  const b = A.map((row, i) => row[4]! / row[i]!);
  const mean = sum(y) / y.length;
  const left = y.map((v, k) => v - sum(X[k]!.map((x, i) => x * b[i]!)));
  return {
    n: y.length,
    pH: digits(b[1]!),
    activation: digits(-b[2]! * 2.302585 * 8.314462618),
    size: digits(b[3]!),
    before: digits(Math.sqrt(sum(y.map((v) => (v - mean) * (v - mean))) / (y.length - 1))),
    after: digits(Math.sqrt(sum(left.map((v) => v * v)) / (y.length - 4))),
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0);
}

const materials = Object.fromEntries(
  shown.map((m) => {
    const Km = rows.filter((r) => r.formula === m).map((r) => r.Km);
    const kcat = kept.filter((r) => r.formula === m).map((r) => r.kcat!);
    return [
      m,
      { Km: Km.length > 0 ? summary(Km) : undefined, kcat: kcat.length > 0 ? summary(kcat) : undefined },
    ];
  }),
);
const efficiency = summary(kept.map((r) => r.kcat! / r.Km));
writeFileSync(
  join(import.meta.dirname, "..", "src/biology/phases/surface-activity.data.ts"),
  `/** Quantiles over published assays. */
export interface Spread {
  readonly n: number;
  readonly p5: number;
  readonly median: number;
  readonly p95: number;
}

/**
 * Peroxidase constants of oxide and sulfide particles with H2O2 varied, from the ChemX table of nanozymes (MIT licence;
 * articles by DOI in it; a quarter of the articles is kept back). Made by bench/nanozyme-kinetics.ts: kcat in 1/s per
 * metal atom of a geometric surface with 10 atoms/nm², Km in M, efficiency kcat/Km in 1/(M·s).
 */
export const surfaceActivities: {
  readonly pooled: { readonly Km: Spread; readonly kcat: Spread; readonly efficiency: Spread };
  readonly materials: Readonly<Record<string, { readonly Km?: Spread; readonly kcat?: Spread }>>;
} = ${JSON.stringify({ pooled: { Km: summary(rows.map((r) => r.Km)), kcat: summary(kept.map((r) => r.kcat!)), efficiency }, materials })};

/**
 * Log-linear fit of log10 kcat: slope per pH unit, activation energy (kJ/mol), slope per decade of size (nm), and the
 * standard deviation of log10 kcat before and after. What the three explain is small against what separates laboratories.
 */
export const surfaceFit: {
  readonly n: number;
  readonly pH: number;
  readonly activation: number;
  readonly size: number;
  readonly before: number;
  readonly after: number;
} = ${JSON.stringify(regress())};
`,
);
