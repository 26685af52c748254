import { ln } from "#units";
import type { Claim } from "../claim.ts";
import { ask, column, frame } from "./culture.ts";

/** ·OH of a cell at rest against its labile iron. */
const claim: Claim = {
  id: "labile-iron-raises-oh",
  says: "With the labile iron of a tumour (1 µM) in place of a normal cell's (0.35 µM) a cell makes two to four times the ·OH.",
  source: "chemSci2021",
  kind: "encoded",
  expect: { verdict: "holds", margin: 0.335803 },
  distance: "the smaller of ln(ratio/2) and ln(4/ratio)",
  because:
    "The Fenton flux is linear in labile iron and too small to lower H2O2: peroxiredoxin takes ten thousand times as much.",
  async worlds() {
    const made = async (iron: string): Promise<number[]> =>
      column(
        await ask(
          frame({
            agents: ["sio2-spheres"],
            dose: "1 ug/mL",
            read: ["viability", "OH.made"],
            set: { "cells/tumour-generic/labileIron": iron },
          }),
        ),
        "sio2-spheres",
        "OH.made",
      );
    const [much, little] = [await made("1 uM"), await made("0.35 uM")];
    return much.map((x, w) => Math.min(ln(x / little[w]! / 2), ln((4 * little[w]!) / x)));
  },
};
export default claim;
