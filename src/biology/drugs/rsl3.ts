import { sourced } from "#model";
import { drug } from "../record.ts";
import type { Drug } from "../types.ts";

/** Takes GPX4 away for good, so far as turnover does not replace it. Another abstract reports thioredoxin reductase 1 as the target: left out. */
export const rsl3: Drug = drug({
  id: "rsl3",
  names: ["(1S,3R)-RSL3"],
  note: "Takes GPX4 away for good, so far as turnover does not replace it. Another abstract reports thioredoxin reductase 1 as the target: left out.",
  formula: "C23H21ClN2O5",
  entry: sourced("2e-3 1/s", {
    grade: "C",
    range: ["2e-4 1/s", "2e-2 1/s"],
    why: "lipophilic and small: equilibrates within minutes; not measured",
    needsPaper: true,
  }),
  loss: sourced("1e-5 1/s", {
    grade: "C",
    range: ["1e-6 1/s", "1e-4 1/s"],
    why: "a chloroacetamide among thiols",
    needsPaper: true,
  }),
  acts: [
    {
      inactivates: "gpx4",
      rate: sourced("2e4 1/(M*s)", {
        grade: "C",
        range: ["2e3 1/(M*s)", "2e5 1/(M*s)"],
        source: "yang2014",
        why: "set so that GPX4 falls to the ignition threshold of about 1 % against turnover at the 0.01–0.1 µM that kill HT-1080 (recalled)",
        needsPaper: true,
      }),
    },
  ],
});
