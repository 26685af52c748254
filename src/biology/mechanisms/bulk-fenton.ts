import type { Mechanism } from "../types.ts";
import { type Constants, constants } from "./constants.ts";
import {
  ferricHydrolysis,
  ferricPerhydroxylRate,
  ferricPeroxideRate,
  ferricSolubility,
  ironRadicals,
  ironWater,
  listed,
  milleroRate,
  recalled,
} from "./iron-water.ts";
import { dismutationRate, superoxideNumbers } from "./superoxide.ts";

const numbers: Constants = {
  k_OH_Fe2: { label: "·OH + Fe(II)", number: listed("3.2e8 1/(M*s)", "3.2e8 1/(M*s)", "4.3e8 1/(M*s)") },
  k_OH_H2O2: { label: "·OH + H2O2", number: listed("3e7 1/(M*s)", "2.7e7 1/(M*s)", "3.3e7 1/(M*s)") },
  k_OH_probe: { label: "·OH + probe", number: recalled("5e9 1/(M*s)", "aromatic dyes") },
};

/** Conditions of a beaker: what a bulk Fenton experiment is set up with. */
export interface BulkFentonOptions {
  readonly pH: number;
  /** Fe(II) and Fe(III) at the start, M. */
  readonly ferrous: number;
  readonly ferric: number;
  readonly peroxide: number;
  /** Scavenger that takes ·OH in order of its amount, M, with 5e9 1/(M·s). */
  readonly probe: number;
  /** Superoxide at the start, M. Default 0. */
  readonly superoxide?: number;
  /** pKa of HO2·; 4.8 in the list the other constants are from, 4.69 measured. */
  readonly pKa?: number;
}

/**
 * The Fenton reaction in a beaker: dissolved Fe(II) and Fe(III), H2O2, superoxide and ·OH with a probe that takes it.
 *
 *     Fe²⁺ + H2O2 → Fe³⁺ + OH⁻ + ·OH (Millero)     Fe³⁺ + H2O2 → Fe²⁺ + HO2· + H⁺, by way of FeHO2²⁺
 *     Fe²⁺/Fe³⁺ + HO2·/O2·⁻                         Fe³⁺ → Fe(OH)3 above its solubility, back at 1e-5 1/s
 *
 * 25 °C, I = 0.15 M, every oxidant counted as ·OH. Constants are those of the public electro-Fenton list; Fe³⁺ + HO2·
 * hangs on its hydrolysis (2e4 × share of FeOH²⁺ + 2e3 × share of Fe³⁺). The state `probe_hits` counts ·OH taken.
 *
 * @limits  Fe(II) start gives one ·OH per iron at any pH; no recycling when all Fe(III) has precipitated
 * @valid   pH 2–7.5, H2O2 up to 1 mM
 * @source  millero1989, stefansson2007, electroFenton, bielski1978
 */
