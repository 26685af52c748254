import type { Draft } from "#model";
import { cargoId, cargoName } from "../cargo.ts";
import { layersOf, type ParticleSet, particleSets } from "../shape.ts";
import type { Agent, CargoRelease, Mechanism, Phase } from "../types.ts";
import { dissolvedAt } from "./dissolution.ts";
import { carriedBy, stages } from "./particles.ts";

/**
 * Nucleic acids that the first core carries: how much of them is freed where.
 *
 *     with `release`   first order, k/(1 + 10^(s·(pH − pH½))) of what a particle still holds
 *     without          in step with the dissolution of the core
 *
 * Adds the rules `freed_<cargo>__med`, `__vesicle` and `__cyt` (kg of cargo per m³ of place and second), which the
 * chemistry of the cargo reads; with `release`, the particles that still hold it (`<cargo>_NP__…`, counted as whole ones).
 *
 * @limits  no particle, nothing freed; no more is freed than was loaded
 */
export function cargo(options: { agent: Agent; phases: (id: string) => Phase }): Mechanism {
  const { agent, phases } = options;
  return {
    id: "cargo",
    label: "release of nucleic acids",
    add(draft) {
      const sets = particleSets(agent).filter((s) => s.index === 0);
      agent.cargo.forEach((item, index) => {
        if (!("nucleicAcid" in item)) return;
        const name = cargoName(item);
        for (const at of ["med", "vesicle", "cyt"])
          draft.sum(`freed_${name}__${at}`, "kg/m^3/s", `${cargoId(item)} freed, ${at}`);
        for (const set of sets) {
          const mass = `loading_${index}*${carriedBy(draft, set, agent)}`;
          if (item.release) byRate(draft, agent, set, name, index, item.release, mass);
          else bySolid(draft, set, phases, name, mass);
        }
      });
    },
  };
}

function bySolid(
  draft: Draft,
  set: ParticleSet,
  phases: (id: string) => Phase,
  name: string,
  mass: string,
): void {
  const core = layersOf(set, phases)[0]!;
  for (const stage of stages) {
    const rate = dissolvedAt(draft, core, stage.id);
    if (rate !== "") draft.addTo(`freed_${name}__${stage.at}`, `(${rate})/q0_${core.id}*${mass}`);
  }
}

function byRate(
  draft: Draft,
  agent: Agent,
  set: ParticleSet,
  name: string,
  index: number,
  release: CargoRelease,
  mass: string,
): void {
  const path = `agents/${agent.id}/cargo/${index}/release`;
  draft.parameter(`k_free_${name}`, release.rate, { label: `release of ${name}`, path: `${path}/rate` });
  draft.parameter(`pH_free_${name}`, release.pH, { label: "pH of half its release", path: `${path}/pH` });
  draft.parameter(`s_free_${name}`, release.steepness, {
    label: "steepness of its release in pH",
    path: `${path}/steepness`,
  });
  for (const stage of stages) {
    const full = `${name}_${set.id}__${stage.id}`;
    const pH = { med: "pH__med", early__vesicle: "pH_early", late__vesicle: "pH__vesicle", cyt: "pH__cyt" }[
      stage.id
    ];
    const rate = draft.rule(
      `empty_${name}_${set.id}__${stage.id}`,
      "M/s",
      `k_free_${name}/(1 + 10^(s_free_${name}*(${pH} - pH_free_${name})))*${full}`,
    );
    draft.reaction(`free_${stage.id}_${name}_${set.id}`, `${full} -> `, { at: stage.at, rate });
    draft.addTo(`freed_${name}__${stage.at}`, `${rate}*${mass}`);
  }
}
