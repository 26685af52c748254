import type * as z from "zod";
import {
  type Agent,
  type Cell,
  type Environment,
  findAgent,
  findCell,
  findDrug,
  findEnvironment,
} from "#biology";
import { type Grade, type Sourced, sourced } from "#model";
import { exp, KationError, ln, nearest, quantity, toBase } from "#units";
import { usualClasses } from "./classes.ts";
import { type AskedStep, levelsOf } from "./levels.ts";
import { questions } from "./schema.ts";
import { shapeFaults } from "./shape.ts";
import type { DataPoint, DoseBasis, Fault, Rechallenge, Role, Study } from "./types.ts";

/** Read-outs when a study names none. */
export const defaultReads: readonly string[] = ["viability", "OH.made", "GSH", "metal"];

/**
 * Turns a study as written (an object as YAML gives it, or with records in place of ids) into a Study.
 *
 * @returns the study, or every fault found, each with its path
 */
export function readStudy(document: unknown): { study?: Study; faults: Fault[] } {
  const faults: Fault[] = [];
  const schema = questionOf(document, faults);
  if (!schema) return { faults };
  faults.push(...shapeFaults(document, schema));
  const { shape, broken } = mended(document as Shape, faults);
  const study = new StudyReader(shape, faults, broken).read();
  return faults.length > 0 ? { faults } : { study, faults };
}

/** {@link readStudy}, throwing the first fault. */
export function toStudy(document: unknown): Study {
  const { study, faults } = readStudy(document);
  const first = faults[0];
  if (!first) return study!;
  const { code, what, where, why, fix } = first.error;
  const more =
    faults.length === 1 ? "" : ` (and ${faults.length - 1} more fault${faults.length > 2 ? "s" : ""})`;
  throw new KationError(code, what, {
    where: first.path.join("/") || where,
    why,
    fix: `${fix}${more}`.trim(),
    cause: faults,
  });
}

type Shape = Record<string, unknown>;

/** Values that let the rest of a study be checked where a key is missing or of the wrong shape. */
const standIns: Shape = {
  title: "untitled",
  agents: [],
  cells: {},
  environment: {},
  culture: { density: "1 1/mL", volume: "1 mL" },
  dose: { from: "1 ug/mL", to: "2 ug/mL", points: 2 },
  until: "1 h",
};

/** The document with stand-ins for what is broken; optional keys and single entries of `set` that are broken are left out. */
function mended(document: Shape, faults: readonly Fault[]): { shape: Shape; broken: ReadonlySet<string> } {
  const inSet = new Set(faults.filter((f) => f.path[0] === "set" && f.path.length > 1).map((f) => f.path[1]));
  const broken = new Set(
    faults.filter((f) => f.path[0] !== "set" || f.path.length === 1).map((f) => String(f.path[0])),
  );
  const sound = Object.entries(document).filter(([key]) => !broken.has(key));
  const standing = Object.entries(standIns).filter(([key]) => broken.has(key));
  const shape = Object.fromEntries([...sound, ...standing]);
  if (inSet.size > 0 && shape["set"] !== undefined) {
    shape["set"] = Object.fromEntries(
      Object.entries(shape["set"] as Shape).filter(([key]) => !inSet.has(key)),
    );
  }
  return { shape, broken };
}

/** The schema of the question that a document asks. */
function questionOf(document: unknown, faults: Fault[]): z.ZodObject | undefined {
  const fault = (path: Fault["path"], error: KationError): undefined => {
    faults.push({ path, error });
    return undefined;
  };
  if (typeof document !== "object" || document === null || Array.isArray(document)) {
    return fault(
      [],
      new KationError("invalid-value", "a study is a set of keys and values", {
        fix: "begin with kation: 1",
      }),
    );
  }
  const name = (document as Shape)["study"];
  const names = Object.keys(questions);
  if (name === undefined) {
    return fault(
      [],
      new KationError("missing-key", 'the key "study" is missing', {
        fix: `name the question: ${names.join(", ")}`,
      }),
    );
  }
  if (typeof name === "string" && Object.hasOwn(questions, name)) return questions[name]!.schema;
  const near = nearest(String(name), names);
  return fault(
    ["study"],
    new KationError("unknown-name", `no question is called "${String(name)}"`, {
      fix: near.length > 0 ? `did you mean ${near.join(" or ")}?` : `one of ${names.join(", ")}`,
    }),
  );
}

