import { log10, pow } from "./elementary.ts";
import type { Quantity, Unit } from "./types.ts";

const superscript: Readonly<Record<string, string>> = {
  "-": "⁻",
  "0": "⁰",
  "1": "¹",
  "2": "²",
  "3": "³",
  "4": "⁴",
  "5": "⁵",
  "6": "⁶",
  "7": "⁷",
  "8": "⁸",
  "9": "⁹",
  ".": "·",
};

/** A unit as people print it: `µM`, `M⁻¹ s⁻¹`, `µg/mL`, `mM²/s`. */
export function printUnit(u: Unit): string {
  const text = u.text || (u.dimension.some((e) => e !== 0) ? fromDimension(u) : "");
  const inner = /^1\/\(([^()/]+)\)$/.exec(text)?.[1] ?? /^1\/([^()/]+)$/.exec(text)?.[1];
  const turned =
    inner === undefined
      ? text
      : inner
          .split(/[*· ]/)
          .map((part) => invert(part))
          .join(" ");
  return turned
    .replace(/\bu(?=(?:M|g|L|m|mol|s|W|J|V|A|Gy|Sv|kat|l)\b)/g, "µ")
    .replace(/\^\(?(-?[\d.]+)\)?/g, (_, n: string) => [...n].map((c) => superscript[c] ?? c).join(""))
    .replace(/([A-Za-z])([23])(?![\d])/g, (_, a: string, n: string) => a + superscript[n])
    .replace(/\bdegC\b/g, "°C")
    .replace(/\*/g, " ");
}

function invert(part: string): string {
  const [base, n] = part.split("^");
  return `${base}^-${n ?? "1"}`;
}

function fromDimension(u: Unit): string {
  const names = ["m", "kg", "s", "A", "K", "mol", "cd"];
  return u.dimension
    .map((e, i) => (e === 0 ? "" : e === 1 ? names[i]! : `${names[i]}^${e}`))
    .filter(Boolean)
    .join(" ");
}

/** A number for reading: `digits` significant ones, powers of ten as `1.2×10⁻⁵`, `> …` is the caller's. */
export function printNumber(x: number, digits: number = 3): string {
  return plainNumber(x, digits).replace(
    /e([+-]?)(\d+)$/,
    (_, sign: string, n: string) =>
      `×10${sign === "-" ? "⁻" : ""}${[...n].map((c) => superscript[c]).join("")}`,
  );
}

/** The same in plain characters for files: `1.2e-5`. */
export function plainNumber(x: number, digits: number = 3): string {
  if (x === 0) return "0";
  if (!Number.isFinite(x)) return Number.isNaN(x) ? "–" : x > 0 ? "∞" : "-∞";
  const magnitude = Math.floor(log10(Math.abs(x)) + 1e-12);
  if (magnitude < -3 || magnitude >= 6) {
    const [mantissa, exponent] = x.toExponential(digits - 1).split("e") as [string, string];
    return `${trimZeros(mantissa)}e${Number(exponent)}`;
  }
  const rounded = Number(x.toPrecision(digits));
  return Math.abs(rounded) >= pow(10, digits)
    ? String(Math.round(rounded))
    : trimZeros(rounded.toFixed(Math.max(0, digits - 1 - magnitude)));
}

function trimZeros(text: string): string {
  return text.includes(".") ? text.replace(/0+$/, "").replace(/\.$/, "") : text;
}

/** A quantity for reading: `50 µM`. */
export function printQuantity(q: Quantity, digits: number = 3): string {
  const name = printUnit(q.unit);
  return name === "" ? printNumber(q.value, digits) : `${printNumber(q.value, digits)} ${name}`;
}
