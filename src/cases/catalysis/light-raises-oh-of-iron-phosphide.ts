import { ln } from "#units";
import type { Claim } from "../claim.ts";
import { ask, column, frame, treated } from "./culture.ts";

/** ·OH of a tumour cell with nanorods, with ten minutes of light and without. */
const claim: Claim = {
  id: "light-raises-oh-of-iron-phosphide",
  says: "Ten minutes of 1064 nm light at 1 W/cm² raise the ·OH that Fe2P nanorods make in a day by more than the 2.4 that faster kinetics could give.",
  source: "angew2019fe2p",
  kind: "emergent",
  unsourced: true,
  expect: { verdict: "undecided", margin: -0.8614 },
  distance: "ln(·OH with light / without) − ln 2.4",
  because:
    "Heat lasts minutes of a day, and H2O2, not speed, is what is short: what is made faster is made sooner, not more of. A longer gain must come from dissolution or from Fe(III) reduced.",
  async worlds() {
    const [lit, dark] = await Promise.all(
      [true, false].map((light) => ask(frame({ agents: ["fe2p-nanorods"], protocol: treated({ light }) }))),
    );
    const without = column(dark!, "fe2p-nanorods", "OH.made");
    return column(lit!, "fe2p-nanorods", "OH.made").map((x, w) => ln(x / without[w]!) - ln(2.4));
  },
};
export default claim;