/** Reads the parts of a study whose shape is right, gathering what is wrong with their values. */
class StudyReader {
  readonly #shape: Shape;
  readonly #faults: Fault[];
  readonly #broken: ReadonlySet<string>;

  constructor(shape: Shape, faults: Fault[], broken: ReadonlySet<string>) {
    this.#shape = shape;
    this.#faults = faults;
    this.#broken = broken;
  }

  read(): Study {
    const shape = this.#shape;
    const uncertainty = (shape["uncertainty"] ?? {}) as Partial<Study["uncertainty"]>;
    const numerics = (shape["numerics"] ?? {}) as {
      rtol?: number;
      rest?: string;
      points?: number;
      classes?: number;
    };
    const culture = shape["culture"] as { density: string; volume: string };
    const density = this.#positive(["culture", "density"], culture.density, "1/m^3");
    const volume = this.#positive(["culture", "volume"], culture.volume, "m^3");
    const { doses, basis } = this.#doses();
    const until = this.#positive(["until"], shape["until"], "s");
    const study: Study = {
      kation: 1,
      question: shape["study"] as string,
      title: shape["title"] as string,
      agents: (shape["agents"] as unknown[]).map(
        (a, i) => this.#record<Agent>(["agents", i], a, findAgent, "cores")!,
      ),
      cells: this.#roles<Cell>("cells", findCell),
      environment: this.#roles<Environment>("environment", findEnvironment),
      culture: { density: `${density} 1/m^3`, volume: `${volume} m^3` },
      doses,
      basis,
      ...this.#protocol(until),
      until,
      read: [...new Set((shape["read"] as string[] | undefined) ?? defaultReads)],
      uncertainty: {
        draws: uncertainty.draws ?? 200,
        sampler: uncertainty.sampler ?? "latin",
        band: uncertainty.band ?? 0.9,
        vary: uncertainty.vary ?? "all",
      },
      numerics: {
        rtol: numerics.rtol ?? 1e-5,
        points: numerics.points ?? 25,
        classes: numerics.classes ?? usualClasses,
        rest: numerics.rest === undefined ? 2e6 : this.#positive(["numerics", "rest"], numerics.rest, "s"),
      },
      seed: (shape["seed"] as number | undefined) ?? 1,
      with: this.#with(),
      without: (shape["without"] as string[] | undefined) ?? [],
      set: this.#set(),
      data: this.#data(),
      ...(shape["study"] === "vaccination" && !this.#broken.has("host") ? { host: this.#host() } : {}),
      document: shape,
    };
    this.#refuseTwins(study.agents);
    if (this.#broken.has("cells") || this.#broken.has("environment")) return study;
    for (const r of ["tumour", "normal"] as const) {
      if ((study.cells[r] === undefined) === (study.environment[r] === undefined)) continue;
      this.#fault(
        ["environment", r],
        new KationError("missing-key", `the ${r} cell and its medium come together`, {
          fix: `give both cells/${r} and environment/${r}, or neither`,
        }),
      );
    }
    return study;
  }

  #fault(path: Fault["path"], error: unknown): void {
    if (!(error instanceof KationError)) throw error;
    this.#faults.push({ path, error });
  }

