import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { openSbml, sbmlModel } from "#formats";
import { simulate } from "#study";

const models = join(
  dirname(fileURLToPath(import.meta.url)),
  "..",
  "..",
  "..",
  "shared",
  "biomodels",
  "models",
);
const here = existsSync(models);
const unless = here ? "" : ": skipped, ../shared/biomodels is not here";

/** Concentrations of a published model at a time, in the file's units; its parameters changed by `change`. */
function published(id: string, time: number, change: Readonly<Record<string, number>> = {}) {
  const { document } = openSbml(readFileSync(join(models, `${id}.xml`), "utf8"));
  const outputs = document.model.species.map((s) => ({ id: s.id, as: "concentration" as const }));
  const model = sbmlModel(document, { outputs });
  for (const key of Object.keys(change)) expect(model.parameters.map((p) => p.id)).toContain(key);
  const parameters = model.parameters.map((p) => (p.id in change ? { ...p, value: change[p.id]! } : p));
  const times = Float64Array.of(0, time);
  const run = simulate({ ...model, parameters }, { times, rtol: 1e-9, atol: 1e-18 });
  expect(run.status).toBe("done");
  return (species: string): number => run.values[run.columns.length + run.columns.indexOf(species)]!;
}
const near = (found: number, printed: number, share: number): void =>
  expect(Math.abs(found / printed - 1), `${found} against ${printed}`).toBeLessThanOrEqual(share);

test.skipIf(!here)(`V8: the liver's glutathione (BIOMD0000000268) rests where it is said to${unless}`, () => {
  // As the file stands meals come and go; without them the supply of amino acids is the basal one.
  const meals = { breakfast: 1, lunch: 1, dinner: 1, fasting: 1 };
  const read = published("BIOMD0000000268", 1000, meals);
  near(read("c_gsh"), 6591, 0.01);
  near(read("c_gsg"), 61.3, 0.01);
  near(read("c_cys"), 195, 0.01);
});

test.skipIf(!here)(`V10: the steady state of superoxide and LOOH (BIOMD0000000108)${unless}`, () => {
  const read = published("BIOMD0000000108", 2e4);
  const [superoxide, loo, looh] = [read("species_0000001"), read("species_0000007"), read("species_0000009")];
  near(superoxide, 4e-11, 0.1);
  // What is started ends by O2·⁻ or two by two: k10·[HO2] = k4·[O2·⁻]·x + 2·k19·x². Counted once, v19 gives 6.8e-8.
  const [started, single] = [1000 * (superoxide / 100), 1e5 * superoxide];
  const chain = (k: number): number => (-single + Math.sqrt(single ** 2 + 4 * k * started)) / (2 * k);
  near(loo, chain(2 * 88000), 1e-3);
  near(chain(88000), 7e-8, 0.1);
  near(looh, ((7 + single) * loo) / 0.38, 1e-3);
  expect(loo).toBeLessThan(5e-8);
  // Order of magnitude only: 4.5e-23.
  expect(Math.abs(Math.log10(read("species_0000008") / 1e-23))).toBeLessThan(1);
});
