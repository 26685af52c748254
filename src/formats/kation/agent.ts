import {
  type Agent,
  type Core,
  findPhase,
  agent as makeAgent,
  type Relaxivity,
  type ReleaseCurve,
  type Trigger,
} from "#biology";
import type { Sourced } from "#model";
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
 * @throws faults with file:line:column
 */
export function readAgent(text: string, file: string, read: ReadFile): Agent {
  const source = readDocument(text, file);
  return new AgentReader(source, read).agent();
}

type Path = readonly (string | number)[];
type Fields = Readonly<Record<string, unknown>>;

class AgentReader {
  readonly #source: Source;
  readonly #read: ReadFile;

  constructor(source: Source, read: ReadFile) {
    this.#source = source;
    this.#read = read;
  }

  agent(): Agent {
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
      throw this.#error(["kation"], "invalid-value", "the file must begin with kation: 1");
    this.#refuse(
      top,
      "cargo",
      (v) => Array.isArray(v) && v.length === 0,
      "cargo is not simulated yet: leave it empty",
    );
    this.#refuse(top, "targeting", (v) => v === "none", "targeting is not simulated yet: write none");
    const cores = this.#list(["cores"], top["cores"]);
    if (cores.length === 0) throw this.#error(["cores"], "missing-key", "an agent needs at least one core");
    const coating =
      top["coating"] === undefined ? {} : this.#fields(["coating"], top["coating"], ["material", "delay"]);
    const id = this.#text(["agent"], top["agent"]);
    const release =
      top["release"] === undefined ? undefined : this.#release(this.#text(["release"], top["release"]));
    return this.#at(["agent"], () =>
      makeAgent({
        id,
        names: this.#list(["names"], top["names"] ?? []).map(String),
        note: String(top["note"] ?? `from ${this.#source.file}`),
        cores: cores.map((core, i) => this.#core(["cores", i], core)),
        coating: {
          material: String(coating["material"] ?? "none"),
          delay: this.#number(["coating", "delay"], coating["delay"] ?? "0 h", "s"),
        },
        triggers: this.#list(["triggers"], top["triggers"] ?? []).map((t, i) =>
          this.#trigger(["triggers", i], t),
        ),
        ...(top["relaxivity"] === undefined ? {} : { relaxivity: this.#relaxivity(top["relaxivity"]) }),
        ...(release ? { release } : {}),
      }),
    );
  }

  #core(path: Path, value: unknown): Core {
    const core = this.#fields(path, value, ["phase", "shape", "radius", "length", "spread", "shells"]);
    const shape = core["shape"] ?? "sphere";
    if (shape !== "sphere" && shape !== "rod")
      throw this.#error(
        [...path, "shape"],
        "invalid-value",
        `a core is a sphere or a rod, not "${String(shape)}"`,
      );
    if ((shape === "rod") !== (core["length"] !== undefined))
      throw this.#error([...path, "length"], "missing-key", "a rod, and only a rod, has a length");
    const shells = this.#list([...path, "shells"], core["shells"] ?? []);
    if (shape === "rod" && shells.length > 0)
      throw this.#error([...path, "shells"], "unsupported-feature", "shells on rods are not simulated");
    return {
      phase: this.#phase([...path, "phase"], core["phase"]),
      shape,
      radius: this.#positive([...path, "radius"], core["radius"], "m"),
      spread: this.#number([...path, "spread"], core["spread"] ?? "1", "1"),
      ...(shape === "rod" ? { length: this.#positive([...path, "length"], core["length"], "m") } : {}),
      ...(shells.length > 0
        ? {
            shells: shells.map((shell, i) => {
              const at = [...path, "shells", i];
              const fields = this.#fields(at, shell, ["phase", "thickness"]);
              return {
                phase: this.#phase([...at, "phase"], fields["phase"]),
                thickness: this.#positive([...at, "thickness"], fields["thickness"], "m"),
              };
            }),
          }
        : {}),
    };
  }

  #trigger(path: Path, value: unknown): Trigger {
    if (value === "ultrasound") return value;
    const { laser, ultrasound } = this.#fields(path, value, ["laser", "ultrasound"]);
    if (ultrasound !== undefined) return this.#ultrasound(path, laser, ultrasound);
    const fields = this.#fields([...path, "laser"], laser, ["wavelength", "efficiency", "extinction"]);
    const at = (key: string): Path => [...path, "laser", key];
    return {
      laser: {
        wavelength: this.#positive(at("wavelength"), fields["wavelength"], "m"),
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
    const given = (key: string): object =>
      fields[key] === undefined ? {} : { [key]: this.#positive([...at, key], fields[key], "1/s") };
    return { ultrasound: { ...given("frequency"), ...given("reduction") } };
  }

  #relaxivity(value: unknown): Relaxivity {
    const fields = this.#fields(["relaxivity"], value, ["r1", "r2"]);
    const given = (key: string): object =>
      fields[key] === undefined
        ? {}
        : { [key]: this.#positive(["relaxivity", key], fields[key], "1/(mM*s)") };
    return { ...given("r1"), ...given("r2") };
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

  #phase(path: Path, value: unknown): string {
    return this.#at(path, () => findPhase(this.#text(path, value)).id);
  }

  #positive(path: Path, value: unknown, like: string): Sourced {
    const number = this.#number(path, value, like);
    if (number.value.value > 0) return number;
    throw this.#error(path, "out-of-range", `${String(path.at(-1))} must be above zero`);
  }

  #number(path: Path, value: unknown, like: string): Sourced {
    if (value === undefined)
      throw this.#error(path, "missing-key", `the key "${String(path.at(-1))}" is missing`);
    return this.#at(path, () => {
      const number = toSourced(value);
      if (sameDimension(number.value.unit, unit(like))) return number;
      throw new KationError(
        number.value.unit.text === "" ? "missing-unit" : "mismatch-unit",
        `${String(path.at(-1))} is not in ${like}`,
        { fix: `write it like "5 ${like === "m" ? "nm" : like}"` },
      );
    });
  }

  #refuse(top: Fields, key: string, empty: (v: unknown) => boolean, what: string): void {
    if (top[key] !== undefined && !empty(top[key])) throw this.#error([key], "unsupported-feature", what);
  }

  #text(path: Path, value: unknown): string {
    if (typeof value === "string" && value !== "") return value;
    throw this.#error(
      path,
      value === undefined ? "missing-key" : "invalid-value",
      `${path.join("/")} must be a word`,
    );
  }

  #list(path: Path, value: unknown): unknown[] {
    if (Array.isArray(value)) return value;
    throw this.#error(path, "invalid-value", `${path.join("/")} must be a list`);
  }

  #fields(path: Path, value: unknown, known: readonly string[]): Fields {
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
      throw this.#error(
        path,
        "invalid-value",
        `${path.join("/") || "an agent file"} must be keys and values`,
      );
    }
    const unknown = Object.keys(value).find((key) => !known.includes(key));
    if (unknown === undefined) return value as Fields;
    const near = nearest(unknown, known);
    throw this.#error(
      [...path, unknown],
      "unknown-key",
      `no key is called "${unknown}" here`,
      near.length > 0 ? `did you mean ${near.join(" or ")}?` : `one of ${known.join(", ")}`,
    );
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
    code: "missing-key" | "invalid-value" | "unknown-key" | "out-of-range" | "unsupported-feature",
    what: string,
    fix?: string,
  ): KationError {
    return new KationError(code, what, { where: this.#source.place(path), ...(fix ? { fix } : {}) });
  }
}