  /** A record by its name, or as it is when it has an id and the part that makes it one. */
  #record<T>(path: Fault["path"], value: unknown, find: (name: string) => T, part: string): T | undefined {
    try {
      if (typeof value === "string") return find(value);
      if (typeof value === "object" && value !== null) {
        const record = value as Readonly<Record<string, unknown>>;
        if (typeof record["id"] === "string" && typeof record[part] === "object" && record[part] !== null)
          return value as T;
      }
      throw new KationError("invalid-value", "expected a record or its id", {
        fix: `write its id as a word, or give an object with id and ${part}`,
      });
    } catch (error) {
      this.#fault(path, error);
      return undefined;
    }
  }

  #roles<T>(key: string, find: (name: string) => T): Partial<Record<Role, T>> {
    const out: Partial<Record<Role, T>> = {};
    for (const [name, value] of Object.entries(this.#shape[key] as Record<Role, unknown>)) {
      const record = value === undefined ? undefined : this.#record<T>([key, name], value, find, "own");
      if (record !== undefined) out[name as Role] = record;
    }
    return out;
  }

  /** Add-ons that are asked for, and what the question needs. */
  #with(): string[] {
    const asked = (this.#shape["with"] as string[] | undefined) ?? [];
    return this.#shape["study"] === "vaccination" ? [...new Set([...asked, "immunogenic-death"])] : asked;
  }

  #host(): Rechallenge {
    const { vaccine, challenge, until } = this.#shape["host"] as {
      vaccine: { cells: unknown; washed?: boolean; living?: "given" | "removed" };
      challenge: { cells: unknown; at: unknown };
      until: unknown;
    };
    const host = {
      vaccine: this.#positive(["host", "vaccine", "cells"], vaccine.cells, "cells"),
      washed: vaccine.washed ?? true,
      living: vaccine.living !== "removed",
      challenge: this.#positive(["host", "challenge", "cells"], challenge.cells, "cells"),
      challengeAt: this.#positive(["host", "challenge", "at"], challenge.at, "s"),
      until: this.#positive(["host", "until"], until, "s"),
    };
    const bad = this.#faults.some(({ path }) => path[0] === "host");
    if (!bad && host.until <= host.challengeAt)
      this.#fault(
        ["host", "until"],
        new KationError("out-of-range", "the host is followed no further than to its challenge", {
          fix: "raise host/until above host/challenge/at; both count from the vaccination",
        }),
      );
    return host;
  }

  #refuseTwins(agents: readonly (Agent | undefined)[]): void {
    agents.forEach((agent, i) => {
      if (agent === undefined || agents.findIndex((a) => a?.id === agent.id) === i) return;
      this.#fault(
        ["agents", i],
        new KationError("duplicate-id", `two agents are called ${agent.id}`, {
          fix: "take one out, or give it another id",
        }),
      );
    });
  }

  #data(): DataPoint[] {
    const data = this.#shape["data"] ?? [];
    const known = (point: unknown): boolean => {
      if (typeof point !== "object" || point === null) return false;
      const { dose, viability, sd, cell } = point as Partial<DataPoint>;
      return (
        Number.isFinite(dose) &&
        dose! >= 0 &&
        Number.isFinite(viability) &&
        (sd === undefined || (Number.isFinite(sd) && sd >= 0)) &&
        (cell === "tumour" || cell === "normal")
      );
    };
    if (Array.isArray(data) && data.every(known)) return data as DataPoint[];
    this.#fault(
      ["data"],
      new KationError("invalid-value", "data are points of agent, cell, dose and viability", {
        fix: "in a study file, give the path of a CSV file with these columns",
      }),
    );
    return [];
  }

  /** A quantity above zero in base units; 1 stands in for one that is wrong, since the study is refused anyway. */
  #positive(path: Fault["path"], value: unknown, unit: string): number {
    try {
      if (typeof value === "number") {
        throw new KationError("missing-unit", `${path.join("/")} has no unit`, {
          fix: `write it as "${value} ${unit}"`,
        });
      }
      const number = toBase(value as string, unit);
      if (number > 0) return number;
      throw new KationError("out-of-range", `${path.join("/")} must be above zero, not ${String(value)}`, {
        fix: "give a positive quantity",
      });
    } catch (error) {
      this.#fault(path, error);
      return 1;
    }
  }

  #doses(): { doses: number[]; basis: DoseBasis } {
    const dose = this.#shape["dose"] as {
      from?: string;
      to?: string;
      points?: number;
      list?: string[];
      basis?: DoseBasis;
    };
    const basis = dose.basis ?? "particle";
    const unit = basis === "amount" ? "mol/m^3" : "kg/m^3";
    if (dose.list)
      return {
        basis,
        doses: dose.list.map((d, i) => this.#positive(["dose", "list", i], d, unit)).sort((a, b) => a - b),
      };
    const from = this.#positive(["dose", "from"], dose.from, unit);
    const to = this.#positive(["dose", "to"], dose.to, unit);
    if (!(to > from))
      this.#fault(
        ["dose", "to"],
        new KationError("out-of-range", "the highest dose is not above the lowest", {
          fix: "swap from and to",
        }),
      );
    const step = ln(to / from) / (dose.points! - 1);
    return {
      basis,
      doses: Array.from({ length: dose.points! }, (_, i) =>
        i === dose.points! - 1 ? to : from * exp(i * step),
      ),
    };
  }

  #protocol(until: number): Pick<Study, "protocol" | "levels" | "axis"> {
    const steps = (this.#shape["protocol"] ?? []) as AskedStep[];
    const { levels, axis, faults } = levelsOf(steps);
    this.#faults.push(...faults);
    if (axis && this.#shape["study"] === "vaccination")
      this.#fault(
        ["protocol"],
        new KationError("unsupported-feature", `a list of ${axis.name} in a vaccination`, {
          why: "a host is given the cells of one culture",
          fix: "ask each value in a study of its own",
        }),
      );
    steps.forEach((step, i) => {
      const time = (key: "at" | "for"): void => {
        if (step[key] === undefined) return;
        try {
          const t = toBase(String(step[key]), "s");
          if (t < 0)
            throw new KationError("out-of-range", "a time before the first dose", {
              fix: "count from the first dose",
            });
          if (key === "at" && t >= until && !this.#broken.has("until")) {
            throw new KationError("out-of-range", "this step comes after the end of the run", {
              fix: "raise until, or take the step out",
            });
          }
        } catch (error) {
          this.#fault(["protocol", i, key], error);
        }
      };
      time("at");
      time("for");
      this.#drug(step, i);
      this.#medium(step, i);
      if (step.laser) {
        this.#one(["protocol", i, "laser", "irradiance"], step.laser.irradiance, "W/m^2");
        this.#positive(["protocol", i, "laser", "wavelength"], step.laser.wavelength, "m");
      }
      if (step.xray) {
        this.#one(["protocol", i, "xray", "dose"], step.xray.dose, "Gy");
        this.#positive(["protocol", i, "xray", "rate"], step.xray.rate, "Gy/s");
      }
      if (!step.ultrasound) return;
      this.#one(["protocol", i, "ultrasound", "intensity"], step.ultrasound.intensity, "W/m^2");
      this.#positive(["protocol", i, "ultrasound", "frequency"], step.ultrasound.frequency, "1/s");
    });
    return { protocol: levels.at(-1)?.protocol ?? [], levels, ...(axis && { axis }) };
  }

  /** A quantity above zero, where it is not a list of levels. */
  #one(path: Fault["path"], value: string | readonly string[], unit: string): void {
    if (!Array.isArray(value)) this.#positive(path, value, unit);
  }

  #drug({ drug, concentration }: AskedStep, i: number): void {
    if (drug !== undefined) {
      try {
        findDrug(drug);
      } catch (error) {
        this.#fault(["protocol", i, "drug"], error);
      }
    }
    if ((drug === undefined) !== (concentration === undefined)) {
      const missing = drug === undefined ? "drug" : "concentration";
      const fix = drug === undefined ? "name it: kation list drugs" : "say how much: concentration: 1 uM";
      this.#fault(
        ["protocol", i],
        new KationError("missing-key", `a drug and its concentration come together: no ${missing}`, { fix }),
      );
    }
    if (concentration !== undefined) this.#one(["protocol", i, "concentration"], concentration, "mol/m^3");
  }

  #medium({ medium }: AskedStep, i: number): void {
    if (medium === undefined) return;
    try {
      findEnvironment(medium);
    } catch (error) {
      this.#fault(["protocol", i, "medium"], error);
    }
  }

  #set(): Map<string, Sourced> {
    const out = new Map<string, Sourced>();
    for (const [path, value] of Object.entries((this.#shape["set"] ?? {}) as Record<string, unknown>)) {
      try {
        out.set(path, toSourced(value));
      } catch (error) {
        this.#fault(["set", path], error);
      }
    }
    return out;
  }
}

/**
 * A number as a file writes it. A bare quantity is pinned: it has no range and is not drawn.
 * With a range it needs a grade; without a grade it is C, "given by the user".
 */
export function toSourced(value: unknown): Sourced {
  if (typeof value === "string" || typeof value === "number") {
    const q = quantity(String(value));
    return { value: q, grade: "D", why: "set for this study", dist: "fixed" };
  }
  const v = value as Record<string, unknown>;
  const grade = (v["grade"] as Grade | undefined) ?? "C";
  const { value: _, range, ...rest } = v;
  return sourced(String(v["value"]), {
    why: "given by the user",
    ...rest,
    grade,
    ...(range === undefined
      ? { dist: "fixed" }
      : { range: (range as unknown[]).map(String) as unknown as [string, string] }),
  } as Parameters<typeof sourced>[1]);
}
