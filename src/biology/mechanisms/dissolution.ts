import { type Draft, sourced } from "#model";
import { releaseSettings } from "../release.ts";
import { type Layer, layersOf, type ParticleSet, particleSets } from "../shape.ts";
import type { Agent, Cell, Dissolution, Environment, Mechanism, Phase } from "../types.ts";
import { coatingOpen, coatRate } from "./coating.ts";
import { type Constants, constants, surroundings } from "./constants.ts";
import { useCell, useEnvironment } from "./culture.ts";
import { stages, surfaceOf, uncovered } from "./particles.ts";

/** Names in a dissolution equation that are held species, by their name among the surroundings. */
const heldNames: Readonly<Record<string, string>> = {
  O2: "dioxygen",
  "H+": "proton",
  H2O: "water",
  "OH-": "hydroxide",
  H2PO4: "phosphate",
  PH3: "phosphine",
  H2: "hydrogen",
  Cl: "chloride",
  SO4: "sulfate",
  Ca2: "calcium",
  nucleotide: "nucleotide",
  cysteamine: "cysteamine",
  cysteine: "cysteine",
  tannin: "tannin",
  terephthalate: "terephthalate",
};

const numbers: Constants = {
  D_ion: {
    label: "diffusion of freed ions",
    number: sourced("7e-10 m^2/s", {
      grade: "B",
      range: ["5e-10 m^2/s", "1e-9 m^2/s"],
      why: "recalled, no source known: divalent and trivalent aquo ions, 25 °C",
      needsPaper: true,
    }),
  },
};

/**
 * Dissolution of every layer of every core, in each place a particle is: mean particle, shrinking by its surface.
 *
 *     dn/dt = −R·A(q)/q·n        R = R_ref·10^(n_H·(pH_ref − pH))·(reagent factor)·(share)·Arrhenius
 *     sphere and shell  A = 4π(r_i³ + 3V_m·q/4π)^(2/3)        rod  A = 2√(πL·V_m·q)·(1 + r/L)        sheet  A = 2πr² + 2V/r
 *
 * The ways of a phase add up: acid, ligands, thiol, O2, H2O2, Fe(III), water, nucleases, each with its own products.
 * q = n/N has a floor of 10⁻⁵ of a whole particle, so the last of a layer decays exponentially and fast instead of
 * ending in a root: no event to find, nothing negative; the error is below 10⁻⁵ of the dose. A layer dissolves as far
 * as its cover is gone, or open by its pores. A coating with a delay lets the rate rise as 1 − exp(−t/delay); one that
 * X-rays take away (`radiolysis`) leaves its `access` open and more with every gray.
 * Through a coat with `permeation` a salt leaves at the coat's pace, first order: bare crystals of 100 nm are gone in
 * 10 µs by diffusion, so hours are never the salt's own.
 *
 * Oxidants and thiol are spent by the balanced equation of the phase, and the O2 or H2O2 spent before any Fenton step
 * is counted (`oxygen_spent`, `peroxide_spent`, per volume of cell or medium).
 *
 * @param acid        true turns on the phases' acid hypothesis instead of the oxidative ways
 * @param solubility  true lets the surface's rate and the transport of ions act in series, R·J/(R + J) with
 *                    J = D·(C_s(pH) − C)/r, for phases with a solubility; the pool of freed ions counts as free
 * @limits  inert phases do not change; without oxidant the oxidative ways stop
 * @valid   dilute; no passivation, no Ostwald ripening
 */
