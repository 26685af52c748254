import { checked, Draft, type Model } from "#model";
import { KationError, nearest, toBase } from "#units";
import { withCalibration } from "./calibration.ts";
import { nucleicAcids } from "./cargo.ts";
import { findDrug, findEnvironment, findPhase } from "./catalogue.ts";
import {
  actsOnMembrane,
  barium,
  calciumPool,
  cargo,
  carriedDrugs,
  copper,
  culture,
  dissolution,
  dnazyme,
  drugActions,
  drugCargo,
  drugId,
  endosomeBurst,
  energy,
  environmentId,
  fate,
  followsGpx4,
  glucoseOxidase,
  glutathione,
  gshSynthesis,
  heat,
  immunogenicDeath,
  ionCore,
  ionsFreed,
  iron,
  ironHomeostasis,
  labileIron,
  laserOf,
  lipidPeroxidation,
  macrophages,
  manganese,
  mediumChange,
  membrane,
  metalsFreed,
  oxidants,
  particles,
  payloadIons,
  peroxide,
  persulfate,
  proteinThiols,
  radiolysis,
  relaxation,
  secondaryRadicals,
  solution,
  superoxide,
  surfaceCatalysis,
  ultrasound,
  ultrasoundOf,
  uptakeSpread,
} from "./mechanisms/index.ts";
import { probesRead } from "./probes/index.ts";
import { releaseSteps } from "./release.ts";
import type {
  Agent,
  Cargo,
  Cell,
  Culture,
  Drug,
  Environment,
  Mechanism,
  Phase,
  ScheduleEntry,
} from "./types.ts";

/** Something done to the culture at a time; times from the first dose. */
export interface ProtocolStep {
  readonly at: string;
  readonly for?: string;
  readonly laser?: { readonly wavelength: string; readonly irradiance: string };
  readonly ultrasound?: { readonly intensity: string; readonly frequency: string };
  /** X-rays, which meet every cell whatever the agent is; dose over rate is how long they last. */
  readonly xray?: { readonly dose: string; readonly rate: string };
  /** A further dose, as a multiple of the first. */
  readonly dose?: number;
  /** A drug given to the medium, by its id, control included; with `for`, until the medium is changed. */
  readonly drug?: string;
  readonly concentration?: string;
  /** The medium's ions and osmolarity become those of this environment; with `for`, until they come back. */
  readonly medium?: string;
}

/** What a model is assembled from. */
export interface AssembleOptions {
  readonly agent: Agent;
  readonly cell: Cell;
  readonly environment: Environment;
  readonly culture: Culture;
  readonly protocol?: readonly ProtocolStep[];
  /** Mechanisms or hypotheses to add: `dissolution-acid`, `gsh-synthesis`, `macrophages`, … */
  readonly with?: readonly string[];
  /** Mechanisms to leave out: `iron-storage`, `copper`, … */
  readonly without?: readonly string[];
  /** Read-outs that are wanted: `probe.…` and `MRI.…` add what they need, all others are there anyway. */
  readonly read?: readonly string[];
}

/** A model ready to be studied: `dose` (kg/m³) is its parameter, the schedule fires `start` and `give`. */
export interface Assembly {
  readonly model: Model;
  readonly schedule: readonly ScheduleEntry[];
  readonly mechanisms: readonly Mechanism[];
}

const addOns = [
  "dissolution-acid",
  "gsh-synthesis",
  "gpx4-starvation",
  "heat-arrhenius",
  "ion-core",
  "immunogenic-death",
  "iron-homeostasis",
  "lysis-event",
  "macrophages",
  "membrane-addition",
  "population-thresholds",
  "potential-dae",
  "protein-thiols",
  "solubility",
  "uptake-spread",
] as const;
const optional = [
  "calibration",
  "calcium-pool",
  "endosome-burst",
  "energy",
  "membrane",
  "membrane-reserve",
  "redox",
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
  const model = draft.finish();
  const calibrated = options.without?.includes("calibration") ? model : withCalibration(model);
  return { model: checked(calibrated), schedule: scheduleOf(options), mechanisms };
}

