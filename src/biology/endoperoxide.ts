import { sourced } from "#model";
import type { Act } from "./types.ts";

/** What the radicals centred on carbon of a split endoperoxide do; the same priors for all of them, drawn apart. */
export const carbonRadicals: Pick<Extract<Act, { splits: "O-O" }>, "chains" | "alkylates"> = {
  chains: sourced("0.1", {
    grade: "C",
    range: ["0.01", "0.9"],
    why: "a carbon radical takes up O2 within microseconds; how many of these peroxyls find a lipid is not known",
    needsPaper: true,
  }),
  alkylates: sourced("0.3", {
    grade: "C",
    range: ["0.03", "0.9"],
    why: "that proteins and heme are alkylated is read, the share beside O2 and glutathione is not",
    source: "creek2007",
    needsPaper: true,
  }),
};
