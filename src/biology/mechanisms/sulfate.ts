import type { Draft } from "#model";
import type { Cell, Environment } from "../types.ts";
import { useCell, useEnvironment } from "./culture.ts";

/**
 * Declares sulfate of medium and cytosol as states, once: what persulfate ends as, and what holds Ba²⁺ down. It does
 * not cross the membrane in the time of a study, as no rate is known.
 */
export function useSulfate(draft: Draft, options: { cell: Cell; environment: Environment }): void {
  if (draft.has("SO4__cyt")) return;
  useEnvironment(draft, options.environment, { sulfate_medium: "sulfate" });
  useCell(draft, options.cell, { sulfate_cyt: "sulfate" });
  for (const [at, initial, label] of [
    ["med", "sulfate_medium", "sulfate in the medium"],
    ["cyt", "sulfate_cyt", "sulfate in the cytosol"],
  ] as const) {
    draft.species(`SO4__${at}`, { label, at, formula: "SO4-2", initial });
    // What was there at rest is among X, which a swelling cell dilutes.
    const counted = at === "cyt" && draft.has("v_cell") ? `${initial}/v_cell` : initial;
    addOsmoles(draft, at, `SO4__${at} - ${counted}`);
  }
}

/** Adds a concentration to the osmoles of a place, where a model has an ion core that counts them. */
export function addOsmoles(draft: Draft, at: string, concentration: string): void {
  if (draft.has(`osmoles__${at}`)) draft.addTo(`osmoles__${at}`, concentration);
}
