import { type Draft, molarMass, parseFormula } from "#model";
import type { Agent, Cell, Core, Mechanism, Phase } from "../types.ts";
import { useCell } from "./culture.ts";

/** The four places a particle is followed in, with the compartment each lies in. */
export const stages = [
  { id: "med", at: "med", label: "in the medium" },
  { id: "early__vesicle", at: "vesicle", label: "in early endosomes" },
  { id: "late__vesicle", at: "vesicle", label: "in lysosomes" },
  { id: "cyt", at: "cyt", label: "in the cytosol" },
] as const;

/** A concentric layer of a core: its phase and the parameters that bound it. */
export interface Layer {
  readonly phase: Phase;
  /** Prefix of its ids: `NP_MnO2`. */
  readonly id: string;
  /** Expressions of inner and outer radius, m. */
  readonly inner: string;
  readonly outer: string;
  /** Layer that covers this one, if any. */
  readonly cover?: string;
}

const avogadro = "6.02214076e23 [1/mol]";

/** Prefix of the ids of core `index` of an agent. */
export function coreId(index: number): string {
  return index === 0 ? "NP" : `NP${index + 1}`;
}

/** The layers of a core from inside out. */
export function layersOf(core: Core, prefix: string, phases: (id: string) => Phase): Layer[] {
  const list = [core.phase, ...(core.shells ?? []).map((s) => s.phase)];
  return list.map((phase, i) => ({
    phase: phases(phase),
    id: `${prefix}_${phase}`,
    inner: i === 0 ? "0 [m]" : `radius_${i - 1}__${prefix}`,
    outer: `radius_${i}__${prefix}`,
    ...(i + 1 < list.length ? { cover: `${prefix}_${list[i + 1]}` } : {}),
  }));
}

/**
 * Particles of one core: their number and the moles of each dissolving layer, in the medium, early endosomes,
 * lysosomes and the cytosol; uptake by clearance per cell, maturation, exocytosis and escape.
 *
 *     uptake  CL·C_med/(1 + m_cell/m_max)     per cell, particles of all sizes alike
 *
 * Number and moles are two moments of the size distribution; the mean particle of a place has n/N moles. The event
 * `give` adds `dose` (kg of particle per m³ of medium) to what is there.
 *
 * @limits  no dose, no particle; particles are conserved, their matter leaves only by dissolution
 * @valid   well-dispersed particles; sedimentation and agglomeration are left out
 */
export function particles(options: { agent: Agent; cell: Cell; phases: (id: string) => Phase }): Mechanism {
  const { agent, cell, phases } = options;
  return {
    id: "particles",
    label: "particles: dose, uptake, endosomes, escape",
    add(draft) {
      useCell(draft, cell, {
        CL_uptake: "uptake",
        load_max: "loadMax",
        k_mature: "maturation",
        k_exo: "exocytosis",
        k_escape: "escape",
      });
      draft.setting("dose", 0, "kg/m^3", "dose, mass of particles per volume of medium");
      draft.setting("dose_given", 0, "kg/m^3", "dose given so far");
      draft.sum("load", "kg", "particle mass in the cell");
      draft.sum("metal_in_cell", "kg", "metal in the cell");
      draft.sum("metal_in_particles", "kg", "metal in undissolved particles in the cell");
      draft.sum("ions_in_cell", "mM", "metal freed in the cell, with what is there at rest");
      draft.sum("metal_mass", "kg/mol", "metal in a mole of particles");
      draft.sum("metal_moles", "1", "metal atoms in a particle");
      const doses = agent.cores.flatMap((core, i) => addCore(draft, agent, core, i, phases));
      draft.event("give", {
        label: "a dose is given to the medium",
        assignments: [["dose_given", "dose_given + dose"], ...doses],
      });
      draft.observe("metal", {
        label: "metal in the cell",
        unit: "kg",
        display: "pg",
        expr: "metal_in_particles + metal_in_cell",
      });
      draft.observe("metal.freed", {
        label: "share of the cell's metal that is freed",
        unit: "1",
        display: "%",
        expr: "metal_in_cell/(metal_in_particles + metal_in_cell + 1e-30 [kg])",
      });
      draft.observe("ions", { label: "metal freed in the cell", unit: "mM", expr: "ions_in_cell" });
      const whole = agent.cores.map((_, i) => `mass__${coreId(i)}`).join(" + ");
      draft.observe("metal.share", {
        label: "metal per mass of particle",
        unit: "1",
        expr: `metal_mass/(${whole})`,
      });
      draft.observe("metal.molality", {
        label: "metal per mass of particle",
        unit: "mol/kg",
        expr: `metal_moles/(${whole})`,
      });
      draft.observe("load", { label: "particles in the cell", unit: "kg", display: "pg", expr: "load" });
    },
  };
}

