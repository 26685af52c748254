import { dye, guessed, minutes, type Probe, recalled } from "./probe.ts";

/** DMPO: the spin trap whose ·OH adduct is the four-line signal of most papers. */
export const dmpo: Probe = dye({
  id: "DMPO",
  names: ["DMPO"],
  measures: "·OH in the medium, as spin adduct",
  misreads:
    "adducts of O2·⁻ decay into that of ·OH; Fe(III) and Cu(II) add water to it; ferryl oxidises it; heat spoils it",
  at: "med",
  amount: guessed("50 mM", "20 mM", "100 mM", "usual in these experiments"),
  window: minutes(10),
  reads: {
    OH: {
      rate: recalled("2.8e9 1/(M*s)", "2e9 1/(M*s)", "4e9 1/(M*s)"),
      yield: recalled("0.94", "0.9", "0.98"),
    },
    superoxide: {
      rate: recalled("2.4 1/(M*s)", "1 1/(M*s)", "20 1/(M*s)"),
      yield: guessed("0.1", "0.01", "0.5", "share of the adduct that turns into that of ·OH"),
    },
    X: {
      rate: guessed("1e6 1/(M*s)", "1e4 1/(M*s)", "1e8 1/(M*s)", "one-electron oxidation, then water adds"),
      yield: guessed("0.5", "0.05", "0.95", "not measured"),
    },
    Fe3: {
      rate: guessed(
        "1e-5 1/(M*s)",
        "1e-7 1/(M*s)",
        "1e-3 1/(M*s)",
        "water added under Fe(III), as seen in controls",
      ),
      yield: guessed("0.9", "0.5", "0.99", "the same adduct"),
    },
    Cu2: {
      rate: guessed(
        "1e-5 1/(M*s)",
        "1e-7 1/(M*s)",
        "1e-3 1/(M*s)",
        "water added under Cu(II), as seen in controls",
      ),
      yield: guessed("0.9", "0.5", "0.99", "the same adduct"),
    },
  },
  fading: guessed("3e-4 1/s", "5e-5 1/s", "3e-3 1/s", "minutes to hours, faster with reductants"),
});
