import { sourced } from "#model";
import type { Cell, Mechanism } from "../types.ts";
import { type Constants, constants, surroundings } from "./constants.ts";
import { useCell } from "./culture.ts";
import { gpx4Level } from "./drugs.ts";
import { arrhenius } from "./heat.ts";
import { splitByIron } from "./peroxide-bond.ts";

const numbers: Constants = {
  phi_lipid: {
    label: "lipid phase, share of the cell volume",
    number: sourced("0.03", { grade: "C", range: ["0.02", "0.05"], why: "membranes of all kinds" }),
  },
  k_p: {
    label: "propagation LOO· + LH, in the lipid phase",
    number: sourced("30 1/(M*s)", {
      grade: "B",
      range: ["20 1/(M*s)", "62 1/(M*s)"],
      source: "flash",
      at: "20",
      why: "linoleate 20–62 is recalled from other works, 30 among them",
    }),
  },
  k_t: {
    label: "termination LOO· + LOO·, in the lipid phase",
    number: sourced("1e5 1/(M*s)", {
      grade: "C",
      range: ["1e4 1/(M*s)", "3e7 1/(M*s)"],
      source: "labarbe",
      at: "bounds of the fit; the fit itself 1.1e7",
      why: "of the bounds that are read the lower part, as membranes are slow; not measured there",
      dist: "log-normal",
    }),
  },
  k_inh: {
    label: "inhibition LOO· + tocopherol, in the lipid phase",
    number: sourced("5.8e3 1/(M*s)", {
      grade: "A(c)",
      range: ["3e3 1/(M*s)", "1.2e4 1/(M*s)"],
      source: "salvador1995",
      at: "via the FLASH code",
    }),
  },
  K_reg: {
    label: "regeneration of tocopherol, half-saturation in the lipid phase",
    number: sourced("1e-4 M", {
      grade: "C",
      range: ["3e-5 M", "3e-4 M"],
      why: "of the order of tocopherol itself",
      needsPaper: true,
    }),
  },
  k_FL: {
    label: "Fe2+ + LOOH",
    number: sourced("1.39e3 1/(M*s)", {
      grade: "A",
      range: ["0.83e3 1/(M*s)", "1.95e3 1/(M*s)"],
      source: "loohIron",
      at: "abstract, 1.39(34)e3",
    }),
  },
  eff_LO: {
    label: "chains started per alkoxyl radical",
    number: sourced("0.5", {
      grade: "C",
      range: ["0.3", "0.98"],
      why: "cyclisation to epoxyallylic peroxyl is read, its share is not",
      source: "biochemSocSymp61",
    }),
  },
  f_OHL: {
    label: "share of oxidants that starts a lipid chain",
    number: sourced("1e-2", {
      grade: "C",
      range: ["1e-3", "1e-1"],
      why: "oxidants made beside the membrane",
      needsPaper: true,
    }),
  },
  k_HO2_init: {
    label: "lipid chains started by HO2· at rest, per cell volume",
    number: sourced("1e-9 M/s", {
      grade: "C",
      range: ["1e-10 M/s", "1e-8 M/s"],
      why: "must stay below the iron route, else chelators could not rescue",
    }),
  },
  k_bg: {
    label: "LOOH removal without GPX4 (Prx6, GST, turnover)",
    number: sourced("1e-4 1/s", {
      grade: "C",
      range: ["1e-5 1/s", "1e-3 1/s"],
      why: "order of magnitude",
      needsPaper: true,
    }),
  },
  k_LOOH_Fe3: {
    label: "Fe3+ + LOOH, to LOO·",
    number: sourced("1 1/(M*s)", {
      grade: "C",
      range: ["1e-2 1/(M*s)", "30 1/(M*s)"],
      why: "slow beside Fe2+ + LOOH is all that is known",
      needsPaper: true,
    }),
  },
  f_russell: {
    label: "singlet oxygen per pair of LOO·",
    number: sourced("0.03", {
      grade: "C",
      range: ["0.003", "0.1"],
      why: "the Russell mechanism gives up to about 0.1",
      needsPaper: true,
    }),
  },
  k_gpx4_looh: {
    label: "GPX4 + LOOH",
    number: sourced("1e7 1/(M*s)", {
      grade: "B",
      range: ["0.8e7 1/(M*s)", "3e7 1/(M*s)"],
      why: "recalled, no source known",
      needsPaper: true,
    }),
  },
  k_gpx4_thiol: {
    label: "GPX4 (oxidised) + GSH",
    number: sourced("2e4 1/(M*s)", {
      grade: "A(c)",
      range: ["1e4 1/(M*s)", "4e4 1/(M*s)"],
      source: "stein",
      at: "k2 of GPX4",
    }),
  },
};