export function dissolution(options: {
  agent: Agent;
  cell: Cell;
  environment: Environment;
  phases: (id: string) => Phase;
  acid?: boolean;
  solubility?: boolean;
}): Mechanism {
  const { agent, cell, environment, phases } = options;
  return {
    id: "dissolution",
    label: "dissolution of the particles' phases",
    add(draft) {
      useCell(draft, cell, { thiol_vesicle: "vesicleThiol" });
      draft.sum("J_oxygen_spent", "M/s", "O2 spent by dissolution in the cell");
      draft.sum("J_peroxide_spent", "M/s", "H2O2 spent by dissolution in the cell");
      for (const set of particleSets(agent)) {
        for (const layer of layersOf(set, phases)) {
          const ways = layer.phase.dissolution.filter((w) =>
            activeWay(w, layer.phase, options.acid ?? false),
          );
          if (ways.length === 0) continue;
          if (agent.release) {
            releaseByCurve(draft, layer, ways[0]!);
            continue;
          }
          declareWays(draft, layer, ways);
          if (ways.some((w) => w.by === "ligand")) {
            useCell(draft, cell, { ligands__cyt: "ligands" });
            useEnvironment(draft, environment, { ligands__med: "phosphate" });
          }
          const limited = options.solubility === true && layer.phase.solubility !== undefined;
          if (limited) declareSolubility(draft, layer);
          if (agent.coating.delay.value.value > 0) {
            draft.parameter("coating_delay", agent.coating.delay, {
              label: "delay by the coating",
              path: `agents/${agent.id}/coating/delay`,
            });
          }
          // A coating that X-rays take away is a bar to dissolution as well; any other is a delay.
          const bar = agent.coating.radiolysis && coatingOpen(draft, agent);
          for (const stage of stages) dissolveAt(draft, agent, set, layer, stage, ways, { limited, bar });
        }
      }
      draft.variable("oxygen_spent", {
        label: "O2 spent by dissolution in the cell",
        unit: "mM",
        rate: "J_oxygen_spent",
        counter: true,
      });
      draft.variable("peroxide_spent", {
        label: "H2O2 spent by dissolution in the cell",
        unit: "mM",
        rate: "J_peroxide_spent",
        counter: true,
      });
      draft.observe("O2.spent", { label: "O2 spent by dissolution", unit: "mM", expr: "oxygen_spent" });
      draft.observe("H2O2.spent", { label: "H2O2 spent by dissolution", unit: "mM", expr: "peroxide_spent" });
    },
  };
}

/** A measured curve in place of the law: first order in what is left, by a rate that the schedule sets. */
function releaseByCurve(draft: Draft, layer: Layer, way: Dissolution): void {
  for (const stage of stages) {
    const setting = releaseSettings[stage.id];
    if (!draft.has(setting)) draft.setting(setting, 0, "1/s", `measured release, ${stage.label}`);
    const n = `${layer.id}__${stage.id}`;
    const { equation, solid } = localEquation(draft, way, layer, stage.at, n);
    // The measured rate is of the metal freed: what oxidant or thiol it took is not charged to the cell.
    const [, products] = equation.split(" -> ");
    const metals = products!
      .split(" + ")
      .filter((term) => / (?:(?:Fe|Cu|Mn)[1-3]|Ba2|Na|K|Cl|S2O8)__/.test(term));
    const lattice = `lattice_${layer.phase.id}__${stage.at}`;
    if (!draft.has(lattice)) {
      // Without a formula: what the metal leaves behind and takes up is not part of a release curve.
      draft.species(lattice, { label: `what ${layer.phase.id} leaves`, at: stage.at, boundary: true });
    }
    draft.reaction(`release_${n}`, `${solid} ${n} -> ${metals.join(" + ")} + ${lattice}`, {
      at: stage.at,
      rate: `${setting}*${n}/${solid}`,
      label: `measured release of ${layer.phase.id}, ${stage.label}`,
    });
  }
}

function activeWay(way: Dissolution, phase: Phase, acid: boolean): boolean {
  const hasHypothesis = phase.dissolution.some((w) => w.hypothesis);
  return acid && hasHypothesis ? way.hypothesis === true : way.hypothesis !== true;
}

function declareWays(draft: Draft, layer: Layer, ways: readonly Dissolution[]): void {
  const path = `phases/${layer.phase.id}`;
  const phase = layer.phase.id;
  for (const way of ways) {
    draft.parameter(`R_${layer.base}__${way.by}`, way.rate, {
      label: `dissolution rate of ${phase} by ${way.by}`,
      path: rateGroup(path, way),
    });
    draft.parameter(`n_H_${layer.base}__${way.by}`, way.order, {
      label: `order in H+ of ${phase} by ${way.by}`,
      path: `${rateGroup(path, way)}/order`,
    });
    if (way.reagentOrder)
      draft.parameter(`n_${layer.base}__${way.by}`, way.reagentOrder, {
        label: `order of ${phase} in its ${way.by}`,
        path: `${path}/${way.by}/reagentOrder`,
      });
    if (way.saturation) {
      draft.parameter(`K_${layer.base}__oxidant`, way.saturation, {
        label: `half-saturation of ${phase} in its oxidant`,
        path: `${path}/saturation`,
      });
    }
    if (way.share)
      draft.parameter(`share_${layer.base}__peroxide`, way.share, {
        label: `share of H2O2 in dissolving ${phase}`,
        path: `${path}/share`,
      });
  }
}

