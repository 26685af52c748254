import {
  type Agent,
  type AgentRecord,
  type Cargo,
  type Core,
  checkAgent,
  findDrug,
  agent as makeAgent,
  type ReleaseCurve,
  records,
  type Targeting,
  type Trigger,
} from "#biology";
import type { Finding, Sourced } from "#model";
import { toSourced } from "#study";
import { KationError, nearest, sameDimension, toBase, unit } from "#units";
import { numberIn, readCsv } from "./csv.ts";
import { readDocument, type Source } from "./document.ts";

/** Gives the text of a file named in another, relative to it. */
export type ReadFile = (path: string) => string;

/**
 * Reads an agent file: `agent: id`, names, cores, coating, cargo, targeting, triggers, relaxivity, release.
 *
 * Sizes are quantities or numbers with range and grade. `release` names a CSV of time, fraction, pH and medium that
 * takes the place of the dissolution law.
 *
 * @throws the first fault with file:line:column, of form before one of `checkAgent`
 */
export function readAgent(text: string, file: string, read: ReadFile): Agent {
  return new AgentReader(readDocument(text, file), read).agent();
}

/**
 * Every fault of an agent file at once, of form and of what it says, and what is odd about it, each with file:line:column.
 * @throws what cannot be read at all
 */
export function agentFindings(text: string, file: string, read: ReadFile): Finding[] {
  return new AgentReader(readDocument(text, file), read).findings();
}

/** Keys of the file whose names differ from the record's. */
const written: Readonly<Record<string, string>> = {
  specificSurface: "specific-surface",
  singleAtoms: "single-atoms",
  nucleicAcid: "nucleic-acid",
  halfLife: "half-life",
};

type Path = readonly (string | number)[];
type Fields = Readonly<Record<string, unknown>>;

/** Keys of a number that is more than a quantity. */
const numberKeys = ["value", "range", "grade", "source", "at", "why", "when", "tags", "dist", "needsPaper"];
const grades = ["A", "A(c)", "B", "C", "D"];

/** Reads on after a fault with a stand-in in its place, so that one look at a file finds them all. */
class AgentReader {
  readonly #source: Source;
  readonly #read: ReadFile;
  readonly #faults: { readonly path: Path; readonly error: KationError }[] = [];
  /** Where the parts of a list that could be read stand in the file. */
  readonly #kept = new Map<string, readonly number[]>();

  constructor(source: Source, read: ReadFile) {
    this.#source = source;
    this.#read = read;
  }

  agent(): Agent {
    const record = this.#record();
    const [formless] = this.#faults;
    if (formless) throw formless.error;
    const fault = this.#check(record).find((f) => f.severity === "error");
    if (fault)
      throw new KationError(fault.code as "invalid-value", fault.what, {
        where: fault.where,
        why: fault.why,
        fix: fault.fix,
      });
    return this.#at(["agent"], () => makeAgent(record));
  }

