import type { Draft } from "#model";
import type { Cell, Mechanism } from "../types.ts";
import { useCell } from "./culture.ts";

/**
 * Cells of a culture take up unequally: what one of them takes up, over what the mean cell does, is log-normal.
 *
 *     x = exp(s·z − s²/2)      s = ln(spread), z standard normal, so that the mean of x is 1
 *
 * Adds the number `spread_uptake` of the cell and the settings by which a run is told which cell it follows: `uptake_node`
 * is z, and counts once `uptake_classed` is 1; otherwise the run is of the mean cell, x = 1. A study runs a few classes of
 * cells, nodes of a quadrature rule, and averages their read-outs by the rule's weights.
 *
 * All classes share one medium: a cell of class x takes x times what the medium loses to a mean cell, and gives back what a
 * mean cell would. The difference is exchanged with its neighbours, held species `<particle>__others`, and sums to nothing
 * over the culture. So the medium of every class is depleted as the culture depletes it.
 *
 * @param cell  whose spread is declared
 * @limits  a spread of 1: all cells are the mean cell
 * @valid   hundreds of particles per cell and more: with fewer the counting of single ones spreads them further; far from
 *          the load at which uptake halves, where the neighbours' saturation is taken to be one's own. What a cell gives to
 *          the medium but particles (H2O2, metal) meets a medium shared with cells of its own class. Daughters inherit
 *          their mother's class for as long as a study lasts.
 * @source  rees2019 (over-dispersed numbers of loaded vesicles per cell); ware2014 (that cells differ in what they capture
 *          makes the form of the exposure-response curve)
 */
export function uptakeSpread(options: { cell: Cell }): Mechanism {
  return {
    id: "uptake-spread",
    label: "cells of a culture take up unequally",
    add(draft) {
      useCell(draft, options.cell, { spread_uptake: "uptakeSpread" });
      draft.setting("uptake_classed", 0, "1", "1: a cell of the class of uptake_node, 0: the mean cell");
      draft.setting("uptake_node", 0, "1", "class of uptake, standard deviations from the median");
      draft.rule(
        "uptake_own",
        "1",
        "exp(uptake_classed*ln(spread_uptake)*(uptake_node - 0.5*ln(spread_uptake)))",
        "uptake of the cell over that of the mean cell",
      );
      draft.observe("uptake.share", {
        label: "uptake of the cell over that of the mean cell",
        unit: "1",
        expr: "uptake_own",
      });
    },
  };
}

/** Exocytosis to the medium shared with all: what the mean cell would give back. */
export function givenBack(draft: Draft, rate: string): string {
  return draft.has("uptake_own") ? `${rate}/uptake_own` : rate;
}

/** What a cell takes up more, or less, than the mean one, and gives back so; nothing where all cells are the mean one. */
export function ownShare(draft: Draft, id: string, clearance: string, formula?: string): void {
  if (!draft.has("uptake_own")) return;
  const others = draft.species(`${id}__others`, {
    label: `${id} of the medium that neighbours take up less or more`,
    at: "med",
    boundary: true,
    ...(formula === undefined ? {} : { formula }),
  });
  draft.reaction(`differ_in_uptake_${id}`, `${others} -> ${id}__early__vesicle`, {
    rate: `(uptake_own - 1)*${clearance}*${id}__med/(1 + load/load_max)`,
    label: "uptake beyond that of the mean cell",
  });
  draft.reaction(`differ_in_exocytosis_${id}`, `${id}__late__vesicle -> ${others}`, {
    at: "vesicle",
    rate: `k_exo*${id}__late__vesicle*(1 - 1/uptake_own)`,
    label: "exocytosis beyond that of the mean cell",
  });
}
