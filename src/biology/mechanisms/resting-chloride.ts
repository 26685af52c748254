import { type Draft, type Sourced, sourced } from "#model";
import { exp, ln, plainNumber, toBase } from "#units";
import { cellNumber, environmentNumber } from "../record.ts";
import type { Cell, CellKey, EnvironmentKey } from "../types.ts";
import { useCell, useStandardMedium } from "./culture.ts";
import { FARADAY, GAS, positive, reducedPotential } from "./membrane-flux.ts";

/**
 * Potential and chloride of a cell at rest in the standard medium, from its resting row: the rules `Vm_held` and `Cl_rest`.
 *
 *     Cl = Cl_o·exp((1 − p)·V·F/RT + ½·p·ln(Na_o·K_o/(Na·K)))
 *
 * Between its electrochemical equilibrium (place p = 0) and that of NKCC1 (p = 1) chloride is at rest with fluxes of the
 * right sign, whatever the potential.
 */
export function restingChloride(draft: Draft, cell: Cell): void {
  useCell(draft, cell, {
    Na_rest: "restSodium",
    K_rest: "restPotassium",
    place_Cl: "chloridePlace",
    Vm_rest: "restPotential",
  });
  useStandardMedium(draft, { Na_ref: "sodium", K_ref: "potassium", Cl_ref: "chloride" });
  // A row below the equilibrium of K+ is held 2 mV above it: no leak of K+ could balance the pump there.
  const margin = `${GAS}*T_medium/${FARADAY}*ln(K_ref/K_rest) + 0.002 [V]`;
  draft.rule("Vm_least", "V", margin, "potential that K+ allows at rest");
  draft.rule("Vm_held", "V", `Vm_least + ${positive("Vm_rest - Vm_least", "2e-4 [V]")}`, "potential at rest");
  reducedPotential(draft, "rest", "Vm_held");
  draft.rule(
    "Cl_rest",
    "mM",
    "Cl_ref*exp((1 - place_Cl)*u_rest + 0.5*place_Cl*ln(Na_ref*K_ref/(Na_rest*K_rest)))",
    "Cl- of the cytosol at rest",
  );
}

/**
 * Name of the chloride that chemistry in the cytosol meets: the state of the ion core where it runs, else the rule
 * `chloride_cyt`, what the cell's row rests at.
 */
export function cytosolicChloride(draft: Draft, cell: Cell): string {
  if (draft.has("Cl__cyt")) return "Cl__cyt";
  if (!draft.has("chloride_cyt")) {
    if (!draft.has("Cl_rest")) restingChloride(draft, cell);
    draft.rule("chloride_cyt", "mM", "Cl_rest", "chloride in the cytosol, at rest");
  }
  return "chloride_cyt";
}

/** The same as a number of its own, at 37 °C, with the range that its place has; for mixtures that no model runs. */
export function chlorideAtRest(cell: Cell): Sourced {
  const of = (key: CellKey): number => toBase(cellNumber(cell, key).number.value);
  const out = (key: EnvironmentKey): number =>
    toBase(environmentNumber({ id: "standard-medium", names: [], note: "", own: {} }, key).number.value);
  const volts = (8.31446261815324 * 310.15) / 96485.33212;
  const inside = of("restSodium") * of("restPotassium");
  const at = (place: number): string =>
    `${plainNumber(
      out("chloride") *
        exp(
          ((1 - place) * of("restPotential")) / volts +
            0.5 * place * ln((out("sodium") * out("potassium")) / inside),
        ),
      3,
    )} mM`;
  const { value, range } = cellNumber(cell, "chloridePlace").number;
  return sourced(at(toBase(value)), {
    grade: "D",
    range: [at(toBase(range![0])), at(toBase(range![1]))],
    why: "between its electrochemical equilibrium and that of NKCC1, from the cell's resting row",
  });
}
