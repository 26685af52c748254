import { KationError, type Quantity, quantity, toBase } from "#units";
import type { Distribution, Grade, Sourced } from "./types.ts";

/** What is known about a number besides its value; see {@link sourced}. */
export interface Provenance {
  readonly grade: Grade;
  /** Central 90 %, as two quantities of the same dimension as the value. */
  readonly range?: readonly [string, string];
  readonly source?: string;
  readonly at?: string;
  readonly why?: string;
  readonly when?: Readonly<Record<string, string | number>>;
  readonly needsPaper?: boolean;
  readonly dist?: Distribution;
  readonly tags?: Readonly<Record<string, string>>;
}

/**
 * A number that carries its unit, range, grade and source.
 *
 * Grades: A read in a source, A(c) read in stored model code or a data set, B recalled, C estimated, D derived here.
 *
 * @param text   quantity as its source states it, `"4.2e3 1/(M*s)"`
 * @param known  grade and what the grade asks for: A and A(c) `source` and `at`; B `source`, or `why` and
 *               `needsPaper`; C and D `why`
 * @throws `missing-source` when the grade's demand is not met; `mismatch-unit` when the range has another dimension;
 *         `out-of-range` when the value lies outside its range
 * @example  sourced("0.87 1/(M*s)", { grade: "B", range: ["0.4 1/(M*s)", "1 1/(M*s)"], source: "winterbourn1999" })
 */
export function sourced(text: string, known: Provenance): Sourced {
  const value = quantity(text);
  const { range: limits, ...rest } = known;
  const range = limits && ([quantity(limits[0]), quantity(limits[1])] as const);
  const number: Sourced = Object.freeze({ value, ...rest, ...(range ? { range } : {}) });
  const fault = faultOf(number);
  if (fault) throw fault;
  return number;
}

/** The first rule of contracts that a sourced number breaks, or nothing. */
export function faultOf(number: Sourced): KationError | undefined {
  const where = `${number.value.value} ${number.value.unit.text} (grade ${number.grade})`;
  const missing = missingSource(number);
  if (missing)
    return new KationError("missing-source", missing, { where, fix: "name the source, or lower the grade" });
  if (!number.range) return undefined;
  const [low, value, high] = [number.range[0], number.value, number.range[1]].map((q) =>
    baseOf(q, number.value),
  );
  if (low! > high!)
    return new KationError("out-of-range", "the range runs backwards", {
      where,
      fix: "give its low end first",
    });
  if (low! <= value! && value! <= high!) return undefined;
  return new KationError("out-of-range", "the value lies outside its own range", {
    where,
    fix: "mend value or range",
  });
}

function baseOf(q: Quantity, like: Quantity): number {
  return toBase(q, like.unit);
}

function missingSource(n: Sourced): string | undefined {
  if (n.grade === "A" || n.grade === "A(c)") {
    if (!n.source || !n.at) return `grade ${n.grade} needs "source" and "at"`;
  } else if (n.grade === "B") {
    if (!n.source && !(n.why && n.needsPaper)) return 'grade B needs "source", or "why" with "needsPaper"';
  } else if (!n.why) return `grade ${n.grade} needs "why"`;
  return undefined;
}
