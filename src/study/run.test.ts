import { expect, test } from "vitest";
import { csv, parquet } from "#results";
import type { KationError } from "#units";
import { toStudy } from "./read.ts";
import type { Results } from "./results.ts";
import { run } from "./run.ts";

const study = (changes: object = {}): Parameters<typeof run>[0] =>
  toStudy({
    kation: 1,
    study: "dose-response",
    title: "Copper versus iron",
    agents: ["fe2p-nanorods", "ms-mno2"],
    cells: { tumour: "tumour-generic", normal: "normal-generic" },
    environment: { tumour: "medium-ph6.5", normal: "medium-ph7.4" },
    culture: { density: "1e5 1/mL", volume: "100 uL" },
    dose: { from: "1 ug/mL", to: "1 mg/mL", points: 3 },
    until: "24 h",
    uncertainty: { draws: 3 },
    numerics: { points: 5 },
    ...changes,
  });

test("a study leaves the same bytes with one worker and with two, and reaches its tolerance", async () => {
  const [one, two] = [await run(study(), { workers: 1 }), await run(study(), { workers: 2 })];
  const bytes = (results: Results): Uint8Array => parquet(results.table(), { seed: "1" });
  expect(bytes(two)).toEqual(bytes(one));
  expect(csv(two.worlds())).toBe(csv(one.worlds()));
  expect(two.ic50()).toEqual(one.ic50());
  expect(two.achievedError).toBe(one.achievedError);
  expect(one.achievedError).toBeGreaterThan(0);
  expect(one.achievedError).toBeLessThan(1e-4);
  expect(one.failures.size).toBe(0);
});

test("a time course has read-outs against time at each dose, starting from rest", async () => {
  const results = await run(
    study({
      study: "time-course",
      agents: ["fe2p-nanorods"],
      read: ["viability", "GSH"],
      uncertainty: { draws: 0 },
    }),
    { workers: 1 },
  );
  const [arm] = results.arms;
  const course = Array.from(results.batch.times, (_, i) => results.band(arm!, 2, "viability", i).median);
  expect(course[0]).toBeCloseTo(1, 9);
  for (let i = 1; i < course.length; i++) expect(course[i]).toBeLessThanOrEqual(course[i - 1]! + 1e-9);
  expect(course.at(-1)).toBeLessThan(0.5);
});

test("when no run comes to its end the study fails with the reason of the first", async () => {
  const impossible = study({
    agents: ["fe2p-nanorods"],
    // The solubility of Fe(III), 10^(3.5 − 3·pH) and more, is beyond all numbers there.
    set: { "environments/medium-ph6.5/pH": "-400", "environments/medium-ph7.4/pH": "-400" },
  });
  await expect(run(impossible, { workers: 1 })).rejects.toMatchObject({
    code: "failed-integration",
  } satisfies Partial<KationError>);
});

test("a cell that rests with a burnt membrane is told of, though its stress counts above rest", async () => {
  const starved = study({
    agents: ["sio2-spheres"],
    uncertainty: { draws: 0 },
    set: { "cells/generic/g6pdh": "2e-6 M/s", "chemistry/k_HO2_init": "1e-8 M/s" },
  });
  const results = await run(starved, { workers: 1 });
  const [tumour] = results.arms;
  expect(results.value(tumour!, 0, -1, "LOOH", 0)).toBeGreaterThan(0.01);
  expect(results.value(tumour!, 0, -1, "viability")).toBeGreaterThan(0.99);
  expect(results.unfit(tumour!)).toEqual([0]);
  expect(results.unfitText).toMatch(/tumour-generic/);
});
