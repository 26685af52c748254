/**
 * Kation against its peers on nine stiff reaction networks: time at equal achieved error.
 *
 *     npm run bench -- peers [--quick] [--models DIR] [--only a,b] [--no-python]
 *     npm run bench -- peers --models ../shared/biomodels [--quick] [--only a,b]
 *
 * A folder of SBML files is measured against libRoadRunner and COPASI alone, and only what it says is written anew.
 *
 * Needs SUNDIALS and SuiteSparse (it says what is missing); Python packages go to `out/peers/venv`. Writes
 * `bench/results/peers.json`, `peers.md` and `peers.svg`; a quick or partial session writes them to `out/peers`.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join, resolve } from "node:path";
import { build, Cvode, reference } from "./peers/cvode.ts";
import { folder, missingForC, preparePython, root } from "./peers/environment.mjs";
import * as kation from "./peers/kation.ts";
import { type Measured, measure } from "./peers/measure.ts";
import { absoluteTolerances, outputGrid, readModels } from "./peers/models.ts";
import { ensembleMemoryRatio, firstResult, twoWorkers } from "./peers/own-clocks.ts";
import { measureSbml } from "./peers/sbml-bench.ts";
import { renewed, summaryOf } from "./peers/sbml-report.ts";
import { figure, geometricMean, type Results, type Row, report, timeFor } from "./peers/work-precision.ts";

// What was compiled another day is not compiled here.
process.env["KATION_CACHE"] = "off";
const flags = process.argv.slice(2);
const after = (flag: string): string | undefined =>
  flags.includes(flag) ? flags[flags.indexOf(flag) + 1] : undefined;
/** Keys of the summary that SBML files give. */
const sbmlKeys = ["roadrunner_steady", "roadrunner_first", "copasi_steady"] as const;
const quick = flags.includes("--quick");
const models = resolve(after("--models") ?? join(root, "..", "shared", "engine-models"));
const only = after("--only")?.split(",");

const recorded = join(root, "bench", "results", "peers.json");
const before = existsSync(recorded) ? (JSON.parse(readFileSync(recorded, "utf8")) as Results) : undefined;
if (existsSync(join(models, "models.csv"))) {
  const unready = preparePython();
  if (unready) {
    console.log(`Python peers: ${unready}`);
    process.exit(1);
  }
  const { versions, ...made } = await measureSbml(models, { quick, only });
  const sbml = only ? renewed(before!.sbml, made) : made;
  const all = {
    versions: { ...before!.versions, ...versions },
    summary: { ...before!.summary, ...summaryOf(sbml) },
  };
  // Some models measured anew stand in place of what was recorded of them.
  write({ ...before!, ...all, sbml }, quick ? join(root, "out", "biomodels-bench") : undefined);
  process.exit(0);
}

const missing = missingForC();
if (missing) {
  console.log(missing);
  process.exit(1);
}
const noPython = flags.includes("--no-python") ? "left out" : preparePython();
if (noPython) console.log(`Python peers: ${noPython}`);

const all = readModels(models).filter((m) => !only || only.includes(m.name));
const measured: Measured[] = [];
const versions: Record<string, string> = { Kation: kation.engine, node: process.version };
const setups: Record<string, { compileMs: number; firstMs: number }> = {};
for (const model of all) {
  const begun = performance.now();
  const cvode = new Cvode(build(model).program, outputGrid(model));
  Object.assign(versions, await cvode.version());
  const { ymax } = await reference(model, outputGrid(model), cvode);
  cvode.end();
  const atol = JSON.stringify([...absoluteTolerances(model.name, 1e-6, ymax)]);
  const command = ["--conditions=kation:source", "--import", "tsx", join(root, "bench", "peers", "setup.ts")];
  const printed = execFileSync(process.execPath, [...command, models, model.name, atol], { cwd: root });
  setups[model.name] = JSON.parse(String(printed));
  const one = await measure(model, { quick, python: noPython === "" });
  measured.push(one);
  Object.assign(versions, one.versions);
  console.log(`${model.name}: ${((performance.now() - begun) / 1000).toFixed(0)} s`);
}

const rows = measured.flatMap((m) => m.rows);
const ensembles = measured.flatMap((m) => m.ensembles);
const names = all.map((m) => m.name);
const of = (tool: string, model: string): readonly Row[] =>
  rows.filter((r) => r.tool === tool && r.model === model);
const notes = measured.flatMap((m) => m.notes);

/** How many times as fast Kation is at an error; null where either does not reach it. */
function gain(tool: string, model: string, error: number): number | null {
  if (!names.includes(model)) return null;
  const [own, theirs] = [timeFor(of("Kation", model), error), timeFor(of(tool, model), error)];
  for (const [name, time] of [
    ["Kation", own],
    [tool, theirs],
  ] as const) {
    if (time === null && !notes.includes(`${model}: ${name} does not reach an error of ${error}`))
      notes.push(`${model}: ${name} does not reach an error of ${error}`);
  }
  return own === null || theirs === null ? null : theirs / own;
}

