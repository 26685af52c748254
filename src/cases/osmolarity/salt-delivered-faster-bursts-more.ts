import { ln } from "#units";
import type { Claim } from "../claim.ts";
import { burstBySalt } from "./straight.ts";

/** The same salt straight into the cytosol over a second, five minutes and half an hour. */
const claim: Claim = {
  id: "salt-delivered-faster-bursts-more",
  says: "Of 200 mM of salt put straight into the cytosol a second's delivery bursts more cells than one of five minutes, and that at least twice as many as one of half an hour.",
  source: "jiang2019",
  kind: "emergent",
  unsourced: true,
  expect: { verdict: "undecided", margin: -0.55608 },
  distance: "the lesser of ln(burst in 1 s / 5 min) and ln(burst in 5 min / 30 min) − ln 2",
  because:
    "Slow delivery gives pump and channels their time: five minutes burst more than twice as many as half an hour in 122 of 128 worlds. Between a second and five minutes there is little, and in 9 worlds the second bursts fewer, since a cell that lets salt through has lost some of it before water is in: with water a hundred times as fast the second bursts more in all. How much salt comes in at what pace nobody has reported.",
  async worlds() {
    const burst = burstBySalt(200, [1, 300, 1800]);
    return burst.map(([second, minutes, half]) =>
      Math.min(ln((second! + 1e-9) / (minutes! + 1e-9)), ln((minutes! + 1e-9) / (half! + 1e-9)) - ln(2)),
    );
  },
};
export default claim;
