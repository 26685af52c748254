import { checked, Draft, type Model } from "#model";
import { KationError, nearest, toBase } from "#units";
import { nucleicAcids } from "./cargo.ts";
import { findPhase } from "./catalogue.ts";
import {
  cargo,
  copper,
  culture,
  dissolution,
  dnazyme,
  fate,
  glucoseOxidase,
  glutathione,
  heat,
  iron,
  labileIron,
  lipidPeroxidation,
  manganese,
  metalsFreed,
  oxidants,
  particles,
  peroxide,
  surfaceCatalysis,
} from "./mechanisms/index.ts";
import { releaseSteps } from "./release.ts";
import type {
  Agent,
  Cargo,
  Cell,
  Culture,
  Environment,
  LaserTrigger,
  Mechanism,
  Phase,
  ScheduleEntry,
} from "./types.ts";

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
  /** Mechanisms or hypotheses to add: `dissolution-acid`, `solubility`. */
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

const optional = [
  "iron-storage",
  "iron",
  "copper",
  "manganese",
  "dissolution",
  "surface-catalysis",
  "glucose-oxidase",
  "dnazyme",
] as const;

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
  refuseUnknown(options.with ?? [], ["dissolution-acid", "solubility"]);
  const solubility = options.with?.includes("solubility") ?? false;
  const carries = (name: string, test: (c: Cargo) => boolean): boolean =>
    !without.has(name) && agent.cargo.some(test);
  const acid = options.with?.includes("dissolution-acid") ?? false;
  const freed = without.has("dissolution") ? new Set<"Fe" | "Cu" | "Mn">() : metalsFreed(agent, phases);
  const dissolves = !without.has("dissolution") && phasesOf(agent).some((p) => p.dissolution.length > 0);
  const wanted = (metal: "Fe" | "Cu" | "Mn", name: string): boolean => freed.has(metal) && !without.has(name);
  // Light that nobody switches on heats nothing: its numbers stay out of the model.
  const heated =
    (options.protocol ?? []).some((s) => s.laser) && agent.triggers.some((t) => typeof t === "object");
  return [
    culture({ cell, environment, culture: options.culture }),
    heat({ agent, heated }),
    particles({ agent, cell, phases }),
    oxidants({ cell }),
    peroxide({ cell, environment }),
    glutathione({ cell }),
    labileIron({ cell, storage: !without.has("iron-storage") }),
    ...(wanted("Fe", "iron") ? [iron({ cell })] : []),
    ...(wanted("Cu", "copper") ? [copper({ cell })] : []),
    ...(wanted("Mn", "manganese") ? [manganese({ cell })] : []),
    ...(dissolves ? [dissolution({ agent, cell, environment, phases, acid, solubility })] : []),
    surfaceCatalysis({ agent, phases, active: !without.has("surface-catalysis") }),
    ...(carries("cargo", (c) => !("enzyme" in c)) ? [cargo({ agent, phases })] : []),
    ...(carries("glucose-oxidase", (c) => "enzyme" in c && c.enzyme === "glucose-oxidase")
      ? [glucoseOxidase({ agent, cell, environment })]
      : []),
    ...(carries("dnazyme", (c) => "nucleicAcid" in c && cutsVegfr2(c.nucleicAcid))
      ? [dnazyme({ agent })]
      : []),
    lipidPeroxidation({ cell }),
    fate({ cell, heated }),
  ];
}

function phasesOf(agent: Agent): Phase[] {
  return agent.cores.flatMap((core) =>
    [core.phase, ...(core.shells ?? []).map((s) => s.phase)].map(findPhase),
  );
}

function cutsVegfr2(strand: string): boolean {
  return nucleicAcids.some((n) => n.id === strand && n.target === "VEGFR2");
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
