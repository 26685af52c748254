import { describe, expect, test } from "vitest";
import { cells, environments, type Mechanism, persulfate } from "#biology";
import { Draft } from "#model";
import { type Budget, budget } from "./budget.ts";
import { type Plan, plan } from "./plan.ts";
import { toStudy } from "./read.ts";

function planOf(agent: string, dose: string, changes: object = {}): Plan {
  const study = toStudy({
    kation: 1,
    study: "dose-response",
    title: "a budget",
    agents: [agent],
    cells: { tumour: "tumour-generic" },
    environment: { tumour: "medium-ph6.5" },
    culture: { density: "1e5 1/mL", volume: "100 uL" },
    dose: { list: [dose] },
    until: "24 h",
    uncertainty: { draws: 0 },
    numerics: { points: 2 },
    ...changes,
  });
  return plan(study);
}
const budgetOf = (agent: string, dose: string, changes: object = {}): Budget =>
  budget(planOf(agent, dose, changes))[0]!;
const amount = (b: Budget, label: RegExp): number => b.lines.find((l) => label.test(l.label))?.amount ?? 0;

describe("iron phosphide", () => {
  const b = budgetOf("fe2p-nanorods", "50 ug/mL");
  test("spends nine O2 for eight Fe(II) before any Fenton step", () => {
    const iron = amount(b, /Fe\(II\) freed/);
    expect(iron).toBeGreaterThan(1);
    // The little that H2O2 dissolves needs no O2.
    expect(amount(b, /O2 spent by dissolution/) / iron).toBeGreaterThan(1.1);
    expect(amount(b, /O2 spent by dissolution/) / iron).toBeLessThanOrEqual(9 / 8 + 1e-6);
  });
  test("has the H2O2 that the cell makes: its source and half of its superoxide", () => {
    // 1e-6 M/s and half of 6.6e-7 M/s over a day, less what labile iron's oxidation adds.
    const day = 86_400;
    expect(amount(b, /H2O2 made/)).toBeGreaterThan((1e-3 + 0.5 * 5e-4) * day);
    expect(b.ceilings.map((c) => c.label).join()).toMatch(/H2O2/);
    expect(b.ceilings[0]!.amount).toBeLessThanOrEqual(b.ceilings[1]!.amount);
  });
  test("makes less oxidant than its lowest ceiling, and says that speed decides", () => {
    expect(amount(b, /met metal/)).toBeLessThan(0.5 * b.ceilings[0]!.amount);
    expect(b.binds).toMatch(/no ceiling binds.*enzymes/);
    expect(amount(b, /·OH made/)).toBeLessThan(amount(b, /met metal/));
  });
});

test("a cell without defence against H2O2 is bound by a ceiling", () => {
  const none = { value: "1e-12 M", grade: "C", why: "a test" };
  const defenceless = {
    "cells/tumour-generic/catalase": "1e-6 1/s",
    "cells/generic/gpx1": none,
    "cells/generic/prx": none,
  };
  const b = budgetOf("fe2p-nanorods", "50 ug/mL", { set: defenceless });
  expect(b.binds).toMatch(/binds: .* became oxidants/);
});

test("manganese dioxide costs two glutathiones per ion, and sets no ceiling by its metal", () => {
  const b = budgetOf("ms-mno2", "50 ug/mL");
  expect(amount(b, /GSH spent on Mn/) / amount(b, /Mn\(II\) freed/)).toBeCloseTo(2, 1);
  expect(b.ceilings).toHaveLength(1);
});

test("copper phosphide frees Cu(I), and each turn through Cu(II) costs one glutathione", () => {
  const b = budgetOf("cu3p-nanocrystals", "5 ug/mL");
  expect(amount(b, /Cu\(I\) freed/)).toBeGreaterThan(0.1);
  const spent = amount(b, /GSH spent on Cu/);
  expect(spent).toBeGreaterThan(0);
  expect(spent).toBeLessThanOrEqual(1.01 * amount(b, /returned by reductants/));
});

