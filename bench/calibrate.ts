/**
 * Fits the numbers of `fitted` to measured half-effect doses of plain particles at 24 h, once, and writes
 * src/biology/calibrated.data.ts. How: docs/reference/calibration.md.
 *
 *     npm run calibrate -- ../shared/data [--draws 1500] [--dry]
 */
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { plan, type Results, run, toStudy } from "kation/study";
import { log10, plainNumber, toBase } from "kation/units";
import { fittedPaths, materials } from "./calibrate/choice.ts";
import { deathKinetics } from "./calibrate/death-kinetics.ts";
import { type Group, group, logLikelihood } from "./calibrate/likelihood.ts";
import {
  type Fitted,
  logPrior,
  logProposal,
  normalised,
  scaleOf,
  temper,
  weightedQuantile,
} from "./calibrate/population.ts";
import { calibratedFile, calibrationPage } from "./calibrate/write.ts";
import { marker, measuredCurves } from "./measured/tables.ts";

const [folder = "../shared/data"] = process.argv.slice(2).filter((a) => !a.startsWith("--"));
const option = (name: string, otherwise: number): number => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : Number(process.argv[at + 1]);
};
const draws = option("draws", 2500);
const wanted = 0.03 * draws;
const doses = { low: 0.03, high: 3000 };

if (!existsSync(join(folder, ...marker))) {
  console.log(`skipped: there is no data folder ${folder}; give its path`);
  process.exit(0);
}

const document = (set: Readonly<Record<string, unknown>>, seed: number, count: number): unknown => ({
  kation: 1,
  study: "dose-response",
  title: "Calibration",
  agents: materials.map((m) => m.agent),
  cells: { tumour: "tumour-generic", normal: "normal-generic" },
  environment: { tumour: "medium-ph7.4", normal: "medium-ph7.4" },
  culture: { density: "1e5 1/mL", volume: "100 uL" },
  dose: { from: `${doses.low} ug/mL`, to: `${doses.high} ug/mL`, points: 11 },
  until: "24 h",
  read: ["viability"],
  numerics: { points: 2 },
  without: ["calibration"],
  uncertainty: { draws: count },
  seed,
  set,
});

const curves = measuredCurves(
  folder,
  materials.map((m) => m.name),
  [24],
);
const groups = materials.flatMap((m) =>
  (["tumour", "normal"] as const).flatMap((role): { agent: string; role: string; data: Group }[] => {
    const own = curves.filter((c) => c.material === m.name && c.role === role);
    return own.length === 0 ? [] : [{ agent: m.agent, role, data: group(own) }];
  }),
);

const parameters = plan(toStudy(document({}, 1, 2))).arms.flatMap((a) => a.compiled.model.parameters);
let fits: Fitted[] = fittedPaths.map((path) => {
  const number = parameters.find((p) => p.path === path)?.sourced;
  if (!number?.range) throw new Error(`nothing with a range is called ${path}`);
  const { to } = scaleOf(number);
  const [low, high] = number.range.map((q) => to(toBase(q, number.value.unit))) as [number, number];
  return {
    path,
    prior: number,
    proposal: { middle: to(toBase(number.value)), sd: (high - low) / (2 * 1.6448536269514722) },
  };
});

const labelOf = (path: string): string => parameters.find((p) => p.path === path)!.label;

/** A study's numbers in place of the priors, as two-sided ranges of the proposals. */
function proposals(list: readonly Fitted[]): Record<string, unknown> {
  return Object.fromEntries(
    list.map(({ path, prior: number, proposal: { middle, sd } }) => {
      const { from } = scaleOf(number);
      const text = (z: number): string => `${from(z) / number.value.unit.factor} ${number.value.unit.text}`;
      const reach = 1.6448536269514722 * sd;
      const dist = scaleOf(number).from(0) === 0.5 ? "logit-normal" : "log-normal";
      return [
        path,
        {
          value: text(middle),
          range: [text(middle - reach), text(middle + reach)],
          grade: "C",
          why: "proposal",
          dist,
        },
      ];
    }),
  );
}

