import { type Draft, molarMass, parseFormula } from "#model";
import { cargoName, held } from "../cargo.ts";
import {
  areaExponent,
  type Layer,
  layerArea,
  layersOf,
  layerVolume,
  type ParticleSet,
  particleSets,
  volumePower,
} from "../shape.ts";
import type { Agent, Cell, Mechanism, Phase } from "../types.ts";
import { coatHolds, freedByWater } from "./coating.ts";
import { useCell } from "./culture.ts";
import { givenBack, ownShare } from "./uptake-spread.ts";

/** The four places a particle is followed in, with the compartment each lies in. */
export const stages = [
  { id: "med", at: "med", label: "in the medium" },
  { id: "early__vesicle", at: "vesicle", label: "in early endosomes" },
  { id: "late__vesicle", at: "vesicle", label: "in lysosomes" },
  { id: "cyt", at: "cyt", label: "in the cytosol" },
] as const;

const avogadro = "6.02214076e23 [1/mol]";

/**
 * Particles: their number and the moles of each dissolving layer, in the medium, early endosomes, lysosomes and the
 * cytosol; uptake by clearance per cell, maturation, exocytosis and escape.
 *
 *     uptake  CL·C_med/(1 + m_cell/m_max)     per cell, particles of all sizes alike; CL·gain with a receptor
 *
 * Number and moles are two moments of the size distribution; the mean particle of a place has n/N moles. A core with
 * `classes` is followed as that many sets of particles instead, each of one size. The event `give` adds `dose` (kg of
 * agent per m³ of medium) to what is there; cargo has its share of that mass.
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
      draft.sum("metal_share", "1", "metal per mass of agent");
      draft.sum("metal_molality", "mol/kg", "metal per mass of agent");
      const sets = particleSets(agent);
      const gain = targeted(draft, agent, cell);
      for (const set of sets) addSet(draft, agent, set, gain, phases);
      declareShares(draft, agent, sets);
      const held = coatHolds(draft, agent);
      draft.event("give", {
        label: "a dose is given to the medium",
        assignments: [
          ["dose_given", "dose_given + dose"],
          ...sets.flatMap((set) => given(agent, set, phases, held)),
          ...(held ? passed(sets, phases, held) : []),
        ],
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
      draft.observe("metal.share", { label: "metal per mass of particle", unit: "1", expr: "metal_share" });
      draft.observe("metal.molality", {
        label: "metal per mass of particle",
        unit: "mol/kg",
        expr: "metal_molality",
      });
      draft.observe("load", { label: "particles in the cell", unit: "kg", display: "pg", expr: "load" });
    },
  };
}

/** Factor on uptake by a receptor the cell bears; empty without one. */
function targeted(draft: Draft, agent: Agent, cell: Cell): string {
  const { targeting } = agent;
  if (!targeting || !cell.receptors?.includes(targeting.receptor)) return "";
  draft.parameter("gain_targeting", targeting.gain, {
    label: `uptake by ${targeting.receptor} over that without it`,
    path: `agents/${agent.id}/targeting/gain`,
  });
  return "gain_targeting*";
}

/** All that is followed of a set's particles: their number, their dissolving layers, and those that hold cargo. */
export function followed(agent: Agent, set: ParticleSet, phases: (id: string) => Phase): string[] {
  const layers = layersOf(set, phases).filter((l) => l.phase.dissolution.length > 0);
  return [set.id, ...layers.map((l) => l.id), ...holders(agent, set)];
}

/** Names of the cargo that particles of a set hold, followed like the particles. */
function holders(agent: Agent, set: ParticleSet): string[] {
  return set.index === 0 ? held(agent).map((c) => `${cargoName(c)}_${set.id}`) : [];
}

