import type { Draft } from "#model";
import { releaseSettings } from "../release.ts";
import type { Agent, Cell, Core, Dissolution, Mechanism, Phase } from "../types.ts";
import { surroundings } from "./constants.ts";
import { useCell } from "./culture.ts";
import { coreId, type Layer, layersOf, stages } from "./particles.ts";

/** Names in a dissolution equation that are held species, by their name among the surroundings. */
const heldNames: Readonly<Record<string, string>> = {
  O2: "dioxygen",
  "H+": "proton",
  H2O: "water",
  H2PO4: "phosphate",
  PH3: "phosphine",
  H2: "hydrogen",
  Cl: "chloride",
};

/**
 * Dissolution of every layer of every core, in each place a particle is: mean particle, shrinking by its surface.
 *
 *     dn/dt = −R·A(q)/q·n        R = R_ref·10^(n_H·(pH_ref − pH))·(reagent factor)·(share)·Arrhenius
 *     sphere and shell  A = 4π(r_i³ + 3V_m·q/4π)^(2/3)        rod  A = 2√(πL·V_m·q)·(1 + r/L)
 *
 * q = n/N has a floor of 10⁻⁵ of a whole particle, so the last of a layer decays exponentially and fast instead of
 * ending in a root: no event to find, nothing negative; the error is below 10⁻⁵ of the dose. A layer dissolves as far as its cover is gone.
 * A coating with a delay lets the rate rise as 1 − exp(−t/delay).
 *
 * Oxidants and thiol are spent by the balanced equation of the phase, and the O2 or H2O2 spent before any Fenton step
 * is counted (`oxygen_spent`, `peroxide_spent`, per volume of cell or medium).
 *
 * @param acid  true turns on the phases' acid hypothesis instead of the oxidative ways
 * @limits  inert phases do not change; without oxidant the oxidative ways stop
 * @valid   dilute; no passivation, no Ostwald ripening
 */
