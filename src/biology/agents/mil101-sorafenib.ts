import { sourced } from "#model";
import { agent } from "../record.ts";
import type { Agent } from "../types.ts";

/** MIL-101(Fe) that carries sorafenib, a comparator: iron and a blocked cystine uptake. */
export const mil101Sorafenib: Agent = agent({
  id: "mil101-sorafenib",
  names: ["MIL-101(Fe)@sorafenib"],
  note: "Read in the abstract for HepG2; sizes, loadings and doses are not.",
  cores: [
    {
      phase: "MIL101",
      shape: "sphere",
      radius: sourced("100 nm", {
        grade: "C",
        range: ["40 nm", "250 nm"],
        why: "not reported where it could be read",
        needsPaper: true,
      }),
      spread: sourced("1.2", { grade: "C", range: ["1.05", "1.4"], why: "usual spread of such particles" }),
    },
  ],
  coating: {
    material: "none",
    delay: sourced("0 h", { grade: "C", why: "no coating known to slow it", dist: "fixed" }),
  },
  cargo: [
    {
      drug: "sorafenib",
      loading: sourced("0.1", {
        grade: "C",
        range: ["0.02", "0.3"],
        why: "not reported where it could be read",
        needsPaper: true,
      }),
      release: {
        rate: sourced("1e-5 1/s", {
          grade: "C",
          range: ["1e-6 1/s", "1e-4 1/s"],
          why: "within a day or so; curve not readable",
          needsPaper: true,
        }),
        pH: 7.4,
        order: sourced("0.1", {
          grade: "C",
          range: ["0.02", "0.5"],
          why: "faster in acid, how much is not readable",
          needsPaper: true,
        }),
      },
    },
  ],

  triggers: [],
});
