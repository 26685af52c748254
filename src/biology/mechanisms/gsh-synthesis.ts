import { type Draft, sourced } from "#model";
import type { Mechanism } from "../types.ts";
import { type Constants, constants, surroundings } from "./constants.ts";
import { liver } from "./gsh-synthesis.data.ts";

const own: Constants = {
  ...liver,
  V_xc: {
    label: "system xc-, Vmax of the generic cell",
    number: sourced("2.3e-7 M/s", {
      grade: "C",
      range: ["1e-7 M/s", "1e-6 M/s"],
      why: "feeds ligase and protein synthesis of the liver model at 0.2 mM cystine; 10 nmol/(min·mg) would be 1e-6",
      needsPaper: true,
    }),
  },
};

/**
 * Glutathione synthesis step by step, an add-on in place of the lumped one (`with: ["gsh-synthesis"]`).
 *
 *     xc⁻   cystine + Glu → Glu out, cystine + NADPH → 2 Cys      V·a_xc·[CySS]/(K + [CySS])
 *     GCL   Cys + Glu ⇄ γ-Glu-Cys      V·([Cys][Glu] − [γGC]/Keq)/D·a,  GSH competes with Glu (Ki 8.2 mM)
 *     GS    γ-Glu-Cys + Gly ⇄ GSH      export of GSH (two carriers) and GSSG (two), degradation, Cys into protein
 *     a     h/(1 + (h/3)⁴)^¼, h = ([H2O2] + K)/(2K), K 0.01 µM: activation by H2O2, levelled at 3
 *
 * The laws are those of a liver model; two terms of its GCL denominator, a millionth of the rest, are left out. Cysteine and γ-Glu-Cys are states; glutamate and glycine of the cytosol
 * and cystine of the medium are held (the medium is fresh: at 1e6 cells/mL a day's uptake would use most of it). A
 * cell's `gshSynthesis` over the generic 1.1e-6 M/s scales GCL. `gcl_block` and `xc_block` act as in {@link glutathione}.
 *
 * @limits  no cystine: Cys, γ-Glu-Cys and GSH run out; GCL blocked: Cys rises, GSH decays by export
 * @valid   resting GSH 1–10 mM; activation read up to 0.05 µM H2O2
 * @source  Reed 2008, BIOMD0000000268: GCL, GS, export, degradation, use of cysteine
 */
export function gshSynthesis(): Mechanism {
  return {
    id: "gsh-synthesis",
    label: "glutathione synthesis by xc-, GCL and GS, and its export",
    add(draft) {
      constants(draft, own);
      for (const base of ["water", "proton"]) surroundings(draft, base, "cyt");
      species(draft);
      supply(draft);
      synthesis(draft);
      loss(draft);
    },
  };
}

function species(draft: Draft): void {
  const at = "cyt";
  draft.species("Cys__cyt", { label: "cysteine", at, formula: "C3H7NO2S", initial: "Cys_start" });
  draft.species("gGC__cyt", { label: "γ-glutamylcysteine", at, formula: "C8H14N2O5S", initial: "gGC_start" });
  const held = { boundary: true } as const;
  draft.species("Glu__cyt", { label: "glutamate", at, formula: "C5H9NO4", initial: "Glu_cytosol", ...held });
  draft.species("Gly__cyt", { label: "glycine", at, formula: "C2H5NO2", initial: "Gly_cytosol", ...held });
  draft.species("Cys_protein__cyt", { label: "cysteine in protein", at, formula: "C3H7NO2S", ...held });
  const med = { at: "med", ...held };
  draft.species("CySS__med", {
    label: "cystine in the medium",
    formula: "C6H12N2O4S2",
    initial: "cystine_medium",
    ...med,
  });
  draft.species("Glu__med", { label: "glutamate in the medium", formula: "C5H9NO4", ...med });
  draft.species("GSH_out__med", { label: "exported glutathione", formula: "C10H17N3O6S", ...med });
}

function supply(draft: Draft): void {
  draft.rule(
    "v_xc__cyt",
    "M/s",
    "heat_enzyme*V_xc*xc_activity*CySS__med/(K_xc + CySS__med)*NADPH__cyt/(K_trxr_nadph + NADPH__cyt)",
    "cystine taken up and reduced",
  );
  draft.reaction(
    "import_cystine",
    "CySS__med + Glu__cyt + NADPH__cyt + proton__cyt -> 2 Cys__cyt + Glu__med + NADP__cyt",
    { at: "cyt", rate: "v_xc__cyt", label: "xc- and the reduction of cystine" },
  );
  draft.reaction("use_Cys__cyt", "Cys__cyt -> Cys_protein__cyt", {
    at: "cyt",
    rate: "heat_enzyme*k_cys_use*Cys__cyt^2",
  });
}

function synthesis(draft: Draft): void {
  draft.rule("gcl_h", "1", "(H2O2__cyt + Ka_gcl)/(2*Ka_gcl)", "H2O2 over the 0.01 µM of the liver model");
  draft.rule(
    "gcl_activation",
    "1",
    "gcl_h/(1 + (gcl_h/3)^4)^0.25",
    "activation of GCL by H2O2, levelled at 3",
  );
  draft.rule(
    "v_gcl__cyt",
    "M/s",
    "heat_enzyme*V_gcl*k_gsh_synthesis/1.1e-6 [M/s]*gcl_activation/(1 + gcl_block)" +
      "*(Cys__cyt*Glu__cyt - gGC__cyt/Keq_gcl)/(K_cys*K_glu + Glu__cyt*K_cys" +
      " + Cys__cyt*(K_glu*(1 + GSH__cyt/Ki_gcl) + Glu__cyt))",
    "glutamate–cysteine ligase",
  );
  draft.rule(
    "v_gs__cyt",
    "M/s",
    "heat_enzyme*V_gs*(Gly__cyt*gGC__cyt - GSH__cyt/Keq_gs)/(K_gly*K_ggc + gGC__cyt*K_gly" +
      " + Gly__cyt*(K_ggc + gGC__cyt) + GSH__cyt/Kp_gs)",
    "glutathione synthetase",
  );
  draft.reaction("ligate_gGC__cyt", "Cys__cyt + Glu__cyt -> gGC__cyt + water__cyt", {
    at: "cyt",
    rate: "v_gcl__cyt",
  });
  draft.reaction("make_GSH__cyt", "gGC__cyt + Gly__cyt -> GSH__cyt + water__cyt", {
    at: "cyt",
    rate: "v_gs__cyt",
  });
}

function loss(draft: Draft): void {
  draft.rule(
    "v_gsh_export",
    "M/s",
    "heat_enzyme*(V_gsh_high*GSH__cyt/(K_gsh_high + GSH__cyt) + V_gsh_low*(GSH__cyt/K_gsh_low)^h_gsh_low/(1 + (GSH__cyt/K_gsh_low)^h_gsh_low))",
    "GSH exported",
  );
  draft.reaction("export_GSH", "GSH__cyt -> GSH_out__med", { at: "cyt", rate: "v_gsh_export" });
  draft.reaction("lose_GSH__cyt", "GSH__cyt -> GSH_pool__cyt", {
    at: "cyt",
    rate: "heat_enzyme*k_gsh_degradation*GSH__cyt",
  });
  draft.addTo("GSSG_loss", "heat_enzyme*V_gssg_high*GSSG__cyt/(K_gssg_high + GSSG__cyt)");
}
