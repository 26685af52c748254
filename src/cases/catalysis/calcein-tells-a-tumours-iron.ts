import { ln } from "#units";
import type { Claim } from "../claim.ts";
import { ask, frame } from "./culture.ts";

/** What calcein shows of an untreated cell, at a tumour's labile iron and at a normal cell's. */
const claim: Claim = {
  id: "calcein-tells-a-tumours-iron",
  says: "Calcein shows the labile iron of a tumour (1 µM) as at least twice that of a normal cell (0.35 µM), by the share of its light that is quenched.",
  source: "chemSci2021",
  kind: "encoded",
  expect: { verdict: "fails", margin: -0.213407 },
  distance: "ln(light quenched at 1 µM / at 0.35 µM) − ln 2",
  because:
    "At 1 µM labile iron is three times what half saturates the dye, so that 2.9 times the iron quenches 1.4 times the light (median). Calibrated against its constant it could be read back; the bare signal understates the difference.",
  async worlds() {
    const quenched = async (iron: string): Promise<number[]> => {
      const results = await ask(
        frame({
          agents: ["sio2-spheres"],
          medium: "medium-ph7.4",
          read: ["viability", "probe.calcein"],
          set: { "cells/tumour-generic/labileIron": iron },
        }),
      );
      const [arm] = results.arms;
      return Array.from({ length: results.plan.worlds.count }, (_, w) =>
        results.read(arm!, w, -1, "probe.calcein", 0),
      );
    };
    const [tumour, normal] = [await quenched("1 uM"), await quenched("0.35 uM")];
    return tumour.map((x, w) => ln(x / normal[w]!) - ln(2));
  },
};
export default claim;