function addCore(
  draft: Draft,
  agent: Agent,
  core: Core,
  index: number,
  phases: (id: string) => Phase,
): (readonly [string, string])[] {
  const np = coreId(index);
  const layers = layersOf(core, np, phases);
  geometry(draft, agent, core, index, layers);
  const dissolving = layers.filter((l) => l.phase.dissolution.length > 0);
  for (const stage of stages) {
    draft.species(`${np}__${stage.id}`, { label: `particles ${stage.label}`, at: stage.at });
    for (const layer of dissolving) {
      const n = draft.species(`${layer.id}__${stage.id}`, {
        label: `${layer.phase.id} ${stage.label}`,
        at: stage.at,
        formula: layer.phase.formula,
      });
      // One particle per 10⁶ cells keeps n/N defined where there is none; the floor of 10⁻⁵ of a whole particle keeps
      // it positive while the last of a layer dissolves.
      draft.rule(
        `q_${layer.id}__${stage.id}`,
        "1",
        `max(${n} + 1e-6*few__${stage.at}*q0_${layer.id}, 0)/(max(${np}__${stage.id}, 0) + 1e-6*few__${stage.at}) + 1e-5*q0_${layer.id}`,
        `${layer.phase.id} per particle ${stage.label}`,
      );
    }
  }
  travel(draft, np, dissolving);
  account(draft, np, layers, dissolving);
  const share = agent.cores.length === 1 ? "dose" : `dose/${agent.cores.length}`;
  return [
    [`${np}__med`, `${np}__med + ${share}/mass__${np}`],
    ...dissolving.map((l) => [`${l.id}__med`, `${l.id}__med + ${share}/mass__${np}*q0_${l.id}`] as const),
  ];
}