const thiolNumbers: Constants = {
  k_starve_gpx4: {
    label: "loss of GPX4 without thiol",
    number: sourced("3e-5 1/s", {
      grade: "C",
      range: ["3e-6 1/s", "1e-4 1/s"],
      why: "selenoprotein synthesis needs thiol; the level falls within a day of cystine starvation",
      needsPaper: true,
    }),
  },
  K_starve_gpx4: {
    label: "GSH at which half of that loss is seen",
    number: sourced("0.1 mM", {
      grade: "C",
      range: ["0.02 mM", "0.5 mM"],
      why: "a few percent of rest",
      needsPaper: true,
    }),
  },
};

/**
 * Lipid peroxidation and its defence, the main arm of death: chains started by oxidants, carried by LOO·, ended by
 * tocopherol, and branched by Fe2+ splitting the hydroperoxide that GPX4 would have removed.
 *
 *     start  f·(J_OH + J_CO3 + J_X) + k_HO2        carry  k_p[LH]·LOO·        branch  k_FL[Fe2+]·LOOH → eff chains
 *     end    k_inh·LOO·TOH/φ, 2k_t·LOO·²/φ    GPX4  E/(1/(k₁LOOH) + 1/(k₂GSH))
 *
 * LOO·, LOOH and tocopherol are amounts per volume of cell; the laws of the lipid phase see them divided by φ.
 * `gpx4_inhibition` (0–1) takes GPX4 away. LH is not used up: LOOH/LH above 0.3 is beyond the law. Read-outs tell the
 * branching number, chains that one LOOH leads to before it is removed (above 1 the membrane ignites), and the singlet
 * oxygen of LOO· + LOO·. Inhibitors of FSP1 add to `fsp1_block`.
 *
 *     R₀ = k_FL[Fe2+]·(eff·(ν + 1) − 1)/(GPX4 + k_bg)        ν = k_p[LH]·φ/(k_inh·TOH + 2k_t·LOO·)
 *
 * @param gpx4  `followed` makes its level a state, which drugs lower and turnover restores
 * @param starved  its level also falls while GSH is low
 * @limits  GPX4 → 0 ignites within half an hour at 1 µM labile iron; intact GPX4 does not ignite at hundredfold iron
 * @valid   LOOH/LH < 0.3; GPX4, FSP1 and the other enzymes warm by `heat_enzyme`, up to 45 °C where they begin to melt
 */
