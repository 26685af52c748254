import { sourced } from "#model";
import { type Probe, probeNumbers } from "./probe.ts";

/** MQAE: quenched by chloride, and in a cell by an eighth of what chloride does in water. */
export const mqae: Probe = {
  id: "MQAE",
  names: ["MQAE"],
  measures: "Cl- of the cytosol, as light over that without chloride",
  misreads:
    "other halides and thiocyanate; proteins quench as well; leaks within hours; not bicarbonate, sulfate, phosphate, cations or pH",
  needs: [{ id: "Cl__cyt", label: "Cl- of the cytosol", from: "ion-core" }],
  observe(draft) {
    probeNumbers(draft, "MQAE", {
      quenching_MQAE: [
        "Stern–Volmer constant in a cell",
        sourced("25 1/M", {
          grade: "A",
          range: ["10 1/M", "30 1/M"],
          source: "mqaeVascular",
          at: "abstract: intracellular constant; the range reaches to 10–20 recalled for other cells",
        }),
      ],
    });
    draft.observe("probe.MQAE", {
      label: "MQAE light over that without chloride",
      unit: "1",
      display: "%",
      expr: "1/(1 + quenching_MQAE*Cl__cyt)",
    });
  },
};
