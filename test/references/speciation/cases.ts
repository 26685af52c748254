/** A solution for PHREEQC and for Kation: totals in mol/kg water, taken as M. */
export interface ReferenceCase {
  readonly name: string;
  readonly totals: Readonly<Record<string, number>>;
  readonly pH: number | "free";
  readonly celsius: number;
  readonly davies: boolean;
  readonly solids: readonly string[];
}

const of = (
  name: string,
  totals: Readonly<Record<string, number>>,
  pH: number | "free",
  more: Partial<ReferenceCase> = {},
): ReferenceCase => ({ name, totals, pH, celsius: 25, davies: false, solids: [], ...more });

const saline = { Na: 0.15, Cl: 0.14 };
const medium = { Na: 0.155, K: 5.3e-3, Ca: 1.8e-3, Mg: 8e-4, Cl: 0.119, SO4: 8e-4, PO4: 9e-4, CO3: 0.024 };
const cytosol = {
  K: 0.14,
  Na: 0.01,
  Mg: 4e-3,
  Cl: 8e-3,
  SO4: 3e-4,
  PO4: 1e-3,
  CO3: 0.012,
  citrate: 2e-4,
  ATP: 3e-3,
  GSH: 5e-3,
};
const davies = { davies: true };
const warm = { davies: true, celsius: 37 };

/** What is compared with PHREEQC; see `run-phreeqc.py`. */
export const cases: readonly ReferenceCase[] = [
  of("ferric iron in acid, ideal", { Fe3: 1e-3, Cl: 3e-3 }, 2.5),
  of("ferric dimer, ideal", { Fe3: 0.05, Cl: 0.2 }, 1.8),
  of("ferric citrate, ideal", { Fe3: 1e-5, citrate: 1e-4 }, 6.5),
  of("ferrous iron with phosphate and carbonate, ideal", { Fe2: 1e-4, PO4: 1e-3, CO3: 0.024 }, 7.4),
  of("copper with citrate and histidine, ideal", { Cu2: 1e-5, citrate: 1e-4, histidine: 2e-4 }, 7.4),
  of("cuprous copper with glutathione, ideal", { Cu1: 1e-5, GSH: 5e-3, Cl: 0.1 }, 7.2),
  of("three metals for one ligand, ideal", { Cu2: 1e-4, Zn: 1e-4, Mn2: 1e-4, ATP: 1e-4 }, 7),
  of("citric acid by itself, ideal", { citrate: 1e-3 }, "free"),
  of("buffer of phosphate, ideal", { PO4: 0.01, Na: 0.016 }, "free"),
  of("ferric chloride hydrolyses and precipitates, ideal", { Fe3: 1e-5, Cl: 3e-5 }, "free", {
    solids: ["ferrihydrite"],
  }),
  of("barite in acid, ideal", { Ba: 1e-4, SO4: 5e-5, Cl: 2e-4 }, "free", { solids: ["barite"] }),
  of("ferric iron in saline", { ...saline, Fe3: 1e-5 }, 3, davies),
  of("ferric citrate in saline", { ...saline, Fe3: 1e-5, citrate: 1e-4 }, 6.5, davies),
  of("copper in saline", { ...saline, Cu2: 1e-5, Cu1: 1e-6 }, 6.5, davies),
  of("medium with four metals, 37 °C", { ...medium, Fe3: 1e-6, Cu2: 1e-5, Mn2: 1e-5, Zn: 1e-5 }, 7.4, warm),
  of(
    "cytosol with five metals, 37 °C",
    { ...cytosol, Fe2: 1e-6, Fe3: 1e-7, Cu1: 1e-6, Mn2: 1e-6, Zn: 1e-6 },
    7.2,
    warm,
  ),
  of("silver in saline", { ...saline, Ag: 1e-6 }, 7, davies),
  of(
    "albumin in saline",
    { ...saline, Cu2: 5e-5, Cu1: 1e-6, Zn: 2e-5, albumin: 4e-5, albuminA: 4e-5 },
    7.4,
    davies,
  ),
  of("carbonate water, charge balance", { Na: 0.01, CO3: 0.01, Ca: 1e-3, Cl: 2e-3 }, "free", davies),
  of(
    "ferric chloride precipitates in bicarbonate",
    { Fe3: 1e-5, Na: 0.1, Cl: 0.08, CO3: 0.02, PO4: 1e-4 },
    "free",
    {
      ...davies,
      solids: ["ferrihydrite", "strengite"],
    },
  ),
  of("silver chloride", { Ag: 1e-4, Na: 0.1, Cl: 0.1011 }, "free", {
    ...davies,
    solids: ["silver-chloride"],
  }),
  of(
    "zinc hydroxide, carbonate and phosphate",
    { Zn: 1e-3, Na: 0.05, Cl: 0.03, CO3: 0.02, PO4: 5e-4 },
    "free",
    {
      ...davies,
      solids: ["zinc-hydroxide", "zinc-carbonate", "zinc-phosphate"],
    },
  ),
];
