import type { Draft } from "#model";
import { toBase } from "#units";
import { cellNumber, environmentNumber } from "../record.ts";
import type { Cell, CellKey, Culture, Environment, EnvironmentKey, Mechanism } from "../types.ts";

/**
 * One average cell and its share of the medium: compartments `med`, `cyt` and `vesicle` (endosomes and lysosomes),
 * with volumes per cell, so that culture density is an input (`V_med = 1/density`).
 *
 * Adds the numbers that several mechanisms read: pH, oxygen, bicarbonate and temperature of each compartment.
 *
 * @param swells  the cytosol's volume is not a number but what the ion core makes it, beside `V_rest`
 * @valid  well-stirred medium; every cell alike, but for {@link uptakeSpread}
 */
export function culture(options: {
  cell: Cell;
  environment: Environment;
  culture: Culture;
  swells?: boolean;
}): Mechanism {
  return {
    id: "culture",
    label: "one average cell and its share of the medium",
    add(draft) {
      draft.setting(
        "culture_density",
        toBase(options.culture.density, "1/m^3"),
        "1/m^3",
        "cells per volume of medium",
      );
      draft.rule("V_med", "m^3", "1/culture_density", "medium per cell");
      const whole = options.swells ? "V_rest" : "V_cyt";
      useCell(draft, options.cell, { [whole]: "volume", f_vesicle: "vesicleVolume" });
      draft.rule("V_vesicle", "m^3", `f_vesicle*${whole}`, "endosomes and lysosomes");
      draft.compartment("med", { label: "medium", size: "V_med" });
      draft.compartment("vesicle", { label: "endosomes and lysosomes", size: "V_vesicle" });
      draft.compartment("cyt", {
        label: "cytosol",
        size: "V_cyt",
        ...(options.swells ? { reference: "V_rest" } : {}),
      });
      useEnvironment(draft, options.environment, {
        pH__med: "pH",
        O2__med: "oxygen",
        HCO3__med: "bicarbonate",
        T_medium: "temperature",
        I__med: "ionicStrength",
      });
      useCell(draft, options.cell, {
        pH__cyt: "pH",
        O2__cyt: "oxygen",
        HCO3__cyt: "bicarbonate",
        pH_early: "endosomePH",
        pH__vesicle: "lysosomePH",
      });
    },
  };
}

/** Declares numbers of a cell as parameters: `{ parameterId: key }`. */
export function useCell(draft: Draft, of: Cell, keys: Readonly<Record<string, CellKey>>): void {
  for (const [id, key] of Object.entries(keys)) {
    const { number, ...options } = cellNumber(of, key);
    draft.parameter(id, number, options);
  }
}

/** Declares numbers of an environment as parameters: `{ parameterId: key }`. */
export function useEnvironment(
  draft: Draft,
  of: Environment,
  keys: Readonly<Record<string, EnvironmentKey>>,
): void {
  for (const [id, key] of Object.entries(keys)) {
    const { number, ...options } = environmentNumber(of, key);
    draft.parameter(id, number, options);
  }
}

/** Declares numbers of the standard medium, in which cells are at rest, as parameters: `{ parameterId: key }`. */
export function useStandardMedium(draft: Draft, keys: Readonly<Record<string, EnvironmentKey>>): void {
  useEnvironment(draft, { id: "standard-medium", names: [], note: "", own: {} }, keys);
}
