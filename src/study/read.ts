import { type Agent, type Cell, type Environment, findAgent, findCell, findEnvironment, type ProtocolStep } from "#biology";
import { type Grade, type Sourced, sourced } from "#model";
import { exp, KationError, ln, nearest, quantity, toBase } from "#units";
import type * as z from "zod";
import { questions } from "./schema.ts";
import type { DataPoint, DoseBasis, Role, Study } from "./types.ts";

/** One thing wrong with a study as written: where in it, and what. */
export interface Fault {
  readonly path: readonly (string | number)[];
  readonly error: KationError;
}

/** Read-outs when a study names none. */
export const defaultReads: readonly string[] = ["viability", "OH.made", "GSH", "metal"];

/**
 * Turns a study as written (an object as YAML gives it, or with records in place of ids) into a Study.
 *
 * @returns the study, or every fault found, each with its path
 */
export function readStudy(document: unknown): { study?: Study; faults: Fault[] } {
  const faults: Fault[] = [];
  const shape = checkShape(document, faults);
  if (!shape) return { faults };
  const reader = new StudyReader(shape, faults);
  const study = reader.read();
  return faults.length > 0 || !study ? { faults } : { study, faults };
}

/** {@link readStudy}, throwing the first fault. */
export function toStudy(document: unknown): Study {
  const { study, faults } = readStudy(document);
  const first = faults[0];
  if (!first) return study!;
  const { code, what, where, why, fix } = first.error;
  const more = faults.length > 1 ? ` (and ${faults.length - 1} more faults)` : "";
  throw new KationError(code, what, { where: first.path.join("/") || where, why, fix: `${fix}${more}` });
}

type Shape = Record<string, unknown>;

function checkShape(document: unknown, faults: Fault[]): Shape | undefined {
  const fault = (path: Fault["path"], error: KationError): undefined => {
    faults.push({ path, error });
    return undefined;
  };
  if (typeof document !== "object" || document === null || Array.isArray(document)) {
    return fault([], new KationError("invalid-value", "a study is a set of keys and values", { fix: "begin with kation: 1" }));
  }
  const shape = document as Shape;
  const name = shape["study"];
  if (name === undefined) {
    return fault([], new KationError("missing-key", 'the key "study" is missing', { fix: `name the question: ${Object.keys(questions).join(", ")}` }));
  }
  if (typeof name !== "string" || !Object.hasOwn(questions, name)) {
    const near = nearest(String(name), Object.keys(questions));
    return fault(["study"], new KationError("unknown-name", `no question is called "${String(name)}"`, {
      fix: near.length > 0 ? `did you mean ${near.join(" or ")}?` : `one of ${Object.keys(questions).join(", ")}`,
    }));
  }
  const { schema } = questions[name]!;
  const result = schema.safeParse(shape);
  if (result.success) return shape;
  for (const issue of result.error.issues) faults.push(...fromIssue(issue, schema));
  return undefined;
}

function fromIssue(issue: z.core.$ZodIssue, schema: z.ZodObject): Fault[] {
  const path = issue.path.map((p) => (typeof p === "number" ? p : String(p)));
  if (issue.code === "unrecognized_keys") {
    const known = path.length === 0 ? Object.keys(schema.shape) : [];
    return issue.keys.map((key) => {
      const near = nearest(key, known);
      return { path: [...path, key], error: new KationError("unknown-key", `no key is called "${key}" here`, {
        fix: near.length > 0 ? `did you mean ${near.join(" or ")}?` : known.length > 0 ? `one of ${known.join(", ")}` : "take it out",
      }) };
    });
  }
  const missing = issue.code === "invalid_type" && issue.input === undefined;
  const last = path.at(-1);
  return [{ path, error: missing
    ? new KationError("missing-key", `the key "${String(last)}" is missing`, { fix: "see the example of kation new study" })
    : new KationError("invalid-value", `${path.join("/") || "the study"}: ${issue.message}`, {}) }];
}

/** Reads the parts of a study whose shape is right, gathering what is wrong with their values. */
class StudyReader {
  readonly #shape: Shape;
  readonly #faults: Fault[];

  constructor(shape: Shape, faults: Fault[]) {
    this.#shape = shape;
    this.#faults = faults;
  }

