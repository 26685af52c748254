import { type Complex, type Makeup, makeup, type Solid, solidMakeup } from "#biology";
import { quantile } from "#results";
import { KationError } from "#units";
import { prior } from "../draws.ts";
import { supercube } from "../supercube.ts";
import { equilibrium } from "./equilibrium.ts";
import { type PosedProblem, pose, type SpeciationProblem } from "./problem.ts";
import { EquilibriumSolver } from "./solver.ts";
import { solvePosed } from "./speciate.ts";

/** Low, median and high of a quantity over worlds. */
export type SpeciationBand = readonly [number, number, number];

/** How far the constants' own ranges carry into a solution. */
export interface SpeciationBands {
  readonly worlds: number;
  /** Worlds that were solved; the others are left out. */
  readonly solved: number;
  /** Concentrations of species, mol/m³ (mM). */
  readonly species: ReadonlyMap<string, SpeciationBand>;
  /** Amounts of solids, mol/m³ (mM). */
  readonly solids: ReadonlyMap<string, SpeciationBand>;
}

/**
 * Bands of a speciation by draws of its log K within their ranges; one draw of a constant serves all species it builds.
 *
 * Totals, pH and temperature are held. Constants are drawn as if they did not know of each other, which those of one
 * measurement do: bands are wide rather than narrow.
 *
 * @param options.draws  worlds, 2–100 000
 * @param options.band   the share between low and high, default 0.9
 * @throws  `out-of-range` for draws or band; what {@link speciate} throws
 */
export function speciationBands(
  problem: SpeciationProblem,
  options: { readonly draws: number; readonly seed?: number; readonly band?: number },
): SpeciationBands {
  const { draws, seed = 1, band = 0.9 } = options;
  if (!Number.isInteger(draws) || draws < 2 || draws > 100_000 || !(band > 0 && band < 1))
    throw new KationError("out-of-range", "draws is a whole number from 2 to 100 000, band between 0 and 1");
  const posed = pose(problem);
  const nominal = equilibrium(posed);
  const drawn = drawnConstants(nominal.species.map(makeup), nominal.solids.map(solidMakeup));
  const points = supercube(draws, drawn.length, seed);
  const species = nominal.species.map(() => new Float64Array(draws).fill(Number.NaN));
  const solids = nominal.solids.map(() => new Float64Array(draws).fill(Number.NaN));
  let solved = 0;
  for (let w = 0; w < draws; w++) {
    const solver = solveWorld(posed, drawn, points.subarray(w * drawn.length, (w + 1) * drawn.length));
    if (!solver) continue;
    solved++;
    species.forEach((values, i) => {
      values[w] = solver.concentrations[i]! * 1000;
    });
    solids.forEach((values, s) => {
      values[w] = solver.precipitates.n[s]! * 1000;
    });
  }
  const tail = (1 - band) / 2;
  const of = (values: Float64Array): SpeciationBand => [
    quantile(values, tail),
    quantile(values, 0.5),
    quantile(values, 1 - tail),
  ];
  return {
    worlds: draws,
    solved,
    species: new Map(nominal.species.map((s, i) => [s, of(species[i]!)])),
    solids: new Map(nominal.solids.map((s, i) => [s.id, of(solids[i]!)])),
  };
}

interface Drawn {
  readonly id: string;
  readonly at: (u: number) => number;
}

/** Every constant with a range that the species and solids are built with, by id. */
function drawnConstants(...made: readonly (readonly Makeup[])[]): Drawn[] {
  const found = new Map<string, Complex | Solid>();
  for (const { of } of made.flat().flatMap((m) => m.steps))
    if (of.logK.range && of.logK.dist !== "fixed") found.set("forms" in of ? of.parameter : of.id, of);
  return [...found]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, { logK }]) => ({ id, at: prior(logK).at }));
}

function solveWorld(
  posed: PosedProblem,
  drawn: readonly Drawn[],
  point: Float64Array,
): EquilibriumSolver | undefined {
  const values = Object.fromEntries(drawn.map(({ id, at }, d) => [id, at(point[d]!)]));
  const solver = new EquilibriumSolver(equilibrium({ ...posed, values }));
  return solvePosed(posed, solver) === "done" ? solver : undefined;
}