function select(options: AssembleOptions): Mechanism[] {
  const { agent, cell, environment } = options;
  if (environment.kind === "bath") {
    throw new KationError("invalid-value", `no cell comes to rest in the bath ${environment.id}`, {
      fix: `rest in a medium and change it: protocol: [{ at: "0 h", medium: "${environment.id}" }]`,
    });
  }
  const phases = findPhase;
  const without = new Set(options.without ?? []);
  refuseUnknown(without, optional);
  refuseUnknown(options.with ?? [], addOns);
  const added = (name: (typeof addOns)[number]): boolean => options.with?.includes(name) ?? false;
  const acid = added("dissolution-acid");
  const carries = (name: string, test: (c: Cargo) => boolean): boolean =>
    !without.has(name) && agent.cargo.some(test);
  const drugs = drugsOf(options);
  const solute = agent.solute === undefined ? undefined : findDrug(agent.solute);
  const freed = without.has("dissolution") ? new Set<"Fe" | "Cu" | "Mn">() : metalsFreed(agent, phases);
  const dissolves = !without.has("dissolution") && phasesOf(agent).some((p) => p.dissolution.length > 0);
  const wanted = (metal: "Fe" | "Cu" | "Mn", name: string): boolean => freed.has(metal) && !without.has(name);
  // Light that nobody switches on heats nothing: its numbers stay out of the model.
  const protocol = options.protocol ?? [];
  const lit = protocol.some((s) => s.laser) && laserOf(agent) !== undefined;
  const sounded = protocol.some((s) => s.ultrasound) && ultrasoundOf(agent) !== undefined;
  const arrhenius = added("heat-arrhenius");
  const read = options.read ?? [];
  const redox = !without.has("redox");
  const ionic = followsIons(options);
  const ions = ionsFreed(agent, phases);
  return [
    culture({ cell, environment, culture: options.culture, swells: ionic }),
    heat({ agent, environment, lit, sounded, arrhenius }),
    ...(ionic ? ionMechanisms(options) : []),
    ...(added("uptake-spread") && !solute ? [uptakeSpread({ cell })] : []),
    solute ? solution({ drug: solute }) : particles({ agent, cell, phases }),
    ...(redox
      ? [
          oxidants({ cell, environment, medium: freed.size > 0, metals: freed }),
          superoxide({ cell }),
          peroxide({ cell, environment }),
          glutathione({ cell, environment, detailed: added("gsh-synthesis") }),
          ...(added("gsh-synthesis") ? [gshSynthesis()] : []),
          ...(added("protein-thiols") ? [proteinThiols()] : []),
          secondaryRadicals(),
          labileIron({ cell, storage: !without.has("iron-storage") && !added("iron-homeostasis") }),
        ]
      : []),
    ...(added("iron-homeostasis") ? [ironHomeostasis({ environment, counted: wanted("Fe", "iron") })] : []),
    ...(wanted("Fe", "iron") ? [iron({ cell, environment })] : []),
    ...(wanted("Cu", "copper") ? [copper({ cell, environment })] : []),
    ...(wanted("Mn", "manganese") ? [manganese({ cell })] : []),
    ...(protocol.some((s) => s.xray) ? [radiolysis({ cell })] : []),
    ...(ions.includes("Ba2") ? [barium({ cell, environment })] : []),
    ...(redox && ions.includes("S2O8")
      ? [persulfate({ cell, environment, lit: protocol.some((s) => s.laser) })]
      : []),
    ...(ionic && freesIons(agent) ? [payloadIons({ agent, cell, phases })] : []),
    ...(dissolves
      ? [dissolution({ agent, cell, environment, phases, acid, solubility: added("solubility") })]
      : []),
    ...(ionic && freesIons(agent) && !without.has("endosome-burst")
      ? [endosomeBurst({ agent, phases })]
      : []),
    ...(solute || !redox
      ? []
      : [surfaceCatalysis({ agent, phases, active: !without.has("surface-catalysis") })]),
    ...(carries("cargo", (c) => "nucleicAcid" in c) ? [cargo({ agent, phases })] : []),
    ...(carries("glucose-oxidase", (c) => "enzyme" in c && c.enzyme === "glucose-oxidase")
      ? [glucoseOxidase({ agent, cell, environment })]
      : []),
    ...(carries("dnazyme", (c) => "nucleicAcid" in c && cutsVegfr2(c.nucleicAcid))
      ? [dnazyme({ agent })]
      : []),
    ...(redox
      ? [
          lipidPeroxidation({
            cell,
            gpx4: followsGpx4(drugs) ? "followed" : "constant",
            starved: added("gpx4-starvation"),
          }),
        ]
      : []),
    ...(sounded ? [ultrasound({ agent, phases })] : []),
    ...(added("macrophages") ? [macrophages({ agent, phases })] : []),
    fate({
      cell,
      heated: (lit || sounded) && !arrhenius,
      population: added("population-thresholds"),
      redox,
    }),
    ...(added("immunogenic-death") ? [immunogenicDeath()] : []),
    ...(drugs.length > 0 ? [drugActions({ drugs, environment })] : []),
    ...(drugCargo(agent).length > 0 ? [carriedDrugs({ agent, cell, phases, drugs: findDrug })] : []),
    ...(read.some((r) => r.startsWith("MRI.")) && agent.relaxivity ? [relaxation({ agent })] : []),
    ...probesRead(read),
  ];
}

