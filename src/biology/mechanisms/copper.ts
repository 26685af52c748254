import { sourced } from "#model";
import { betaCuGS2 } from "../speciation/biological.ts";
import type { Cell, Mechanism } from "../types.ts";
import { type Constants, constants, surroundings } from "./constants.ts";
import { useCell } from "./culture.ts";

const numbers: Constants = {
  k_fenton_Cu1_H2O2: {
    label: "free Cu(I) + H2O2",
    number: sourced("4.7e3 1/(M*s)", {
      grade: "B",
      range: ["1e3 1/(M*s)", "1e4 1/(M*s)"],
      why: "recalled, no source known; reviews quote 1e4",
      needsPaper: true,
    }),
  },
  f_OH_Cu: {
    label: "·OH per Cu(I) + H2O2",
    number: sourced("0.1", {
      grade: "C",
      range: ["0.005", "0.5"],
      source: "pham2013",
      why: "0 at pH 8 is read; 0–0.5 at pH 6.5",
    }),
  },
  k_oxygen_Cu1: {
    label: "free Cu(I) + O2 in 0.15 M chloride",
    number: sourced("3e3 1/(M*s)", {
      grade: "C",
      range: ["1e3 1/(M*s)", "1e4 1/(M*s)"],
      why: "3–5e5 in water, halved again and again by chloride",
      needsPaper: true,
    }),
  },
  k_superoxide_Cu1: {
    label: "free Cu(I) + superoxide",
    number: sourced("1.98e9 1/(M*s)", {
      grade: "A",
      range: ["1e9 1/(M*s)", "1e10 1/(M*s)"],
      source: "zafiriou1998",
      at: "abstract, seawater",
    }),
  },
  k_superoxide_Cu2: {
    label: "Cu(II) + superoxide",
    number: sourced("6.63e8 1/(M*s)", {
      grade: "A",
      range: ["5e8 1/(M*s)", "8e9 1/(M*s)"],
      source: "zafiriou1998",
      at: "abstract, seawater",
    }),
  },
  k_reduce_Cu2_GSH: {
    label: "Cu(II) + GSH",
    number: sourced("1e4 1/(M*s)", {
      grade: "C",
      range: ["1e2 1/(M*s)", "1e6 1/(M*s)"],
      source: "kachur1998",
      why: "fast phase over within a second at mM",
    }),
  },
  beta_CuGS2: {
    label: "Cu(I) + 2 GS-, log of the stability constant",
    number: betaCuGS2,
  },
  pKa_GSH: {
    label: "pKa of the thiol of glutathione",
    number: sourced("8.5", {
      grade: "D",
      range: ["8.4", "8.7"],
      why: "gives [GS-] 2.4e-4 M at 5 mM GSH and pH 7.2–7.4",
      dist: "normal",
    }),
  },
  k_bind_CuGS2: {
    label: "binding of Cu(I) by glutathione, third order",
    number: sourced("1e9 1/(M^2*s)", {
      grade: "C",
      why: "faster than all that competes: only the equilibrium matters",
      dist: "fixed",
    }),
  },
  k_oxygen_CuGS2: {
    label: "Cu(GS)2 + O2",
    number: sourced("1 1/(M*s)", {
      grade: "C",
      range: ["0.1 1/(M*s)", "10 1/(M*s)"],
      source: "speisky2008",
      why: "superoxide made steadily, no ·OH: sign is read",
    }),
  },
  k_sequester_CuMT: {
    label: "transfer of copper to metallothionein",
    number: sourced("1e-3 1/s", {
      grade: "C",
      range: ["1e-4 1/s", "1e-2 1/s"],
      why: "minutes by ligand exchange",
      needsPaper: true,
    }),
  },
  K_import_Cu: {
    label: "CTR1, half-saturation",
    number: sourced("1.7e-6 M", { grade: "B", range: ["1e-6 M", "5e-6 M"], source: "lee2002" }),
  },
};

