import { ln } from "#units";
import type { Claim } from "../claim.ts";
import { ask, frame } from "./culture.ts";

/** How steeply C11-BODIPY rises with the peroxyl radicals of the membrane, from an untreated cell to one without GPX4. */
const claim: Claim = {
  id: "c11-follows-peroxidation",
  says: "C11-BODIPY follows lipid peroxidation: from an untreated tumour cell to one after a day of 1 µM RSL3 its green rises by at least the square root of what LOO· rises by.",
  source: "chemSci2021",
  kind: "emergent",
  expect: { verdict: "undecided", margin: -0.499699 },
  distance: "ln(green with RSL3 / without)/ln(LOO· with / without) − ½, where LOO· rises tenfold or more",
  because:
    "Once the membrane burns all of the dye turns within its half hour, whatever LOO· is: the green stands at its end. What is left of the rise hangs on how little had turned before, from 2 % to all of it.",
  async worlds() {
    const results = await ask(
      frame({
        agents: ["rsl3"],
        medium: "medium-ph7.4",
        basis: "amount",
        doses: ["1 uM"],
        read: ["viability", "probe.C11", "singlet oxygen.rate"],
      }),
    );
    const [arm] = results.arms;
    const rise = (read: string, w: number): number =>
      ln(results.read(arm!, w, 0, read) / results.read(arm!, w, -1, read));
    return Array.from({ length: results.plan.worlds.count }, (_, w) => {
      // Singlet oxygen comes of pairs of LOO·.
      const radicals = rise("singlet oxygen.rate", w) / 2;
      return { radicals, green: rise("probe.C11", w) };
    }).flatMap(({ radicals, green }) => (radicals >= ln(10) ? [green / radicals - 0.5] : []));
  },
};
export default claim;