/** Ways that split one total rate by shares have one number between them. */
function rateGroup(path: string, way: Dissolution): string {
  return way.share ? `${path}/rate` : `${path}/${way.by}`;
}

function declareSolubility(draft: Draft, layer: Layer): void {
  constants(draft, numbers);
  const { limit, slope } = layer.phase.solubility!;
  const path = `phases/${layer.phase.id}/solubility`;
  draft.parameter(`S_${layer.base}`, limit, {
    label: `solubility of ${layer.phase.id}`,
    path: `${path}/limit`,
  });
  draft.parameter(`slope_S_${layer.base}`, slope, {
    label: `log solubility of ${layer.phase.id} per pH`,
    path: `${path}/slope`,
  });
}

function dissolveAt(
  draft: Draft,
  agent: Agent,
  set: ParticleSet,
  layer: Layer,
  stage: (typeof stages)[number],
  ways: readonly Dissolution[],
  { limited, bar }: { limited: boolean; bar: string | undefined },
): void {
  const open = uncovered(layer, stage.id);
  if (open === "0") return;
  const n = `${layer.id}__${stage.id}`;
  const coat = coatRate(draft, agent, stage);
  const surface = surfaceOf(draft, set, layer, stage.id);
  const transport = limited ? transportAt(draft, layer, stage) : undefined;
  for (const way of ways) {
    const reagent = reagentFactor(draft, way, layer, stage.at);
    if (reagent === undefined) continue;
    const factors = [
      `heat_surface*R_${layer.base}__${way.by}*10^(n_H_${layer.base}__${way.by}*(${way.pH} - ${pHOf(stage.id)}))`,
      reagent,
      way.restOf ? `(1 - share_${layer.base}__peroxide)` : way.share ? `share_${layer.base}__peroxide` : "",
      open,
      draft.has("coating_delay") ? "(1 - exp(-time/coating_delay))" : "",
      bar ?? "",
    ].filter((f) => f !== "");
    let flux = factors.join("*");
    if (transport) {
      // Surface and transport in series: the smooth smaller of two rates.
      const id = draft.rule(`R_${way.by}_${n}`, "mol/m^2/s", flux, `surface rate by ${way.by}`);
      flux = `${id}*${transport}/(${id} + ${transport})`;
    }
    const { equation, solid, perSolid } = localEquation(draft, way, layer, stage.at, n);
    const pace =
      coat && way.by === "water" ? [coat, open].filter((f) => f !== "").join("*") : `${flux}*${surface}`;
    const id = draft.rule(
      `v_${way.by}_${n}`,
      "M/s",
      `${pace}*${n}/${solid}`,
      `dissolution of ${layer.phase.id} by ${way.by}, ${stage.label}`,
    );
    draft.reaction(`dissolve_${way.by}_${n}`, equation, { at: stage.at, rate: id });
    const spent = { oxygen: "J_oxygen_spent", peroxide: "J_peroxide_spent" }[way.by as "oxygen" | "peroxide"];
    if (spent && stage.at !== "med") draft.addTo(spent, `${perSolid}*${id}*V_${stage.at}/V_cyt`);
  }
}

/** What diffusion takes away from a surface at its solubility, mol/(m²·s); above zero, without a corner. */
function transportAt(draft: Draft, layer: Layer, stage: (typeof stages)[number]): string | undefined {
  const { ion, pH } = layer.phase.solubility!;
  const pool = `${ion}__${stage.at}`;
  if (!draft.has(pool)) return undefined;
  const room = `(S_${layer.base}*10^(slope_S_${layer.base}*(${pHOf(stage.id)} - ${pH})) - ${pool})`;
  return draft.rule(
    `J_${layer.id}__${stage.id}`,
    "mol/m^2/s",
    `D_ion/${layer.outer}*0.5*(${room} + sqrt(${room}^2 + (1e-9 [mM])^2))`,
    `transport of ${ion} from ${layer.phase.id}, ${stage.label}`,
  );
}

function pHOf(stage: string): string {
  return { med: "pH__med", early__vesicle: "pH_early", late__vesicle: "pH__vesicle", cyt: "pH__cyt" }[stage]!;
}

