import { ln } from "#units";
import type { Claim } from "../claim.ts";
import { column, salted } from "./culture.ts";

/** Barium block in cells of two potentials, all else alike. */
const claim: Claim = {
  id: "depolarised-cells-are-blocked-less",
  says: "Ba2+ blocks fewer K+ channels of a depolarised tumour cell than of a normal cell: by potential alone it spares the tumour.",
  source: "quayle1988",
  kind: "encoded",
  expect: { verdict: "holds", margin: 0.0482951 },
  distance: "ln(block in the normal cell / in the tumour cell), at −55 and −30 mV",
  because:
    "Block weakens e-fold with 40 mV of depolarisation: 0.12 mM halves the conductance at −55 mV, 0.22 mM at −30 mV. Selectivity of barium for tumours has to come from where it is carried or freed.",
  async worlds() {
    const blocked = async (potential: string): Promise<number[]> =>
      column(
        await salted({
          agents: ["barium-chloride"],
          read: ["viability", "barium.block"],
          until: "1 h",
          set: { "cells/tumour-generic/restPotential": potential },
        }),
        "barium-chloride",
        "barium.block",
      );
    const [normal, tumour] = [await blocked("-55 mV"), await blocked("-30 mV")];
    return normal.map((b, w) => ln(b / tumour[w]!));
  },
};
export default claim;
