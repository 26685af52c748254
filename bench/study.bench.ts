import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { carry } from "kation/run";
import { Engine, type Solution } from "kation/solve";
import { interventions, plan, toStudy } from "kation/study";

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
      const { program } = arm.compiled;
      const engine = new Engine(program);
      const options = { rtol: batch.rtol, atol: batch.atol[arms.indexOf(arm)]! };
      const parameters = arm.compiled.nominal();
      const times: number[] = [];
      const rests: number[] = [];
      let solution: Solution | undefined;
      for (let repeat = 0; repeat < 60; repeat++) {
        let began = performance.now();
        const start = engine.settle(parameters, batch.settle, program.counters, options)!;
        if (repeat >= 30) rests.push(performance.now() - began);
        for (const dose of arm.particleDoses) {
          const schedule = interventions(arm, dose);
          began = performance.now();
          solution = engine.solve(
            { parameters, t0: 0, times: batch.times, start, schedule },
            options,
            solution,
          );
          // The first rounds warm the code.
          if (repeat >= 30) times.push(performance.now() - began);
        }
      }
      const { steps, rejected } = solution!.stats;
      return {
        agent: arm.agent.id,
        states: program.shape.n,
        ms: median(times),
        steps: steps + rejected,
        restMs: median(rests),
      };
    });
}

/**
 * The same in an ensemble of random worlds on one core, rest included, and what error it has: of viability, ·OH, GSH
 * and metal at the end, relative to the largest value along a run, against runs at a ten-thousandth of the tolerance.
 */
export async function ensemble(draws: number): Promise<{
  runs: number;
  msPerRun: number;
  within: number;
  median: number;
  worst: number;
}> {
  const { arms, batch } = plan(mainJob(draws, 1e-5));
  const exact = await carry(
    { ...batch, rtol: batch.rtol * 1e-4, atol: batch.atol.map((a) => a.map((x) => x * 1e-4)), maxSteps: 1e6 },
    { workers: 1 },
  );
  await carry(batch, { workers: 1 });
  const began = performance.now();
  const found = await carry(batch, { workers: 1 });
  const ms = performance.now() - began;
  const errors: number[] = [];
  for (const { program, runs } of batch.groups) {
    const { observables } = arms[program]!.compiled;
    for (let i = 0; i < runs.length; i++) {
      const [from, to] = [found.offsets[errors.length]!, found.offsets[errors.length + 1]!];
      const last = to - observables.length;
      errors.push(
        Math.max(
          ...["viability", "OH.made", "GSH", "metal"].map((read) => {
            const o = observables.indexOf(read);
            let scale = 0;
            for (let k = from + o; k < to; k += observables.length)
              scale = Math.max(scale, Math.abs(exact.observed[k]!));
            return scale === 0 ? 0 : Math.abs(found.observed[last + o]! - exact.observed[last + o]!) / scale;
          }),
        ),
      );
    }
  }
  return {
    runs: errors.length,
    msPerRun: ms / errors.length,
    within: errors.filter((e) => e <= 1e-5).length / errors.length,
    median: median(errors),
    worst: Math.max(...errors),
  };
}

/** A shock of 200 mOsm over 72 h with the ion core, in random worlds on one core: ms per run, rest included. */
export async function ionCore(
  draws: number,
  redox: boolean,
): Promise<{ redox: string; states: number; msPerRun: number }> {
  const study = toStudy({
    kation: 1,
    study: "time-course",
    title: "Hypotonic shock",
    agents: ["sio2-spheres"],
    cells: { tumour: "tumour-generic", normal: "normal-generic" },
    environment: { tumour: "medium-ph7.4", normal: "medium-ph7.4" },
    culture: { density: "1e5 1/mL", volume: "100 uL" },
    dose: { list: ["1 ug/mL"] },
    protocol: [{ at: "0 h", for: "1 h", medium: "hypotonic-200" }],
    until: "72 h",
    read: ["viability", "volume", "potential", "Na"],
    ...(redox ? {} : { without: ["redox"] }),
    uncertainty: { draws },
    numerics: { rtol: 1e-5 },
    seed: 1,
  });
  const { arms, batch } = plan(study);
  await carry(batch, { workers: 1 });
  const began = performance.now();
  const { runs } = await carry(batch, { workers: 1 });
  return {
    redox: redox ? "with redox chemistry" : "ions and fate",
    states: arms[0]!.compiled.states.length,
    msPerRun: (performance.now() - began) / runs,
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

console.log("One 24 h run at rtol 1e-5 (in an ensemble: see below)");
console.table(cellRun());
console.log("Study to first curve, fresh process, from sources (target 3 s)");
console.table([cold()]);
console.log("The main job with its report, 200 worlds (target 60 s, 500 MB)");
console.table([whole()]);
console.log(
  "Runs of 100 random worlds in an ensemble on one core (target 0.4 ms, errors within 1e-5 on 99 %)",
);
console.table([await ensemble(100)]);
console.log("A shock of 200 mOsm, 72 h with the ion core, on one core (target 1 ms for ions and fate)");
console.table([await ionCore(100, false), await ionCore(20, true)]);
