import { existsSync, readdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { judgeBiomodels } from "./biomodels.ts";
import { judgeControl } from "./control.ts";
import { judgeSegmentPolarity } from "./cross-simulator.ts";
import { judge, type Verdict } from "./suite.ts";

// npm run conformance -- NAME [DIR] [CASE …]: a public set at full size, judged; exit 1 when something is wrong.
const shared = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "..", "shared");
const sets: Readonly<
  Record<string, { folder: string; judge: (folder: string, only: readonly string[]) => Verdict[] }>
> = {
  sbml: {
    folder: join(shared, "sbml-test-suite", "semantic"),
    judge: (folder, only) =>
      readdirSync(folder)
        .filter((id) => /^\d+$/.test(id) && (only.length === 0 || only.includes(id)))
        .sort()
        .map((id) => judge(join(folder, id))),
  },
  "cross-simulator": { folder: join(shared, "cross-simulator"), judge: judgeSegmentPolarity },
  "steady-state": { folder: join(shared, "steady-state-mca"), judge: judgeControl },
  biomodels: { folder: join(shared, "biomodels"), judge: judgeBiomodels },
};

const [name = "", ...rest] = process.argv.slice(2);
const set = sets[name];
const given = rest[0] !== undefined && existsSync(rest[0]) ? resolve(rest[0]) : undefined;
const folder = given ?? set?.folder;
if (!set || folder === undefined || !existsSync(folder)) {
  console.error(`one of ${Object.keys(sets).join(", ")}, and a folder unless ../shared is here`);
  process.exitCode = 2;
} else tell(set.judge(folder, given === undefined ? rest : rest.slice(1)));

function tell(verdicts: readonly Verdict[]): void {
  const of = (outcome: Verdict["outcome"]): Verdict[] => verdicts.filter((v) => v.outcome === outcome);
  const features = new Map<string, string[]>();
  for (const v of of("refused")) features.set(v.why, [...(features.get(v.why) ?? []), v.id]);
  for (const [why, ids] of [...features].sort((a, b) => b[1].length - a[1].length))
    console.log(`refused ${ids.length}  ${why}\n  ${ids.join(" ")}`);
  for (const v of of("explained")) console.log(`explained ${v.id}  ${v.why}`);
  for (const v of of("wrong")) console.log(`WRONG ${v.id}  ${v.why}`);
  const slowest = [...verdicts].sort((a, b) => b.seconds - a.seconds).slice(0, 5);
  console.log(`slowest: ${slowest.map((v) => `${v.id} ${v.seconds.toFixed(2)} s`).join(", ")}`);
  const seconds = verdicts.reduce((sum, v) => sum + v.seconds, 0).toFixed(1);
  const counts = `${of("passed").length} passed, ${of("refused").length} refused, ${of("explained").length} explained, ${of("wrong").length} wrong`;
  console.log(`${counts}, of ${verdicts.length} in ${seconds} s`);
  if (of("wrong").length > 0) process.exitCode = 1;
}
