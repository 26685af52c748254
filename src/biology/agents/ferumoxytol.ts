import { sourced } from "#model";
import { agent } from "../record.ts";
import type { Agent } from "../types.ts";

/** Ferumoxytol: iron oxide in carboxymethyl dextran, for macrophages. */
export const ferumoxytol: Agent = agent({
  id: "ferumoxytol",
  names: ["Feraheme", "ferumoxytol"],
  note: "That it acts by macrophages is read, without numbers; the dose counts iron oxide, not dextran.",
  cores: [
    {
      phase: "Fe3O4",
      shape: "sphere",
      radius: sourced("3.4 nm", { grade: "B", range: ["3 nm", "4 nm"], source: "zanganeh2016" }),
      spread: sourced("1.2", { grade: "C", range: ["1.05", "1.4"], why: "usual spread of such particles" }),
    },
  ],
  coating: {
    material: "carboxymethyl dextran",
    delay: sourced("0 h", { grade: "C", why: "permeable to water and ions", dist: "fixed" }),
    access: sourced("0.5", {
      grade: "C",
      range: ["0.1", "1"],
      why: "ligands take a tenth to all of the surface",
    }),
  },

  triggers: [],
  relaxivity: {
    r1: sourced("15 1/(mM*s)", {
      grade: "B",
      range: ["13 1/(mM*s)", "38 1/(mM*s)"],
      why: "recalled, no source known: 1.5 T, 37 °C",
      needsPaper: true,
    }),
    r2: sourced("89 1/(mM*s)", {
      grade: "B",
      range: ["80 1/(mM*s)", "120 1/(mM*s)"],
      why: "recalled, no source known: 1.5 T, 37 °C",
      needsPaper: true,
    }),
  },
});