/** How the reagent of a way acts at a place; undefined when there is none of it there. */
function reagentFactor(draft: Draft, way: Dissolution, layer: Layer, at: string): string | undefined {
  if (way.by === "acid" || way.by === "water") return "1";
  // Serum and lysosomes have nucleases, the cytosol little.
  if (way.by === "nuclease") return at === "cyt" ? undefined : "1";
  if (way.by === "thiol" && at === "med") return undefined;
  const place = at === "med" ? "med" : "cyt";
  const reagent = {
    oxygen: `O2__${place}`,
    peroxide: `H2O2__${place}`,
    thiol: at === "vesicle" ? "thiol_vesicle*GSH__cyt" : "GSH__cyt",
    // Endosomes enclose the medium.
    ligand: at === "cyt" ? "ligands__cyt" : "ligands__med",
    ferric: `Fe3__${at}`,
  }[way.by];
  if (way.by === "ferric" && !draft.has(reagent)) return undefined;
  if (way.saturation) return `${reagent}/(K_${layer.base}__oxidant + ${reagent})`;
  const ratio = `${reagent}/${bracket(way.reagent!)}`;
  // The root keeps a power of a concentration defined where the solver's noise makes it negative.
  return way.reagentOrder ? `((${ratio})^2 + 1e-12)^(0.5*n_${layer.base}__${way.by})` : ratio;
}

function bracket(quantity: string): string {
  const [value, unit] = quantity.split(" ");
  return `${value} [${unit}]`;
}

/** The phase's equation with the names of a place; the solid's count; how much of the named oxidant goes per solid. */
function localEquation(
  draft: Draft,
  way: Dissolution,
  layer: Layer,
  at: string,
  solidId: string,
): { equation: string; solid: number; perSolid: number } {
  let solid = 1;
  let reagent = 0;
  const sides = way.equation.split(" -> ").map((side) =>
    side
      .split(" + ")
      .map((term) => {
        const match = /^(?:(\d+) )?(.+)$/.exec(term)!;
        const count = Number(match[1] ?? 1);
        const name = match[2]!;
        if (name === layer.phase.id) {
          solid = count;
          return `${count} ${solidId}`;
        }
        if ((name === "O2" && way.by === "oxygen") || (name === "H2O2" && way.by === "peroxide"))
          reagent = count;
        // Chloride is a state where the ion core follows it.
        const held = name === "Cl" && draft.has(`Cl__${at}`) ? undefined : heldNames[name];
        return `${count} ${held ? surroundings(draft, held, at) : poolId(draft, name, at)}`;
      })
      .join(" + "),
  );
  return { equation: sides.join(" -> "), solid, perSolid: reagent };
}

/** Ions live where they are freed; H2O2 and thiol of vesicles are the cytosol's. */
function poolId(draft: Draft, name: string, at: string): string {
  const shared = name === "H2O2" || name === "GSH" || name === "GSSG";
  const id = shared && at === "vesicle" ? `${name}__cyt` : `${name}__${at}`;
  const ion = /^(Fe|Cu|Mn)([1-3])$/.exec(name);
  // With an ion's chemistry left out, what is freed of it goes to the surroundings.
  if (name === "H2O2" && !draft.has(id))
    draft.species(id, { label: "H2O2, not followed", at, formula: "H2O2", boundary: true });
  if (ion && !draft.has(id))
    draft.species(id, { label: `${name}, not followed`, at, formula: `${ion[1]}+${ion[2]}`, boundary: true });
  return id;
}

/** Formula units of a layer dissolved at a place, M/s, by all its ways: an expression, empty where there are none. */
export function dissolvedAt(draft: Draft, layer: Layer, stage: string): string {
  return layer.phase.dissolution
    .map((way) => [way, `v_${way.by}_${layer.id}__${stage}`] as const)
    .filter(([, id]) => draft.has(id))
    .map(([way, id]) => {
      const count = new RegExp(`(?:^|\\s)(\\d+) ${layer.phase.id}(?:\\s|$)`).exec(way.equation)?.[1];
      return count === undefined ? id : `${count}*${id}`;
    })
    .join(" + ");
}

/** Metals whose ions the phases of an agent free: what decides which chemistry a model needs. */
export function metalsFreed(agent: Agent, phases: (id: string) => Phase): ReadonlySet<"Fe" | "Cu" | "Mn"> {
  const metals = new Set<"Fe" | "Cu" | "Mn">();
  for (const core of agent.cores) {
    for (const id of [core.phase, ...(core.shells ?? []).map((s) => s.phase)]) {
      const phase = phases(id);
      for (const way of phase.dissolution) {
        for (const metal of ["Fe", "Cu", "Mn"] as const) {
          if (new RegExp(`\\b${metal}[1-3]\\b`).test(way.equation.split("->")[1] ?? "")) metals.add(metal);
        }
      }
    }
  }
  return metals;
}