/** What a dose brings of a set; of a salt only what an aged coat still holds. */
function given(
  agent: Agent,
  set: ParticleSet,
  phases: (id: string) => Phase,
  share: string | undefined,
): (readonly [string, string])[] {
  const moles = `dose*per_mass__${set.id}`;
  return [
    ...[set.id, ...holders(agent, set)].map((id) => [`${id}__med`, `${id}__med + ${moles}`] as const),
    ...layersOf(set, phases)
      .filter((l) => l.phase.dissolution.length > 0)
      .map((l) => {
        const part = share && freedByWater(l.phase).length > 0 ? `*${share}` : "";
        return [`${l.id}__med`, `${l.id}__med + ${moles}*q0_${l.id}${part}`] as const;
      }),
  ];
}

/** Ions that have passed a coat before the dose is given, and are given with it. */
function passed(
  sets: readonly ParticleSet[],
  phases: (id: string) => Phase,
  held: string,
): (readonly [string, string])[] {
  const ions = new Map<string, string[]>();
  for (const set of sets)
    for (const layer of layersOf(set, phases))
      for (const [name, count] of freedByWater(layer.phase)) {
        // Water, protons and the like are held, not counted.
        if (!/^[A-Z][A-Za-z0-9]*$/.test(name) || name === "H2O") continue;
        const moles = `${count}*per_mass__${set.id}*q0_${layer.id}`;
        ions.set(`${name}__med`, [...(ions.get(`${name}__med`) ?? []), moles]);
      }
  return [...ions].map(([id, moles]) => [id, `${id} + dose*(1 - ${held})*(${moles.join(" + ")})`] as const);
}

