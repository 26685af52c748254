import { type Draft, sourced } from "#model";
import type { Mechanism } from "../types.ts";
import { type Constants, constants, surroundings } from "./constants.ts";

const numbers: Constants = {
  k_radical_oxygen: {
    label: "carbon radical + O2",
    number: sourced("5e7 1/(M*s)", {
      grade: "A(c)",
      range: ["5e6 1/(M*s)", "3e8 1/(M*s)"],
      source: "flash",
      at: "cells 5e6–5e7; fit 1.83e8–3e8; water 1e8–1e10",
    }),
  },
  k_radical_thiol: {
    label: "carbon radical + GSH (repair)",
    number: sourced("6e4 1/(M*s)", {
      grade: "D",
      range: ["2e4 1/(M*s)", "6e5 1/(M*s)"],
      why: "300 (100–3000) 1/s of the code over 5 mM thiol",
      source: "flash",
    }),
  },
  k_radical_other: {
    label: "carbon radical lost otherwise",
    number: sourced("10 1/s", {
      grade: "C",
      range: ["1 1/s", "100 1/s"],
      why: "floor of the sink: cross-links and radical pairs",
      needsPaper: true,
    }),
  },
  k_peroxyl_superoxide: {
    label: "peroxyl radical of organics that gives off superoxide",
    number: sourced("10 1/s", {
      grade: "C",
      range: ["0.1 1/s", "1e3 1/s"],
      why: "α-amino and α-hydroxy peroxyls do, the others do not",
      needsPaper: true,
    }),
  },
  k_peroxyl_thiol: {
    label: "peroxyl radical of organics + GSH",
    number: sourced("100 1/(M*s)", {
      grade: "C",
      range: ["10 1/(M*s)", "200 1/(M*s)"],
      why: "at most 200 for the peroxyl of DNA, read in an abstract",
      needsPaper: true,
    }),
  },
  k_peroxyl_other: {
    label: "peroxyl radical of organics lost otherwise",
    number: sourced("10 1/s", {
      grade: "C",
      range: ["1 1/s", "100 1/s"],
      why: "floor of the sink: tyrosine and tryptophan beside it, radical pairs",
      needsPaper: true,
    }),
  },
  k_thiyl_thiolate: {
    label: "GS· + GS-",
    number: sourced("6e8 1/(M*s)", {
      grade: "C",
      range: ["1e8 1/(M*s)", "1e9 1/(M*s)"],
      why: "below the diffusion limit",
      needsPaper: true,
    }),
  },
  k_disulfide_radical: {
    label: "GSSG·- back to GS· and GS-",
    number: sourced("1.6e5 1/s", {
      grade: "C",
      range: ["3e4 1/s", "1e6 1/s"],
      why: "equilibrium constant of a few thousand 1/M",
      needsPaper: true,
    }),
  },
  k_disulfide_oxygen: {
    label: "GSSG·- + O2",
    number: sourced("5e8 1/(M*s)", {
      grade: "C",
      range: ["1e8 1/(M*s)", "2e9 1/(M*s)"],
      why: "electron transfer near the diffusion limit",
      needsPaper: true,
    }),
  },
  k_thiyl_carbon: {
    label: "GS· to its carbon-centred form",
    number: sourced("3e5 1/s", {
      grade: "A",
      range: ["2e5 1/s", "4.5e5 1/s"],
      source: "hofstetter2010",
      at: "abstract: forward 3e5, pH 2 and 11.8",
    }),
  },
  k_carbon_thiyl: {
    label: "carbon-centred form back to GS·",
    number: sourced("7e5 1/s", {
      grade: "A",
      range: ["4.5e5 1/s", "1.1e6 1/s"],
      source: "hofstetter2010",
      at: "abstract: reverse 7e5, pH 2 and 11.8",
    }),
  },
  k_thiyl_ascorbate: {
    label: "GS· + ascorbate",
    number: sourced("6e8 1/(M*s)", {
      grade: "C",
      range: ["3e7 1/(M*s)", "1.3e9 1/(M*s)"],
      why: "range of thiyl radicals with phenothiazines and ascorbate",
      source: "thiyl1983",
      needsPaper: true,
    }),
  },
  k_thiyl_other: {
    label: "GS· lost otherwise",
    number: sourced("1e3 1/s", {
      grade: "C",
      range: ["1e2 1/s", "1e4 1/s"],
      why: "floor of the sink: takes an H from proteins and lipids",
      needsPaper: true,
    }),
  },
  thiolate_GSH: {
    label: "share of GSH that is GS- in the cytosol",
    number: sourced("0.048", {
      grade: "D",
      range: ["0.03", "0.06"],
      why: "[GS-] 2.4e-4 M at 5 mM GSH and pH 7.2",
    }),
  },
};

/**
 * What ·OH and CO3·⁻ leave behind: carbon radicals that oxygen fixes and glutathione repairs, and thiyl radicals that
 * end as GSSG and superoxide.
 *
 *     R· + O2 → ROO·,  R· + GSH → RH + GS·         fixed share = k_O₂[O2]/(k_O₂[O2] + k_GSH[GSH] + k₀)
 *     ROO· → O2·⁻ + R⁺,  ROO· + GSH → ROOH + GS·
 *     GS· + GS⁻ ⇄ GSSG·⁻,  GSSG·⁻ + O2 → GSSG + O2·⁻        GS· ⇄ carbon-centred form, which O2 takes for good
 *
 * All four radicals are at quasi-steady state: no state is added, only shares of the fluxes, each with a floor in its
 * sum. `damage_fixed` is the flux of organic radicals that oxygen made permanent: the oxygen effect of radiation
 * chemistry, and the sense in which hypoxia protects. GS· costs two glutathiones when it ends as GSSG.
 *
 * @limits  no ·OH and no CO3·⁻, no radicals; [O2] → 0 repairs all but the floor; [GSH] → 0 fixes all but the floor
 * @valid   organics at 1 M effective; radical pairs are beyond reach at these fluxes
 */
