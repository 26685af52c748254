import { molarMass } from "#model";
import type { Drug, Mechanism } from "../types.ts";
import { drugId, mediumSpecies } from "./drugs.ts";

/**
 * A dissolved drug as the agent of a study: the event `give` adds `dose` (kg of drug per m³ of medium) to the medium.
 *
 *     [drug]med ← [drug]med + dose/M
 *
 * It stands where `particles` stands for particles, and answers the same read-outs: no metal, no particle.
 *
 * @limits  no dose, no drug
 * @valid   below the solubility of the drug, which is not checked
 */
export function solution(options: { drug: Drug }): Mechanism {
  const { drug } = options;
  return {
    id: "solution",
    label: "a dissolved drug: dose",
    add(draft) {
      draft.setting("dose", 0, "kg/m^3", "dose, mass of drug per volume of medium");
      draft.setting("dose_given", 0, "kg/m^3", "dose given so far");
      draft.rule(
        `M_${drugId(drug)}`,
        "kg/mol",
        `${molarMass(drug.formula)} [g/mol]`,
        `molar mass of ${drug.id}`,
      );
      const inMedium = mediumSpecies(drug);
      draft.event("give", {
        label: "a dose is given to the medium",
        assignments: [
          ["dose_given", "dose_given + dose"],
          [inMedium, `${inMedium} + dose/M_${drugId(drug)}`],
        ],
      });
      for (const [id, label, unit, display] of [
        ["metal", "metal in the cell", "kg", "pg"],
        ["metal.freed", "share of the cell's metal that is freed", "1", "%"],
        ["ions", "metal freed in the cell", "mM", "mM"],
        ["metal.share", "metal per mass of agent", "1", "1"],
        ["load", "particles in the cell", "kg", "pg"],
      ] as const) {
        draft.observe(id, { label, unit, display, expr: `0 [${unit}]` });
      }
      draft.observe("metal.molality", {
        label: "amount per mass of agent",
        unit: "mol/kg",
        expr: `1/M_${drugId(drug)}`,
      });
    },
  };
}