/** True when a study moves the ions of the membrane: agent, drug or medium do, or it is asked for. */
function followsIons(options: AssembleOptions): boolean {
  if (options.with?.includes("ion-core")) return true;
  if (options.protocol?.some((s) => s.medium !== undefined)) return true;
  if (drugsOf(options).some(actsOnMembrane)) return true;
  return freesIons(options.agent);
}

/** True when light meets persulfate that its chemistry follows. */
function lightSplits(options: AssembleOptions): boolean {
  return !options.without?.includes("redox") && ionsFreed(options.agent, findPhase).includes("S2O8");
}

/** True when an agent frees ions that the ion core follows; chloride alone comes with salts of other metals. */
function freesIons(agent: Agent): boolean {
  return ionsFreed(agent, findPhase).some((ion) => ion !== "Cl");
}

/** Membrane, pumps, water and what hangs on them: one ion core. */
function ionMechanisms({ cell, environment, ...options }: AssembleOptions): Mechanism[] {
  const baths = [...new Set((options.protocol ?? []).flatMap((s) => s.medium ?? []).map(findEnvironment))];
  const has = (name: (typeof optional)[number]): boolean => !options.without?.includes(name);
  const added = (name: (typeof addOns)[number]): boolean => options.with?.includes(name) ?? false;
  return [
    // ATP before the pumps that ask for it; the ion core declares the sums that the others add to.
    ...(has("energy") ? [energy({ cell })] : []),
    ionCore({ cell, environment, potential: added("potential-dae") ? "dae" : "capacitance" }),
    ...(has("calcium-pool") ? [calciumPool({ cell, environment })] : []),
    ...(has("membrane")
      ? [
          membrane({
            event: added("lysis-event"),
            reserve: has("membrane-reserve"),
            added: added("membrane-addition"),
          }),
        ]
      : []),
    ...(baths.length > 0 ? [mediumChange({ environments: baths })] : []),
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

/** Drugs of the agent itself, of its cargo and of the protocol, each once. */
function drugsOf({ agent, protocol }: AssembleOptions): Drug[] {
  const names = [
    ...(agent.solute === undefined ? [] : [agent.solute]),
    ...drugCargo(agent).map((c) => c.drug),
    ...(protocol ?? []).flatMap((s) => (s.drug === undefined ? [] : [s.drug])),
  ];
  return [...new Set(names.map((name) => findDrug(name)))];
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

/** Doses, light, sound, X-rays and measured release as set and fire at times, for a model of the same agent. */
export function scheduleOf(options: AssembleOptions): ScheduleEntry[] {
  const { agent } = options;
  const give = drugCargo(agent).length > 0 ? ["give", "give_cargo"] : ["give"];
  const entries: ScheduleEntry[] = [{ t: 0, fire: ["start", ...give] }];
  for (const [i, step] of (options.protocol ?? []).entries()) {
    const t = toBase(step.at, "s");
    // Light and sound on an agent that does not answer do nothing: one protocol serves all agents of a study.
    const split = lightSplits(options);
    if (step.laser && split) entries.push({ t, set: { wavelength: toBase(step.laser.wavelength, "m") } });
    if (step.laser && (split || laserOf(agent)))
      entries.push(...during(step, i, "irradiance", step.laser.irradiance, "a laser step"));
    if (step.ultrasound && ultrasoundOf(agent))
      entries.push(...during(step, i, "ultrasound", step.ultrasound.intensity, "an ultrasound step"));
    if (step.medium !== undefined) entries.push(...mediumSteps(step, step.medium));
    if (step.xray) entries.push(...xraySteps(step.xray, t, i));
    if (step.drug !== undefined) entries.push(...drugSteps(step, t, i));
    if (step.dose !== undefined) entries.push({ t, doses: step.dose, fire: give });
  }
  entries.push(...releaseSteps(agent));
  return entries.sort((a, b) => a.t - b.t);
}

/** A setting in W/m² switched on for the duration of a step. */
function during(
  step: ProtocolStep,
  index: number,
  setting: string,
  power: string,
  what: string,
): ScheduleEntry[] {
  if (step.for === undefined) {
    throw new KationError("missing-key", `${what} needs its duration`, {
      where: `protocol/${index}`,
      fix: 'add for: "10 min"',
    });
  }
  const t = toBase(step.at, "s");
  return [
    { t, set: { [setting]: toBase(power, "W/m^2") } },
    { t: t + toBase(step.for, "s"), set: { [setting]: 0 } },
  ];
}

/** Another medium, and the change back. */
function mediumSteps(step: ProtocolStep, medium: string): ScheduleEntry[] {
  const t = toBase(step.at, "s");
  const change = { t, fire: [`medium_${environmentId(findEnvironment(medium))}`] };
  return step.for === undefined
    ? [change]
    : [change, { t: t + toBase(step.for, "s"), fire: ["medium_back"] }];
}

/** X-rays on at their rate, and off when the dose is in. */
function xraySteps(xray: NonNullable<ProtocolStep["xray"]>, t: number, index: number): ScheduleEntry[] {
  // A record from a file or from JavaScript may lack what its type asks for.
  for (const [key, example] of [
    ["dose", "6 Gy"],
    ["rate", "1 Gy/min"],
  ] as const) {
    const where = `protocol/${index}/xray/${key}`;
    if (xray[key] === undefined)
      throw new KationError("missing-key", `X-rays need their ${key}`, {
        where,
        fix: `add ${key}: "${example}"`,
      });
    if (!(toBase(xray[key], key === "dose" ? "Gy" : "Gy/s") > 0))
      throw new KationError("out-of-range", `X-rays need a ${key} above 0`, {
        where,
        fix: `give ${key}, such as "${example}"`,
      });
  }
  const rate = toBase(xray.rate, "Gy/s");
  return [
    { t, set: { dose_rate: rate } },
    { t: t + toBase(xray.dose, "Gy") / rate, set: { dose_rate: 0 } },
  ];
}

/** A drug added to the medium, and the change of medium that ends it. */
function drugSteps(step: ProtocolStep, t: number, index: number): ScheduleEntry[] {
  const id = drugId(findDrug(step.drug!));
  if (step.concentration === undefined) {
    throw new KationError("missing-key", "a drug needs its concentration in the medium", {
      where: `protocol/${index}`,
      fix: 'add concentration: "1 uM"',
    });
  }
  const add = { t, set: { [`added_${id}`]: toBase(step.concentration, "mM") }, fire: [`add_${id}`] };
  return step.for === undefined ? [add] : [add, { t: t + toBase(step.for, "s"), fire: [`wash_${id}`] }];
}
