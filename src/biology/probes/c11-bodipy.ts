import { dye, guessed, minutes, type Probe, whole } from "./probe.ts";

/** C11-BODIPY 581/591: turns from red to green in the membrane; saturates once most of it has turned. */
export const c11Bodipy: Probe = dye({
  id: "C11",
  names: ["C11-BODIPY"],
  measures: "lipid peroxyl radicals, as the share of dye that has turned",
  misreads:
    "·OH and ferryl made in the membrane, and light; saturates, so that twice the peroxidation is not twice the green",
  at: "cyt",
  amount: guessed("50 uM", "10 uM", "300 uM", "1–2 µM outside, gathered in membranes"),
  window: minutes(30),
  signal: "share",
  reads: {
    peroxyl: {
      rate: guessed(
        "3e3 1/(M*s)",
        "3e2 1/(M*s)",
        "3e4 1/(M*s)",
        "conjugated dienes of this kind, order of magnitude",
      ),
      yield: whole,
    },
    OH: {
      rate: guessed("5e9 1/(M*s)", "1e9 1/(M*s)", "1e10 1/(M*s)", "diffusion-limited"),
      yield: guessed("0.1", "0.01", "0.5", "little ·OH reaches the membrane"),
    },
    X: {
      rate: guessed("1e6 1/(M*s)", "1e4 1/(M*s)", "1e8 1/(M*s)", "not measured"),
      yield: guessed("0.1", "0.01", "0.5", "little of it reaches the membrane"),
    },
  },
  background: guessed("1e-6 1/s", "1e-7 1/s", "1e-5 1/s", "light of the microscope"),
});