/**
 * Copper freed by a particle. Cu(I) + H2O2 competes with glutathione for Cu(I): two GS⁻ hold it so tightly that it
 * shuts the reaction off until glutathione is used up.
 *
 *     Cu⁺ + H2O2 → Cu²⁺ + OH⁻ + oxidant,   v = k·[Cu⁺]free·[H2O2], ·OH for a share f_OH
 *     Cu²⁺ + GSH → Cu⁺ + ½ GSSG + H⁺        Cu⁺ + 2 GSH ⇄ Cu(GS)2⁻ + 2 H⁺, β on free GS⁻
 *
 * In the medium Cu(I) is oxidised by O2; CTR1 takes up what is there. Albumin's hold on Cu(II) is left out: CTR1 is
 * saturated at the doses that matter, and albumin-bound Cu(II) does not react with H2O2 either.
 * All constants of Cu(I) are on one affinity scale (`bcs`); the scales differ by four decades and are never mixed.
 *
 * @limits  no copper, no reaction; with [GSH] ≫ [Cu] free Cu(I) is below 1e-12 M
 */
export function copper(options: { cell: Cell }): Mechanism {
  return {
    id: "copper",
    label: "freed copper, its Fenton-like reaction, glutathione and metallothionein",
    add(draft) {
      constants(draft, numbers);
      useCell(draft, options.cell, {
        MT_sites: "metallothionein",
        k_export_Cu: "copperExport",
        V_import_Cu: "copperImport",
        k_ion_escape: "ionEscape",
      });
      const [o2, hydroxide, oxidant, proton] = ["dioxygen", "hydroxide", "oxidant", "proton"].map((s) =>
        surroundings(draft, s, "cyt"),
      );
      for (const at of ["med", "vesicle", "cyt"]) {
        draft.species(`Cu1__${at}`, { label: `Cu(I) free, ${at}`, at, formula: "Cu+" });
        draft.species(`Cu2__${at}`, { label: `Cu(II), ${at}`, at, formula: "Cu+2" });
      }
      draft.species("CuGS2__cyt", {
        label: "Cu(I) held by two glutathiones",
        at: "cyt",
        formula: "CuC20H32N6O12S2-",
      });
      draft.species("CuMT__cyt", { label: "copper in metallothionein", at: "cyt", formula: "Cu+" });
      draft.rule(
        "fenton_Cu_cyt",
        "M/s",
        "heat_diffusion*k_fenton_Cu1_H2O2*Cu1__cyt*H2O2__cyt",
        "Cu(I) + H2O2 flux, cytosol",
      );
      draft.addTo("OH_source__cyt", "f_OH_Cu*fenton_Cu_cyt");
      draft.addTo("X_source__cyt", "(1 - f_OH_Cu)*fenton_Cu_cyt");
      draft.reaction("fenton_Cu1_H2O2__cyt", `Cu1__cyt + H2O2__cyt -> Cu2__cyt + ${hydroxide} + ${oxidant}`, {
        at: "cyt",
        rate: "fenton_Cu_cyt",
      });
      draft.reaction("oxidise_Cu1_O2__cyt", `Cu1__cyt + ${o2} -> Cu2__cyt + superoxide__cyt`, {
        at: "cyt",
        rate: "k_oxygen_Cu1*Cu1__cyt*O2__cyt",
      });
      draft.reaction(
        "oxidise_Cu1_superoxide__cyt",
        `Cu1__cyt + superoxide__cyt + 2 ${proton} -> Cu2__cyt + H2O2__cyt`,
        {
          at: "cyt",
          rate: "k_superoxide_Cu1*Cu1__cyt*superoxide__cyt",
        },
      );
      draft.reaction("reduce_Cu2_superoxide__cyt", `Cu2__cyt + superoxide__cyt -> Cu1__cyt + ${o2}`, {
        at: "cyt",
        rate: "k_superoxide_Cu2*Cu2__cyt*superoxide__cyt",
      });
      draft.reaction("reduce_Cu2_GSH__cyt", `Cu2__cyt + GSH__cyt -> Cu1__cyt + 0.5 GSSG__cyt + ${proton}`, {
        at: "cyt",
        rate: "k_reduce_Cu2_GSH*Cu2__cyt*GSH__cyt",
      });
      draft.rule("thiolate_share", "1", "1/(1 + 10^(pKa_GSH - pH__cyt))", "share of GSH that is GS-");
      draft.reaction("bind_Cu1_GSH__cyt", `Cu1__cyt + 2 GSH__cyt -> CuGS2__cyt + 2 ${proton}`, {
        at: "cyt",
        rate: "k_bind_CuGS2*Cu1__cyt*GSH__cyt^2",
      });
      draft.reaction("unbind_CuGS2__cyt", `CuGS2__cyt + 2 ${proton} -> Cu1__cyt + 2 GSH__cyt`, {
        at: "cyt",
        rate: "k_bind_CuGS2*CuGS2__cyt/(10^beta_CuGS2*1 [1/M^2]*thiolate_share^2)",
      });
      draft.reaction(
        "oxidise_CuGS2_O2__cyt",
        `CuGS2__cyt + ${o2} + 2 ${proton} -> Cu2__cyt + 2 GSH__cyt + superoxide__cyt`,
        {
          at: "cyt",
          rate: "k_oxygen_CuGS2*CuGS2__cyt*O2__cyt",
        },
      );
      draft.reaction("sequester_CuGS2__cyt", `CuGS2__cyt + 2 ${proton} -> CuMT__cyt + 2 GSH__cyt`, {
        at: "cyt",
        rate: "k_sequester_CuMT*CuGS2__cyt*(1 - CuMT__cyt/MT_sites)",
      });
      draft.reaction("export_CuGS2", `CuGS2__cyt + 2 ${proton} -> Cu1__med + 2 GSH__cyt`, {
        at: "cyt",
        rate: "k_export_Cu*CuGS2__cyt",
      });
      mediumAndVesicle(draft);
      draft.addTo(
        "metal_in_cell",
        "63.546 [g/mol]*((Cu1__vesicle + Cu2__vesicle)*V_vesicle + (Cu1__cyt + Cu2__cyt + CuGS2__cyt + CuMT__cyt)*V_cyt)",
      );
      draft.addTo(
        "ions_in_cell",
        "(Cu1__vesicle + Cu2__vesicle)*V_vesicle/V_cyt + Cu1__cyt + Cu2__cyt + CuGS2__cyt + CuMT__cyt",
      );
      draft.observe("free Cu(I)", { label: "free Cu(I)", unit: "mM", display: "nM", expr: "Cu1__cyt" });
    },
  };
}

