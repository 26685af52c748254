// After the build: what a user of the package gets must load by its public names and run, without the sources.
import { spawnSync } from "node:child_process";
import { node, root } from "./install.mjs";

const script = `
  import { doseResponse, run, agents, cells, environments } from "kation";
  import { solve } from "kation/solve";
  const study = doseResponse({ title: "built", agents: [agents.fe2pNanorods], cells: { tumour: cells.tumourGeneric },
    environment: { tumour: environments.mediumPh65 }, culture: { density: "1e5 1/mL", volume: "100 uL" },
    dose: { from: "1 ug/mL", to: "1 mg/mL", points: 4 }, until: "24 h", uncertainty: { draws: 8 } });
  const results = await run(study, { workers: 2 });
  if (results.ic50().length !== 1 || results.failures.size !== 0 || typeof solve !== "function") process.exit(1);
  console.log("the built package runs:", results.ic50()[0].text);`;
const first = node(["--input-type=module", "-e", script]);
const cli = spawnSync(process.execPath, ["dist/apps/cli/main.js", "list", "cells"], {
  cwd: root,
  encoding: "utf8",
});
if (!cli.stdout.includes("tumour-generic")) console.error(cli.stderr);
process.exitCode = first !== 0 ? first : cli.stdout.includes("tumour-generic") ? 0 : 1;
