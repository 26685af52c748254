import { type Draft, molarMass } from "#model";
import { layersOf, particleSets } from "../shape.ts";
import type { Agent, Cell, Drug, DrugCargo, Mechanism, Phase } from "../types.ts";
import { useCell } from "./culture.ts";
import { dissolvedAt } from "./dissolution.ts";
import { drugFormula, drugId, mediumSpecies } from "./drugs.ts";
import { stages } from "./particles.ts";
import { givenBack, ownShare } from "./uptake-spread.ts";

/** Drugs an agent carries, with their loading and release. */
export function drugCargo(agent: Agent): readonly DrugCargo[] {
  return agent.cargo.filter((c): c is DrugCargo => "drug" in c);
}

/**
 * Small molecules that a particle carries: they travel with it through endosomes, and leave it by a first-order release
 * that the pH of each place turns on.
 *
 *     with `release`   k(pH) = k_max/(1 + 10^(s·(pH − pH½)))
 *     without          in step with the first core: its rate of dissolution over what is left of it
 *
 * What leaves in the medium is free there; what leaves in endosomes and lysosomes is taken to cross their membrane at
 * once, as the drugs followed here are permeant. The event `give_cargo` adds `dose`·loading/M to the medium.
 *
 * @limits  far above pH½ nothing is released; amounts are conserved
 * @valid   loading small beside the carrier, whose mass is counted without it
 */
export function carriedDrugs(options: {
  agent: Agent;
  cell: Cell;
  phases: (id: string) => Phase;
  drugs: (id: string) => Drug;
}): Mechanism {
  const { agent, cell, phases } = options;
  return {
    id: "drug-cargo",
    label: "drugs carried by particles and their release by pH",
    add(draft) {
      useCell(draft, cell, {
        CL_uptake: "uptake",
        load_max: "loadMax",
        k_mature: "maturation",
        k_exo: "exocytosis",
        k_escape: "escape",
      });
      const given: (readonly [string, string])[] = [];
      drugCargo(agent).forEach((cargo, i) => {
        const drug = options.drugs(cargo.drug);
        const id = drugId(drug);
        const path = `agents/${agent.id}/cargo/${i}`;
        const formula = drugFormula(drug);
        draft.parameter(`loading_${id}`, cargo.loading, {
          label: `${drug.id} per mass of particle`,
          path: `${path}/loading`,
        });
        const { release } = cargo;
        // Cargoes of one carrier share its release: one number, one draw.
        const home = drugCargo(agent).findIndex((c) => c.release === release);
        const from = `agents/${agent.id}/cargo/${home}/release`;
        if (release) {
          draft.parameter(`k_release_${id}`, release.rate, {
            label: `greatest release of ${drug.id}`,
            path: `${from}/rate`,
          });
          draft.parameter(`pH_release_${id}`, release.pH, {
            label: `pH of half the release of ${drug.id}`,
            path: `${from}/pH`,
          });
          draft.parameter(`s_release_${id}`, release.steepness, {
            label: `steepness of the release of ${drug.id}`,
            path: `${from}/steepness`,
          });
        }
        const places = {
          med: "pH__med",
          early__vesicle: "pH_early",
          late__vesicle: "pH__vesicle",
          cyt: "pH__cyt",
        };
        for (const stage of stages) {
          const carried = draft.species(`${id}_carried__${stage.id}`, {
            label: `${drug.id} carried, ${stage.label}`,
            at: stage.at,
            formula,
          });
          const free =
            drug.is === "LOOH" && stage.id !== "med"
              ? "LOOH__cyt"
              : stage.id === "med"
                ? mediumSpecies(drug)
                : `${id}__cyt`;
          const rate = release
            ? `k_release_${id}/(1 + 10^(s_release_${id}*(${places[stage.id]} - pH_release_${id})))`
            : withTheCore(draft, agent, phases, stage);
          if (rate === "") continue;
          draft.reaction(`release_${id}__${stage.id}`, `${carried} -> ${free}`, {
            at: stage.at,
            rate: `${rate}*${carried}`,
          });
        }
        const at = (stage: string): string => `${id}_carried__${stage}`;
        draft.reaction(`take_up_${id}_carried`, `${at("med")} -> ${at("early__vesicle")}`, {
          rate: `CL_uptake*${at("med")}/(1 + load/load_max)`,
        });
        for (const [verb, from, to, k] of [
          ["mature", "early__vesicle", "late__vesicle", "k_mature"],
          ["exocytose", "late__vesicle", "med", "k_exo"],
          ["escape", "late__vesicle", "cyt", "k_escape"],
        ] as const) {
          draft.reaction(`${verb}_${id}_carried`, `${at(from)} -> ${at(to)}`, {
            at: "vesicle",
            rate: verb === "exocytose" ? givenBack(draft, `${k}*${at(from)}`) : `${k}*${at(from)}`,
          });
        }
        ownShare(draft, `${id}_carried`, "CL_uptake", formula);
        draft.rule(`M_${id}`, "kg/mol", `${molarMass(drug.formula)} [g/mol]`, `molar mass of ${drug.id}`);
        given.push([at("med"), `${at("med")} + dose*loading_${id}/M_${id}`]);
        const inside = stages
          .slice(1)
          .map((s) => `${at(s.id)}*V_${s.at}`)
          .join(" + ");
        draft.observe(`carried.${drug.id}`, {
          label: `${drug.id} still carried in the cell`,
          unit: "mM",
          display: "uM",
          expr: `(${inside})/V_cyt`,
        });
      });
      draft.event("give_cargo", { label: "a dose brings its cargo", assignments: given });
    },
  };
}

/** Share of the first core that dissolves per time at a place; empty where nothing dissolves it. */
function withTheCore(
  draft: Draft,
  agent: Agent,
  phases: (id: string) => Phase,
  stage: (typeof stages)[number],
): string {
  const set = particleSets(agent).find((s) => s.index === 0);
  const core = set && layersOf(set, phases)[0];
  const rate = core ? dissolvedAt(draft, core, stage.id) : "";
  // What is left is counted as at least one particle per 10⁶ cells, as in its own law.
  return rate === "" ? "" : `(${rate})/(${core!.id}__${stage.id} + 1e-6*few__${stage.at}*q0_${core!.id})`;
}
