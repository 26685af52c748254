import { pow } from "./elementary.ts";
import { KationError } from "./error.ts";
import { nearest } from "./nearest.ts";
import { prefixes, unitTable } from "./table.data.ts";
import type { Dimension, Unit } from "./types.ts";

const none: Dimension = [0, 0, 0, 0, 0, 0, 0];
/** The unit 1. */
export const dimensionless: Unit = Object.freeze({ dimension: none, factor: 1, offset: 0, text: "" });

const cache = new Map<string, Unit>();
const superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/**
 * Reads a unit.
 *
 * Products by `*`, `·` or a space, one level of quotients by `/` (what follows a slash up to the next is below it),
 * powers by `^`, superscripts or a plain digit (`m3`), parentheses, SI prefixes. `1` and `""` are dimensionless.
 *
 * @param text  `"M^-1 s^-1"`, `"1/(mM*s)"`, `"µM"`, `"W/cm²"`, `"pg/cell"`, `"degC"`
 * @throws `unknown-unit` with the nearest known one, `invalid-unit` when it cannot be read
 */
export function unit(text: string): Unit {
  const known = cache.get(text);
  if (known) return known;
  if (text.length > 200) throw new KationError("invalid-unit", "a unit of more than 200 characters");
  const read = new Reader(text).read();
  const result = Object.freeze({ ...read, text: text.trim() === "1" ? "" : text.trim() });
  if (cache.size < 10_000) cache.set(text, result);
  return result;
}

/** True when both measure the same kind of thing. */
export function sameDimension(a: Unit, b: Unit): boolean {
  return a.dimension.every((e, i) => Math.abs(e - b.dimension[i]!) < 1e-9);
}

/** Product of two units. */
export function multiply(a: Unit, b: Unit): Unit {
  return combined(a, b, 1);
}

/** Quotient of two units. */
export function divide(a: Unit, b: Unit): Unit {
  return combined(a, b, -1);
}

/** A unit to a rational power. */
export function power(a: Unit, n: number): Unit {
  const dimension = a.dimension.map((e) => e * n) as unknown as Dimension;
  return { dimension, factor: pow(a.factor, n), offset: 0, text: a.text === "" ? "" : `(${a.text})^${n}` };
}

function combined(a: Unit, b: Unit, sign: 1 | -1): Unit {
  const dimension = a.dimension.map((e, i) => e + sign * b.dimension[i]!) as unknown as Dimension;
  const factor = sign === 1 ? a.factor * b.factor : a.factor / b.factor;
  const text =
    sign === 1
      ? [a.text, b.text].filter(Boolean).join("*")
      : b.text === ""
        ? a.text
        : `${a.text || "1"}/(${b.text})`;
  return { dimension, factor, offset: 0, text };
}

/** Recursive descent over one unit text; units are short, so it works on a normalised copy. */
class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = normalise(text);
  }

  read(): Unit {
    if (this.#text === "" || this.#text === "1") return dimensionless;
    const result = this.#product(0);
    if (this.#at < this.#text.length) throw this.#unreadable();
    return result;
  }

  #product(depth: number): Unit {
    if (depth > 8) throw this.#unreadable();
    let result = this.#factor(depth);
    for (;;) {
      const sign = /^[*/ ]/.exec(this.#text.slice(this.#at))?.[0];
      if (sign === undefined) return result;
      this.#at++;
      const next = this.#factor(depth);
      if (result.offset !== 0 || next.offset !== 0) {
        throw new KationError("invalid-unit", `°C cannot be part of a compound unit: "${this.#text}"`, {
          fix: "use K",
        });
      }
      result = sign === "/" ? divide(result, next) : multiply(result, next);
    }
  }

  #factor(depth: number): Unit {
    let base: Unit;
    if (this.#text[this.#at] === "(") {
      this.#at++;
      base = this.#product(depth + 1);
      if (this.#text[this.#at] !== ")") throw this.#unreadable();
      this.#at++;
    } else {
      const name = /^(?:[A-Za-zµ°%Å]+(?:\/g(?![A-Za-z]))?|1(?![0-9.]))/.exec(this.#text.slice(this.#at))?.[0];
      if (name === undefined) throw this.#unreadable();
      const taken = name.endsWith("/g") && name !== "%ID/g" ? name.slice(0, -2) : name;
      this.#at += taken.length;
      base = taken === "1" ? dimensionless : symbol(taken);
    }
    const exponent = /^(?:\^?(-?\d+(?:\.\d+)?)|\^\((-?\d+)(?:\/(\d+))?\))/.exec(this.#text.slice(this.#at));
    if (!exponent) return base;
    this.#at += exponent[0].length;
    const n =
      exponent[1] !== undefined ? Number(exponent[1]) : Number(exponent[2]) / Number(exponent[3] ?? 1);
    if (!Number.isFinite(n) || Math.abs(n) > 20 || base.offset !== 0) throw this.#unreadable();
    return power(base, n);
  }

  #unreadable(): KationError {
    return new KationError(
      "invalid-unit",
      `cannot read the unit "${this.#text}" at character ${this.#at + 1}`,
      {
        fix: 'write products with *, quotients with / and powers with ^: "1/(mM*s)", "mol m^-2 s^-1"',
      },
    );
  }
}

function normalise(text: string): string {
  return text
    .trim()
    .replace(/[μµ]/g, "µ")
    .replace(/[·⋅×]/g, "*")
    .replace(/−/g, "-")
    .replace(
      /[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+/g,
      (s) => `^${[...s].map((c) => (c === "⁻" ? "-" : superscripts.indexOf(c))).join("")}`,
    )
    .replace(/\s*([*/])\s*/g, "$1")
    .replace(/\s+/g, " ")
    .replace(/\( /g, "(")
    .replace(/ \)/g, ")");
}

/** A unit symbol, with a prefix where it takes one. */
function symbol(name: string): Unit {
  const direct = entry(name);
  if (direct) return direct;
  for (const [prefix, factor] of Object.entries(prefixes)) {
    if (!name.startsWith(prefix) || name.length === prefix.length) continue;
    const base = entry(name.slice(prefix.length), true);
    if (base) return { ...base, factor: base.factor * factor, text: name };
  }
  const names = Object.keys(unitTable);
  const near = nearest(name, [
    ...names,
    ...["m", "u", "n", "p", "k"].flatMap((p) => ["M", "g", "L", "s", "m", "mol"].map((u) => p + u)),
  ]);
  throw new KationError("unknown-unit", `unknown unit "${name}"`, {
    fix:
      near.length > 0
        ? `did you mean ${near.join(" or ")}?`
        : 'units are written like "uM", "ug/mL", "1/(M*s)"',
  });
}

function entry(name: string, prefixed = false): Unit | undefined {
  if (!Object.hasOwn(unitTable, name)) return undefined;
  const [factor, exponents, options] = unitTable[name]!;
  if (prefixed && !options?.includes("p")) return undefined;
  const dimension = [0, 1, 2, 3, 4, 5, 6].map((i) => exponents[i] ?? 0) as unknown as Dimension;
  return { dimension, factor, offset: options?.includes("c") ? 273.15 : 0, text: name };
}
