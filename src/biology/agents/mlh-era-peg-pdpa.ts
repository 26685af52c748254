import { type Sourced, sourced } from "#model";
import { agent } from "../record.ts";
import type { Agent, CargoRelease } from "../types.ts";

const unread = "not readable where it was looked for";
const loading = (text: string, low: string, high: string): Sourced =>
  sourced(text, { grade: "C", range: [low, high], why: unread, needsPaper: true });

const release: CargoRelease = {
  rate: sourced("1e-3 1/s", {
    grade: "C",
    range: ["1e-4 1/s", "1e-2 1/s"],
    why: "micelles fall apart within minutes to hours below their pKa",
    needsPaper: true,
  }),
  pH: sourced("6.2", {
    grade: "C",
    range: ["6.0", "6.4"],
    why: "PDPA loses its micelles near its pKa of about 6.2",
    needsPaper: true,
  }),
  steepness: sourced("3", {
    grade: "C",
    range: ["1", "6"],
    why: "a cooperative transition: within a few tenths of a pH unit",
    needsPaper: true,
  }),
};

/** Methyl linoleate hydroperoxide and erastin in PEG-b-PDPA micelles: fuel and blockade of ferroptosis at once. */
export const mlhEraPegPdpa: Agent = agent({
  id: "mlh-era-peg-pdpa",
  names: ["MLH/Era NPs", "MLH/Era PEG-PDPA"],
  note: "Acid of endosomes frees a lipid hydroperoxide, which labile iron splits, and erastin, which starves GPX4.",
  cores: [
    {
      phase: "PDPA",
      shape: "sphere",
      radius: sourced("30 nm", { grade: "C", range: ["15 nm", "60 nm"], why: unread, needsPaper: true }),
      spread: sourced("1.2", { grade: "C", range: ["1.05", "1.4"], why: "typical of polymer micelles" }),
    },
  ],
  coating: {
    material: "PEG",
    delay: sourced("0 h", { grade: "C", why: "the release itself waits for acid", dist: "fixed" }),
  },
  triggers: [],
  cargo: [
    { drug: "mlh", loading: loading("0.1", "0.03", "0.25"), release },
    { drug: "erastin", loading: loading("0.05", "0.01", "0.15"), release },
  ],
});
