import type { Draft } from "#model";
import type { Cell, Environment, Mechanism } from "../types.ts";
import { constants, surroundings } from "./constants.ts";
import { copperNumbers } from "./copper.data.ts";
import { chlorideSide, copperFork, copperInWater, cuprousOxygenRate } from "./copper-water.ts";
import { useCell, useEnvironment } from "./culture.ts";
import { addOxidants } from "./oxidant-fork.ts";
import { cytosolicChloride } from "./resting-chloride.ts";

/**
 * Copper freed by a particle. Cu(I) + H2O2 competes with glutathione for Cu(I): two GS⁻ hold it so tightly that it
 * shuts the reaction off until glutathione is used up.
 *
 *     Cu⁺ + H2O2 → Cu²⁺ + OH⁻ + oxidant    v = k·[Cu⁺][H2O2], Cu⁺ free or with chloride; Cu(III) but for f_OH(pH)
 *     Cu²⁺ + GSH → Cu⁺ + ½ GSSG + H⁺        Cu⁺ + 2 GSH ⇄ Cu(GS)2⁻ + 2 H⁺, β on free GS⁻ against chloride
 *     Cu(GS)2⁻ + O2 → Cu²⁺ + 2 GSH + O2·⁻ (below 1 µM H2O2 or 3 GSH per Cu)
 *     4 GSH + O2 → 2 GSSG + 2 H2O,          v = ¼·k·[Cu(GS)2]·[O2]^½·[H2O2]^−½ (above both)
 *
 * Glutathione slows both, by 1/(1 + [GSH]/K).
 * CTR1 takes up what is in the medium; albumin, which holds Cu(II) there, hands it over. In medium and lysosome see
 * `copperInWater`. The kinetic limit of Cu(I) in concentrated imidazole is of no cell and left out.
 * All constants of Cu(I) are on one affinity scale (`bcs`); the scales differ by four decades and are never mixed.
 *
 * @limits  no copper, no reaction; with [GSH] ≫ [Cu] free Cu(I) is below 1e-12 M; pH 8 gives no ·OH
 * @valid   pH 4–8
 */
export function copper(options: { cell: Cell; environment: Environment }): Mechanism {
  return {
    id: "copper",
    label: "freed copper, its Fenton-like reaction, glutathione and metallothionein",
    add(draft) {
      constants(draft, copperNumbers);
      useCell(draft, options.cell, {
        MT_sites: "metallothionein",
        k_export_Cu: "copperExport",
        V_import_Cu: "copperImport",
        k_ion_escape: "ionEscape",
        chloride_vesicle: "vesicleChloride",
        thiol_vesicle: "vesicleThiol",
      });
      useEnvironment(draft, options.environment, { chloride_medium: "chloride", albumin_medium: "albumin" });
      for (const at of ["med", "vesicle", "cyt"]) {
        draft.species(`Cu1__${at}`, { label: `Cu(I) free or with chloride, ${at}`, at, formula: "Cu+" });
        draft.species(`Cu2__${at}`, { label: `Cu(II), ${at}`, at, formula: "Cu+2" });
      }
      const chloride = cytosolicChloride(draft, options.cell);
      redoxInCytosol(draft, chloride);
      glutathioneAndStores(draft, chloride);
      copperInWater(draft, "med");
      copperInWater(draft, "vesicle");
      transport(draft);
      readOuts(draft);
    },
  };
}

