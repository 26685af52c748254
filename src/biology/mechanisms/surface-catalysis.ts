import { type Draft, molarMass, sourced } from "#model";
import { pooledActivity } from "../phases/surface-activity.ts";
import { type Layer, layersOf, type ParticleSet, particleSets } from "../shape.ts";
import type { Agent, Mechanism, Phase } from "../types.ts";
import { coatingOpen } from "./coating.ts";
import { type Constants, constants, surroundings } from "./constants.ts";
import { stages, surfaceOf, uncovered } from "./particles.ts";

const numbers: Constants = {
  f_OH_surface: {
    label: "·OH per H2O2 turned over by a surface",
    number: sourced("0.1", {
      grade: "C",
      range: ["0.01", "0.9"],
      why: "dyes that are used in assays also read ferryl and surface-bound oxidant: free ·OH is a part of it",
      needsPaper: true,
    }),
  },
  n_H_surface: {
    label: "order in H+ of surface catalysis, from its assays' pH 4",
    number: sourced("0.3", {
      grade: "C",
      range: ["0.02", "0.9"],
      why: "assays fall from pH 4 to 7; over published assays at pH 3.5–7.4 no slope is found",
      needsPaper: true,
    }),
  },
};

const singleAtomNumbers: Constants = {
  kcat_pooled: { label: "turnover of a surface site of oxides and sulfides", number: pooledActivity.kcat },
  Km_pooled: { label: "half-saturation in H2O2 of oxides and sulfides", number: pooledActivity.Km },
};

/**
 * Peroxidase-like catalysis on the surface of particles: H2O2 in, an oxidant out, no ion freed.
 *
 *     v = N_s·k_cat·[H2O2]/(K_m + [H2O2])·10^(n·(4 − pH))·Arrhenius       N_s = n·A(q)·sites·access·knobs
 *
 * N_s follows from what is left of a layer, its shape and its cover; facet, defects and single atoms of a core multiply
 * or add sites, a coating leaves a share open. A share of the product is ·OH, the rest other oxidants; H2O2 → O2 goes
 * beside it where a phase says so. Electrons come from the reductants of the place.
 *
 * k_cat is that of the whole turn, Fe(III) back to Fe(II) of the surface included, which is its slow half. Defects are
 * said to quicken both halves; as one turn is all that is measured, their factor acts on it once, and not again on a
 * step of its own. Fe(III) in solution is reduced by what the place holds and does not feel the lattice.
 *
 * The constants are of dye assays at pH 4 and millimolar H2O2, here carried to the pH and H2O2 of the place: at micromolar
 * H2O2 only k_cat/K_m counts. **A dye's colour in such an assay is never used as a tumour's ·OH.** Read-outs
 * `OH.made.surface` and `OH.made.ions` add up to `OH.made`.
 *
 * @param active  false leaves the read-outs, with nothing from surfaces
 * @limits  no particle or no H2O2, no turnover; a dissolved particle no longer catalyses
 * @valid   no corona of protein; H2O2 alone limits, not its electron donor
 */
export function surfaceCatalysis(options: {
  agent: Agent;
  phases: (id: string) => Phase;
  active?: boolean;
}): Mechanism {
  const { agent, phases } = options;
  return {
    id: "surface-catalysis",
    label: "catalysis on the surface of particles",
    add(draft) {
      const layers = particleSets(agent).flatMap((set) =>
        layersOf(set, phases).map((layer, i) => ({ set, layer, inmost: i === 0 })),
      );
      const active =
        (options.active ?? true) &&
        layers.some(({ layer, set, inmost }) => layer.phase.surface || (inmost && set.core.singleAtoms));
      if (!active) {
        draft.observe("OH.made.surface", {
          label: "·OH made on surfaces",
          unit: "mM",
          display: "uM",
          expr: "0 [mM]",
        });
        draft.observe("OH.made.ions", {
          label: "·OH made by ions",
          unit: "mM",
          display: "uM",
          expr: "OH_made",
        });
        return;
      }
      constants(draft, numbers);
      coatingOpen(draft, agent);
      for (const at of ["med", "vesicle", "cyt"]) {
        draft.sum(`surface_flux__${at}`, "M/s", `H2O2 turned over by surfaces, ${at}`);
        draft.sum(`surface_catalase__${at}`, "M/s", `H2O2 decomposed by surfaces, ${at}`);
      }
      for (const { set, layer, inmost } of layers) {
        const knobs = inmost ? declareKnobs(draft, agent, set) : [];
        for (const stage of stages) turnOver(draft, set, layer, stage, inmost, knobs);
      }
      react(draft);
    },
  };
}

/** Facet and defects of a core, as factors of its activity. */
function declareKnobs(draft: Draft, agent: Agent, set: ParticleSet): string[] {
  const path = `agents/${agent.id}/cores/${set.index}`;
  const { facet, defects, singleAtoms } = set.core;
  const factors: string[] = [];
  if (facet)
    factors.push(
      draft.parameter(`facet__${set.base}`, facet.factor, {
        label: `activity of the facet ${facet.plane}`,
        path: `${path}/facet/factor`,
      }),
    );
  if (defects)
    factors.push(
      draft.parameter(`defects__${set.base}`, defects, {
        label: "activity with defects over that without",
        path: `${path}/defects`,
      }),
    );
  if (singleAtoms) {
    constants(draft, singleAtomNumbers);
    for (const key of ["loading", "accessible", "factor"] as const)
      draft.parameter(`single_${key}__${set.base}`, singleAtoms[key], {
        label: `single atoms of ${singleAtoms.metal}: ${key}`,
        path: `${path}/singleAtoms/${key}`,
      });
  }
  return factors;
}

