import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readStudy } from "#formats";
import { run, type Study } from "#study";

const folder = new URL("../studies/", import.meta.url);
const shipped = readdirSync(folder).filter((name) => name.endsWith(".yaml"));

/** A study with two worlds and no more than two doses, so that every arm of it runs soon. */
function brief(study: Study): Study {
  return {
    ...study,
    doses: [study.doses[0]!, study.doses.at(-1)!],
    uncertainty: { ...study.uncertainty, draws: 2 },
  };
}

describe.each(shipped)("studies/%s", (name) => {
  const text = readFileSync(new URL(name, folder), "utf8");
  test("is read without a fault and runs to its end in every arm", async () => {
    const study = readStudy(text, name, {
      read: (path: string) => readFileSync(new URL(path, folder), "utf8"),
    });
    const results = await run(brief(study), { workers: 1 });
    expect([...results.failures.values()]).toEqual([]);
    expect(results.arms.length).toBe(study.agents.length * Object.keys(study.cells).length);
    for (const arm of results.arms) {
      expect(results.restless(arm)).toEqual([]);
      for (const read of study.read) expect(Number.isFinite(results.value(arm, 0, 0, read))).toBe(true);
      expect(results.viability(arm, 0, 0)).toBeLessThanOrEqual(1 + 1e-3);
    }
  }, 60_000);
});