function redoxInCytosol(draft: Draft, chloride: string): void {
  const at = "cyt";
  const [o2, hydroxide, oxidant, proton] = ["dioxygen", "hydroxide", "oxidant", "proton"].map((s) =>
    surroundings(draft, s, at),
  );
  const flux = draft.rule(
    "fenton_Cu_cyt",
    "M/s",
    "heat_fenton*k_fenton_Cu1_H2O2*Cu1__cyt*H2O2__cyt",
    "Cu(I) + H2O2 flux, cytosol",
  );
  addOxidants(draft, { metal: "Cu", at, flux, shares: copperFork(draft, at) });
  draft.reaction("fenton_Cu1_H2O2__cyt", `Cu1__cyt + H2O2__cyt -> Cu2__cyt + ${hydroxide} + ${oxidant}`, {
    at,
    rate: flux,
  });
  draft.reaction("reduce_Cu2_H2O2__cyt", `Cu2__cyt + H2O2__cyt -> Cu1__cyt + superoxide__cyt + 2 ${proton}`, {
    at,
    rate: "k_peroxide_Cu2*Cu2__cyt*H2O2__cyt",
  });
  const k = cuprousOxygenRate(draft, at, chloride);
  draft.reaction("oxidise_Cu1_O2__cyt", `Cu1__cyt + ${o2} -> Cu2__cyt + superoxide__cyt`, {
    at,
    rate: `${k}*Cu1__cyt*O2__cyt`,
  });
  draft.reaction(
    "oxidise_Cu1_superoxide__cyt",
    `Cu1__cyt + superoxide__cyt + 2 ${proton} -> Cu2__cyt + H2O2__cyt`,
    { at, rate: "k_superoxide_Cu1*Cu1__cyt*superoxide__cyt" },
  );
  draft.reaction("reduce_Cu2_superoxide__cyt", `Cu2__cyt + superoxide__cyt -> Cu1__cyt + ${o2}`, {
    at,
    rate: "k_superoxide_Cu2*Cu2__cyt*superoxide__cyt",
  });
}

function glutathioneAndStores(draft: Draft, chloride: string): void {
  const at = "cyt";
  const [o2, proton, water] = ["dioxygen", "proton", "water"].map((s) => surroundings(draft, s, at));
  draft.species("CuGS2__cyt", {
    label: "Cu(I) held by two glutathiones",
    at,
    formula: "CuC20H32N6O12S2-",
  });
  draft.species("CuMT__cyt", { label: "copper in metallothionein", at, formula: "Cu+" });
  draft.rule("reduction_Cu2_cyt", "M/s", "k_reduce_Cu2_GSH*Cu2__cyt*GSH__cyt", "Cu(II) + GSH, cytosol");
  draft.reaction("reduce_Cu2_GSH__cyt", `Cu2__cyt + GSH__cyt -> Cu1__cyt + 0.5 GSSG__cyt + ${proton}`, {
    at,
    rate: "reduction_Cu2_cyt",
  });
  draft.rule("thiolate_share", "1", "1/(1 + 10^(pKa_GSH - pH__cyt))", "share of GSH that is GS-");
  draft.rule(
    "K_CuGS2__cyt",
    "1/M^2",
    `10^beta_CuGS2*1 [1/M^2]*thiolate_share^2/${chlorideSide(chloride)}`,
    "Cu(GS)2 over Cu(I) free or with chloride, per total GSH squared",
  );
  draft.reaction("bind_Cu1_GSH__cyt", `Cu1__cyt + 2 GSH__cyt -> CuGS2__cyt + 2 ${proton}`, {
    at,
    rate: "k_bind_CuGS2*Cu1__cyt*GSH__cyt^2",
  });
  draft.reaction("unbind_CuGS2__cyt", `CuGS2__cyt + 2 ${proton} -> Cu1__cyt + 2 GSH__cyt`, {
    at,
    rate: "k_bind_CuGS2*CuGS2__cyt/K_CuGS2__cyt",
  });
  // The law of thiol oxidation holds above two bounds; fourth powers hand over from one route to the other without a kink.
  const copper = "excess_thiol_Cu*(CuGS2__cyt + Cu2__cyt)";
  draft.rule(
    "CuGS2_open__cyt",
    "M",
    "CuGS2__cyt/(1 + GSH__cyt/K_thiol_slow)",
    "Cu(GS)2 that O2 reaches: glutathione in excess closes it",
  );
  draft.rule(
    "share_thiol_law",
    "1",
    `GSH__cyt^4/(GSH__cyt^4 + (${copper})^4 + (1 [nM])^4)*H2O2__cyt^4/(H2O2__cyt^4 + peroxide_thiol_Cu^4)`,
    "share of Cu(GS)2 that oxidises thiol by the law of H2O2^−½",
  );
  draft.rule(
    "thiol_law",
    "M/s",
    "0.25*k_thiol_Cu*share_thiol_law*CuGS2_open__cyt*sqrt(O2__cyt/sqrt(H2O2__cyt^2 + (1 [pM])^2))",
    "GSH + O2 on its copper complex",
  );
  draft.reaction("oxidise_GSH_Cu__cyt", `4 GSH__cyt + ${o2} -> 2 GSSG__cyt + 2 ${water}`, {
    at,
    rate: "thiol_law",
  });
  draft.reaction(
    "oxidise_CuGS2_O2__cyt",
    `CuGS2__cyt + ${o2} + 2 ${proton} -> Cu2__cyt + 2 GSH__cyt + superoxide__cyt`,
    { at, rate: "k_oxygen_CuGS2*(1 - share_thiol_law)*CuGS2_open__cyt*O2__cyt" },
  );
  draft.reaction("sequester_CuGS2__cyt", `CuGS2__cyt + 2 ${proton} -> CuMT__cyt + 2 GSH__cyt`, {
    at,
    rate: "k_sequester_CuMT*CuGS2__cyt*(1 - CuMT__cyt/MT_sites)",
  });
  draft.reaction("export_CuGS2", `CuGS2__cyt + 2 ${proton} -> Cu1__med + 2 GSH__cyt`, {
    at,
    rate: "k_export_Cu*CuGS2__cyt",
  });
}

