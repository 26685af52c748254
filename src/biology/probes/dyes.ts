import { dye, guessed, minutes, type Probe, recalled, whole } from "./probe.ts";

const ferryl = (low: string, high: string): ReturnType<typeof guessed> =>
  guessed("1e7 1/(M*s)", low, high, "ferryl and Cu(III) oxidise dyes; not measured for this one");

/** Methylene blue: bleached by ·OH, and by much else. */
export const mb: Probe = dye({
  id: "MB",
  names: ["methylene blue"],
  measures: "·OH in the medium, by bleaching",
  misreads: "ferryl and Cu(III); MnO2; thiols turn it to its colourless form and back; particles adsorb it",
  at: "med",
  amount: guessed("30 uM", "5 uM", "100 uM", "10 mg/L, usual in these experiments"),
  window: minutes(30),
  reads: {
    OH: {
      rate: recalled("1e10 1/(M*s)", "5.5e9 1/(M*s)", "2.4e10 1/(M*s)", "theory between 273 and 383 K"),
      yield: whole,
    },
    CO3: {
      rate: guessed("1e8 1/(M*s)", "1e6 1/(M*s)", "1e9 1/(M*s)", "as other phenothiazines"),
      yield: whole,
    },
    X: { rate: ferryl("1e5 1/(M*s)", "1e9 1/(M*s)"), yield: whole },
  },
});

/** TMB: the blue dye of peroxidase-like particles, read in acetate of pH 3.5–4. */
export const tmb: Probe = dye({
  id: "TMB",
  names: ["TMB"],
  measures: "peroxidase-like activity in the medium",
  misreads:
    "any one-electron oxidant, Fe(III) and Cu(II) in acid; read at pH 3.5–4 with millimolar H2O2 it says nothing of a cell",
  at: "med",
  amount: guessed("0.5 mM", "0.1 mM", "1 mM", "usual in these experiments"),
  window: minutes(10),
  reads: {
    OH: {
      rate: guessed("1e10 1/(M*s)", "3e9 1/(M*s)", "2e10 1/(M*s)", "diffusion-limited"),
      yield: guessed("0.3", "0.05", "0.9", "adds to the rings as well"),
    },
    CO3: { rate: guessed("1e8 1/(M*s)", "1e7 1/(M*s)", "1e9 1/(M*s)", "as other anilines"), yield: whole },
    X: { rate: ferryl("1e6 1/(M*s)", "1e9 1/(M*s)"), yield: whole },
    Fe3: {
      rate: guessed("1e-2 1/(M*s)", "1e-4 1/(M*s)", "1 1/(M*s)", "blue without H2O2 in controls"),
      yield: whole,
    },
    Cu2: {
      rate: guessed("1e-2 1/(M*s)", "1e-4 1/(M*s)", "1 1/(M*s)", "blue without H2O2 in controls"),
      yield: whole,
    },
  },
});

/** ABTS: its green radical cation comes from ·OH in little over half of the encounters, and from metals. */
export const abts: Probe = dye({
  id: "ABTS",
  names: ["ABTS"],
  measures: "oxidants in the medium",
  misreads: "ferryl, Cu(III), CO3·⁻, Fe(III) and Cu(II); reductants take the colour back",
  at: "med",
  amount: guessed("0.5 mM", "0.1 mM", "2 mM", "usual in these experiments"),
  window: minutes(10),
  reads: {
    OH: {
      rate: recalled("1.2e10 1/(M*s)", "8e9 1/(M*s)", "1.5e10 1/(M*s)"),
      yield: recalled("0.57", "0.5", "0.65", "57 % of ·OH takes the electron, 43 % adds"),
    },
    CO3: { rate: guessed("1e9 1/(M*s)", "1e8 1/(M*s)", "3e9 1/(M*s)", "easily oxidised"), yield: whole },
    X: { rate: ferryl("1e6 1/(M*s)", "1e9 1/(M*s)"), yield: whole },
    Fe3: { rate: guessed("1e-2 1/(M*s)", "1e-4 1/(M*s)", "1 1/(M*s)", "slow in controls"), yield: whole },
    Cu2: { rate: guessed("1e-2 1/(M*s)", "1e-4 1/(M*s)", "1 1/(M*s)", "slow in controls"), yield: whole },
  },
});