test("what superoxide returns is told from what reductants do, and what dead cells do from what living ones do", () => {
  const mild = budgetOf("cu3p-nanocrystals", "5 ug/mL");
  expect(amount(mild, /that had died/)).toBe(0);
  const b = budgetOf("cu3p-nanocrystals", "1 mg/mL");
  const both = amount(b, /returned by reductants/) + amount(b, /returned by superoxide/);
  expect(amount(b, /returned by reductants/)).toBeGreaterThan(amount(b, /GSH spent on Cu/));
  expect(amount(b, /returned by reductants/)).toBeLessThan(0.2 * both);
  expect(amount(b, /that had died/)).toBeGreaterThan(0.9 * both);
  expect(amount(b, /that had died/)).toBeLessThan(both);
  expect(b.lines.find((l) => /·OH made/.test(l.label))!.text).toMatch(/% of it in living cells/);
});

test("the acid of glucose oxidase is told with what it would do to the pH", () => {
  const b = budgetOf("fe3o4-god-dmsn", "50 ug/mL");
  const line = b.lines.find((l) => /Gluconic acid/.test(l.label))!;
  expect(line.amount).toBeGreaterThan(0);
  const shift = Number(/pH by (-[\d.e-]+);/.exec(line.text)![1]);
  // At most bicarbonate's 24 mM, its lactone not yet acid.
  expect(-shift).toBeLessThan(line.amount / (Math.LN10 * 24));
  expect(-shift).toBeGreaterThan((0.7 * line.amount) / (Math.LN10 * 26));
});

test("light is told as energy and as photons", () => {
  const protocol = [{ at: "4 h", for: "10 min", laser: { wavelength: "1064 nm", irradiance: "1 W/cm^2" } }];
  const b = budgetOf("fe2p-nanorods", "50 ug/mL", { protocol });
  const line = b.lines.find((l) => /Light absorbed/.test(l.label))!;
  const joules = Number(/^([\d.]+) J/.exec(line.text)![1]);
  // 10 min of 1 W/cm² into 3 mm are at most 2000 J/mL; 1 J of 1064 nm is 8.9 µmol of photons.
  expect(joules).toBeGreaterThan(100);
  expect(joules).toBeLessThan(2000);
  expect(line.amount / (joules * 8.894)).toBeCloseTo(1, 1);
  expect(budgetOf("fe2p-nanorods", "50 ug/mL").lines.some((l) => /Light/.test(l.label))).toBe(false);
});

test("persulfate is held against the iron that gives it electrons, and what glutathione takes stands apart", () => {
  const feed: Mechanism = {
    id: "feed",
    label: "persulfate brought in at a constant rate",
    add(draft) {
      draft.species("depot__cyt", { label: "persulfate", at: "cyt", formula: "S2O8-2", boundary: true });
      draft.reaction("feed_S2O8", "depot__cyt -> S2O8__cyt", { at: "cyt", rate: "1e-8 [M/s]" });
    },
  };
  const plain = planOf("sio2-spheres", "1 ug/mL");
  const [arm] = plain.arms;
  const draft = new Draft("fed with persulfate");
  const added = [persulfate({ cell: cells.tumourGeneric, environment: environments.mediumPh65 }), feed];
  for (const mechanism of [...arm!.assembly.mechanisms, ...added]) mechanism.add(draft);
  const fed = { ...arm!, assembly: { ...arm!.assembly, model: draft.finish() } };
  const b = budget({ ...plain, arms: [fed] })[0]!;
  const [iron, thiol] = [amount(b, /S2O8 2- that met Fe/), amount(b, /S2O8 2- that met glutathione/)];
  // At rest what comes in goes: 1e-8 M/s over a day, but for the little that warmth splits.
  expect(iron + thiol).toBeGreaterThan(0.98 * 0.864);
  expect(iron + thiol).toBeLessThanOrEqual(0.865);
  expect(iron).toBeLessThanOrEqual(amount(b, /returned by reductants/) + 1e-2);
  expect(b.lines.find((l) => /S2O8 2- that met Fe/.test(l.label))!.text).toMatch(/% of the Fe\(II\)/);
  expect(amount(budget(plain)[0]!, /S2O8/)).toBe(0);
});