function transport(draft: Draft): void {
  for (const ion of ["Cu1", "Cu2"]) {
    draft.reaction(`escape_${ion}`, `${ion}__vesicle -> ${ion}__cyt`, {
      at: "vesicle",
      rate: `k_ion_escape*${ion}__vesicle`,
    });
  }
  draft.reaction("import_Cu1", "Cu1__med -> Cu1__cyt", {
    rate: "V_import_Cu*Cu1__med/(K_import_Cu + Cu1__med + Cu2__med)",
  });
  draft.reaction("import_Cu2", "Cu2__med -> Cu2__cyt", {
    rate: "V_import_Cu*Cu2__med/(K_import_Cu + Cu1__med + Cu2__med)",
    label: "CTR1, after reduction at the membrane; albumin hands Cu(II) over",
  });
}

function readOuts(draft: Draft): void {
  draft.addTo(
    "metal_in_cell",
    "63.546 [g/mol]*((Cu1__vesicle + Cu2__vesicle)*V_vesicle + (Cu1__cyt + Cu2__cyt + CuGS2__cyt + CuMT__cyt)*V_cyt)",
  );
  draft.addTo(
    "ions_in_cell",
    "(Cu1__vesicle + Cu2__vesicle)*V_vesicle/V_cyt + Cu1__cyt + Cu2__cyt + CuGS2__cyt + CuMT__cyt",
  );
  draft.variable("GSH_spent_Cu", {
    label: "glutathione oxidised by copper since the dose",
    unit: "mM",
    rate: "reduction_Cu2_cyt + 4*thiol_law",
    counter: true,
  });
  draft.observe("GSH.spent.Cu", {
    label: "glutathione oxidised by copper",
    unit: "mM",
    display: "uM",
    expr: "GSH_spent_Cu",
  });
  draft.observe("free Cu(I)", {
    label: "Cu(I) in the cytosol, free or with chloride",
    unit: "mM",
    display: "nM",
    expr: "Cu1__cyt",
  });
  draft.observe("bound Cu(I)", {
    label: "Cu(I) held by glutathione and metallothionein",
    unit: "mM",
    display: "uM",
    expr: "CuGS2__cyt + CuMT__cyt",
  });
}