  read(): Study | undefined {
    const shape = this.#shape;
    const uncertainty = (shape["uncertainty"] ?? {}) as Partial<Study["uncertainty"]>;
    const numerics = (shape["numerics"] ?? {}) as { rtol?: number; rest?: string; points?: number };
    const culture = shape["culture"] as { density: string; volume: string };
    const density = this.#positive(["culture", "density"], culture.density, "1/m^3");
    const volume = this.#positive(["culture", "volume"], culture.volume, "m^3");
    const { doses, basis } = this.#doses();
    const until = this.#positive(["until"], shape["until"], "s");
    const study: Study = {
      kation: 1, question: shape["study"] as string, title: shape["title"] as string,
      agents: (shape["agents"] as unknown[]).map((a, i) => this.#record<Agent>(["agents", i], a, findAgent)!),
      cells: this.#roles<Cell>("cells", findCell), environment: this.#roles<Environment>("environment", findEnvironment),
      culture: { density: `${density} 1/m^3`, volume: `${volume} m^3` },
      doses, basis, protocol: this.#protocol(), until,
      read: (shape["read"] as string[] | undefined) ?? defaultReads,
      uncertainty: {
        draws: uncertainty.draws ?? 200, sampler: uncertainty.sampler ?? "sobol", band: uncertainty.band ?? 0.9, vary: uncertainty.vary ?? "all",
      },
      numerics: {
        rtol: numerics.rtol ?? 1e-5, points: numerics.points ?? 25,
        rest: numerics.rest === undefined ? 2e6 : this.#positive(["numerics", "rest"], numerics.rest, "s"),
      },
      seed: (shape["seed"] as number | undefined) ?? 1,
      with: (shape["with"] as string[] | undefined) ?? [], without: (shape["without"] as string[] | undefined) ?? [],
      set: this.#set(), data: (shape["data"] as DataPoint[] | undefined) ?? [], document: shape,
    };
    for (const r of ["tumour", "normal"] as const) {
      if ((study.cells[r] === undefined) === (study.environment[r] === undefined)) continue;
      this.#fault(["environment", r], new KationError("missing-key", `the ${r} cell and its medium come together`, {
        fix: `give both cells/${r} and environment/${r}, or neither`,
      }));
    }
    return study;
  }

  #fault(path: Fault["path"], error: unknown): void {
    if (!(error instanceof KationError)) throw error;
    this.#faults.push({ path, error });
  }

  #record<T>(path: Fault["path"], value: unknown, find: (name: string) => T): T | undefined {
    if (typeof value === "object" && value !== null && "id" in value) return value as T;
    try {
      if (typeof value === "string") return find(value);
      throw new KationError("invalid-value", "expected the id of a record", { fix: "write its id as a word" });
    } catch (error) {
      this.#fault(path, error);
      return undefined;
    }
  }

  #roles<T>(key: string, find: (name: string) => T): Partial<Record<Role, T>> {
    const out: Partial<Record<Role, T>> = {};
    for (const [name, value] of Object.entries(this.#shape[key] as Record<Role, unknown>)) {
      const record = value === undefined ? undefined : this.#record<T>([key, name], value, find);
      if (record !== undefined) out[name as Role] = record;
    }
    return out;
  }

  /** A quantity above zero in base units; 1 stands in for one that is wrong, since the study is refused anyway. */
  #positive(path: Fault["path"], value: unknown, unit: string): number {
    try {
      if (typeof value === "number") {
        throw new KationError("missing-unit", `${path.join("/")} has no unit`, { fix: `write it as "${value} ${unit}"` });
      }
      const number = toBase(value as string, unit);
      if (number > 0) return number;
      throw new KationError("out-of-range", `${path.join("/")} must be above zero, not ${String(value)}`, { fix: "give a positive quantity" });
    } catch (error) {
      this.#fault(path, error);
      return 1;
    }
  }

  #doses(): { doses: number[]; basis: DoseBasis } {
    const dose = this.#shape["dose"] as { from?: string; to?: string; points?: number; list?: string[]; basis?: DoseBasis };
    const basis = dose.basis ?? "particle";
    const unit = basis === "amount" ? "mol/m^3" : "kg/m^3";
    if (dose.list) return { basis, doses: dose.list.map((d, i) => this.#positive(["dose", "list", i], d, unit)).sort((a, b) => a - b) };
    const from = this.#positive(["dose", "from"], dose.from, unit);
    const to = this.#positive(["dose", "to"], dose.to, unit);
    if (!(to > from)) this.#fault(["dose", "to"], new KationError("out-of-range", "the highest dose is not above the lowest", { fix: "swap from and to" }));
    const step = ln(to / from) / (dose.points! - 1);
    return { basis, doses: Array.from({ length: dose.points! }, (_, i) => (i === dose.points! - 1 ? to : from * exp(i * step))) };
  }

  #protocol(): ProtocolStep[] {
    const steps = (this.#shape["protocol"] ?? []) as ProtocolStep[];
    steps.forEach((step, i) => {
      const time = (key: "at" | "for"): void => {
        if (step[key] === undefined) return;
        try {
          if (toBase(String(step[key]), "s") < 0) throw new KationError("out-of-range", "a time before the first dose", { fix: "count from the first dose" });
        } catch (error) {
          this.#fault(["protocol", i, key], error);
        }
      };
      time("at");
      time("for");
      if (!step.laser) return;
      this.#positive(["protocol", i, "laser", "irradiance"], step.laser.irradiance, "W/m^2");
      this.#positive(["protocol", i, "laser", "wavelength"], step.laser.wavelength, "m");
    });
    return steps;
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
    why: "given by the user", ...rest, grade,
    ...(range === undefined ? { dist: "fixed" } : { range: (range as unknown[]).map(String) as unknown as [string, string] }),
  } as Parameters<typeof sourced>[1]);
}
