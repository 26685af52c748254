import { sourced } from "#model";
import { guessed, type Probe, recalled } from "./probe.ts";

const numbers = {
  K_calcein: recalled("0.3 uM", "0.2 uM", "0.5 uM", "as labile iron is calibrated"),
  q3_calcein: sourced("0.85", {
    grade: "A",
    range: ["0.8", "0.9"],
    source: "thomas1999",
    at: "abstract: 85 % by Fe(III)",
  }),
  q2_calcein: sourced("0.20", {
    grade: "A",
    range: ["0.15", "0.25"],
    source: "thomas1999",
    at: "abstract: 20 % by Fe(II)",
  }),
  qCu_calcein: guessed("0.8", "0.3", "0.95", "copper quenches as well; not measured in cells"),
} as const;

/** Calcein-AM: quenched by labile iron, by Fe(III) much more than by the Fe(II) it is said to read. */
export const calcein: Probe = {
  id: "calcein",
  names: ["calcein-AM"],
  measures: "labile iron, as the share of its light that is quenched",
  misreads: "Fe(III) quenches four times what Fe(II) does; copper quenches; saturates above a few micromolar",
  observe(draft) {
    for (const [id, number] of Object.entries(numbers))
      draft.parameter(id, number, {
        label: `calcein: ${id.split("_")[0]}`,
        path: `probes/calcein/${id.split("_")[0]}`,
      });
    const copper = draft.has("Cu2__cyt");
    const bound = `(1 [uM] + (Fe2__cyt + Fe3__cyt${copper ? " + Cu2__cyt" : ""})*1 [uM]/K_calcein)`;
    const quench = (metal: string, q: string): string => `${q}*${metal}*1 [uM]/K_calcein/${bound}`;
    const terms = [quench("Fe2__cyt", "q2_calcein"), quench("Fe3__cyt", "q3_calcein")];
    if (copper) terms.push(quench("Cu2__cyt", "qCu_calcein"));
    draft.rule("quenched_calcein", "1", terms.join(" + "), "share of calcein's light quenched");
    draft.observe("probe.calcein", {
      label: "calcein quenched",
      unit: "1",
      display: "%",
      expr: "quenched_calcein",
    });
    draft.observe("probe.calcein.Fe2_share", {
      label: "share of calcein's quenching by Fe(II)",
      unit: "1",
      display: "%",
      expr: `${terms[0]}/(quenched_calcein + 1e-12)`,
    });
  },
};