function turnOver(
  draft: Draft,
  set: ParticleSet,
  layer: Layer,
  stage: (typeof stages)[number],
  inmost: boolean,
  knobs: readonly string[],
): void {
  const open = uncovered(layer, stage.id);
  if (open === "0") return;
  const { phase } = layer;
  const moles =
    phase.dissolution.length > 0 ? `${layer.id}__${stage.id}` : `q0_${layer.id}*${set.id}__${stage.id}`;
  const peroxide = stage.at === "med" ? "H2O2__med" : "H2O2__cyt";
  const pH = { med: "pH__med", early__vesicle: "pH_early", late__vesicle: "pH__vesicle", cyt: "pH__cyt" }[
    stage.id
  ];
  const factors = [
    ...knobs,
    open,
    ["coating_open", "coating_access"].find((id) => draft.has(id)) ?? "",
    `10^(n_H_surface*(4 - ${pH}))*heat_surface*${peroxide}`,
  ]
    .filter((f) => f !== "")
    .join("*");
  if (phase.surface) {
    for (const [key, label] of [
      ["sites", "metal atoms exposed per area"],
      ["kcat", "turnover of a surface site"],
      ["Km", "half-saturation in H2O2 of the surface"],
    ] as const)
      draft.parameter(`${key}_${layer.base}`, phase.surface[key], {
        label: `${label} of ${phase.id}`,
        path: `phases/${phase.id}/surface/${key}`,
      });
    const sites = `${moles}*${surfaceOf(draft, set, layer, stage.id)}*sites_${layer.base}/6.02214076e23 [1/mol]`;
    const rate = draft.rule(
      `turnover_${layer.id}__${stage.id}`,
      "M/s",
      `${sites}*kcat_${layer.base}*${factors}/(Km_${layer.base} + ${peroxide})`,
      `H2O2 turned over by ${phase.id}, ${stage.label}`,
    );
    draft.addTo(`surface_flux__${stage.at}`, rate);
    if (phase.surface.catalase) {
      draft.parameter(`catalase_${layer.base}`, phase.surface.catalase, {
        label: `H2O2 decomposed per H2O2 turned over, ${phase.id}`,
        path: `phases/${phase.id}/surface/catalase`,
      });
      draft.addTo(`surface_catalase__${stage.at}`, `catalase_${layer.base}*${rate}`);
    }
  }
  const { singleAtoms } = set.core;
  if (!inmost || !singleAtoms) return;
  const perMole = molarMass(phase.formula) / molarMass(singleAtoms.metal);
  const sites = `${moles}*${perMole}*single_loading__${set.base}*single_accessible__${set.base}`;
  const [kcat, Km] = phase.surface
    ? [`kcat_${layer.base}`, `Km_${layer.base}`]
    : ["kcat_pooled", "Km_pooled"];
  draft.addTo(
    `surface_flux__${stage.at}`,
    `${sites}*single_factor__${set.base}*${kcat}*${factors}/(${Km} + ${peroxide})`,
  );
}

/** One reaction per place for all surfaces there, and the two read-outs. */
function react(draft: Draft): void {
  for (const at of ["med", "vesicle", "cyt"]) {
    const [water, oxidant, reductant, o2] = ["water", "oxidant", "reductant", "dioxygen"].map((s) =>
      surroundings(draft, s, at),
    );
    const peroxide = at === "med" ? "H2O2__med" : "H2O2__cyt";
    draft.reaction(`turn_over_H2O2__${at}`, `${peroxide} + 0.5 ${reductant} -> ${water} + ${oxidant}`, {
      at,
      rate: `surface_flux__${at}`,
      label: `H2O2 on surfaces, ${at}`,
    });
    draft.reaction(`decompose_H2O2__${at}`, `${peroxide} -> ${water} + 0.5 ${o2}`, {
      at,
      rate: `surface_catalase__${at}`,
      label: `H2O2 to O2 on surfaces, ${at}`,
    });
    if (!draft.has(`OH_source__${at}`)) continue;
    draft.addTo(`OH_source__${at}`, `f_OH_surface*surface_flux__${at}`);
    draft.addTo(`X_source__${at}`, `(1 - f_OH_surface)*surface_flux__${at}`);
  }
  draft.variable("OH_made_surface", {
    label: "·OH made on surfaces in the cell since the dose",
    unit: "mM",
    rate: "f_OH_surface*(surface_flux__cyt + surface_flux__vesicle*V_vesicle/V_cyt)",
    counter: true,
  });
  draft.observe("OH.made.surface", {
    label: "·OH made on surfaces",
    unit: "mM",
    display: "uM",
    expr: "OH_made_surface",
  });
  draft.observe("OH.made.ions", {
    label: "·OH made by ions",
    unit: "mM",
    display: "uM",
    expr: "OH_made - OH_made_surface",
  });
}
