import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { judgeBiomodels } from "../../conformance/biomodels.ts";

const here = dirname(fileURLToPath(import.meta.url));
const tables = join(here, "peers");
const biomodels = join(here, "..", "..", "..", "..", "shared", "biomodels");
const models = existsSync(join(biomodels, "models"));

/** Lines of a table by the model's id. */
const lines = new Map(
  readdirSync(tables).map((name) => [
    name.replace(".csv", ""),
    readFileSync(join(tables, name), "utf8").trim().split("\n"),
  ]),
);

test("every table says what made it, and of a tool that has no rows why", () => {
  for (const [id, all] of lines) {
    const comments = all.filter((line) => line.startsWith("# "));
    expect(comments[0]).toContain(id);
    expect(comments[1]).toMatch(/^# (peers|delays)\.py /);
    const tools = new Set(all.slice(comments.length + 1).map((line) => line.split(",")[0]));
    if (tools.has("steps")) expect(comments[2]).toMatch(/^# SciPy \d.*method of steps/);
    else
      for (const [tool, name] of [
        ["roadrunner", "libRoadRunner"],
        ["copasi", "COPASI"],
      ] as const) {
        const comment = comments.find((line) => line.startsWith(`# ${name} `)) ?? "";
        expect(comment.endsWith("rtol 1e-10, atol 1e-16"), `${id} ${tool}`).toBe(tools.has(tool));
        expect(comment).toMatch(/^# \w+ \d+\.\d+\.\d+: ./);
      }
  }
});

test.skipIf(!models)(
  `BioModels without a stored reference agree with other tools to 1e-4, or it is said why not${models ? "" : ": skipped, ../shared/biomodels is not here"}`,
  { timeout: 120_000 },
  () => {
    const references = readdirSync(join(biomodels, "reference-t100"));
    const without = readdirSync(join(biomodels, "models"))
      .map((name) => name.replace(".xml", ""))
      .filter((id) => !references.includes(`${id}.csv`));
    expect([...lines.keys()].sort()).toEqual(without.sort());
    // The larger ones are for `npm run conformance -- biomodels`.
    const small = without.filter((id) => lines.get(id)!.at(-1)!.split(",").length < 60);
    const verdicts = judgeBiomodels(biomodels, small);
    expect(verdicts.filter((v) => v.outcome !== "passed" && v.outcome !== "explained")).toEqual([]);
    expect(verdicts.filter((v) => v.outcome === "explained").map((v) => v.id)).toEqual(["BIOMD0000000966"]);
  },
);
