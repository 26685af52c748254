import { ln } from "#units";
import type { Claim } from "../claim.ts";
import { ask, column, frame, treated } from "./culture.ts";

/** ·OH of a tumour cell with nanorods, with five minutes of ultrasound and without. */
const claim: Claim = {
  id: "ultrasound-doubles-oh-of-iron-phosphide",
  says: "Five minutes of ultrasound, by returning Fe(III) to Fe(II), at least double the ·OH that Fe2P nanorods make in a day.",
  source: "angew2019fe2p",
  kind: "fitted",
  unsourced: true,
  expect: { verdict: "undecided", margin: -0.554033 },
  distance: "ln(·OH with ultrasound / without) − ln 2",
  because:
    "A cell keeps its iron reduced without ultrasound, so there is little Fe(III) to return; the rate of return is fitted, and lasts five minutes. Opening lysosomes does more.",
  async worlds() {
    const [loud, silent] = await Promise.all(
      [true, false].map((sound) => ask(frame({ agents: ["fe2p-nanorods"], protocol: treated({ sound }) }))),
    );
    const without = column(silent!, "fe2p-nanorods", "OH.made");
    return column(loud!, "fe2p-nanorods", "OH.made").map((x, w) => ln(x / without[w]!) - ln(2));
  },
};
export default claim;
