import type { Component, Fluid, Solid } from "#biology";
import { KationError, ln, plainNumber, pow } from "#units";
import { type Equilibrium, equilibrium } from "./equilibrium.ts";
import { type PosedProblem, pose, type SpeciationProblem } from "./problem.ts";
import { EquilibriumSolver, type SpeciationStatus } from "./solver.ts";

/** A dissolved species of a solution. */
export interface SpeciesRow {
  readonly species: string;
  readonly charge: number;
  /** mol/m³ (mM). */
  readonly concentration: number;
  /** On the scale of 1 M. */
  readonly activity: number;
  /** Share of each component's total that is this species. */
  readonly shares: Readonly<Record<string, number>>;
}

/** A solid that could form, its constituents being there. */
export interface SolidRow {
  readonly id: string;
  /** log10 of the ion product over that at saturation; 0 for what is there. */
  readonly saturationIndex: number;
  /** Amount per volume of solution, mol/m³ (mM). */
  readonly amount: number;
}

/** Where a component went. mol/m³ (mM). */
export interface ComponentRow {
  readonly id: string;
  readonly label: string;
  readonly total: number;
  readonly dissolved: number;
  readonly precipitated: number;
  /** The bare species, `Fe+3`. */
  readonly free: number;
}

/** Equilibrium of a solution. Numbers mean something when `status` is `done`. */
export interface Speciated {
  readonly status: SpeciationStatus;
  readonly message: string;
  readonly pH: number;
  /** K. */
  readonly temperature: number;
  /** mol/m³ (mM): what activity coefficients were taken at; of the species themselves when it was not given. */
  readonly ionicStrength: number;
  readonly activity: "davies" | "ideal";
  readonly species: readonly SpeciesRow[];
  readonly solids: readonly SolidRow[];
  readonly components: readonly ComponentRow[];
  /** Charge that species carry together, mol/m³ (mM): what counter-ions are not listed, when pH was given. */
  readonly charge: number;
  /** Largest relative error of a balance. */
  readonly residual: number;
  /** Linear systems solved. */
  readonly iterations: number;
  /** Where the constants do not hold. */
  readonly warnings: readonly string[];
  readonly fluid?: Fluid;
}

/**
 * Equilibrium speciation of metals in water, medium or cytosol: totals in, free ions, complexes and precipitates out.
 *
 *     mass     Tⱼ = Σ νᵢⱼ·cᵢ + Σ aₛⱼ·nₛ        action   γᵢ·cᵢ = Kᵢ·Π aⱼ^νᵢⱼ
 *     solids   nₛ ≥ 0, SIₛ ≤ 0, nₛ·SIₛ = 0      Davies   log γ = −A(T)·z²·(√I/(1 + √I) − 0.3·I)
 *
 * Oxidation states do not change into each other: Fe(II) and Fe(III) are totals of their own. Water has activity 1, and
 * uncharged species γ = 1. Constants are those of the records, their enthalpies applied; what has none keeps its log K
 * of 25 °C. There is no gas: carbonate is a total.
 *
 * @param problem.totals         by component, quantities as text, 0–100 M
 * @param problem.medium         a fluid that gives totals and conditions of its own
 * @param problem.pH             −1 to 15, or `"free"`; then list all ions
 * @param problem.ionicStrength  0–10 M, or `"auto"`
 * @returns `Speciated`; status `done`, or `no-balance`, `no-ionic-strength`, `not-finite` with a sentence
 * @throws  `unknown-name`, `missing-unit`, `mismatch-unit`, `missing-key`, `duplicate-key`, `out-of-range` for what cannot
 *          be posed; never because no solution was found
 * @valid   0–60 °C, I ≤ 0.5 M; outside, `warnings` says so
 * @limits  a component of total 0 takes no part; without solids all is linear at high dilution
 * @source  records of `#biology`: Stefansson 2007, MINTEQ V4 by NIST 46, and others, see each constant
 * @example speciate({ totals: { Fe3: "10 uM", citrate: "100 uM" }, pH: 6.5, ionicStrength: "0.15 M" })
 */
