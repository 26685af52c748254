import type { Probe } from "./probe.ts";

/** MTT and CCK-8: living cells times how fast they reduce the dye. */
export const mtt: Probe = {
  id: "MTT",
  names: ["MTT / CCK-8"],
  measures: "living cells, by the dye they reduce",
  misreads:
    "cells short of NADPH reduce less and look dead; particles and thiols reduce the dye; dark particles absorb",
  observe(draft) {
    draft.rule("reductase_activity", "1", "NADPH__cyt/NADPT", "reducing power of a living cell");
    draft.observe("probe.MTT", {
      label: "MTT signal over untreated cells at full reducing power",
      unit: "1",
      display: "%",
      expr: "exp(-log_survival)*reductase_activity",
    });
    draft.observe("probe.MTT.activity", {
      label: "MTT signal per living cell",
      unit: "1",
      display: "%",
      expr: "reductase_activity",
    });
  },
};
