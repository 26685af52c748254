import { existsSync, readdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { judge, type Verdict } from "./suite.ts";

const shared = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "..", "shared");
const [name = "", folder, ...only] = process.argv.slice(2);

const began = performance.now();
const root = folder === undefined ? join(shared, "sbml-test-suite", "semantic") : resolve(folder);
if (name !== "sbml" || !existsSync(root)) throw new Error("sbml [DIR]");
const verdicts: Verdict[] = readdirSync(root)
  .filter((id) => /^\d+$/.test(id) && (only.length === 0 || only.includes(id)))
  .sort()
  .map((id) => judge(join(root, id)));
const of = (outcome: Verdict["outcome"]): Verdict[] => verdicts.filter((v) => v.outcome === outcome);
const groups = new Map<string, string[]>();
for (const v of of("refused")) groups.set(v.why, [...(groups.get(v.why) ?? []), v.id]);
for (const [why, ids] of [...groups].sort((a, b) => b[1].length - a[1].length))
  console.log(`refused ${ids.length}  ${why}\n  ${ids.join(" ")}`);
for (const v of of("wrong")) console.log(`WRONG ${v.id}  ${v.why}`);
const slow = [...verdicts].sort((a, b) => b.seconds - a.seconds).slice(0, 8);
console.log(`slowest: ${slow.map((v) => `${v.id} ${v.seconds.toFixed(2)} s`).join(", ")}`);
console.log(
  `${of("passed").length} passed, ${of("refused").length} refused, ${of("wrong").length} WRONG of ${verdicts.length} in ${((performance.now() - began) / 1000).toFixed(1)} s`,
);
