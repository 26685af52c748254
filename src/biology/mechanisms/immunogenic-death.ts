import { sourced } from "#model";
import type { Mechanism } from "../types.ts";
import { type Constants, constants } from "./constants.ts";
import { membranesLost } from "./fate.ts";

const numbers: Constants = {
  f_CRT: {
    label: "share of committed cells that show calreticulin",
    number: sourced("0.5", {
      grade: "C",
      range: ["0.1", "0.9"],
      why: "nearly none to nearly all, by inducer; whether ferroptotic cells show it is disputed, so all arms share it",
      needsPaper: true,
    }),
  },
  k_CRT: {
    label: "way of calreticulin to the surface of a committed cell",
    number: sourced("1 1/h", {
      grade: "D",
      range: ["0.3 1/h", "3 1/h"],
      source: "korbelik2011",
      why: "highly increased 1 h after photodynamic therapy (abstract); the rate that gives two thirds by then",
      needsPaper: true,
    }),
  },
  k_execute: {
    label: "step from commitment to the blebs that caspases make",
    number: sourced("0.7 1/h", {
      grade: "C",
      range: ["0.3 1/h", "2 1/h"],
      why: "an hour or two of a few before the membrane goes; calreticulin is said to show before it, ATP after",
      needsPaper: true,
    }),
  },
  k_bleb: {
    label: "ATP let out by blebbing cells of the caspase arm",
    number: sourced("0.3 1/h", {
      grade: "C",
      range: ["0.1 1/h", "1 1/h"],
      why: "ATP is said to come out over hours, while the membrane still holds",
      needsPaper: true,
    }),
  },
  k_ATP_spent: {
    label: "ATP that a dying cell uses up",
    number: sourced("0.3 1/h", {
      grade: "C",
      range: ["0.05 1/h", "1 1/h"],
      why: "a dying cell makes little and spends on; of one that loses its membrane some is left",
      needsPaper: true,
    }),
  },
  k_ATP_lost: {
    label: "loss of ATP in the medium",
    number: sourced("0.7 1/h", {
      grade: "C",
      range: ["0.2 1/h", "3 1/h"],
      why: "ectonucleotidases of cells and serum; half-life of about an hour, hangs on the line",
      needsPaper: true,
    }),
  },
  k_HMGB1: {
    label: "release of HMGB1 from nuclei of cells that have lost their membrane",
    number: sourced("0.1 1/h", {
      grade: "B",
      range: ["0.05 1/h", "0.3 1/h"],
      why: "recalled, no source known: HMGB1 is outside 12–24 h after an inducer, late",
      needsPaper: true,
    }),
  },
  k_HMGB1_lost: {
    label: "loss of HMGB1 in the medium",
    number: sourced("0.03 1/h", {
      grade: "C",
      range: ["0.005 1/h", "0.1 1/h"],
      why: "a protein in serum, a day; oxidised HMGB1 no longer signals and is lost sooner",
      needsPaper: true,
    }),
  },
};

/**
 * The three signals by which a death is immunogenic in culture: calreticulin on the surface of committed cells, ATP let
 * out by blebs and by loss of the membrane, HMGB1 let out by the nuclei of cells that have lost it.
 *
 *     dC/dt = k_C·(f·N_dying − C) − C/t_dying        dN_gone/dt = N_dying/t_dying
 *     dP/dt = h_cas·N_live − k_exe·P        dB/dt = k_exe·P − (k_bleb + k_spent + 1/t_dying)·B
 *     dA/dt = (h − h_cas)·N_live − (k_spent + 1/t_dying)·A
 *     d[ATP]/dt = k_bleb·B + (B + A)/t_dying − k_lost·[ATP]
 *     dH/dt = N_dying/t_dying − k_H·H        d[HMGB1]/dt = k_H·H − k_lost·[HMGB1]
 *
 * `h`, its caspase arm and the dying are those of {@link fate}, which it reads and does not change. P, B and A are the ATP
 * that dying cells hold: of the caspase arm before it blebs and while it does, and of the others, which let it go only
 * with their membrane. A cell of the caspase arm needs its ATP until it blebs, and blebs before it can lose its membrane.
 * All amounts are per cell seeded, in what one living cell holds; calreticulin is in cells that show it and still have
 * their membrane, as a cytometer gates them. Nine counters, off unless asked for by `with: ["immunogenic-death"]`.
 *
 * A cell that bursts has no time to die in: where a cell's swelling is followed, those that burst show no calreticulin and
 * let their ATP out at once, unspent.
 *
 * What a vaccine of these cells holds is read as `vaccine.…`: living and dead cells; the dead that show calreticulin,
 * those among them that have lost their membrane since, as a phagocyte does not gate; and of ATP and HMGB1 what the dying
 * will still let out, wherever they are by then, once nothing more kills.
 *
 * There is no index that sums the three up: a dendritic cell needs each for something else, and nobody has measured what
 * one is worth in another.
 *
 * @limits  no death, no signal; at most `f_CRT` of the dying show calreticulin; never more ATP or HMGB1 out than cells died
 * @valid   hours to three days in culture, without phagocytes that would take the dead away; not interferon, heat-shock
 *          proteins or the oxidised form of HMGB1, which does not signal
 * @source  korbelik2011 (calreticulin at 1 h); the order, breastCancerManag2013; garg2012 sees ATP come with calreticulin
 */
