import { checked, Draft, type Model } from "#model";
import { KationError, nearest, toBase } from "#units";
import { findPhase } from "./catalogue.ts";
import {
  copper,
  culture,
  dissolution,
  fate,
  glutathione,
  gshSynthesis,
  heat,
  iron,
  labileIron,
  lipidPeroxidation,
  manganese,
  metalsFreed,
  oxidants,
  particles,
  peroxide,
  proteinThiols,
  secondaryRadicals,
  superoxide,
} from "./mechanisms/index.ts";
import { releaseSteps } from "./release.ts";
import type { Agent, Cell, Culture, Environment, LaserTrigger, Mechanism, ScheduleEntry } from "./types.ts";

/** Something done to the culture at a time; times from the first dose. */
export interface ProtocolStep {
  readonly at: string;
  readonly for?: string;
  readonly laser?: { readonly wavelength: string; readonly irradiance: string };
  /** A further dose, as a multiple of the first. */
  readonly dose?: number;
}

/** What a model is assembled from. */
export interface AssembleOptions {
  readonly agent: Agent;
  readonly cell: Cell;
  readonly environment: Environment;
  readonly culture: Culture;
  readonly protocol?: readonly ProtocolStep[];
  /** Mechanisms or hypotheses to add: `dissolution-acid`, `gsh-synthesis`, `protein-thiols`. */
  readonly with?: readonly string[];
  /** Mechanisms to leave out: `iron-storage`, `copper`, … */
  readonly without?: readonly string[];
}

/** A model ready to be studied: `dose` (kg/m³) is its parameter, the schedule fires `start` and `give`. */
export interface Assembly {
  readonly model: Model;
  readonly schedule: readonly ScheduleEntry[];
  readonly mechanisms: readonly Mechanism[];
}

const addOns = ["dissolution-acid", "gsh-synthesis", "protein-thiols"] as const;
const optional = ["iron-storage", "iron", "copper", "manganese", "dissolution"] as const;

/**
 * Composes the model that follows from what an agent is made of: its phases bring their dissolution, the ions they
 * free bring their chemistry, its triggers their receptors; the cell and the medium bring the rest.
 *
 * @throws `unknown-name` for a mechanism, phase or trigger that is not there; every fault of the model (`check`)
 * @example  assemble({ agent: agents.fe2pNanorods, cell: cells.tumourGeneric, environment: environments.mediumPh65,
 *                      culture: { density: "1e5 1/mL", volume: "100 uL" } })
 */
export function assemble(options: AssembleOptions): Assembly {
  const mechanisms = select(options);
  const draft = new Draft(`${options.agent.id} in ${options.cell.id}, ${options.environment.id}`);
  for (const mechanism of mechanisms) {
    draft.module = mechanism.id;
    mechanism.add(draft);
  }
  return { model: checked(draft.finish()), schedule: schedule(options), mechanisms };
}

function select(options: AssembleOptions): Mechanism[] {
  const { agent, cell, environment } = options;
  const phases = findPhase;
  const without = new Set(options.without ?? []);
  refuseUnknown(without, optional);
  refuseUnknown(options.with ?? [], addOns);
  const added = (name: (typeof addOns)[number]): boolean => options.with?.includes(name) ?? false;
  const acid = added("dissolution-acid");
  const freed = without.has("dissolution") ? new Set<"Fe" | "Cu" | "Mn">() : metalsFreed(agent, phases);
  const wanted = (metal: "Fe" | "Cu" | "Mn", name: string): boolean => freed.has(metal) && !without.has(name);
  // Light that nobody switches on heats nothing: its numbers stay out of the model.
  const heated =
    (options.protocol ?? []).some((s) => s.laser) && agent.triggers.some((t) => typeof t === "object");
  return [
    culture({ cell, environment, culture: options.culture }),
    heat({ agent, heated }),
    particles({ agent, cell, phases }),
    oxidants({ cell, environment, medium: freed.size > 0, metals: freed }),
    superoxide({ cell }),
    peroxide({ cell, environment }),
    glutathione({ cell, environment, detailed: added("gsh-synthesis") }),
    ...(added("gsh-synthesis") ? [gshSynthesis()] : []),
    ...(added("protein-thiols") ? [proteinThiols()] : []),
    secondaryRadicals(),
    labileIron({ cell, storage: !without.has("iron-storage") }),
    ...(wanted("Fe", "iron") ? [iron({ cell, environment })] : []),
    ...(wanted("Cu", "copper") ? [copper({ cell, environment })] : []),
    ...(wanted("Mn", "manganese") ? [manganese({ cell })] : []),
    ...(freed.size > 0 ? [dissolution({ agent, cell, phases, acid })] : []),
    lipidPeroxidation({ cell }),
    fate({ cell, heated }),
  ];
}

function refuseUnknown(names: Iterable<string>, known: readonly string[]): void {
  for (const name of names) {
    if (known.includes(name)) continue;
    const near = nearest(name, known);
    throw new KationError("unknown-name", `no mechanism to add or leave out is called "${name}"`, {
      fix: near.length > 0 ? `did you mean ${near.join(" or ")}?` : `one of ${known.join(", ")}`,
    });
  }
}

/** Doses, light and measured release as set and fire at times. */
function schedule(options: AssembleOptions): ScheduleEntry[] {
  const { agent } = options;
  const entries: ScheduleEntry[] = [{ t: 0, fire: ["start", "give"] }];
  for (const [i, step] of (options.protocol ?? []).entries()) {
    const t = toBase(step.at, "s");
    if (step.laser) {
      const trigger = agent.triggers.find((x): x is LaserTrigger => typeof x === "object");
      // A laser on an agent that does not absorb does nothing: the same protocol serves all agents of a study.
      if (trigger) {
        entries.push({ t, set: { irradiance: toBase(step.laser.irradiance, "W/m^2") } });
        if (step.for === undefined) {
          throw new KationError("missing-key", "a laser step needs its duration", {
            where: `protocol/${i}`,
            fix: 'add for: "10 min"',
          });
        }
        entries.push({ t: t + toBase(step.for, "s"), set: { irradiance: 0 } });
      }
    }
    if (step.dose !== undefined) entries.push({ t, doses: step.dose, fire: ["give"] });
  }
  entries.push(...releaseSteps(agent));
  return entries.sort((a, b) => a.t - b.t);
}
