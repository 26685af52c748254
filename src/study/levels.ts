import type { ProtocolStep } from "#biology";
import { KationError, toBase } from "#units";
import type { Fault } from "./types.ts";

/** A step of a protocol as asked: one quantity of one step may be a list, and the study is then run at each. */
export type AskedStep = Omit<ProtocolStep, "laser" | "ultrasound" | "xray" | "concentration"> & {
  readonly laser?: { readonly wavelength: string; readonly irradiance: string | readonly string[] };
  readonly ultrasound?: { readonly intensity: string | readonly string[]; readonly frequency: string };
  readonly xray?: { readonly dose: string | readonly string[]; readonly rate: string };
  readonly concentration?: string | readonly string[];
};

/** The quantity of a protocol that is a list. */
export interface Axis {
  /** `X-rays`, `light`, `ultrasound`, or the id of a drug. */
  readonly name: string;
  /** Unit the first of the list is written in, for tables. */
  readonly unit: string;
}

/** A protocol at one value of that quantity. */
export interface Level {
  /** Base units; 0 where the step is left out. */
  readonly value: number;
  /** As written: `6 Gy`. */
  readonly text: string;
  readonly protocol: readonly ProtocolStep[];
}

/** Quantities that may be a list: keys inside a step, base unit, the keys that go with nothing of it, and a name. */
const kinds = [
  { keys: ["xray", "dose"], unit: "Gy", gone: ["xray"], name: () => "X-rays" },
  {
    keys: ["concentration"],
    unit: "mol/m^3",
    gone: ["drug", "concentration"],
    name: (step: AskedStep) => step.drug ?? "drug",
  },
  { keys: ["laser", "irradiance"], unit: "W/m^2", gone: ["laser"], name: () => "light" },
  { keys: ["ultrasound", "intensity"], unit: "W/m^2", gone: ["ultrasound"], name: () => "ultrasound" },
] as const;

type Fields = Readonly<Record<string, unknown>>;
type Kind = (typeof kinds)[number];

/**
 * The protocols that a study is run under, by the value of the quantity that is a list, ascending; one without a list.
 * At 0 what the quantity measures is left out of its step.
 *
 * @returns what is wrong with a list as faults by path; quantities that are no lists are not looked at
 */
export function levelsOf(steps: readonly AskedStep[]): {
  readonly levels: readonly Level[];
  readonly axis?: Axis;
  readonly faults: readonly Fault[];
} {
  const lists = steps.flatMap((step, i) =>
    kinds.flatMap((kind) => {
      const list = at(step as unknown as Fields, kind.keys);
      return Array.isArray(list) ? [{ i, kind, list: list as readonly unknown[] }] : [];
    }),
  );
  const [first, second] = lists;
  if (!first)
    return { levels: [{ value: 0, text: "", protocol: steps as readonly ProtocolStep[] }], faults: [] };
  const { i, kind, list } = first;
  const path = ["protocol", i, ...kind.keys];
  const faults: Fault[] = [];
  if (second)
    faults.push({
      path: ["protocol", second.i, ...second.kind.keys],
      error: new KationError("unsupported-feature", "a second list in one protocol", {
        why: `a study is run at each value of one quantity, and ${path.join("/")} is a list already`,
        fix: "keep one list, and ask the other in studies of their own",
      }),
    });
  const levels: Level[] = [];
  list.forEach((text, j) => {
    try {
      const value = valueOf(text, kind);
      if (levels.some((l) => l.value === value))
        throw new KationError("duplicate-key", `${String(text)} stands twice in the list`, {
          fix: "take one out",
        });
      levels.push({ value, text: String(text), protocol: protocolAt(steps, i, kind, text) });
    } catch (error) {
      if (!(error instanceof KationError)) throw error;
      faults.push({ path: [...path, j], error });
    }
  });
  const unit = String(list[0]).replace(/^[\s\d.eE+-]+/, "");
  return {
    levels: levels.sort((a, b) => a.value - b.value),
    axis: { name: kind.name(steps[i]!), unit },
    faults,
  };
}

function at(step: Fields, keys: readonly string[]): unknown {
  return keys.reduce<unknown>((value, key) => (value as Fields | undefined)?.[key], step);
}

/** A value of the list in base units. @throws where it is no quantity of the kind, or below zero */
function valueOf(text: unknown, kind: Kind): number {
  if (typeof text === "number")
    throw new KationError("missing-unit", `${text} has no unit`, {
      fix: `write it as "${text} ${kind.unit}"`,
    });
  const value = toBase(text as string, kind.unit);
  if (value >= 0) return value;
  throw new KationError("out-of-range", `${String(text)} is below zero`, { fix: "give 0 or more" });
}

/** The protocol with one value of the list, or without what the list measures where that is 0. */
function protocolAt(
  steps: readonly AskedStep[],
  index: number,
  kind: Kind,
  text: unknown,
): readonly ProtocolStep[] {
  return steps.map((step, i) => {
    if (i !== index) return step as ProtocolStep;
    const fields = { ...(step as unknown as Fields) };
    if (valueOf(text, kind) === 0) for (const key of kind.gone) delete fields[key];
    else {
      const [outer, inner] = kind.keys;
      fields[outer] = inner === undefined ? text : { ...(fields[outer] as Fields), [inner]: text };
    }
    return fields as unknown as ProtocolStep;
  });
}
