import { sourced } from "#model";
import { dye, guessed, minutes, type Probe, recalled } from "./probe.ts";

const others = "takes electrons rather than adding OH; not measured";

/** Terephthalate: hydroxylated by ·OH, and by little else. */
export const terephthalate: Probe = dye({
  id: "TA",
  names: ["terephthalate"],
  measures: "·OH in the medium, by hydroxylation",
  misreads: "little: a few ferryl species hydroxylate; the yield hangs on oxygen",
  at: "med",
  amount: guessed("0.5 mM", "0.1 mM", "2 mM", "usual in these experiments"),
  window: minutes(30),
  reads: {
    OH: {
      rate: recalled("4.4e9 1/(M*s)", "3.3e9 1/(M*s)", "5e9 1/(M*s)"),
      yield: sourced("0.36", {
        grade: "D",
        range: ["0.28", "0.4"],
        source: "fang1996",
        why: "G 2.1e-7 in O2 against 4.9e-7 mol/J that are 84 %",
      }),
    },
    X: {
      rate: guessed("1e4 1/(M*s)", "1e2 1/(M*s)", "1e6 1/(M*s)", others),
      yield: guessed("0.05", "0.005", "0.5", others),
    },
  },
});

/** Coumarin: a few percent of its encounters with ·OH give the 7-hydroxy form that shines. */
export const coumarin: Probe = dye({
  id: "coumarin",
  names: ["coumarin"],
  measures: "·OH in the medium, by hydroxylation",
  misreads: "little: the yield is small and hangs on oxygen",
  at: "med",
  amount: guessed("0.1 mM", "0.05 mM", "1 mM", "usual in these experiments"),
  window: minutes(30),
  reads: {
    OH: {
      rate: sourced("6.88e9 1/(M*s)", {
        grade: "A",
        range: ["5e9 1/(M*s)", "1e10 1/(M*s)"],
        source: "nafradi2020",
        at: "abstract, pulse radiolysis",
      }),
      yield: sourced("0.029", {
        grade: "A",
        range: ["0.012", "0.05"],
        source: "nafradi2019",
        at: "abstract: 2.9 % with O2, 1.2 % without",
      }),
    },
    X: {
      rate: guessed("1e4 1/(M*s)", "1e2 1/(M*s)", "1e6 1/(M*s)", others),
      yield: guessed("0.01", "0.001", "0.1", others),
    },
  },
});