function mediumAndVesicle(draft: Parameters<Mechanism["add"]>[0]): void {
  const [o2, hydroxide, oxidant, water] = ["dioxygen", "hydroxide", "oxidant", "water"].map((s) =>
    surroundings(draft, s, "vesicle"),
  );
  draft.rule(
    "fenton_Cu_vesicle",
    "M/s",
    "heat_diffusion*k_fenton_Cu1_H2O2*Cu1__vesicle*H2O2__cyt",
    "Cu(I) + H2O2 flux, lysosome",
  );
  draft.addTo("OH_source__vesicle", "f_OH_Cu*fenton_Cu_vesicle");
  draft.addTo("X_source__vesicle", "(1 - f_OH_Cu)*fenton_Cu_vesicle");
  draft.reaction(
    "fenton_Cu1_H2O2__vesicle",
    `Cu1__vesicle + H2O2__cyt -> Cu2__vesicle + ${hydroxide} + ${oxidant}`,
    {
      at: "vesicle",
      rate: "fenton_Cu_vesicle",
    },
  );
  draft.reaction(
    "oxidise_Cu1_O2__vesicle",
    `Cu1__vesicle + 0.25 ${o2} + 0.5 ${water} -> Cu2__vesicle + ${hydroxide}`,
    {
      at: "vesicle",
      rate: "k_oxygen_Cu1*Cu1__vesicle*O2__cyt",
      label: "Cu(I) + O2, lysosome, four-electron lump",
    },
  );
  for (const ion of ["Cu1", "Cu2"]) {
    draft.reaction(`escape_${ion}`, `${ion}__vesicle -> ${ion}__cyt`, {
      at: "vesicle",
      rate: `k_ion_escape*${ion}__vesicle`,
    });
  }
  const [o2m, hydroxideM, waterM] = ["dioxygen", "hydroxide", "water"].map((s) =>
    surroundings(draft, s, "med"),
  );
  draft.reaction(
    "oxidise_Cu1_O2__med",
    `Cu1__med + 0.25 ${o2m} + 0.5 ${waterM} -> Cu2__med + ${hydroxideM}`,
    {
      at: "med",
      rate: "k_oxygen_Cu1*Cu1__med*O2__med",
      label: "Cu(I) + O2, medium, four-electron lump",
    },
  );
  draft.reaction("import_Cu1", "Cu1__med -> Cu1__cyt", {
    rate: "V_import_Cu*Cu1__med/(K_import_Cu + Cu1__med + Cu2__med)",
  });
  draft.reaction("import_Cu2", "Cu2__med -> Cu2__cyt", {
    rate: "V_import_Cu*Cu2__med/(K_import_Cu + Cu1__med + Cu2__med)",
    label: "CTR1, after reduction at the membrane",
  });
}
