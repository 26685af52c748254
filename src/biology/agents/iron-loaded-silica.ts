import { sourced } from "#model";
import { agent } from "../record.ts";
import type { Agent } from "../types.ts";

/** Ultrasmall PEG-silica with αMSH (C′ dots) that carries iron into amino-acid-starved cells. */
export const ironLoadedSilica: Agent = agent({
  id: "iron-loaded-silica",
  names: ["C' dots", "aMSH-PEG-C dots", "iron-loaded ultrasmall silica"],
  note: "Size, ligand and ferroptosis in starved cells are read; how much iron goes along is not.",
  cores: [
    {
      phase: "SiO2",
      shape: "sphere",
      radius: sourced("3 nm", {
        grade: "A",
        range: ["2.5 nm", "7.5 nm"],
        source: "kim2016",
        at: "abstract, below 10 nm across; patents up to 15 nm",
      }),
      spread: sourced("1.1", { grade: "C", range: ["1.03", "1.25"], why: "usual spread of such particles" }),
    },
    {
      phase: "FeOOH",
      shape: "sphere",
      radius: sourced("0.5 nm", {
        grade: "C",
        range: ["0.3 nm", "1 nm"],
        why: "iron on the silica, taken as clusters: how it is bound is not known",
        needsPaper: true,
      }),
      spread: sourced("1.1", { grade: "C", range: ["1.03", "1.25"], why: "usual spread of such particles" }),
      share: sourced("0.01", {
        grade: "C",
        range: ["0.001", "0.05"],
        why: "iron that comes along from medium; not readable",
        needsPaper: true,
      }),
    },
  ],
  coating: {
    material: "PEG",
    delay: sourced("0 h", { grade: "C", why: "no coating known to slow it", dist: "fixed" }),
  },

  targeting: {
    receptor: "MC1R",
    gain: sourced("3", {
      grade: "C",
      range: ["1", "10"],
      why: "of the melanoma-targeting peptide; not readable",
      needsPaper: true,
    }),
  },
  triggers: [],
});
