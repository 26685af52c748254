import { sourced } from "#model";
import type { Cell, Mechanism } from "../types.ts";
import { type Constants, constants, surroundings } from "./constants.ts";
import { useCell } from "./culture.ts";

/** Numbers of superoxide, with and without enzyme. */
export const superoxideNumbers: Constants = {
  k_sod: {
    label: "superoxide dismutase",
    number: sourced("1.6e9 1/(M*s)", {
      grade: "A(c)",
      range: ["1.2e9 1/(M*s)", "2e9 1/(M*s)"],
      source: "kowald2006",
      at: "per site, loss −k[SOD][O2·-]",
    }),
  },
  pKa_HO2: {
    label: "pKa of HO2·",
    number: sourced("4.69", {
      grade: "A",
      range: ["4.56", "4.82"],
      source: "bielski1978",
      at: "abstract, 4.69(8)",
      dist: "normal",
    }),
  },
  k_HO2_HO2: {
    label: "HO2· + HO2·",
    number: sourced("8.6e5 1/(M*s)", {
      grade: "A",
      range: ["7.6e5 1/(M*s)", "9.6e5 1/(M*s)"],
      source: "bielski1978",
      at: "abstract, 8.60(62)e5",
    }),
  },
  k_HO2_superoxide: {
    label: "HO2· + O2·-",
    number: sourced("1.02e8 1/(M*s)", {
      grade: "A",
      range: ["0.2e8 1/(M*s)", "1.8e8 1/(M*s)"],
      source: "bielski1978",
      at: "abstract, (1.02 ± 0.49)e8; another list 9.7e7",
    }),
  },
};

/** k_obs of the dismutation of HO2·/O2·⁻ without enzyme at a pH, as an expression over {@link superoxideNumbers}. */
export function dismutationRate(pH: string): string {
  const ratio = `10^(${pH} - pKa_HO2)`;
  return `(k_HO2_HO2 + k_HO2_superoxide*${ratio})/(1 + ${ratio})^2`;
}

/**
 * Superoxide of the cytosol: its source, its acid, and its dismutation with and without enzyme.
 *
 *     HO2·/O2·⁻ = 10^(pKa − pH)        2 O2·⁻ + 2 H⁺ → H2O2 + O2,  v = k_obs·c²  (loss 2·k_obs·c²)
 *     k_obs = (k₁ + k₂·Ka/[H⁺])/(1 + Ka/[H⁺])²        SOD: loss k·[SOD]·c  (half an H2O2 for each)
 *
 * The state is the sum of O2·⁻ and HO2·. For the self-reaction k is the rate of the reaction, so that superoxide is
 * lost at 2k; for SOD the constant is already that of the loss. Left out: O2·⁻ + LOO·, 4e-6 1/s at rest, a
 * hundred-thousandth of what tocopherol takes of LOO·.
 *
 * @limits  without SOD dismutation is of second order and fastest at pH 4.8
 * @valid   k_obs 2.0e5 1/(M·s) at pH 7.4, 1.5e6 at 6.5; 4.1e-11 M at 6.6e-7 M/s and 10 µM SOD
 * @source  Bielski 1978 (k₁, k₂, pKa); Kowald 2006 (SOD)
 */
export function superoxide(options: { cell: Cell }): Mechanism {
  return {
    id: "superoxide",
    label: "superoxide and its dismutation",
    add(draft) {
      constants(draft, superoxideNumbers);
      useCell(draft, options.cell, { v_superoxide: "superoxideSource", SOD: "sod" });
      const [o2, proton] = ["dioxygen", "proton"].map((s) => surroundings(draft, s, "cyt"));
      draft.species("superoxide__cyt", { label: "superoxide", at: "cyt", formula: "O2-" });
      draft.species("electron__cyt", {
        label: "electrons of respiration",
        at: "cyt",
        formula: "-",
        boundary: true,
      });
      draft.rule("share_HO2__cyt", "1", "1/(1 + 10^(pH__cyt - pKa_HO2))", "share of superoxide that is HO2·");
      draft.rule("HO2__cyt", "M", "share_HO2__cyt*superoxide__cyt", "HO2· in the cytosol");
      draft.rule("k_dismutation__cyt", "1/(M*s)", dismutationRate("pH__cyt"), "dismutation without enzyme");
      draft.rule("v_sod__cyt", "M/s", "k_sod*SOD*superoxide__cyt", "superoxide lost to SOD");
      draft.rule("v_dismutation__cyt", "M/s", "k_dismutation__cyt*superoxide__cyt^2");
      draft.reaction("make_superoxide__cyt", `${o2} + electron__cyt -> superoxide__cyt`, {
        at: "cyt",
        rate: "v_superoxide",
      });
      draft.reaction("dismutate__cyt", `superoxide__cyt + ${proton} -> 0.5 H2O2__cyt + 0.5 ${o2}`, {
        at: "cyt",
        rate: "v_sod__cyt",
      });
      draft.reaction("dismutate_unaided__cyt", `2 superoxide__cyt + 2 ${proton} -> H2O2__cyt + ${o2}`, {
        at: "cyt",
        rate: "v_dismutation__cyt",
      });
      draft.sum("H2O2_endogenous", "M/s", "H2O2 that the cell itself makes");
      draft.addTo("H2O2_endogenous", "0.5*v_sod__cyt + v_dismutation__cyt");
    },
  };
}