/** Radii, moles per particle and mass per mole of particles, all of parameters only. */
function geometry(draft: Draft, agent: Agent, core: Core, index: number, layers: readonly Layer[]): void {
  const np = coreId(index);
  const path = `agents/${agent.id}/cores/${index}`;
  draft.parameter(`radius__${np}`, core.radius, {
    label: "core radius, number median",
    path: `${path}/radius`,
  });
  draft.parameter(`spread__${np}`, core.spread, {
    label: "geometric spread of the radius",
    path: `${path}/spread`,
  });
  if (core.length)
    draft.parameter(`length__${np}`, core.length, { label: "rod length", path: `${path}/length` });
  for (const at of ["med", "vesicle", "cyt"]) {
    if (!draft.has(`few__${at}`))
      draft.rule(`few__${at}`, "M", `1/(${avogadro}*V_${at})`, `one particle per cell, ${at}`);
  }
  // A log-normal radius has mean volume of the radius r·exp(3/2·s²), rods r·exp(s²): the volume is exact.
  draft.rule(`s2__${np}`, "1", `ln(spread__${np})^2`, "variance of ln radius");
  draft.rule(
    `radius_0__${np}`,
    "m",
    `radius__${np}*exp(${core.length ? "1" : "1.5"}*s2__${np})`,
    "radius of mean volume",
  );
  draft.rule(
    `area_factor__${np}`,
    "1",
    `exp(${core.length ? "-0.5" : "-1"}*s2__${np})`,
    "mean area over that of the mean volume",
  );
  (core.shells ?? []).forEach((shell, i) => {
    draft.parameter(`thickness_${i + 1}__${np}`, shell.thickness, {
      label: `${shell.phase} shell thickness`,
      path: `${path}/shells/${i}/thickness`,
    });
    draft.rule(
      `radius_${i + 1}__${np}`,
      "m",
      `radius_${i}__${np} + thickness_${i + 1}__${np}`,
      `radius with shell ${i + 1}`,
    );
  });
  const masses = layers.map((layer) => {
    draft.parameter(`V_m_${layer.id}`, layer.phase.molarVolume, {
      label: `molar volume of ${layer.phase.id}`,
      path: `phases/${layer.phase.id}/molarVolume`,
    });
    const volume = core.length
      ? `3.14159265358979*(${layer.outer}^2 - (${layer.inner})^2)*length__${np}`
      : `4.18879020478639*(${layer.outer}^3 - (${layer.inner})^3)`;
    draft.rule(
      `q0_${layer.id}`,
      "1",
      `${avogadro}*${volume}/V_m_${layer.id}`,
      `${layer.phase.id} formula units in a particle`,
    );
    return `q0_${layer.id}*${molarMass(layer.phase.formula)} [g/mol]`;
  });
  draft.rule(`mass__${np}`, "kg/mol", masses.join(" + "), "mass of a mole of particles");
  for (const { id, phase } of layers) {
    if (phase.metal === undefined) continue;
    const atoms = parseFormula(phase.formula).atoms.get(phase.metal) ?? 0;
    draft.addTo("metal_mass", `q0_${id}*${atoms * molarMass(phase.metal)} [g/mol]`);
    draft.addTo("metal_moles", `q0_${id}*${atoms}`);
  }
}

/** Uptake, maturation, exocytosis and escape: number and moles move together. */
function travel(draft: Draft, np: string, layers: readonly Layer[]): void {
  const moves = [
    ["take_up", "med", "early__vesicle", undefined, `CL_uptake*${np}__med/(1 + load/load_max)`],
    ["mature", "early__vesicle", "late__vesicle", "vesicle", `k_mature*${np}__early__vesicle`],
    ["exocytose", "late__vesicle", "med", "vesicle", `k_exo*${np}__late__vesicle`],
    ["escape", "late__vesicle", "cyt", "vesicle", `k_escape*${np}__late__vesicle`],
  ] as const;
  for (const [verb, from, to, at, rate] of moves) {
    const where = at === undefined ? {} : { at };
    draft.reaction(`${verb}_${np}`, `${np}__${from} -> ${np}__${to}`, { ...where, rate });
    for (const l of layers) {
      const share = rate.replace(`${np}__${from}`, `${l.id}__${from}`);
      draft.reaction(`${verb}_${l.id}`, `${l.id}__${from} -> ${l.id}__${to}`, { ...where, rate: share });
    }
  }
}

/** Mass and metal that particles bring into the cell. */
function account(draft: Draft, np: string, layers: readonly Layer[], dissolving: readonly Layer[]): void {
  for (const stage of stages.slice(1)) {
    const volume = `V_${stage.at}`;
    for (const layer of layers) {
      const mass = `${molarMass(layer.phase.formula)} [g/mol]`;
      const held = dissolving.includes(layer)
        ? `${layer.id}__${stage.id}`
        : `q0_${layer.id}*${np}__${stage.id}`;
      draft.addTo("load", `${mass}*${held}*${volume}`);
      const { metal, formula } = layer.phase;
      if (metal === undefined) continue;
      const share = (parseFormula(formula).atoms.get(metal) ?? 0) * molarMass(metal);
      draft.addTo("metal_in_particles", `${share} [g/mol]*${held}*${volume}`);
    }
  }
}