export function immunogenicDeath(): Mechanism {
  return {
    id: "immunogenic-death",
    label: "calreticulin, ATP and HMGB1 of dying cells",
    add(draft) {
      constants(draft, numbers);
      const follow = (id: string, label: string, rate: string): string =>
        draft.variable(id, { label, unit: "1", counter: true, rate });
      const bursts = draft.has("hazard_osmotic");
      const gone = membranesLost(draft);
      const burst = bursts ? " - hazard_osmotic" : "";
      follow("N_gone", "cells without membrane", gone);
      follow(
        "CRT_surface",
        "dying cells that show calreticulin",
        `k_CRT*(f_CRT*N_dying - CRT_surface) - CRT_surface/t_dying`,
      );
      follow(
        "CRT_gone",
        "cells without membrane that showed calreticulin while they had it",
        "CRT_surface/t_dying",
      );
      follow(
        "ATP_committed",
        "ATP in dying cells of the caspase arm, before they bleb",
        "hazard_apoptotic*N_live - k_execute*ATP_committed",
      );
      follow(
        "ATP_blebbing",
        "ATP in dying cells of the caspase arm, while they bleb",
        "k_execute*ATP_committed - (k_bleb + k_ATP_spent + 1/t_dying)*ATP_blebbing",
      );
      follow(
        "ATP_dying",
        "ATP in other dying cells",
        `(hazard - hazard_apoptotic${burst})*N_live - (k_ATP_spent + 1/t_dying)*ATP_dying`,
      );
      follow(
        "ATP_outside",
        "ATP in the medium",
        `k_bleb*ATP_blebbing + (ATP_blebbing + ATP_dying)/t_dying${bursts ? " + hazard_osmotic*N_live" : ""} - k_ATP_lost*ATP_outside`,
      );
      follow("HMGB1_held", "HMGB1 in cells without membrane", `${gone} - k_HMGB1*HMGB1_held`);
      follow("HMGB1_outside", "HMGB1 in the medium", "k_HMGB1*HMGB1_held - k_HMGB1_lost*HMGB1_outside");
      const observe = (id: string, label: string, expr: string): void =>
        draft.observe(`ICD.${id}`, { label, unit: "1", display: "%", expr });
      observe("calreticulin", "intact cells that show calreticulin, per cell seeded", "CRT_surface");
      observe("ATP", "ATP in the medium, in cells' worth per cell seeded", "ATP_outside");
      observe("HMGB1", "HMGB1 in the medium, in cells' worth per cell seeded", "HMGB1_outside");
      const hold = (id: string, label: string, expr: string): void =>
        draft.observe(`vaccine.${id}`, { label: `${label}, per cell seeded`, unit: "1", display: "%", expr });
      hold("living", "living cells", "N_live");
      hold("dead", "cells dead and dying", `N_dying + N_gone`);
      hold("calreticulin", "cells dead and dying that show calreticulin", "CRT_surface + CRT_gone");
      hold(
        "ATP",
        "ATP that dying cells will let out, in cells' worth",
        "(ATP_committed + ATP_blebbing)*(k_bleb + 1/t_dying)/(k_bleb + k_ATP_spent + 1/t_dying) + ATP_dying/(k_ATP_spent*t_dying + 1)",
      );
      hold("HMGB1", "HMGB1 that the dying and dead will let out, in cells' worth", `N_dying + HMGB1_held`);
    },
  };
}
