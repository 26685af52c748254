import type { Mechanism } from "../types.ts";
import { ferricSolubility, milleroRate } from "./iron.ts";

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
      draft.setting("V_beaker", 1e-3, "m^3", "volume");
      draft.compartment("beaker", { label: "beaker", size: "V_beaker" });
      draft.setting("pH", pH, "1", "pH");
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
      draft.rule("share_HO2", "1", `h/(h + 10^(-${options.pKa ?? 4.8}))`, "share of superoxide that is HO2·");
      draft.rule(
        "k_fenton",
        "1/(M*s)",
        milleroRate({ pH: "pH", T: "298.15 [K]", I: "0.15 [M]" }),
        "Fe(II) + H2O2",
      );
      draft.rule(
        "hydrolysis",
        "1",
        "1 + 10^(-2.19)/h + 10^(-5.76)/h^2 + 10^(-14.30)/h^3 + 10^(-21.71)/h^4",
        "Fe(III) over Fe3+",
      );
      draft.rule(
        "k_HO2_Fe3",
        "1/(M*s)",
        "(2e4 [1/(M*s)]*10^(-2.19)/h + 2e3 [1/(M*s)])/hydrolysis",
        "Fe(III) + HO2·",
      );
      // By way of FeHO2²⁺ (K 3.1e-3) and Fe(OH)HO2⁺ (K 2.0e-4), which fall apart at 2.7e-3 1/s.
      draft.rule(
        "k_Fe3_H2O2",
        "1/(M*s)",
        "2.7e-3 [1/(M*s)]*(3.1e-3 + 2.0e-4*10^(-2.19)/h)/(h*hydrolysis)",
        "Fe(III) + H2O2",
      );
      draft.rule("Fe3_soluble", "M", ferricSolubility("pH"), "solubility of Fe(III)");
      draft.rule("fenton", "M/s", "k_fenton*Fe2__beaker*H2O2__beaker", "·OH made");
      draft.rule(
        "OH_sink",
        "1/s",
        "3.2e8 [1/(M*s)]*Fe2__beaker + 3e7 [1/(M*s)]*H2O2__beaker + 5e9 [1/(M*s)]*probe",
        "·OH sink",
      );
      const at = "beaker";
      draft.reaction("fenton_Fe2_H2O2", "Fe2__beaker + H2O2__beaker -> Fe3__beaker", { at, rate: "fenton" });
      draft.reaction("oxidise_Fe2_OH", "Fe2__beaker -> Fe3__beaker", {
        at,
        rate: "fenton*3.2e8 [1/(M*s)]*Fe2__beaker/OH_sink",
      });
      draft.reaction("oxidise_H2O2_OH", "H2O2__beaker -> superoxide__beaker", {
        at,
        rate: "fenton*3e7 [1/(M*s)]*H2O2__beaker/OH_sink",
      });
      draft.reaction("reduce_Fe3_H2O2", "Fe3__beaker + H2O2__beaker -> Fe2__beaker + superoxide__beaker", {
        at,
        rate: "k_Fe3_H2O2*Fe3__beaker*H2O2__beaker",
      });
      draft.reaction(
        "oxidise_Fe2_superoxide",
        "Fe2__beaker + superoxide__beaker -> Fe3__beaker + H2O2__beaker",
        {
          at,
          rate: "(1.2e6 [1/(M*s)]*share_HO2 + 1e7 [1/(M*s)]*(1 - share_HO2))*Fe2__beaker*superoxide__beaker",
        },
      );
      draft.reaction("reduce_Fe3_superoxide", "Fe3__beaker + superoxide__beaker -> Fe2__beaker", {
        at,
        rate: "(k_HO2_Fe3*share_HO2 + 5e7 [1/(M*s)]*(1 - share_HO2))*Fe3__beaker*superoxide__beaker",
      });
      draft.reaction("dismutate", "superoxide__beaker -> 0.5 H2O2__beaker", {
        at,
        rate: "2*(8.6e5 [1/(M*s)]*share_HO2^2 + 1.02e8 [1/(M*s)]*share_HO2*(1 - share_HO2))*superoxide__beaker^2",
      });
      const excess = "0.5*(Fe3__beaker - Fe3_soluble + sqrt((Fe3__beaker - Fe3_soluble)^2 + (1e-12 [M])^2))";
      draft.reaction("precipitate", "Fe3__beaker -> Fe3s__beaker", { at, rate: `0.1 [1/s]*${excess}` });
      draft.reaction("dissolve", "Fe3s__beaker -> Fe3__beaker", {
        at,
        rate: "1e-5 [1/s]*Fe3s__beaker*max(1 - Fe3__beaker/Fe3_soluble, 0)",
      });
      draft.variable("probe_hits", {
        label: "·OH taken by the probe",
        unit: "M",
        rate: "fenton*5e9 [1/(M*s)]*probe/OH_sink",
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
