import { KationError } from "./error.ts";
import { printUnit } from "./print.ts";
import type { Quantity, Unit } from "./types.ts";
import { dimensionless, sameDimension, unit } from "./unit.ts";

const number = /^\s*([+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?)\s*(.*)$/s;

/**
 * A number with its unit, from text or from its parts.
 *
 * @param from      `"50 uM"`, `"1e5 1/mL"`, `"0.566"`, or a number
 * @param unitText  unit of a number; dimensionless when absent
 * @throws `invalid-number` for no number, NaN or infinity; `unknown-unit`, `invalid-unit`
 */
export function quantity(from: string | number, unitText?: string): Quantity {
  if (typeof from === "number") {
    if (!Number.isFinite(from)) throw new KationError("invalid-number", `${from} is no quantity`);
    return { value: from, unit: unitText === undefined ? dimensionless : unit(unitText) };
  }
  const match = number.exec(from.slice(0, 300));
  const value = match ? Number(match[1]) : Number.NaN;
  if (!match || !Number.isFinite(value)) {
    throw new KationError("invalid-number", `"${from.slice(0, 60)}" does not begin with a finite number`, {
      fix: 'write a number and its unit, "50 uM"',
    });
  }
  return { value, unit: match[2] === "" ? dimensionless : unit(match[2]!) };
}

/**
 * Value in base units.
 * @param expected  a unit of the dimension it must have
 * @throws `mismatch-unit` when it has another dimension
 */
export function toBase(q: Quantity | string, expected?: Unit | string): number {
  const from = typeof q === "string" ? quantity(q) : q;
  if (expected !== undefined) {
    const wanted = typeof expected === "string" ? unit(expected) : expected;
    if (!sameDimension(from.unit, wanted)) {
      throw new KationError(
        "mismatch-unit",
        `${from.value} ${from.unit.text || "(no unit)"} is not in ${printUnit(wanted) || "plain numbers"}`,
        {
          why: `its unit is ${printUnit(from.unit) || "none"}`,
          fix: `give it in ${wanted.text || "a plain number"}`,
        },
      );
    }
  }
  return from.value * from.unit.factor + from.unit.offset;
}

/** Value in `to` of a number in base units. */
export function fromBase(value: number, to: Unit | string): number {
  const target = typeof to === "string" ? unit(to) : to;
  return (value - target.offset) / target.factor;
}

/** Value of a quantity in another unit. @throws `mismatch-unit` */
export function convert(q: Quantity | string, to: string): number {
  return fromBase(toBase(q, to), to);
}
