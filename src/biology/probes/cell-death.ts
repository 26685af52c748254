import type { Draft } from "#model";
import { membranesLost } from "../mechanisms/fate.ts";
import { type Need, type Probe, probeNumbers, recalled } from "./probe.ts";

const fated: Need = { id: "N_dying", label: "cells that die", from: "fate" };

/** Cells that have lost their membrane, per cell seeded, counted once for all probes of them. */
function lysed(draft: Draft): string {
  if (!draft.has("N_lysed")) {
    draft.variable("N_lysed", {
      label: "cells without membrane",
      unit: "1",
      counter: true,
      rate: membranesLost(draft),
    });
  }
  return "N_lysed";
}

/** LDH release: what lysed cells have let out and what is still active, over all of the well after lysis. */
export const ldh: Probe = {
  id: "LDH",
  names: ["LDH release"],
  measures: "cells that have lost their membrane, over all, by the enzyme they let out",
  misreads:
    "the enzyme decays in the medium, so early deaths count less; serum brings its own; metals and oxidants inhibit it",
  needs: [fated],
  observe(draft) {
    probeNumbers(draft, "LDH", {
      halflife_LDH: ["half-life in the medium", recalled("9 h", "5 h", "20 h")],
    });
    const gone = lysed(draft);
    draft.variable("LDH_outside", {
      label: "active LDH in the medium",
      unit: "1",
      counter: true,
      rate: `${membranesLost(draft)} - 0.6931471805599453/halflife_LDH*LDH_outside`,
    });
    draft.observe("probe.LDH", {
      label: "LDH released over that of the well after lysis",
      unit: "1",
      display: "%",
      expr: "LDH_outside/(N_live + N_dying + LDH_outside + 1e-12)",
    });
    draft.observe("probe.LDH.lysed", {
      label: "cells that have lost their membrane, of all",
      unit: "1",
      display: "%",
      expr: `${gone}/(N_live + N_dying + ${gone} + 1e-12)`,
    });
  },
};

/** Annexin V with propidium iodide: dying with a membrane, and without. */
export const annexin: Probe = {
  id: "annexin",
  names: ["annexin V / PI"],
  measures: "cells that are committed and intact (annexin V alone), as share of all",
  misreads:
    "any cell that turns phosphatidylserine out, not only apoptosis; lysed cells fall apart and are missed; fluorescent or absorbing particles",
  needs: [fated],
  observe(draft) {
    const all = `(N_live + N_dying + ${lysed(draft)} + 1e-12)`;
    draft.observe("probe.annexin", {
      label: "cells with annexin V alone",
      unit: "1",
      display: "%",
      expr: `N_dying/${all}`,
    });
    draft.observe("probe.annexin.PI", {
      label: "cells with propidium iodide",
      unit: "1",
      display: "%",
      expr: `N_lysed/${all}`,
    });
  },
};
