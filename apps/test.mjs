// npm test: install if needed, then format and lint, types, and every test; arguments pick tests by path.
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { installIfNeeded, node, root } from "./install.mjs";

installIfNeeded();
const filter = process.argv.slice(2);
const bin = (name, path) => join(root, "node_modules", name, path);
const steps =
  filter.length > 0
    ? []
    : [
        ["format and lint", [bin("@biomejs/biome", "bin/biome"), "check", "."]],
        ["types of the library", [bin("typescript", "bin/tsc"), "-p", "tsconfig.json"]],
        ["types of apps and tests", [bin("typescript", "bin/tsc"), "-p", "tsconfig.node.json"]],
      ];
let failed = 0;
let passed = 0;
for (const [name, args] of steps) {
  const began = Date.now();
  const ok = node(args) === 0;
  ok ? passed++ : failed++;
  console.log(`${ok ? "ok    " : "FAILED"} ${name} (${((Date.now() - began) / 1000).toFixed(1)} s)`);
}
const report = join(root, "out", "test.json");
rmSync(report, { force: true });
node([
  bin("vitest", "vitest.mjs"),
  "run",
  "--reporter=default",
  "--reporter=json",
  `--outputFile.json=${report}`,
  ...filter,
]);
let skipped = 0;
try {
  const found = JSON.parse(readFileSync(report, "utf8"));
  passed += found.numPassedTests;
  failed +=
    found.numFailedTests +
    found.numFailedTestSuites -
    found.testResults.filter((s) => s.assertionResults.some((t) => t.status === "failed")).length;
  skipped = found.numPendingTests + found.numTodoTests;
} catch {
  failed++;
  console.error("the test run left no report");
}
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`);
process.exitCode = failed > 0 ? 1 : 0;