function addSet(
  draft: Draft,
  agent: Agent,
  set: ParticleSet,
  gain: string,
  phases: (id: string) => Phase,
): void {
  const np = set.id;
  const layers = layersOf(set, phases);
  geometry(draft, agent, set, layers);
  const dissolving = layers.filter((l) => l.phase.dissolution.length > 0);
  for (const stage of stages) {
    draft.species(`${np}__${stage.id}`, { label: `particles ${stage.label}`, at: stage.at });
    for (const id of holders(agent, set))
      draft.species(`${id}__${stage.id}`, {
        label: `particles that hold cargo ${stage.label}`,
        at: stage.at,
      });
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
  travel(draft, np, dissolving, holders(agent, set), gain);
  account(draft, np, layers, dissolving);
}

/** Radii, moles per particle and mass per mole of particles, all of parameters only. */
function geometry(draft: Draft, agent: Agent, set: ParticleSet, layers: readonly Layer[]): void {
  const { core, id: np, base } = set;
  const path = `agents/${agent.id}/cores/${set.index}`;
  draft.parameter(`radius__${base}`, core.radius, {
    label: "core radius, number median",
    path: `${path}/radius`,
  });
  draft.parameter(`spread__${base}`, core.spread, {
    label: "geometric spread of the radius",
    path: `${path}/spread`,
  });
  if (core.length)
    draft.parameter(`length__${base}`, core.length, { label: "rod length", path: `${path}/length` });
  if (core.thickness)
    draft.parameter(`thickness__${base}`, core.thickness, {
      label: "sheet thickness",
      path: `${path}/thickness`,
    });
  for (const at of ["med", "vesicle", "cyt"]) {
    if (!draft.has(`few__${at}`))
      draft.rule(`few__${at}`, "M", `1/(${avogadro}*V_${at})`, `one particle per cell, ${at}`);
  }
  const k = volumePower(core);
  if (!draft.has(`s2__${base}`))
    draft.rule(`s2__${base}`, "1", `ln(spread__${base})^2`, "variance of ln radius");
  // A log-normal radius has mean volume of the radius r·exp(3/2·s²), rods r·exp(s²): the volume is exact.
  draft.rule(
    `radius_0__${np}`,
    "m",
    set.class
      ? `radius__${base}*exp(${k}*s2__${base} + (${set.class.node})*ln(spread__${base}))`
      : `radius__${base}*exp(${k === 3 ? "1.5" : "1"}*s2__${base})`,
    set.class ? "radius of the class" : "radius of mean volume",
  );
  (core.shells ?? []).forEach((shell, i) => {
    draft.parameter(`thickness_${i + 1}__${base}`, shell.thickness, {
      label: `${shell.phase} shell thickness`,
      path: `${path}/shells/${i}/thickness`,
    });
    if (shell.access)
      draft.parameter(`access_${i + 1}__${base}`, shell.access, {
        label: `share of what lies below that the ${shell.phase} shell leaves open`,
        path: `${path}/shells/${i}/access`,
      });
    draft.rule(
      `radius_${i + 1}__${np}`,
      "m",
      `radius_${i}__${np} + thickness_${i + 1}__${base}`,
      `radius with shell ${i + 1}`,
    );
  });
  const masses = layers.map((layer) => {
    draft.parameter(`V_m_${layer.base}`, layer.phase.molarVolume, {
      label: `molar volume of ${layer.phase.id}`,
      path: `phases/${layer.phase.id}/molarVolume`,
    });
    draft.rule(
      `q0_${layer.id}`,
      "1",
      `${avogadro}*${layerVolume(set, layer)}/V_m_${layer.base}`,
      `${layer.phase.id} formula units in a particle`,
    );
    return `q0_${layer.id}*${molarMass(layer.phase.formula)} [g/mol]`;
  });
  draft.rule(`mass__${np}`, "kg/mol", masses.join(" + "), "mass of a mole of particles");
  areaFactor(draft, path, set, layers);
  if (set.class)
    draft.rule(
      `number__${np}`,
      "1",
      `${set.class.share}*exp(-${0.5 * k * k}*s2__${base} - (${k * set.class.node})*ln(spread__${base}))`,
      "share of the particles that are of this class",
    );
  for (const { id, phase } of layers) {
    if (phase.metal === undefined) continue;
    const atoms = parseFormula(phase.formula).atoms.get(phase.metal) ?? 0;
    const moles = `per_mass__${np}*q0_${id}*${atoms}`;
    draft.addTo("metal_share", `${moles}*${molarMass(phase.metal)} [g/mol]`);
    draft.addTo("metal_molality", moles);
  }
}

/** What the area of the particle of mean volume is multiplied with: the distribution's width, or pores as measured. */
function areaFactor(draft: Draft, path: string, set: ParticleSet, layers: readonly Layer[]): void {
  const { core, id: np, base } = set;
  if (core.specificSurface) {
    draft.parameter(`SSA__${base}`, core.specificSurface, {
      label: "specific surface as measured",
      path: `${path}/specificSurface`,
    });
    const whole = layerArea(set, layers[0]!, layerVolume(set, layers[0]!));
    draft.rule(
      `area_factor__${np}`,
      "1",
      `SSA__${base}*mass__${np}/(${avogadro}*${whole})`,
      "measured surface over that of the shape",
    );
  } else
    draft.rule(
      `area_factor__${np}`,
      "1",
      set.class ? "1" : `exp(${areaExponent(core)}*s2__${base})`,
      "mean area over that of the mean volume",
    );
}

/** Moles of particles per mass of agent, after what cargo and the other cores take of it. */
function declareShares(draft: Draft, agent: Agent, sets: readonly ParticleSet[]): void {
  const loadings = agent.cargo.map((cargo, i) =>
    draft.parameter(`loading_${i}`, cargo.loading, {
      label: "cargo, mass fraction",
      path: `agents/${agent.id}/cargo/${i}/loading`,
    }),
  );
  const shares = agent.cores.flatMap(({ share }, i) =>
    share
      ? [
          draft.parameter(`share_core_${i}`, share, {
            label: "core, mass fraction",
            path: `agents/${agent.id}/cores/${i}/share`,
          }),
        ]
      : [],
  );
  const open = agent.cores.length - shares.length;
  agent.cores.forEach((core, index) => {
    const own = sets.filter((s) => s.index === index);
    // Without an open core the shares given are taken relative to what cargo leaves, so that the whole is the whole.
    const taken = [...loadings, ...shares];
    const share =
      open === 0
        ? `(1 - (${loadings.join(" + ") || "0"}))*share_core_${index}/(${shares.join(" + ")})`
        : core.share
          ? `share_core_${index}`
          : `(1 - (${taken.join(" + ") || "0"}))/${open}`;
    const mass = own.map((s) => (s.class ? `number__${s.id}*mass__${s.id}` : `mass__${s.id}`)).join(" + ");
    for (const s of own)
      draft.rule(
        `per_mass__${s.id}`,
        "mol/kg",
        `${share}${s.class ? `*number__${s.id}` : ""}/(${mass})`,
        "particles per mass of agent",
      );
  });
}

/** Mass of agent, cargo included, that goes with a mole of a set's particles, kg/mol: a rule, declared once. */
export function carriedBy(draft: Draft, set: ParticleSet, agent: Agent): string {
  const id = `carried__${set.id}`;
  if (draft.has(id)) return id;
  const own = particleSets(agent).filter((s) => s.index === set.index);
  const mass = own.map((s) => `per_mass__${s.id}*mass__${s.id}`).join(" + ");
  return draft.rule(id, "kg/mol", `mass__${set.id}/(${mass})`, "agent per mole of particles");
}

/** Area per mole of a layer at a place, m²/mol of its formula, from the mean particle's moles; declared once. */
export function surfaceOf(draft: Draft, set: ParticleSet, layer: Layer, stage: string): string {
  const id = `surface_${layer.id}__${stage}`;
  if (draft.has(id)) return id;
  const q = layer.phase.dissolution.length > 0 ? `q_${layer.id}__${stage}` : `q0_${layer.id}`;
  const area = layerArea(set, layer, `V_m_${layer.base}*${q}/6.02214076e23 [1/mol]`);
  return draft.rule(
    id,
    "m^2/mol",
    `6.02214076e23 [1/mol]*area_factor__${set.id}*${area}/${q}`,
    `surface of ${layer.phase.id}, ${stage}`,
  );
}

/** Share of a layer that its cover leaves open at a place: what is gone of it, or what its pores let through. */
export function uncovered(layer: Layer, stage: string): string {
  const { cover } = layer;
  if (!cover) return "";
  if (!cover.dissolves) return cover.access ?? "0";
  const gone = `(1 - q_${cover.id}__${stage}/q0_${cover.id})`;
  return cover.access ? `(${cover.access} + (1 - ${cover.access})*${gone})` : gone;
}

/** Uptake, maturation, exocytosis and escape: number, moles and cargo move together. */
function travel(
  draft: Draft,
  np: string,
  layers: readonly Layer[],
  holding: readonly string[],
  gain: string,
): void {
  const passengers = [...layers.map((l) => l.id), ...holding];
  const clearance = `${gain}CL_uptake`;
  const moves = [
    ["take_up", "med", "early__vesicle", undefined, `${clearance}*${np}__med/(1 + load/load_max)`],
    ["mature", "early__vesicle", "late__vesicle", "vesicle", `k_mature*${np}__early__vesicle`],
    ["exocytose", "late__vesicle", "med", "vesicle", givenBack(draft, `k_exo*${np}__late__vesicle`)],
    ["escape", "late__vesicle", "cyt", "vesicle", `k_escape*${np}__late__vesicle`],
  ] as const;
  for (const [verb, from, to, at, rate] of moves) {
    const where = at === undefined ? {} : { at };
    draft.reaction(`${verb}_${np}`, `${np}__${from} -> ${np}__${to}`, { ...where, rate });
    for (const id of passengers) {
      const share = rate.replace(`${np}__${from}`, `${id}__${from}`);
      draft.reaction(`${verb}_${id}`, `${id}__${from} -> ${id}__${to}`, { ...where, rate: share });
    }
  }
  for (const id of [np, ...holding]) ownShare(draft, id, clearance);
  for (const { id, phase } of layers) ownShare(draft, id, clearance, phase.formula);
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