  findings(): Finding[] {
    const record = this.#record();
    const faults = this.#faults.map(({ error: { code, what, where, why, fix } }) => ({
      severity: "error" as const,
      code,
      what,
      where,
      why,
      fix,
    }));
    const findings = [...faults, ...this.#check(record)];
    if (findings.length === 0) this.#at(["agent"], () => makeAgent(record));
    return findings;
  }

  /** Findings of the record, at their places in the file. */
  #check(record: AgentRecord): Finding[] {
    return checkAgent({ cargo: [], ...record }).flatMap((finding) => {
      const [list = "", ...inside] = finding.where
        .split("/")
        .slice(2)
        .map((key) => (/^\d+$/.test(key) ? Number(key) : (written[key] ?? key)));
      const kept = this.#kept.get(String(list));
      const path = [list, ...inside.map((key, i) => (i === 0 && kept ? kept[Number(key)]! : key))];
      // What is found of a stand-in, or of a whole with one in it, is not found of the file.
      if (
        this.#faults.some((fault) => path.every((key, i) => i >= fault.path.length || key === fault.path[i]))
      )
        return [];
      return [{ ...finding, where: this.#source.place(path) }];
    });
  }

  #record(): AgentRecord {
    const top = this.#fields([], this.#source.value, [
      "kation",
      "agent",
      "names",
      "note",
      "cores",
      "coating",
      "cargo",
      "targeting",
      "triggers",
      "relaxivity",
      "release",
    ]);
    if (top["kation"] !== 1)
      this.#note(
        ["kation"],
        this.#error(["kation"], "invalid-value", "the file must begin with kation: 1", "write kation: 1"),
      );
    const cores = this.#list(["cores"], top["cores"]);
    const coating =
      top["coating"] === undefined
        ? {}
        : this.#fields(["coating"], top["coating"], [
            "material",
            "delay",
            "access",
            "permeation",
            "age",
            "radiolysis",
          ]);
    const id = this.#text(["agent"], top["agent"]);
    const release =
      top["release"] === undefined
        ? undefined
        : this.#part(["release"], () => this.#release(this.#text(["release"], top["release"])));
    const targeting = this.#part(["targeting"], () => this.#targeting(top["targeting"] ?? "none"));
    return {
      id,
      names: this.#list(["names"], top["names"] ?? []).map(String),
      note: String(top["note"] ?? `from ${this.#source.file}`),
      cores: this.#parts(["cores"], cores, (at, core) => this.#core(at, core)),
      coating: {
        material: String(coating["material"] ?? "none"),
        delay: this.#number(["coating", "delay"], coating["delay"] ?? "0 h", "s"),
        ...this.#optional(["coating"], coating, { access: "1", age: "s", radiolysis: "1/Gy" }),
        ...(coating["permeation"] === undefined
          ? {}
          : { permeation: this.#permeation(coating["permeation"]) }),
      },
      cargo: this.#parts(["cargo"], this.#list(["cargo"], top["cargo"] ?? []), (at, c) => this.#cargo(at, c)),
      ...(targeting ? { targeting } : {}),
      triggers: this.#parts(["triggers"], this.#list(["triggers"], top["triggers"] ?? []), (at, t) =>
        this.#trigger(at, t),
      ),
      ...(top["relaxivity"] === undefined ? {} : { relaxivity: this.#relaxivity(top["relaxivity"]) }),
      ...(release ? { release } : {}),
    };
  }

  #core(path: Path, value: unknown): Core {
    const core = this.#fields(path, value, [
      "phase",
      "shape",
      "radius",
      "length",
      "thickness",
      "spread",
      "share",
      "classes",
      "shells",
      "specific-surface",
      "facet",
      "defects",
      "single-atoms",
    ]);
    const shape = core["shape"] ?? "sphere";
    if (shape !== "sphere" && shape !== "cube" && shape !== "rod" && shape !== "sheet")
      throw this.#error(
        [...path, "shape"],
        "invalid-value",
        `a core is a sphere, a cube, a rod or a sheet, not "${String(shape)}"`,
        nearest(String(shape), ["sphere", "cube", "rod", "sheet"])
          .map((near) => `did you mean ${near}?`)
          .join(" "),
      );
    const shells = this.#list([...path, "shells"], core["shells"] ?? []);
    const surface = this.#optional(path, core, { "specific-surface": "m^2/kg" });
    return {
      phase: this.#phase([...path, "phase"], core["phase"]),
      shape,
      radius: this.#number([...path, "radius"], core["radius"], "m"),
      spread: this.#number([...path, "spread"], core["spread"] ?? "1", "1"),
      ...this.#optional(path, core, { length: "m", thickness: "m", share: "1", defects: "1" }),
      ...(core["classes"] === undefined ? {} : { classes: Number(core["classes"]) }),
      ...(surface["specific-surface"] ? { specificSurface: surface["specific-surface"] } : {}),
      ...this.#knobs(path, core),
      ...(shells.length > 0
        ? {
            shells: shells.map((shell, i) => {
              const at = [...path, "shells", i];
              const fields = this.#fields(at, shell, ["phase", "thickness", "access"]);
              return {
                phase: this.#phase([...at, "phase"], fields["phase"]),
                thickness: this.#number([...at, "thickness"], fields["thickness"], "m"),
                ...this.#optional(at, fields, { access: "1" }),
              };
            }),
          }
        : {}),
    };
  }

  #permeation(value: unknown): NonNullable<Agent["coating"]["permeation"]> {
    const at = ["coating", "permeation"];
    const fields = this.#fields(at, value, ["half-life", "acid", "enzyme"]);
    return {
      halfLife: this.#number([...at, "half-life"], fields["half-life"], "s"),
      ...this.#optional(at, fields, { acid: "1", enzyme: "1" }),
    };
  }

  /** Facet and single atoms. */
  #knobs(path: Path, core: Fields): Partial<Core> {
    const facet =
      core["facet"] === undefined
        ? undefined
        : this.#fields([...path, "facet"], core["facet"], ["plane", "factor"]);
    const atoms =
      core["single-atoms"] === undefined
        ? undefined
        : this.#fields([...path, "single-atoms"], core["single-atoms"], [
            "metal",
            "loading",
            "accessible",
            "factor",
          ]);
    const at = [...path, "single-atoms"];
    return {
      ...(facet
        ? {
            facet: {
              plane: String(facet["plane"] ?? ""),
              factor: this.#number([...path, "facet", "factor"], facet["factor"], "1"),
            },
          }
        : {}),
      ...(atoms
        ? {
            singleAtoms: {
              metal: this.#text([...at, "metal"], atoms["metal"]),
              loading: this.#number([...at, "loading"], atoms["loading"], "1"),
              accessible: this.#number(
                [...at, "accessible"],
                atoms["accessible"] ?? { value: "0.6", range: ["0.3", "0.9"], why: "not given" },
                "1",
              ),
              factor: this.#number(
                [...at, "factor"],
                atoms["factor"] ?? { value: "30", range: ["1", "1000"], why: "not given" },
                "1",
              ),
            },
          }
        : {}),
    };
  }

  #cargo(path: Path, value: unknown): Cargo {
    const fields = this.#fields(path, value, ["drug", "enzyme", "nucleic-acid", "loading", "release"]);
    const kinds = ["drug", "enzyme", "nucleic-acid"].filter((kind) => fields[kind] !== undefined);
    const kind = kinds[0];
    if (kind === undefined || kinds.length > 1)
      throw this.#error(path, "missing-key", "cargo is one of drug, enzyme and nucleic-acid");
    const id = this.#text([...path, kind], fields[kind]);
    if (kind === "drug") this.#at([...path, kind], () => findDrug(id));
    const loading = this.#number([...path, "loading"], fields["loading"], "1");
    if (kind === "enzyme") {
      if (fields["release"] === undefined) return { enzyme: id, loading };
      throw this.#error([...path, "release"], "unsupported-feature", "an enzyme stays on its particle");
    }
    const named = kind === "drug" ? { drug: id } : { nucleicAcid: id };
    if (fields["release"] === undefined) return { ...named, loading };
    const at = [...path, "release"];
    const release = this.#fields(at, fields["release"], ["rate", "pH", "steepness"]);
    return {
      ...named,
      loading,
      release: {
        rate: this.#number([...at, "rate"], release["rate"], "1/s"),
        pH: this.#number([...at, "pH"], release["pH"], "1"),
        steepness: this.#number([...at, "steepness"], release["steepness"] ?? "1", "1"),
      },
    };
  }

  #targeting(value: unknown): Targeting | undefined {
    if (value === "none") return undefined;
    const fields = this.#fields(["targeting"], value, ["receptor", "gain"]);
    return {
      receptor: this.#text(["targeting", "receptor"], fields["receptor"]),
      gain: this.#number(["targeting", "gain"], fields["gain"], "1"),
    };
  }

  #relaxivity(value: unknown): NonNullable<Agent["relaxivity"]> {
    const fields = this.#fields(["relaxivity"], value, ["r1", "r2"]);
    return this.#optional(["relaxivity"], fields, { r1: "m^3/(mol*s)", r2: "m^3/(mol*s)" });
  }

  #trigger(path: Path, value: unknown): Trigger {
    if (value === "ultrasound") return value;
    if (typeof value === "string")
      throw this.#error(
        path,
        "unknown-name",
        `no trigger is called "${value}"`,
        "ultrasound, or laser: { wavelength: 808 nm, efficiency: 0.4 }",
      );
    const { laser, ultrasound } = this.#fields(path, value, ["laser", "ultrasound"]);
    if (ultrasound !== undefined) return this.#ultrasound(path, laser, ultrasound);
    const fields = this.#fields([...path, "laser"], laser, ["wavelength", "efficiency", "extinction"]);
    const at = (key: string): Path => [...path, "laser", key];
    return {
      laser: {
        wavelength: this.#number(at("wavelength"), fields["wavelength"], "m"),
        efficiency: this.#number(at("efficiency"), fields["efficiency"], "1"),
        extinction: this.#number(
          at("extinction"),
          fields["extinction"] ?? { value: "10 L/g/cm", range: ["2 L/g/cm", "40 L/g/cm"], why: "not given" },
          "m^2/kg",
        ),
      },
    };
  }

  #ultrasound(path: Path, laser: unknown, value: unknown): Trigger {
    if (laser !== undefined)
      throw this.#error(path, "invalid-value", "one trigger is a laser or ultrasound", "write two triggers");
    const at = [...path, "ultrasound"];
    const fields = this.#fields(at, value, ["frequency", "reduction"]);
    return { ultrasound: this.#optional(at, fields, { frequency: "1/s", reduction: "1/s" }) };
  }

  #release(path: string): ReleaseCurve[] {
    const csv = this.#at(["release"], () =>
      readCsv(this.#read(path), path, ["time", "fraction", "pH", "medium", "unit"], ["time", "fraction"]),
    );
    const curves = new Map<
      string,
      { pH: number; medium: string; points: { time: number; fraction: number }[] }
    >();
    for (const row of csv.rows) {
      const pH = csv.columns.includes("pH") ? numberIn(csv, row, "pH") : 7.4;
      const medium = row.fields.get("medium") ?? "";
      const fraction = numberIn(csv, row, "fraction");
      const time = toBase(`${numberIn(csv, row, "time")} ${row.fields.get("unit") || "h"}`, "s");
      if (fraction < 0 || fraction > 1 || time < 0) {
        throw new KationError("out-of-range", "a release point lies outside time ≥ 0 and fraction 0…1", {
          where: `${path}:${row.line}:1`,
          fix: "give fractions, not percent; time in h unless a column unit says otherwise",
        });
      }
      const key = `${pH}|${medium}`;
      const curve = curves.get(key) ?? { pH, medium, points: [] };
      curve.points.push({ time, fraction });
      curves.set(key, curve);
    }
    if (curves.size === 0) throw new KationError("invalid-file", `${path} has no points`, { where: path });
    for (const curve of curves.values()) curve.points.sort((a, b) => a.time - b.time);
    return [...curves.values()];
  }

  /** A phase by formula or name; an unknown one is left to the check of the record, which tells all faults at once. */
  #phase(path: Path, value: unknown): string {
    const name = this.#text(path, value);
    const known = records.phases.find((p) =>
      [p.id, ...p.names].some((n) => n.toLowerCase() === name.toLowerCase()),
    );
    return known?.id ?? name;
  }

  /** The numbers among `known` (key: unit) that are there. */
  #optional<K extends string>(
    path: Path,
    fields: Fields,
    known: Readonly<Record<K, string>>,
  ): { readonly [key in K]?: Sourced } {
    const found: { [key in K]?: Sourced } = {};
    for (const [key, like] of Object.entries(known) as [K, string][]) {
      if (fields[key] !== undefined) found[key] = this.#number([...path, key], fields[key], like);
    }
    return found;
  }

  #number(path: Path, value: unknown, like: string): Sourced {
    const key = String(path.at(-1));
    const found = this.#part(path, () => {
      if (value === undefined) throw this.#error(path, "missing-key", `the key "${key}" is missing`);
      const number = this.#sourced(path, value);
      if (sameDimension(number.value.unit, unit(like))) return number;
      throw new KationError(
        number.value.unit.text === "" ? "missing-unit" : "mismatch-unit",
        `${key} is not in ${like}`,
        { fix: `write it like "5 ${like === "m" ? "nm" : like}"` },
      );
    });
    return found ?? toSourced(like === "1" ? "1" : `1 ${like}`);
  }

  /** A quantity, or one with what is known of it. */
  #sourced(path: Path, value: unknown): Sourced {
    if (typeof value === "string" || typeof value === "number") return toSourced(value);
    const { grade, range, ...rest } = this.#fields(path, value, numberKeys);
    if (grade !== undefined && !grades.includes(String(grade)))
      throw this.#error([...path, "grade"], "invalid-value", `a grade is ${grades.join(", ")}, not ${grade}`);
    if (range !== undefined && !(Array.isArray(range) && range.length === 2))
      throw this.#error([...path, "range"], "invalid-value", "a range has two ends", "[5 nm, 12 nm]");
    if (rest["value"] === undefined)
      throw this.#error(
        path,
        "missing-key",
        `the number "${String(path.at(-1))}" has no value`,
        "value: 5 nm",
      );
    return toSourced(value);
  }

  #text(path: Path, value: unknown): string {
    if (typeof value === "string" && value !== "") return value;
    this.#note(
      path,
      this.#error(
        path,
        value === undefined ? "missing-key" : "invalid-value",
        `${path.join("/")} must be a word`,
      ),
    );
    return "";
  }

  #list(path: Path, value: unknown): unknown[] {
    if (Array.isArray(value)) return value;
    const name = path.join("/");
    this.#note(
      path,
      value === undefined
        ? this.#error(path, "missing-key", `the key "${name}" is missing`)
        : this.#error(path, "invalid-value", `${name} must be a list`),
    );
    return [];
  }

  /** Keys and values; a key that nobody knows is noted and the rest read. @throws what has no keys */
  #fields(path: Path, value: unknown, known: readonly string[]): Fields {
    if (!isFields(value))
      throw this.#error(
        path,
        "invalid-value",
        `${path.join("/") || "an agent file"} must be keys and values`,
      );
    const unknown = Object.keys(value).find((key) => !known.includes(key));
    if (unknown === undefined) return value;
    const near = nearest(unknown, known);
    const at = [...path, unknown];
    const fix = near.length > 0 ? `did you mean ${near.join(" or ")}?` : `one of ${known.join(", ")}`;
    this.#note(at, this.#error(at, "unknown-key", `no key is called "${unknown}" here`, fix));
    return value;
  }

  /** The parts of a list that can be read. */
  #parts<T>(path: Path, list: readonly unknown[], one: (at: Path, value: unknown) => T): T[] {
    const kept: number[] = [];
    this.#kept.set(path.join("/"), kept);
    return list.flatMap((value, i) => {
      const part = this.#part([...path, i], () => one([...path, i], value));
      if (part === undefined) return [];
      kept.push(i);
      return [part];
    });
  }

  /** Reads a part; a fault of it is noted, and the part left out. */
  #part<T>(path: Path, action: () => T): T | undefined {
    try {
      return this.#at(path, action);
    } catch (error) {
      if (!(error instanceof KationError)) throw error;
      this.#note(path, error);
      return undefined;
    }
  }

  #note(path: Path, error: KationError): void {
    this.#faults.push({ path, error });
  }

  /** Runs what may throw, adding the place to errors that have none. */
  #at<T>(path: Path, action: () => T): T {
    try {
      return action();
    } catch (error) {
      if (!(error instanceof KationError) || /:\d+:\d+/.test(error.where)) throw error;
      throw new KationError(error.code, error.what, {
        where: this.#source.place(path),
        why: error.why,
        fix: error.fix,
        cause: error,
      });
    }
  }

  #error(
    path: Path,
    code:
      | "missing-key"
      | "invalid-value"
      | "unknown-key"
      | "unknown-name"
      | "out-of-range"
      | "unsupported-feature",
    what: string,
    fix?: string,
  ): KationError {
    return new KationError(code, what, { where: this.#source.place(path), ...(fix ? { fix } : {}) });
  }
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
