/**
 * Fits the numbers of `fittedPaths` to measured half-effect doses of plain particles at 24 h, once, and writes
 * src/biology/calibrated.data.ts. How: docs/reference/calibration.md.
 *
 *     npm run calibrate -- ../shared/data [--seeds 4] [--rounds 5] [--draws 1200] [--dry]
 */
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { plainNumber } from "kation/units";
import { deathKinetics } from "./calibrate/death-kinetics.ts";
import {
  cholesky,
  draw,
  fitted,
  type Normal,
  priorOf,
  resampled,
  weightedQuantile,
} from "./calibrate/population.ts";
import { posteriorOf, weighed } from "./calibrate/posterior.ts";
import { type Sample, sample, together } from "./calibrate/sampler.ts";
import { numbers, targetsIn } from "./calibrate/targets.ts";
import { type Simulated, simulated } from "./calibrate/worlds.ts";
import { calibratedFile, calibrationPage, correlated, counts, drawnAs } from "./calibrate/write.ts";
import { marker } from "./measured/tables.ts";

const [folder = "../shared/data"] = process.argv.slice(2).filter((a) => !/^(--.*|\d+)$/.test(a));
const option = (name: string, otherwise: number): number => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : Number(process.argv[at + 1]);
};
const [seeds, rounds, draws] = [option("seeds", 4), option("rounds", 5), option("draws", 1200)];

if (!existsSync(join(folder, ...marker))) {
  console.log(`skipped: there is no data folder ${folder}; give its path`);
  process.exit(0);
}
if (!(seeds >= 2)) throw new Error("the error of a calibration is seen between seeds: give at least two");

const list = numbers();
const { targets, curves } = targetsIn(folder);
const samples: Sample[] = [];
for (let seed = 1; seed <= seeds; seed++)
  samples.push(await sample(list, targets, { seed, rounds, draws, onRound: (text) => console.error(text) }));

const posterior = posteriorOf(list, samples);
// What of the posterior comes through: with all other numbers drawn anew, and as a study draws.
const whole = together(samples);
const again = resampled(whole.z, weighed(whole).weights, draws);
const used = posterior.fits
  .filter((fit) => counts(fit, posterior))
  .map((fit) => fitted(fit.path, fit.label, drawnAs(fit)));
const pairs = correlated(posterior);
const correlation = used.map((a) =>
  used.map((b) =>
    a === b ? 1 : (pairs.find(({ of }) => of.includes(a.path) && of.includes(b.path))?.rho ?? 0),
  ),
);
const fresh = 1000 * (seeds + 1);
const alone = await simulated(list, again, targets, fresh);
const independent = priorOf(used.length);
const drawnFrom = async (of: Normal): Promise<Simulated> =>
  simulated(used, draw(of, draws, seeds + 1, 0), targets, fresh);
const drawn = await drawnFrom(independent);
const dependent = await drawnFrom({ ...independent, factor: cholesky(correlation) });
const band = (half: readonly number[]): number[] =>
  [0.05, 0.5, 0.95].map((q) => weightedQuantile(half, new Array(draws).fill(1 / draws), q));

const lines = targets.map(({ agent, role, data }, t) => ({
  agent,
  role,
  joint: posterior.predicted[t]!,
  alone: band(alone.half[t]!),
  drawn: band(drawn.half[t]!),
  correlated: band(dependent.half[t]!),
  measured: data.curves.map(
    (c) => `${c.bound === "above" ? "> " : c.bound === "below" ? "< " : ""}${plainNumber(10 ** c.log, 2)}`,
  ),
}));
const page = calibrationPage({ posterior, lines, curves, rounds, draws, death: deathKinetics(folder) });
console.log(page);
if (!process.argv.includes("--dry")) {
  writeFileSync("src/biology/calibrated.data.ts", calibratedFile(posterior));
  writeFileSync("docs/reference/calibration.md", page);
}