export function dissolution(options: {
  agent: Agent;
  cell: Cell;
  phases: (id: string) => Phase;
  acid?: boolean;
}): Mechanism {
  const { agent, cell, phases } = options;
  return {
    id: "dissolution",
    label: "dissolution of the particles' phases",
    add(draft) {
      useCell(draft, cell, { thiol_vesicle: "vesicleThiol" });
      draft.sum("J_oxygen_spent", "M/s", "O2 spent by dissolution in the cell");
      draft.sum("J_peroxide_spent", "M/s", "H2O2 spent by dissolution in the cell");
      agent.cores.forEach((core, i) => {
        const np = coreId(i);
        for (const layer of layersOf(core, np, phases)) {
          const ways = layer.phase.dissolution.filter((w) =>
            activeWay(w, layer.phase, options.acid ?? false),
          );
          if (ways.length === 0) continue;
          if (agent.release) {
            releaseByCurve(draft, layer, ways[0]!);
            continue;
          }
          declareWays(draft, layer, ways);
          if (agent.coating.delay.value.value > 0 && !draft.has("coating_delay")) {
            draft.parameter("coating_delay", agent.coating.delay, {
              label: "delay by the coating",
              path: `agents/${agent.id}/coating/delay`,
            });
          }
          for (const stage of stages) dissolveAt(draft, core, np, layer, stage, ways);
        }
      });
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
    const metals = products!.split(" + ").filter((term) => /(?:Fe|Cu|Mn)[1-3]__/.test(term));
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
    draft.parameter(`R_${layer.id}__${way.by}`, way.rate, {
      label: `dissolution rate of ${phase} by ${way.by}`,
      path: rateGroup(path, way),
    });
    draft.parameter(`n_H_${layer.id}__${way.by}`, way.order, {
      label: `order in H+ of ${phase} by ${way.by}`,
      path: `${rateGroup(path, way)}/order`,
    });
    if (way.saturation) {
      draft.parameter(`K_${layer.id}__oxidant`, way.saturation, {
        label: `half-saturation of ${phase} in its oxidant`,
        path: `${path}/saturation`,
      });
    }
    if (way.share)
      draft.parameter(`share_${layer.id}__peroxide`, way.share, {
        label: `share of H2O2 in dissolving ${phase}`,
        path: `${path}/share`,
      });
  }
}

/** Ways that split one total rate by shares have one number between them. */
function rateGroup(path: string, way: Dissolution): string {
  return way.share ? `${path}/rate` : `${path}/${way.by}`;
}

function dissolveAt(
  draft: Draft,
  core: Core,
  np: string,
  layer: Layer,
  stage: (typeof stages)[number],
  ways: readonly Dissolution[],
): void {
  const n = `${layer.id}__${stage.id}`;
  draft.rule(
    `surface_${n}`,
    "m^2/mol",
    specificSurface(core, np, layer, stage.id),
    `surface of ${layer.phase.id} ${stage.label}`,
  );
  for (const way of ways) {
    const reagent = reagentFactor(way, layer, stage.at);
    if (reagent === undefined) continue;
    const factors = [
      `heat_surface*R_${layer.id}__${way.by}*10^(n_H_${layer.id}__${way.by}*(${way.pH} - ${pHOf(stage.id)}))`,
      reagent,
      way.restOf ? `(1 - share_${layer.id}__peroxide)` : way.share ? `share_${layer.id}__peroxide` : "",
      layer.cover ? `(1 - q_${layer.cover}__${stage.id}/q0_${layer.cover})` : "",
      draft.has("coating_delay") ? "(1 - exp(-time/coating_delay))" : "",
    ].filter((f) => f !== "");
    const rate = `${factors.join("*")}*surface_${n}*${n}`;
    const { equation, solid, perSolid } = localEquation(draft, way, layer, stage.at, n);
    const id = draft.rule(
      `v_${way.by}_${n}`,
      "M/s",
      `${rate}/${solid}`,
      `dissolution of ${layer.phase.id} by ${way.by}, ${stage.label}`,
    );
    draft.reaction(`dissolve_${way.by}_${n}`, equation, { at: stage.at, rate: id });
    const spent = { oxygen: "J_oxygen_spent", peroxide: "J_peroxide_spent" }[way.by as "oxygen" | "peroxide"];
    if (spent && stage.at !== "med") draft.addTo(spent, `${perSolid}*${id}*V_${stage.at}/V_cyt`);
  }
}

/** Area per mole of solid left, from the mean particle's moles q. */
function specificSurface(core: Core, np: string, layer: Layer, stage: string): string {
  const q = `q_${layer.id}__${stage}`;
  const volume = `V_m_${layer.id}*${q}/6.02214076e23 [1/mol]`;
  const area = core.length
    ? `2*sqrt(3.14159265358979*length__${np}*${volume})*(1 + ${layer.outer}/length__${np})`
    : `12.5663706143592*((${layer.inner})^3 + ${volume}/4.18879020478639)^(2/3)`;
  return `6.02214076e23 [1/mol]*area_factor__${np}*${area}/${q}`;
}

function pHOf(stage: string): string {
  return { med: "pH__med", early__vesicle: "pH_early", late__vesicle: "pH__vesicle", cyt: "pH__cyt" }[stage]!;
}

/** How the reagent of a way acts at a place; undefined when there is none of it there. */
function reagentFactor(way: Dissolution, layer: Layer, at: string): string | undefined {
  const place = at === "med" ? "med" : "cyt";
  if (way.by === "acid" || way.by === "water") return "1";
  const reagent = { oxygen: `O2__${place}`, peroxide: `H2O2__${place}`, thiol: "GSH__cyt" }[way.by];
  if (way.by === "thiol") {
    if (at === "med") return undefined;
    return `${at === "vesicle" ? "thiol_vesicle*" : ""}${reagent}/${bracket(way.reagent!)}`;
  }
  return way.saturation
    ? `${reagent}/(K_${layer.id}__oxidant + ${reagent})`
    : `${reagent}/${bracket(way.reagent!)}`;
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
        const held = heldNames[name];
        return `${count} ${held ? surroundings(draft, held, at) : poolId(name, at)}`;
      })
      .join(" + "),
  );
  return { equation: sides.join(" -> "), solid, perSolid: reagent };
}

/** Ions live where they are freed; H2O2 and thiol of vesicles are the cytosol's. */
function poolId(name: string, at: string): string {
  const shared = name === "H2O2" || name === "GSH" || name === "GSSG";
  return shared && at === "vesicle" ? `${name}__cyt` : `${name}__${at}`;
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
