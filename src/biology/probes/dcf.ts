import { dye, guessed, minutes, type Probe, recalled } from "./probe.ts";

/** DCFH-DA: sold as a probe of reactive oxygen; any one-electron oxidant turns it green, ·OH badly. */
export const dcf: Probe = dye({
  id: "DCF",
  names: ["DCFH-DA"],
  measures: "reactive oxygen in the cytosol",
  misreads:
    "CO3·⁻, ferryl, Cu(III), peroxidases and light; H2O2 alone not; its radical makes O2·⁻ and so feeds itself",
  at: "cyt",
  amount: guessed("20 uM", "5 uM", "100 uM", "10 µM outside, trapped inside by esterases"),
  window: minutes(30),
  reads: {
    OH: {
      rate: guessed(
        "1e10 1/(M*s)",
        "5e9 1/(M*s)",
        "1.5e10 1/(M*s)",
        "diffusion-limited, as with other xanthenes",
      ),
      yield: guessed(
        "0.3",
        "0.05",
        "0.9",
        "·OH adds to the rings rather than taking the hydrogen that counts",
      ),
    },
    CO3: {
      rate: recalled("2.6e8 1/(M*s)", "1e8 1/(M*s)", "5e8 1/(M*s)", "pulse radiolysis"),
      yield: guessed("0.9", "0.5", "0.99", "takes one electron, as the signal needs"),
    },
    X: {
      rate: guessed(
        "3e7 1/(M*s)",
        "1e6 1/(M*s)",
        "5e8 1/(M*s)",
        "CO3·⁻ about 2.6e8; ferryl and Cu(III) slower",
      ),
      yield: guessed("0.9", "0.5", "0.99", "takes one electron, as the signal needs"),
    },
  },
  background: guessed("1e-6 1/s", "1e-7 1/s", "1e-5 1/s", "light of the microscope and air"),
});