const mean = (tool: string, error: number): number | null =>
  geometricMean(names.map((m) => gain(tool, m, error)));

/** The same at the same requested tolerance, whatever the errors. */
const sameRtol = names.flatMap((m) => {
  const at = (tool: string): Row | undefined =>
    of(tool, m).find((r) => Math.abs(Math.log10(r.rtol) + 6) < 1e-9 && r.error !== null);
  const [own, theirs] = [at("Kation"), at("CVODE KLU")];
  return own && theirs ? [theirs.us / own.us] : [];
});

function ensembleGain(tool: string): number | null {
  return geometricMean(
    names.map((m) => {
      const per = (t: string): number | undefined =>
        ensembles.find((e) => e.model === m && e.tool === t)?.usPerMember;
      const [own, theirs] = [per("Kation"), per(tool)];
      return own !== undefined && theirs !== undefined ? theirs / own : null;
    }),
  );
}

/** Absolute tolerances at rtol 1e-6 by model, from the references. */
const fine = new Map<string, Float64Array>();
for (const model of all) {
  const cvode = new Cvode(build(model).program, outputGrid(model));
  const { ymax } = await reference(model, outputGrid(model), cvode);
  cvode.end();
  fine.set(model.name, absoluteTolerances(model.name, 1e-6, ymax));
}
function firstOf(name: string): number | null {
  const model = all.find((m) => m.name === name);
  return model ? firstResult(model, fine.get(name)!) : null;
}
const fenton = all.find((m) => m.name === "fenton");
const large = fenton && { model: fenton, atol: fine.get("fenton")!.map((a) => 100 * a) };

const summary: Record<string, number | null> = {
  "single_1e-4_vs_cvode_dense": mean("CVODE dense", 1e-4),
  "single_1e-4_vs_cvode_dense_tuned": mean("CVODE dense, tuned", 1e-4),
  "single_1e-4_vs_cvode_klu": mean("CVODE KLU", 1e-4),
  "single_1e-6_vs_cvode_dense": mean("CVODE dense", 1e-6),
  "single_1e-6_vs_cvode_dense_tuned": mean("CVODE dense, tuned", 1e-6),
  "single_1e-6_vs_cvode_klu": mean("CVODE KLU", 1e-6),
  pow_vs_cvode_dense: gain("CVODE dense", "hill60", 1e-4),
  pow_vs_cvode_klu: gain("CVODE KLU", "hill60", 1e-4),
  same_rtol_vs_cvode_klu_min: sameRtol.length > 0 ? Math.min(...sameRtol) : null,
  same_rtol_vs_cvode_klu_geomean: geometricMean(sameRtol),
  ensemble_vs_cvode_dense: ensembleGain("CVODE dense"),
  ensemble_vs_cvode_dense_tuned: ensembleGain("CVODE dense, tuned"),
  ensemble_vs_cvode_klu: ensembleGain("CVODE KLU"),
  networks_vs_roadrunner: noPython === "" ? mean("libRoadRunner", 1e-4) : null,
  networks_vs_copasi: noPython === "" ? mean("COPASI", 1e-4) : null,
  // These come from a folder of SBML files, in a session of its own.
  ...Object.fromEntries(sbmlKeys.map((key) => [key, before?.summary[key] ?? null])),
  two_workers: large ? await twoWorkers(large.model, large.atol) : null,
  first_result_100_ms: firstOf("casc97"),
  first_result_500_ms: firstOf("casc512"),
  ensemble_memory_ratio: names.includes("fenton") ? ensembleMemoryRatio(models) : null,
};

const results: Results = {
  machine: {
    processor: cpus()[0]?.model.trim() ?? "unknown",
    cores: cpus().length,
    system: `${process.platform} ${process.arch}`,
    mode: quick ? "quick" : "full",
  },
  versions,
  summary,
  rows,
  ensembles,
  clocks: [
    ...names.map((m) => ({
      tool: "Kation",
      model: m,
      loadMs: setups[m]!.compileMs,
      firstMs: setups[m]!.firstMs,
    })),
    ...measured.flatMap((m) => m.clocks),
  ],
  notes,
  ...(before?.sbml && { sbml: before.sbml }),
};
write(results, quick || only || noPython ? folder : undefined);

/** Writes a session to the record, or aside where it is quick or partial. */
function write(made: Results, aside: string | undefined): void {
  const place = aside ?? join(root, "bench", "results");
  const shown = [...new Set(made.rows.map((r) => r.model))];
  mkdirSync(place, { recursive: true });
  writeFileSync(join(place, "peers.json"), `${JSON.stringify(made, undefined, 1)}\n`);
  const text = report(made, shown);
  writeFileSync(join(place, "peers.md"), text);
  writeFileSync(join(place, "peers.svg"), figure(shown, made.rows, made.sbml));
  console.log(text);
}
