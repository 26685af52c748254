import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { instantiate } from "kation/compile";
import { settle, solve } from "kation/solve";
import { type Arm, interventions, plan, toStudy } from "kation/study";

/** The main job of the library, as the README states it, with as many worlds as wanted. */
function mainJob(draws: number, rtol: number): ReturnType<typeof toStudy> {
  return toStudy({
    kation: 1,
    study: "dose-response",
    title: "Copper versus iron",
    agents: ["fe2p-nanorods", "cu3p-nanocrystals", "ms-mno2"],
    cells: { tumour: "tumour-generic", normal: "normal-generic" },
    environment: { tumour: "medium-ph6.5", normal: "medium-ph7.4" },
    culture: { density: "1e5 1/mL", volume: "100 uL" },
    dose: { from: "1 ug/mL", to: "1 mg/mL", points: 12 },
    until: "24 h",
    uncertainty: { draws },
    numerics: { rtol },
    seed: 1,
  });
}

const median = (values: number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

/** One 24 h run of a cell at rtol 1e-5 with the numbers as written: median over doses and repeats, ms. */
export function cellRun(): { agent: string; states: number; ms: number; steps: number; restMs: number }[] {
  const { arms, batch } = plan(mainJob(0, 1e-5));
  return arms
    .filter((a) => a.role === "tumour")
    .map((arm) => {
      const index = arms.indexOf(arm);
      const kernel = instantiate(arm.compiled.program);
      const options = { rtol: batch.rtol, atol: batch.atol[index]! };
      const problem = { kernel, parameters: arm.compiled.nominal(), t0: 0, times: batch.times };
      const times: number[] = [];
      const rests: number[] = [];
      let steps = 0;
      for (let repeat = 0; repeat < 40; repeat++) {
        let began = performance.now();
        const rest = settle(problem, batch.settle, arm.compiled.program.counters, options);
        if (repeat >= 15) rests.push(performance.now() - began);
        for (const dose of arm.particleDoses) {
          began = performance.now();
          const run = solve({ ...problem, start: rest.state, schedule: interventions(arm, dose) }, options);
          // The first rounds warm the code.
          if (repeat >= 15) times.push(performance.now() - began);
          steps = run.stats.steps + run.stats.rejected;
        }
      }
      return { agent: arm.agent.id, states: kernel.n, ms: median(times), steps, restMs: median(rests) };
    });
}

/** Achieved error of viability, ·OH, GSH and metal at the end of runs of random worlds against a run at rtol 1e-9. */
export function achievedErrors(draws: number): {
  runs: number;
  within: number;
  worst: number;
  median: number;
} {
  const { arms, batch, worlds } = plan(mainJob(draws, 1e-5));
  const reads = ["viability", "OH.made", "GSH", "metal"];
  const errors: number[] = [];
  for (let w = 0; w < worlds.count; w++) {
    const index = w % arms.length;
    const arm: Arm = arms[index]!;
    const group = batch.groups[index * worlds.count + w]!;
    const kernel = instantiate(arm.compiled.program);
    const run = group.runs[1 + (w % arm.particleDoses.length)]!;
    const at = (rtol: number, atol: Float64Array): Float64Array => {
      const options = { rtol, atol, maxSteps: 1_000_000 };
      const problem = { kernel, parameters: group.parameters, t0: 0, times: batch.times };
      const rest = settle(problem, batch.settle, arm.compiled.program.counters, options);
      return solve({ ...problem, start: rest.state, schedule: run.schedule! }, options).observed;
    };
    const [fast, exact] = [
      at(batch.rtol, batch.atol[index]!),
      at(
        1e-9,
        batch.atol[index]!.map((a) => a * 1e-4),
      ),
    ];
    const last = (batch.times.length - 1) * kernel.observables;
    errors.push(
      Math.max(
        ...reads.map((read) => {
          const o = arm.compiled.observables.indexOf(read);
          // Relative to the largest value along the run, as tolerances are.
          let scale = 0;
          for (let k = o; k < exact.length; k += kernel.observables)
            scale = Math.max(scale, Math.abs(exact[k]!));
          return scale === 0 ? 0 : Math.abs(fast[last + o]! - exact[last + o]!) / scale;
        }),
      ),
    );
  }
  return {
    runs: errors.length,
    within: errors.filter((e) => e <= 1e-5).length / errors.length,
    worst: Math.max(...errors),
    median: median(errors),
  };
}

/** Study to first curve in a fresh process: reading, assembling, compiling and one world of one agent, s and MB. */
export function cold(): { seconds: number; megabytes: number } {
  const script = `
    import { toStudy, run } from "kation/study";
    const study = toStudy({ kation: 1, study: "dose-response", title: "x", agents: ["fe2p-nanorods"], cells: { tumour: "tumour-generic" },
      environment: { tumour: "medium-ph6.5" }, culture: { density: "1e5 1/mL", volume: "100 uL" },
      dose: { from: "1 ug/mL", to: "1 mg/mL", points: 12 }, until: "24 h", uncertainty: { draws: 0 } });
    const results = await run(study, { workers: 1 });
    results.ic50();
    console.log(Math.round(process.memoryUsage().rss / 1e6));`;
  const seconds: number[] = [];
  let megabytes = 0;
  for (let i = 0; i < 5; i++) {
    const began = performance.now();
    megabytes = Number(fresh(script));
    seconds.push((performance.now() - began) / 1000);
  }
  return { seconds: median(seconds), megabytes };
}

/** The main job with its report, 200 worlds on 2 workers, in a fresh process: s and peak MB. */
export function whole(): { seconds: number; peakMegabytes: number } {
  const script = `
    import { readFileSync } from "node:fs";
    import { readStudy } from "kation/formats";
    import { files } from "kation/report";
    import { run } from "kation/study";
    const study = readStudy(readFileSync("studies/copper-versus-iron.yaml", "utf8"), "study", { read: () => "" });
    await files(await run(study, { workers: 2 }));
    console.log(Math.round(process.resourceUsage().maxRSS / 1e3));`;
  const began = performance.now();
  const done = fresh(script);
  return { seconds: (performance.now() - began) / 1000, peakMegabytes: Number(done) };
}

/** Runs a script in a process of its own, from the sources; gives what it printed. */
function fresh(script: string): string {
  const cwd = fileURLToPath(new URL("..", import.meta.url));
  const args = ["--conditions=kation:source", "--import", "tsx", "--input-type=module", "-e", script];
  return spawnSync(process.execPath, args, { cwd, encoding: "utf8" }).stdout.trim();
}

console.log("One 24 h run at rtol 1e-5 (target 4 ms)");
console.table(cellRun());
console.log("Study to first curve, fresh process, from sources (target 3 s)");
console.table([cold()]);
console.log("The main job with its report, 200 worlds (target 60 s, 500 MB)");
console.table([whole()]);
console.log("Achieved error at rtol 1e-5 on 200 random worlds (target: within on 99 %)");
console.table([achievedErrors(200)]);
