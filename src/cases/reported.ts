import type { Grade } from "#model";

/** A reported value that a prediction is held against. */
export interface Fact {
  readonly id: string;
  readonly says: string;
  readonly source: string;
  /** How the value is known: read in the source (A), from a data set (A(c)), recalled (B). */
  readonly grade: Grade;
  /** Whether it is of the curves that the calibration was fitted to. */
  readonly fitted: boolean;
  readonly agent: string;
  /** The cell of the prediction; the generic tumour cell when the paper names no line of the library. */
  readonly cell: string;
  /**
   * `half-effect`: the dose that leaves half alive, kg/m³ of particle or, for a drug, mM. `selectivity`: that of
   * `normal` over that of `cell`. `viability`: the share alive at `dose`.
   */
  readonly asks: "half-effect" | "selectivity" | "viability";
  readonly normal?: string;
  readonly dose?: string;
  /** Lower and upper end as reported, equal for a single value; from the highest dose to ∞ when most curves never reach it. */
  readonly reported: readonly [number, number];
  /** Spread between laboratories as reported, or what the report leaves open. */
  readonly spread: string;
}

const particle = {
  cell: "tumour-generic",
  asks: "half-effect",
  fitted: false,
  grade: "A(c)",
  source: "chemx",
} as const;
const drug = { ...particle, source: "dixon2012", grade: "B", cell: "ht-1080" } as const;
const cuCy = { ...particle, grade: "A", source: "chudal2020", agent: "cu-cysteamine-particles" } as const;
const anySpread = "average over lines; exposure not in the abstract, 24 h taken";

/**
 * Half-effect doses computed from the measured curves of tumour lines (24 h, at least three doses a curve), and values
 * that papers state. The calibration saw the former of copper and iron oxides, which are therefore no predictions.
 */
export const facts: readonly Fact[] = [
  {
    ...particle,
    id: "cuo-tumour-24h",
    fitted: true,
    agent: "cuo-spheres",
    reported: [38e-3, 38e-3],
    says: "CuO particles: median 24 h half-effect dose of tumour lines",
    spread: "8 curves, quartiles 18–47 µg/mL",
  },
  {
    ...particle,
    id: "cu2o-tumour-24h",
    fitted: true,
    agent: "cu2o-spheres",
    reported: [28e-3, 28e-3],
    says: "Cu2O particles: median 24 h half-effect dose of tumour lines",
    spread: "2 curves, 21 and 36 µg/mL",
  },
  {
    ...particle,
    id: "fe3o4-tumour-24h",
    fitted: true,
    agent: "fe3o4-spheres",
    reported: [0.3, Infinity],
    says: "Fe3O4 particles: tumour lines survive every dose measured",
    spread: "17 of 18 curves never fall to one half",
  },
  {
    ...particle,
    id: "tio2-tumour-24h",
    agent: "tio2-spheres",
    reported: [0.3, Infinity],
    says: "TiO2 particles in the dark: tumour lines survive every dose measured",
    spread: "7 of 8 curves never fall to one half",
  },
  {
    ...cuCy,
    id: "cu-cysteamine-tumour",
    reported: [11e-3, 11e-3],
    says: "Copper-cysteamine particles: half-effect dose of cancer cells",
    spread: anySpread,
  },
  {
    ...cuCy,
    id: "cu-cysteamine-normal",
    cell: "normal-generic",
    reported: [50e-3, 50e-3],
    says: "Copper-cysteamine particles: half-effect dose of normal cells",
    spread: anySpread,
  },
  {
    ...cuCy,
    id: "cu-cysteamine-selectivity",
    asks: "selectivity",
    normal: "normal-generic",
    reported: [50 / 11, 50 / 11],
    says: "Copper-cysteamine particles: half-effect dose of normal over that of cancer cells",
    spread: anySpread,
  },
  {
    ...particle,
    id: "copper-ferrite-hela",
    grade: "A",
    source: "kuo2020",
    agent: "mb-cufe",
    cell: "hela",
    asks: "viability",
    dose: "25 ug/mL",
    reported: [0.8, 1],
    says: "Copper ferrite at 25 ppm in the dark: HeLa alive",
    spread: "MTT; exposure not in the abstract, 24 h taken",
  },
  {
    ...particle,
    id: "ascorbate-glioblastoma",
    grade: "A",
    source: "klingelhoeffer2012",
    agent: "ascorbate",
    cell: "u-87",
    reported: [2.6, 5.5],
    says: "Ascorbate: half-effect concentration of glioblastoma lines",
    spread: "lines differ twofold; exposure and medium not at hand, 24 h taken",
  },
  {
    ...particle,
    id: "ascorbate-bt-20",
    grade: "A",
    source: "klingelhoeffer2012",
    agent: "ascorbate",
    reported: [94.9, 94.9],
    says: "Ascorbate: half-effect concentration of BT-20, a resistant line",
    spread: "45 % of the lines lie above 20 mM; no record of BT-20: generic tumour cell",
  },
  {
    ...drug,
    id: "rsl3-ht-1080",
    source: "yang2014",
    agent: "rsl3",
    reported: [1e-5, 1e-4],
    says: "RSL3: half-effect concentration of HT-1080",
    spread: "recalled, not re-read: 0.01–0.1 µM",
  },
  {
    ...drug,
    id: "erastin-ht-1080",
    agent: "erastin",
    reported: [1e-3, 5e-3],
    says: "Erastin: half-effect concentration of HT-1080",
    spread: "recalled, not re-read: 1–5 µM",
  },
];
