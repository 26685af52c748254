import {
  type Component,
  type Fluid,
  findComponent,
  findFluid,
  findSolid,
  type Solid,
  solids,
} from "#biology";
import { KationError, quantity, toBase, unit } from "#units";

/** What is asked of {@link speciate}: quantities as text with their units. */
export interface SpeciationProblem {
  /** Totals by component, `{ Fe3: "10 uM", citrate: "100 uM" }`; they replace those of the medium. */
  readonly totals?: Readonly<Record<string, string>>;
  /** A fluid by name, `medium-ph7.4` or `cytosol`: its totals, pH, temperature and ionic strength. */
  readonly medium?: string;
  /** −log10 of the activity of H⁺, or `"free"`: what the balance of charge asks for. Default the medium's. */
  readonly pH?: number | "free";
  /** Default the medium's, or 25 °C. */
  readonly temperature?: string;
  /** `"auto"`: that of the species themselves. Default the medium's, or `"auto"`. */
  readonly ionicStrength?: string;
  /** Activity coefficients by Davies (default), or all 1. */
  readonly activity?: "davies" | "ideal";
  /** `"day"` (default): those that form within a day; `"none"`, `"all"`, or names. */
  readonly solids?: "day" | "none" | "all" | readonly string[];
}

/** The same in numbers: M, K. */
export interface PosedProblem {
  readonly components: readonly Component[];
  readonly totals: Float64Array;
  readonly solids: readonly Solid[];
  readonly fluid: Fluid | undefined;
  /** Totals that the medium gives, by component id. */
  readonly fromFluid: ReadonlySet<string>;
  readonly pH: number | undefined;
  readonly temperature: number;
  readonly davies: boolean;
  readonly ionicStrength: number | undefined;
}

/** More than this of anything is no solution, M. */
const mostTotal = 100;

/**
 * Reads a problem and refuses what cannot be posed.
 * @throws `unknown-name` with the nearest, `missing-unit`, `mismatch-unit`, `missing-key`, `duplicate-key`, `out-of-range`
 */
export function pose(problem: SpeciationProblem): PosedProblem {
  const fluid = problem.medium === undefined ? undefined : findFluid(problem.medium);
  const totals = new Map<Component, number>();
  const fromFluid = new Set<string>();
  for (const [id, { value }] of Object.entries(fluid?.totals ?? {})) {
    totals.set(findComponent(id), molar(toBase(value, "M")));
    fromFluid.add(id);
  }
  const own = new Set<Component>();
  for (const [name, text] of Object.entries(problem.totals ?? {})) {
    const component = findComponent(name);
    if (own.has(component))
      throw new KationError("duplicate-key", `${component.id} is given twice`, {
        where: name,
        fix: `give one total of ${component.label}`,
      });
    own.add(component);
    totals.set(component, total(name, text));
    fromFluid.delete(component.id);
  }
  if (totals.size === 0)
    throw new KationError("missing-key", "no totals are given", {
      fix: 'give some, "Fe3=10uM", or a medium',
    });
  const known = [...totals].sort(([a], [b]) => (a.id < b.id ? -1 : 1));
  const temperature = temperatureOf(problem, fluid);
  return {
    components: known.map(([c]) => c),
    totals: Float64Array.from(known, ([, t]) => t),
    solids: solidsOf(problem.solids ?? "day"),
    fluid,
    fromFluid,
    pH: pHOf(problem, fluid),
    temperature,
    davies: activityOf(problem.activity ?? "davies"),
    ionicStrength: strengthOf(problem, fluid),
  };
}

/** mol/m³ as M. */
function molar(base: number): number {
  return base / 1000;
}

function concentration(where: string, text: string): number {
  const given = quantity(text);
  if (given.unit.dimension.every((e) => e === 0) && given.unit.text === "")
    throw new KationError("missing-unit", `${where} has no unit`, {
      where,
      fix: `${where}=${text.trim()}uM`,
    });
  return molar(toBase(given, unit("M")));
}

function total(name: string, text: string): number {
  const value = concentration(name, text);
  if (value >= 0 && value <= mostTotal) return value;
  throw new KationError("out-of-range", `the total of ${name} is ${text.trim()}`, {
    where: name,
    why: value < 0 ? "a total is no less than nothing" : `no solution holds ${mostTotal} M of anything`,
    fix: "give a total from 0 to 100 M",
  });
}

function pHOf({ pH }: SpeciationProblem, fluid: Fluid | undefined): number | undefined {
  if (pH === "free") return undefined;
  if (pH === undefined && !fluid)
    throw new KationError("missing-key", "the pH is not given", { fix: "--pH 7.4, or --pH free" });
  const value = pH ?? toBase(fluid!.pH.value);
  if (value >= -1 && value <= 15) return value;
  throw new KationError("out-of-range", `pH ${value} is none of water`, { fix: "a pH from -1 to 15" });
}

function temperatureOf({ temperature }: SpeciationProblem, fluid: Fluid | undefined): number {
  if (temperature !== undefined && quantity(temperature).unit.text === "")
    throw new KationError("missing-unit", "the temperature has no unit", { fix: "37 degC, or 310.15 K" });
  const value =
    temperature === undefined ? (fluid ? toBase(fluid.temperature.value) : 298.15) : toBase(temperature, "K");
  if (value >= 273.15 && value <= 373.15) return value;
  throw new KationError("out-of-range", `at ${temperature} water is no liquid`, { fix: "0–100 °C" });
}

function strengthOf(problem: SpeciationProblem, fluid: Fluid | undefined): number | undefined {
  const text = problem.ionicStrength;
  if (text === "auto") return undefined;
  if (text === undefined) return fluid && molar(toBase(fluid.ionicStrength.value, "M"));
  const value = concentration("ionic-strength", text);
  if (value >= 0 && value <= 10) return value;
  throw new KationError("out-of-range", `an ionic strength of ${text}`, {
    fix: "0–10 M; Davies holds to 0.5 M",
  });
}

function activityOf(activity: string): boolean {
  if (activity === "davies" || activity === "ideal") return activity === "davies";
  throw new KationError("unknown-name", `no activity model is called "${activity}"`, {
    fix: "davies or ideal",
  });
}

function solidsOf(asked: NonNullable<SpeciationProblem["solids"]>): readonly Solid[] {
  if (asked === "none") return [];
  if (asked === "all") return solids;
  if (asked === "day") return solids.filter((s) => s.forms === "day");
  if (typeof asked === "string") return [findSolid(asked)];
  return [...new Set(asked.map(findSolid))];
}