export function bulkFenton(options: BulkFentonOptions): Mechanism {
  const { pH, ferrous, ferric, peroxide, probe } = options;
  return {
    id: "bulk-fenton",
    label: "the Fenton reaction in a beaker",
    add(draft) {
      constants(draft, ironWater);
      constants(draft, ironRadicals);
      // The beaker sets its own pKa of HO2·.
      const { k_HO2_HO2, k_HO2_superoxide } = superoxideNumbers;
      constants(draft, { k_HO2_HO2: k_HO2_HO2!, k_HO2_superoxide: k_HO2_superoxide! });
      constants(draft, numbers);
      draft.setting("V_beaker", 1e-3, "m^3", "volume");
      draft.compartment("beaker", { label: "beaker", size: "V_beaker" });
      draft.setting("pH", pH, "1", "pH");
      draft.setting("pKa_HO2", options.pKa ?? 4.8, "1", "pKa of HO2·");
      draft.setting("probe", probe, "M", "probe");
      for (const [id, label, value] of [
        ["Fe2", "Fe(II)", ferrous],
        ["Fe3", "Fe(III) dissolved", ferric],
        ["Fe3s", "ferrihydrite", 0],
        ["H2O2", "H2O2", peroxide],
        ["superoxide", "HO2· and O2·-", options.superoxide ?? 0],
      ] as const) {
        draft.species(`${id}__beaker`, { label, at: "beaker", initial: `${value} [M]` });
      }
      draft.rule("h", "1", "10^(-pH)", "[H+]/M");
      draft.rule("share_HO2", "1", "h/(h + 10^(-pKa_HO2))", "share of superoxide that is HO2·");
      draft.rule(
        "k_fenton",
        "1/(M*s)",
        milleroRate({ pH: "pH", T: "298.15 [K]", I: "0.15 [M]" }),
        "Fe(II) + H2O2",
      );
      draft.rule("hydrolysis", "1", ferricHydrolysis("h"), "Fe(III) over Fe3+");
      draft.rule("FeOH", "1", "10^log_b1_Fe3/h", "FeOH²⁺ over Fe³⁺");
      draft.rule(
        "k_HO2",
        "1/(M*s)",
        ferricPerhydroxylRate({ FeOH: "FeOH", hydrolysis: "hydrolysis" }),
        "Fe(III) + HO2·",
      );
      draft.rule(
        "k_H2O2",
        "1/s",
        ferricPeroxideRate({ h: "h", FeOH: "FeOH", hydrolysis: "hydrolysis" }),
        "Fe(III) + H2O2, at 1 M",
      );
      draft.rule("Fe3_soluble", "M", ferricSolubility("pH"), "solubility of Fe(III)");
      draft.rule("fenton", "M/s", "k_fenton*Fe2__beaker*H2O2__beaker", "·OH made");
      draft.rule(
        "OH_sink",
        "1/s",
        "k_OH_Fe2*Fe2__beaker + k_OH_H2O2*H2O2__beaker + k_OH_probe*probe",
        "·OH sink",
      );
      const at = "beaker";
      draft.reaction("fenton_Fe2_H2O2", "Fe2__beaker + H2O2__beaker -> Fe3__beaker", { at, rate: "fenton" });
      draft.reaction("oxidise_Fe2_OH", "Fe2__beaker -> Fe3__beaker", {
        at,
        rate: "fenton*k_OH_Fe2*Fe2__beaker/OH_sink",
      });
      draft.reaction("oxidise_H2O2_OH", "H2O2__beaker -> superoxide__beaker", {
        at,
        rate: "fenton*k_OH_H2O2*H2O2__beaker/OH_sink",
      });
      draft.reaction("reduce_Fe3_H2O2", "Fe3__beaker + H2O2__beaker -> Fe2__beaker + superoxide__beaker", {
        at,
        rate: "k_H2O2*Fe3__beaker*H2O2__beaker/1 [M]",
      });
      draft.reaction(
        "oxidise_Fe2_superoxide",
        "Fe2__beaker + superoxide__beaker -> Fe3__beaker + H2O2__beaker",
        {
          at,
          rate: "(k_HO2_Fe2*share_HO2 + k_O2_Fe2*(1 - share_HO2))*Fe2__beaker*superoxide__beaker",
        },
      );
      draft.reaction("reduce_Fe3_superoxide", "Fe3__beaker + superoxide__beaker -> Fe2__beaker", {
        at,
        rate: "(k_HO2*share_HO2 + k_O2_Fe3*(1 - share_HO2))*Fe3__beaker*superoxide__beaker",
      });
      draft.reaction("dismutate", "superoxide__beaker -> 0.5 H2O2__beaker", {
        at,
        rate: `2*${dismutationRate("pH")}*superoxide__beaker^2`,
      });
      const excess = "0.5*(Fe3__beaker - Fe3_soluble + sqrt((Fe3__beaker - Fe3_soluble)^2 + (1e-12 [M])^2))";
      draft.reaction("precipitate", "Fe3__beaker -> Fe3s__beaker", {
        at,
        rate: `k_precipitate_Fe3*${excess}`,
      });
      draft.reaction("dissolve", "Fe3s__beaker -> Fe3__beaker", {
        at,
        rate: "k_dissolve_Fe3*Fe3s__beaker*max(1 - Fe3__beaker/Fe3_soluble, 0)",
      });
      draft.variable("probe_hits", {
        label: "·OH taken by the probe",
        unit: "M",
        rate: "fenton*k_OH_probe*probe/OH_sink",
        counter: true,
      });
      draft.variable("oxidant_made", { label: "·OH made", unit: "M", rate: "fenton", counter: true });
      draft.observe("superoxide", {
        label: "superoxide",
        unit: "M",
        display: "uM",
        expr: "superoxide__beaker",
      });
      draft.observe("OH.made", { label: "·OH made", unit: "M", display: "uM", expr: "oxidant_made" });
      draft.observe("probe.hits", {
        label: "·OH taken by the probe",
        unit: "M",
        display: "uM",
        expr: "probe_hits",
      });
    },
  };
}