export function speciate(problem: SpeciationProblem): Speciated {
  const posed = pose(problem);
  const { components, solids, temperature } = posed;
  const solver = new EquilibriumSolver(equilibrium({ components, solids, temperature }));
  return tell(posed, solver, solvePosed(posed, solver));
}

/** Runs a solver on a problem. */
export function solvePosed(posed: PosedProblem, solver: EquilibriumSolver): SpeciationStatus {
  const { totals, pH, davies, ionicStrength } = posed;
  return solver.solve({
    totals,
    davies,
    ...(pH !== undefined && { pH }),
    ...(ionicStrength !== undefined && { ionicStrength }),
  });
}

const sentences: Readonly<Record<SpeciationStatus, string>> = {
  done: "all balances hold",
  "no-balance": "the balances of mass were not brought together",
  "no-ionic-strength": "the ionic strength did not settle",
  "not-finite": "numbers left what a machine can hold",
};

function tell(posed: PosedProblem, solver: EquilibriumSolver, status: SpeciationStatus): Speciated {
  const { equilibrium: of, balance, precipitates } = solver;
  const hydrogen = of.components.length;
  return {
    status,
    message: sentences[status],
    pH: -balance.x[hydrogen]! / ln(10),
    temperature: of.temperature,
    ionicStrength: solver.ionicStrength * 1000,
    activity: posed.davies ? "davies" : "ideal",
    species: speciesRows(posed, solver),
    solids: of.solids.flatMap((s, i) =>
      precipitates.saturation[i] === -Infinity
        ? []
        : [
            {
              id: s.id,
              saturationIndex: precipitates.saturation[i]! / ln(10),
              amount: precipitates.n[i]! * 1000,
            },
          ],
    ),
    components: of.components.map((c, j) => ({
      id: c.id,
      label: c.label,
      total: posed.totals[j]! * 1000,
      dissolved: balance.sums[j]! * 1000,
      precipitated: precipitates.bound[j]! * 1000,
      free: balance.c[j]! * 1000,
    })),
    charge: 1000 * of.charges.reduce((sum, z, i) => sum + z * balance.c[i]!, 0),
    residual: balance.residual(precipitates.bound),
    iterations: balance.iterations,
    warnings: warningsOf(posed, solver.ionicStrength),
    ...(posed.fluid && { fluid: posed.fluid }),
  };
}

function speciesRows(posed: PosedProblem, solver: EquilibriumSolver): SpeciesRow[] {
  const { equilibrium: of, balance } = solver;
  const { from, column, count } = of.makeup;
  const rows: SpeciesRow[] = [];
  of.species.forEach((species, i) => {
    if (balance.lnB[i] === -Infinity) return;
    const shares: Record<string, number> = {};
    for (let k = from[i]!; k < from[i + 1]!; k++) {
      const component = of.components[column[k]!];
      if (component) shares[component.id] = (count[k]! * balance.c[i]!) / posed.totals[column[k]!]!;
    }
    const charge = of.charges[i]!;
    const concentration = balance.c[i]! * 1000;
    rows.push({
      species,
      charge,
      concentration,
      activity: balance.c[i]! * pow(10, solver.logGamma(charge)),
      shares,
    });
  });
  return rows;
}

function warningsOf({ davies, temperature }: PosedProblem, ionicStrength: number): string[] {
  const found: string[] = [];
  if (davies && ionicStrength > 0.5)
    found.push(`Davies holds to an ionic strength of 0.5 M; here it is ${plainNumber(ionicStrength)} M`);
  if (temperature > 333.15)
    found.push("above 60 °C constants follow their enthalpies of 25 °C further than those hold");
  return found;
}

/** A solver for many solutions of the same components and solids. Totals in M, in the order of its `components`. */
export function speciationSolver(options: {
  readonly components: readonly Component[];
  readonly solids?: readonly Solid[];
  readonly temperature?: number;
  readonly values?: Readonly<Record<string, number>>;
}): EquilibriumSolver {
  if (options.components.length === 0)
    throw new KationError("missing-key", "a solution needs a component", { fix: "give at least one" });
  const of: Equilibrium = equilibrium({
    components: options.components,
    solids: options.solids ?? [],
    temperature: options.temperature ?? 298.15,
    ...(options.values && { values: options.values }),
  });
  return new EquilibriumSolver(of);
}
