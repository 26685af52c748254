import { describe, expect, test } from "vitest";
import { carry } from "#run";
import { plan, toStudy } from "#study";

/** 72 h of untreated cells with their ions in worlds drawn from the priors. */
async function untreated(tumour: string, normal: string) {
  const study = toStudy({
    kation: 1,
    study: "dose-response",
    title: "Untreated cells with their ions",
    agents: ["sio2-spheres"],
    cells: { tumour, normal },
    environment: { tumour: "medium-ph7.4", normal: "medium-ph7.4" },
    culture: { density: "1e5 1/mL", volume: "100 uL" },
    dose: { list: ["1 ng/mL"] },
    until: "72 h",
    with: ["ion-core"],
    without: ["redox"],
    read: ["viability", "volume", "ATP", "charge"],
    uncertainty: { draws: 100 },
    numerics: { rtol: 1e-5 },
    seed: 3,
  });
  const { arms, batch } = plan(study);
  const found = await carry(batch, { workers: 1 });
  let run = 0;
  return batch.groups.flatMap(({ program, runs }) =>
    runs.map(() => {
      const { observables } = arms[program]!.compiled;
      const last = found.offsets[++run]! - observables.length;
      return (id: string): number => found.observed[last + observables.indexOf(id)]!;
    }),
  );
}

describe.each([
  ["tumour-generic", "normal-generic"],
  ["mcf-7", "cardiac-like"],
] as const)("worlds of %s and %s", (tumour, normal) => {
  test("are all at rest as their row says, neutral and alive after 72 h without treatment", async () => {
    const worlds = await untreated(tumour, normal);
    expect(worlds.length).toBeGreaterThanOrEqual(200);
    for (const read of worlds) {
      expect(read("viability")).toBeGreaterThan(0.999);
      expect(Math.abs(read("volume") - 1)).toBeLessThan(0.005);
      expect(read("ATP")).toBeGreaterThan(0.99);
      expect(Math.abs(read("charge"))).toBeLessThan(1e-4);
    }
  }, 60_000);
});
