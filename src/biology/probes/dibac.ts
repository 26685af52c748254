import { type Probe, probeNumbers, recalled } from "./probe.ts";

/**
 * DiBAC4(3): an anion that enters a cell the more, the less negative its membrane potential; over a depolarised cell.
 *
 *     F/F(0 mV) = exp(Vm/s)
 *
 * `.partition` is what Nernst's law alone would give, s = RT/F: the dye that is bound inside makes it less steep.
 */
export const dibac: Probe = {
  id: "DiBAC",
  names: ["DiBAC4(3)"],
  measures: "membrane potential, as light over that of a fully depolarised cell",
  misreads:
    "bound dye: more protein or a larger cell is more light at the same potential; takes minutes; mitochondria hardly count",
  needs: [{ id: "Vm", label: "membrane potential", from: "ion-core" }],
  observe(draft) {
    probeNumbers(draft, "DiBAC", {
      steepness_DiBAC: ["potential for e-fold light", recalled("67 mV", "50 mV", "100 mV", "1–2 % per mV")],
    });
    draft.observe("probe.DiBAC", {
      label: "DiBAC4(3) light over that of a depolarised cell",
      unit: "1",
      display: "%",
      expr: "exp(Vm/steepness_DiBAC)",
    });
    draft.observe("probe.DiBAC.partition", {
      label: "DiBAC4(3) in over out by Nernst's law",
      unit: "1",
      display: "%",
      expr: "exp(Vm/26.73 [mV])",
    });
  },
};
