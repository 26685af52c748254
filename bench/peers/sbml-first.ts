/** Kation's first trajectories: one SBML file per line of standard input, milliseconds per line of standard output. */
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { type FirstJob, trajectory } from "./sbml-models.ts";

process.env["KATION_CACHE"] = "off";
for await (const line of createInterface({ input: process.stdin })) {
  const job = JSON.parse(line) as FirstJob;
  const data = readFileSync(job.file);
  const start = performance.now();
  trajectory(new TextDecoder().decode(data), job);
  console.log(JSON.stringify({ ms: performance.now() - start }));
}
