import { ln } from "#units";
import type { Claim } from "../claim.ts";
import { gatedApart, gatedKilling } from "./culture.ts";

/** Half-effect dose of cu-cysteamine-particles in a normal cell in neutral medium over that in a tumour cell in acid medium. */
const claim: Claim = {
  id: "cu-cysteamine-kills-tumours-first",
  says: "Copper-cysteamine particles kill half of tumour cells at pH 6.5 at half the dose or less that kills half of normal cells at pH 7.4; reported are 11 and 50 µg/mL.",
  source: "chudal2020",
  kind: "emergent",
  expect: { verdict: "fails", margin: -0.263244 },
  distance: "ln(IC50 of normal / of tumour) − ln 2",
  because:
    "In two worlds of three neither cell comes to one half up to 3 mg/mL, and each difference alone does nothing in the median. " +
    "The mean of ln(ratio), −0.04, is −0.09 of the normal cell’s slower supply of glutathione and −0.01 of its medium, against +0.04 of catalase " +
    "and +0.01 of labile iron: nothing in which the generic cells differ makes the fivefold that is reported.",
  async worlds() {
    return (await gatedKilling("cu-cysteamine-particles")).map((ratio) => ratio - ln(2));
  },
  apart: () => gatedApart("cu-cysteamine-particles"),
};
export default claim;