export function secondaryRadicals(): Mechanism {
  return {
    id: "secondary-radicals",
    label: "carbon, peroxyl and thiyl radicals: repair, fixation, superoxide",
    add(draft) {
      constants(draft, numbers);
      shares(draft);
      reactions(draft);
    },
  };
}

function shares(draft: Draft): void {
  draft.rule(
    "radical_sink",
    "1/s",
    "k_radical_oxygen*O2__cyt + k_radical_thiol*GSH__cyt + k_radical_other",
    "total sink of carbon radicals",
  );
  draft.rule(
    "share_fixed",
    "1",
    "k_radical_oxygen*O2__cyt/radical_sink",
    "share of carbon radicals fixed by O2",
  );
  draft.rule("share_repaired", "1", "k_radical_thiol*GSH__cyt/radical_sink", "share repaired by GSH");
  draft.sum("radicals_made", "M/s", "carbon radicals made by ·OH and other oxidants");
  draft.addTo("radicals_made", "share_OH_organics*OH_source__cyt");
  draft.rule("damage_fixed", "M/s", "share_fixed*radicals_made", "organic radicals fixed by O2");
  draft.rule(
    "peroxyl_sink",
    "1/s",
    "k_peroxyl_superoxide + k_peroxyl_thiol*GSH__cyt + k_peroxyl_other",
    "total sink of organic peroxyl radicals",
  );
  // GSSG·⁻ between its return and O2, the carbon-centred form between its return and O2.
  draft.rule(
    "thiyl_to_superoxide",
    "1/s",
    "k_thiyl_thiolate*thiolate_GSH*GSH__cyt*k_disulfide_oxygen*O2__cyt/(k_disulfide_radical + k_disulfide_oxygen*O2__cyt)",
    "GS· by way of GSSG·- to superoxide",
  );
  draft.rule(
    "thiyl_to_loss",
    "1/s",
    "k_thiyl_carbon*k_radical_oxygen*O2__cyt/(k_carbon_thiyl + k_radical_oxygen*O2__cyt)",
    "GS· by way of its carbon-centred form to a peroxide",
  );
  draft.rule(
    "thiyl_sink",
    "1/s",
    "thiyl_to_superoxide + thiyl_to_loss + k_thiyl_ascorbate*ascorbate_cyt + k_thiyl_other",
    "total sink of thiyl radicals",
  );
}

function reactions(draft: Draft): void {
  const [oxidant, water, o2, proton, reductant] = ["oxidant", "water", "dioxygen", "proton", "reductant"].map(
    (s) => surroundings(draft, s, "cyt"),
  );
  const [organic, radical, peroxyl, cation, peroxide, thiyl] = [
    "organic",
    "radical",
    "peroxyl",
    "cation",
    "organicPeroxide",
    "thiyl",
  ].map((s) => surroundings(draft, s, "cyt"));
  const at = "cyt";
  draft.rule(
    "scavenged_by_GSH",
    "M/s",
    "share_OH_GSH*OH_source__cyt + share_CO3_GSH*CO3_made__cyt",
    "·OH and CO3·- taken by GSH",
  );
  draft.rule("peroxyl_by_GSH", "M/s", "damage_fixed*k_peroxyl_thiol*GSH__cyt/peroxyl_sink");
  draft.sum("thiyl_made", "M/s", "thiyl radicals made");
  draft.addTo("thiyl_made", "scavenged_by_GSH + share_repaired*radicals_made + peroxyl_by_GSH");
  draft.reaction("scavenge_GSH__cyt", `${oxidant} + GSH__cyt -> ${thiyl} + ${water}`, {
    at,
    rate: "scavenged_by_GSH",
  });
  draft.reaction("repair_radical__cyt", `${radical} + GSH__cyt -> ${organic} + ${thiyl}`, {
    at,
    rate: "share_repaired*radicals_made",
  });
  draft.reaction("reduce_peroxyl__cyt", `${peroxyl} + GSH__cyt -> ${peroxide} + ${thiyl}`, {
    at,
    rate: "peroxyl_by_GSH",
  });
  draft.reaction("eliminate_superoxide__cyt", `${peroxyl} -> superoxide__cyt + ${cation}`, {
    at,
    rate: "damage_fixed*k_peroxyl_superoxide/peroxyl_sink",
  });
  draft.reaction(
    "join_thiyl__cyt",
    `${thiyl} + GSH__cyt + ${o2} -> GSSG__cyt + superoxide__cyt + ${proton}`,
    {
      at,
      rate: "thiyl_made*thiyl_to_superoxide/thiyl_sink",
      label: "GS· + GS- + O2, by way of GSSG·-",
    },
  );
  // What O2 takes by the carbon-centred form does not come back; the rest of GS· takes an H.
  draft.reaction("reduce_thiyl__cyt", `${thiyl} + 0.5 ${reductant} -> GSH__cyt`, {
    at,
    rate: "thiyl_made*(k_thiyl_ascorbate*ascorbate_cyt + k_thiyl_other)/thiyl_sink",
  });
}