interface Population {
  readonly z: number[][];
  readonly logLikelihoods: number[];
  readonly logRatios: number[];
  readonly results: Results;
}

async function population(list: readonly Fitted[], seed: number): Promise<Population> {
  const results = await run(toStudy(document(proposals(list), seed, draws)), {
    workers: 2,
    onProgress: (p) => process.stderr.write(`\r${p.text}   `),
  });
  process.stderr.write("\n");
  const { varied, values, count } = results.plan.worlds;
  const z = Array.from({ length: count }, (_, w) =>
    list.map(({ path, prior: number }) =>
      scaleOf(number).to(values[w * varied.length + varied.findIndex((v) => v.path === path)]!),
    ),
  );
  const half = groups.map(({ agent, role }) =>
    results.halfEffects(results.arms.find((a) => a.agent.id === agent && a.role === role)!),
  );
  const logLikelihoods = z.map((_, w) =>
    groups.reduce((sum, { data }, g) => {
      const dose = half[g]![w]! * 1e3;
      if (Number.isNaN(dose)) return -Infinity;
      const clamped = Math.min(Math.max(dose, doses.low / 3), doses.high * 3);
      return sum + logLikelihood(log10(clamped), data);
    }, 0),
  );
  const logRatios = z.map((row) =>
    list.reduce((sum, f, j) => sum + logPrior(f.prior, row[j]!) - logProposal(f, row[j]!), 0),
  );
  return { z, logLikelihoods, logRatios, results };
}

let last: Population | undefined;
let weights: number[] = [];
for (let round = 1; round <= 8; round++) {
  last = await population(fits, round);
  const power = temper(last.logLikelihoods, last.logRatios, wanted);
  const found = normalised(last.logLikelihoods.map((l, i) => power * l + last!.logRatios[i]!));
  weights = found.weights;
  console.error(
    `round ${round}: likelihood to the power ${plainNumber(power, 3)}, ${Math.round(found.effective)} effective of ${draws} worlds`,
  );
  if (power === 1 && round > 3) break;
  fits = fits.map((f, j) => {
    const mean = last!.z.reduce((s, row, i) => s + weights[i]! * row[j]!, 0);
    const variance = last!.z.reduce((s, row, i) => s + weights[i]! * (row[j]! - mean) ** 2, 0);
    // Wider than the population by a tenth, so that its tails are not cut off round by round.
    return { ...f, proposal: { middle: mean, sd: 1.1 * Math.sqrt(variance) } };
  });
}

const posterior = fits.map((f, j) => {
  const { from } = scaleOf(f.prior);
  const column = last!.z.map((row) => row[j]!);
  const at = (q: number): number => from(weightedQuantile(column, weights, q)) / f.prior.value.unit.factor;
  return {
    path: f.path,
    label: labelOf(f.path),
    prior: f.prior,
    low: at(0.05),
    value: at(0.5),
    high: at(0.95),
  };
});
const power = temper(last!.logLikelihoods, last!.logRatios, wanted);
const lines = groups.map(({ agent, role, data }) => {
  const arm = last!.results.arms.find((a) => a.agent.id === agent && a.role === role)!;
  const half = [...last!.results.halfEffects(arm)].map((d) => d * 1e3);
  return {
    agent,
    role,
    predicted: [0.05, 0.5, 0.95].map((q) => weightedQuantile(half, weights, q)),
    measured: data.curves.map(
      (c) => `${c.bound === "above" ? "> " : c.bound === "below" ? "< " : ""}${plainNumber(10 ** c.log, 2)}`,
    ),
  };
});
const page = calibrationPage({
  posterior,
  lines,
  draws,
  power,
  curves: curves.length,
  death: deathKinetics(folder),
});
console.log(page);
if (!process.argv.includes("--dry")) {
  writeFileSync("src/biology/calibrated.data.ts", calibratedFile(posterior));
  writeFileSync("docs/reference/calibration.md", page);
}