export function lipidPeroxidation(options: {
  cell: Cell;
  gpx4?: "constant" | "followed";
  starved?: boolean;
}): Mechanism {
  const starved = options.starved ?? false;
  const followed = starved || options.gpx4 === "followed";
  return {
    id: "lipid-peroxidation",
    label: "lipid peroxidation, GPX4 and radical-trapping antioxidants",
    add(draft) {
      constants(draft, numbers);
      arrhenius(draft, "enzyme");
      useCell(draft, options.cell, {
        GPX4: "gpx4",
        LH: "polyunsaturated",
        TOH_membrane: "tocopherol",
        V_reg: "fsp1",
      });
      draft.setting("gpx4_inhibition", 0, "1", "share of GPX4 blocked");
      draft.sum("fsp1_block", "1", "inhibitors of FSP1, each as (c/IC50)^n");
      if (followed) gpx4Level(draft);
      if (starved) {
        constants(draft, thiolNumbers);
        draft.addTo("gpx4_level", "-k_starve_gpx4*K_starve_gpx4/(K_starve_gpx4 + GSH__cyt)*gpx4_level");
      }
      const proton = surroundings(draft, "proton", "cyt");
      const [water, o2, reductant, oxidant] = ["water", "dioxygen", "reductant", "oxidant"].map((s) =>
        surroundings(draft, s, "cyt"),
      );
      const lh = draft.species("LH__cyt", {
        label: "bis-allylic lipid",
        at: "cyt",
        formula: "{L}H",
        boundary: true,
        initial: "LH*phi_lipid",
      });
      draft.species("LOO__cyt", { label: "lipid peroxyl radical", at: "cyt", formula: "{L}O2" });
      draft.species("LOOH__cyt", { label: "lipid hydroperoxide", at: "cyt", formula: "{L}O2H" });
      draft.species("LOH__cyt", { label: "lipid alcohol", at: "cyt", formula: "{L}OH", boundary: true });
      draft.species("TOH__cyt", {
        label: "tocopherol",
        at: "cyt",
        formula: "{T}H",
        initial: "TOH_membrane*phi_lipid",
      });
      draft.species("TO__cyt", { label: "tocopheroxyl radical", at: "cyt", formula: "{T}" });
      // Each oxidant of the fork alike: which of them starts chains beside a membrane, and how many, is not known.
      draft.sum("lipid_starts", "M/s", "lipid chains started by oxidants");
      draft.addTo("lipid_starts", "f_OHL*(J_OH + J_CO3 + J_X)");
      draft.rule("split_LOOH", "M/s", "k_FL*Fe2__cyt*LOOH__cyt", "LOOH split by Fe2+");
      draft.sum("chains_branched", "M/s", "lipid chains started by radicals of split peroxides");
      draft.addTo("chains_branched", "eff_LO*split_LOOH");
      draft.rule("LOOH_ratio", "1", "LOOH__cyt/LH__cyt", "LOOH per LH");

      draft.rule(
        "gpx4_rate",
        "1/s",
        `heat_enzyme*(1 - gpx4_inhibition)*GPX4*${followed ? "gpx4_level*" : ""}k_gpx4_looh*k_gpx4_thiol*GSH__cyt/(k_gpx4_looh*LOOH__cyt + k_gpx4_thiol*GSH__cyt)`,
        "LOOH removal by GPX4",
      );

      draft.reaction("start_chain__cyt", `${lh} + ${o2} + ${oxidant} -> LOO__cyt + ${water}`, {
        at: "cyt",
        rate: "lipid_starts",
      });
      draft.reaction("start_chain_HO2__cyt", `${lh} + 1.25 ${o2} -> LOO__cyt + 0.5 ${water}`, {
        at: "cyt",
        rate: "k_HO2_init",
        label: "chain started by HO2·, lumped with its reduction to water",
      });
      draft.reaction("carry_chain__cyt", `LOO__cyt + ${lh} + ${o2} -> LOOH__cyt + LOO__cyt`, {
        at: "cyt",
        rate: "heat_diffusion*k_p*LH*LOO__cyt",
      });
      draft.reaction("end_chain__cyt", `2 LOO__cyt + ${reductant} -> 2 LOH__cyt + ${o2}`, {
        at: "cyt",
        rate: "k_t*LOO__cyt^2/phi_lipid",
      });
      draft.reaction("trap_chain__cyt", "LOO__cyt + TOH__cyt -> LOOH__cyt + TO__cyt", {
        at: "cyt",
        rate: "k_inh*LOO__cyt*TOH__cyt/phi_lipid",
      });
      draft.reaction("regenerate_TOH__cyt", `TO__cyt + 0.5 ${reductant} -> TOH__cyt`, {
        at: "cyt",
        rate: "heat_enzyme*V_reg/(1 + fsp1_block)*TO__cyt/(K_reg*phi_lipid + TO__cyt)",
      });
      splitByIron(draft, {
        peroxide: "LOOH__cyt",
        alcohol: "LOH__cyt",
        flux: "split_LOOH",
        chains: "eff_LO",
        branch: "branch_chain__cyt",
        chainless: "split_chainless__cyt",
      });
      draft.reaction("start_chain_Fe3__cyt", `Fe3__cyt + LOOH__cyt -> Fe2__cyt + LOO__cyt + ${proton}`, {
        at: "cyt",
        rate: "k_LOOH_Fe3*Fe3__cyt*LOOH__cyt",
      });
      draft.reaction("gpx4__cyt", `LOOH__cyt + 2 GSH__cyt -> LOH__cyt + GSSG__cyt + ${water}`, {
        at: "cyt",
        rate: "gpx4_rate*LOOH__cyt",
      });
      draft.reaction("clear_LOOH__cyt", `LOOH__cyt + ${reductant} -> LOH__cyt + ${water}`, {
        at: "cyt",
        rate: "heat_enzyme*k_bg*LOOH__cyt",
      });
      draft.rule(
        "chain_length",
        "1",
        "heat_diffusion*k_p*LH*phi_lipid/(k_inh*TOH__cyt + 2*k_t*LOO__cyt + 1e-9 [1/s]*phi_lipid)",
        "LOOH carried by a chain before it ends",
      );
      draft.variable("lipid_radicals", {
        label: "lipid radicals made in the cell since the dose",
        unit: "mM",
        rate: "lipid_starts + k_HO2_init + chains_branched + heat_diffusion*k_p*LH*LOO__cyt",
        counter: true,
      });
      draft.observe("lipid radicals.made", {
        label: "lipid radicals made, started and carried on",
        unit: "mM",
        display: "uM",
        expr: "lipid_radicals",
      });
      draft.observe("branching", {
        label: "branching number of lipid peroxidation",
        unit: "1",
        expr: "k_FL*Fe2__cyt*(eff_LO*(chain_length + 1) - 1)/(gpx4_rate + heat_enzyme*k_bg)",
      });
      draft.observe("singlet oxygen.rate", {
        label: "singlet oxygen made from lipid peroxyls",
        unit: "M/s",
        display: "nM/s",
        expr: "f_russell*k_t*LOO__cyt^2/phi_lipid",
      });
      draft.observe("tocopherol", {
        label: "tocopherol left, of all",
        unit: "1",
        display: "%",
        expr: "TOH__cyt/(TOH__cyt + TO__cyt)",
      });
      draft.observe("LOOH", { label: "lipid hydroperoxide per lipid", unit: "1", expr: "LOOH_ratio" });
    },
  };
}
