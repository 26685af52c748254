import { ln } from "#units";
import type { Claim } from "../claim.ts";
import { ask, column, frame } from "./culture.ts";

/** Oxidants made in a day by the manganese of MS@MnO2 and by the cell's own labile iron. */
const claim: Claim = {
  id: "manganese-outdoes-the-cells-own-iron",
  says: "The Mn2+ that MnO2-coated silica frees makes, with bicarbonate, more oxidant in 24 h than the cell's own labile iron does.",
  source: "angew2018mnO2",
  kind: "emergent",
  unsourced: true,
  expect: { verdict: "undecided", margin: -8.84966 },
  distance: "ln(oxidants by Mn / by the cell's iron)",
  because:
    "The rate of Mn2+ with H2O2 and bicarbonate is known to four decades and H2O2 in the cell is nanomolar; in the " +
    "lysosome, where it is freed, there is no bicarbonate. Millimolar Mn2+ against micromolar iron is what speaks for it.",
  async worlds() {
    const results = await ask(
      frame({ agents: ["ms-mno2"], dose: "50 ug/mL", read: ["viability", "oxidant.Mn", "oxidant.Fe"] }),
    );
    const iron = column(results, "ms-mno2", "oxidant.Fe");
    return column(results, "ms-mno2", "oxidant.Mn").map((x, w) => ln(Math.max(x, 1e-30) / iron[w]!));
  },
};
export default claim;
