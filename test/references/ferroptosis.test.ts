import { describe, expect, test } from "vitest";
import { agents, cells, findAgent } from "#biology";
import { given, type Treatment, treated } from "./treated-cell.ts";

const day = (treatment: Treatment): number => treated(treatment).read("viability")[0]!;
/** Share of the deaths that a second treatment prevents. */
const rescue = (first: Treatment, both: Treatment): number => 1 - (1 - day(both)) / (1 - day(first));

const hours = Array.from({ length: 97 }, (_, i) => i / 4);
/** Hours until LOOH is above 1 % of lipid; Infinity when that does not happen within a day. */
const ignition = (treatment: Treatment): number =>
  hours[
    treated({ ...treatment, hours })
      .read("LOOH")
      .findIndex((x) => x > 0.01)
  ] ?? Number.POSITIVE_INFINITY;

describe("V16: RSL3 kills by lipid peroxidation", () => {
  const rsl3 = given({ rsl3: "0.1 uM" });
  test("it ignites the membrane within 3 h, and the dead died by ferroptosis", () => {
    const run = treated(rsl3);
    expect(run.read("viability")[0]).toBeLessThan(0.05);
    expect(run.read("death.ferroptotic")[0]).toBeGreaterThan(0.95);
    expect(ignition(rsl3)).toBeLessThan(3);
  });
  test.each(["ferrostatin-1", "liproxstatin-1"])("%s rescues at 0.1 µM", (drug) =>
    expect(rescue(rsl3, given({ rsl3: "0.1 uM", [drug]: "0.1 uM" }))).toBeGreaterThan(0.95),
  );
  test.each([
    ["dfo", "100 uM"],
    ["deferasirox", "10 uM"],
  ])("taking labile iron away by %s rescues", (drug, concentration) =>
    expect(rescue(rsl3, given({ rsl3: "0.1 uM", [drug]: concentration }))).toBeGreaterThan(0.9),
  );
  test("a caspase inhibitor does not", () =>
    expect(rescue(rsl3, given({ rsl3: "0.1 uM", "z-vad-fmk": "50 uM" }))).toBeLessThan(1e-3));
  test("a cell with a third of the labile iron bears the same dose", () =>
    expect(day({ ...rsl3, set: { LIP: 1e-3 / 3 } })).toBeGreaterThan(0.9));
  test("a dose below the threshold does nothing, three times more kills all", () => {
    expect(day(given({ rsl3: "0.03 uM" }))).toBeGreaterThan(0.99);
    expect(day(given({ rsl3: "0.09 uM" }))).toBeLessThan(0.05);
  });
  test("without FSP1 a third of the dose is enough to raise LOOH tenfold", () => {
    const looh = (drugs: Record<string, string>): number =>
      Math.max(...treated({ ...given(drugs), hours }).read("LOOH"));
    expect(looh({ rsl3: "0.01 uM", ifsp1: "1 uM" })).toBeGreaterThan(5 * looh({ rsl3: "0.01 uM" }));
  });
});

describe("erastin", () => {
  const erastin = given({ erastin: "10 uM" });
  test("ignites later than RSL3, when glutathione has run out", () => {
    const [late, soon] = [ignition(erastin), ignition(given({ rsl3: "0.1 uM" }))];
    expect(late).toBeGreaterThan(soon + 4);
    expect(late).toBeLessThan(24);
  });
  test("kills within a day and is rescued by ferrostatin-1, not by a caspase inhibitor", () => {
    expect(day(erastin)).toBeLessThan(0.2);
    expect(rescue(erastin, given({ erastin: "10 uM", "ferrostatin-1": "1 uM" }))).toBeGreaterThan(0.9);
    expect(rescue(erastin, given({ erastin: "10 uM", "z-vad-fmk": "50 uM" }))).toBeLessThan(0.02);
  });
  test("taken away after an hour does nothing: glutathione comes back", () => {
    const step = { at: "0 h", for: "1 h", drug: "erastin", concentration: "10 uM" };
    const run = treated({ protocol: [step], hours: [1, 24] });
    expect(run.read("GSH")[0]).toBeLessThan(3);
    expect(run.read("GSH")[1]).toBeGreaterThan(5);
    expect(run.read("viability")[1]).toBeGreaterThan(0.99);
  });
  test("in solution as an agent is the same as in the protocol", () => {
    const amount = 547.04e-3 * 10e-3;
    expect(day({ agent: findAgent("erastin"), dose: amount })).toBeCloseTo(day(erastin), 3);
  });
  test("lets GPX4 itself fall where starvation is followed, and ignites sooner", () => {
    expect(ignition({ ...erastin, with: ["gpx4-starvation"] })).toBeLessThanOrEqual(ignition(erastin));
    const level = treated({ ...erastin, with: ["gpx4-starvation"], hours: [0, 24] }).read("GPX4");
    expect(level[0]).toBeGreaterThan(0.9);
    expect(level[1]).toBeLessThan(0.6);
  });
});

describe("a bolus of H2O2 is not the ferroptosis branch", () => {
  // Without pyruvate in the medium, as in saline: the anchor asks for 0.2–0.7.
  const bolus: Treatment = { ...given({ "hydrogen-peroxide": "300 uM" }), set: { pyruvate_medium: 0 } };
  test("300 µM at 10⁵ cells/mL leaves 0.2–0.7 alive", () => {
    expect(day(bolus)).toBeGreaterThan(0.2);
    expect(day(bolus)).toBeLessThan(0.7);
  });
  test("nobody dies of lipid damage, and ferrostatin-1 does not help", () => {
    expect(treated(bolus).read("death.ferroptotic")[0]).toBeLessThan(1e-3);
    const both = given({ "hydrogen-peroxide": "300 uM", "ferrostatin-1": "1 uM" });
    expect(rescue(bolus, { ...bolus, ...both })).toBeLessThan(0.02);
  });
  test("a third of the labile iron, which saves from RSL3, saves less than a quarter of the dead", () => {
    expect(rescue(bolus, { ...bolus, set: { ...bolus.set, LIP: 1e-3 / 3 } })).toBeLessThan(0.25);
  });
  test("deferoxamine beside it saves next to nobody: it enters too slowly", () => {
    const both = given({ "hydrogen-peroxide": "300 uM", dfo: "100 uM" });
    expect(rescue(bolus, { ...bolus, ...both })).toBeLessThan(0.05);
  });
  test("a caspase inhibitor saves those that die by apoptosis", () => {
    const both = given({ "hydrogen-peroxide": "300 uM", "z-vad-fmk": "50 uM" });
    expect(rescue(bolus, { ...bolus, ...both })).toBeGreaterThan(0.3);
  });
});

describe("pharmacological ascorbate", () => {
  const dose = given({ ascorbate: "3 mM" });
  test("V14: cells that remove H2O2 twice as fast bear more of it", () => {
    const viability = (catalase: number): number => day({ ...dose, set: { k_catalase: catalase } });
    expect(viability(40)).toBeGreaterThan(viability(20));
    expect(viability(400)).toBeGreaterThan(viability(40));
  });
  test("works by H2O2 of the medium: without traces of metal it does nothing", () => {
    expect(day(dose)).toBeLessThan(0.7);
    expect(day({ ...dose, set: { Fe_trace__med: 0, Cu_trace__med: 0 } })).toBeGreaterThan(0.99);
  });
});

describe("MLH and erastin in PEG-b-PDPA", () => {
  const agent = agents.mlhEraPegPdpa;
  test("acid of endosomes frees the cargo; at the pH of the medium little goes", () => {
    const erastin = (set: Record<string, number>): readonly [number, number] => {
      const run = treated({ agent, dose: 0.1, hours: [2], set });
      return [run.state("erastin_carried__med")[0]!, run.state("erastin__cyt")[0]!];
    };
    const [carried, free] = erastin({});
    expect(carried / ((0.1 * 0.05) / 547.04e-3)).toBeGreaterThan(0.98);
    expect(free).toBeGreaterThan(1e-3);
    // A carrier that falls apart at pH 3 only meets no such acid.
    expect(erastin({ pH_release_erastin: 3 })[1]).toBeLessThan(1e-3 * free);
  });
  test("100 µg/mL kills by ferroptosis, which ferrostatin-1 rescues", () => {
    expect(day({ agent, dose: 0.1 })).toBeLessThan(0.2);
    expect(treated({ agent, dose: 0.1 }).read("death.ferroptotic")[0]).toBeGreaterThan(0.8);
    expect(day({ agent, dose: 0.1, ...given({ "ferrostatin-1": "1 uM" }) })).toBeGreaterThan(0.9);
  });
  test("a tenth of the labile iron leaves less than half of the LOOH, which is still too much", () => {
    const looh = (set: Record<string, number>): number => treated({ agent, dose: 0.1, set }).read("LOOH")[0]!;
    expect(looh({ LIP: 1e-4 }) / looh({})).toBeLessThan(0.4);
    expect(day({ agent, dose: 0.1, set: { LIP: 1e-4 } })).toBeLessThan(0.5);
  });
  test("a normal cell is not spared by its iron: it makes less glutathione, which runs out sooner", () => {
    const normal = cells.normalGeneric;
    expect(ignition({ agent, dose: 0.1, cell: normal })).toBeLessThan(ignition({ agent, dose: 0.1 }));
  });
});

describe("the arms of death", () => {
  test.each([
    ["RSL3", given({ rsl3: "0.06 uM" })],
    ["H2O2", given({ "hydrogen-peroxide": "300 uM" })],
    ["both", given({ "hydrogen-peroxide": "300 uM", rsl3: "0.06 uM" })],
    ["nothing", {}],
  ] as const)("add up to 1 − viability: %s", (_name, treatment) => {
    const run = treated(treatment);
    const sum = ["ferroptotic", "apoptotic", "other"].reduce((s, a) => s + run.read(`death.${a}`)[0]!, 0);
    expect(sum).toBeCloseTo(1 - run.read("viability")[0]!, 12);
  });
  test("thresholds spread over cells agree with the hazard on who lives and who dies", () => {
    const population = (treatment: Treatment): number =>
      treated({ ...treatment, with: ["population-thresholds"] }).read("viability.population")[0]!;
    expect(population({})).toBeGreaterThan(0.99);
    expect(population(given({ rsl3: "0.1 uM" }))).toBeLessThan(0.05);
    expect(population(given({ rsl3: "0.03 uM" }))).toBeGreaterThan(0.99);
  });
});

describe("peroxides without OOH", () => {
  const artemisinin = given({ artemisinin: "1 mM" });
  test("make one radical for each bond that labile iron splits, in proportion to iron and drug", () => {
    const run = treated({
      ...given({ artemisinin: "10 uM" }),
      hours: Array.from({ length: 49 }, (_, i) => i / 4),
    });
    const [iron, drug] = [run.read("Fe(II)"), run.read("drug.artemisinin")];
    // 10 1/(M·s) over quarters of an hour, by trapezia; mM.
    const flux = iron.map((fe, i) => 10e-3 * fe * drug[i]!);
    const sum = flux.slice(1).reduce((s, v, i) => s + 450 * (v + flux[i]!), 0);
    expect(run.read("radicals.artemisinin").at(-1)! / sum).toBeCloseTo(1, 2);
    expect(drug.at(-1)! / 10e-3).toBeGreaterThan(0.99);
  });
  test("do nothing in a cell without labile iron, and are not cleared by GPX4", () => {
    const none = treated({ ...artemisinin, set: { LIP: 1e-12 } });
    expect(none.read("radicals.artemisinin")[0]).toBeLessThan(1e-6);
    expect(none.read("viability")[0]).toBeGreaterThan(0.9999);
    // Four times the GPX4 changes nothing.
    const made = (set: Record<string, number>): number =>
      treated({ ...given({ artemisinin: "1 uM" }), hours: [1], set }).read("radicals.artemisinin")[0]!;
    expect(made({ GPX4: 8e-4 }) / made({})).toBeCloseTo(1, 2);
  });
  test("an endoperoxide kills by adducts: deferoxamine and a caspase inhibitor attenuate it, ferrostatin-1 does not", () => {
    expect(day(artemisinin)).toBeLessThan(0.8);
    const beside = (drug: string, dose: string): Treatment => given({ artemisinin: "1 mM", [drug]: dose });
    expect(rescue(artemisinin, beside("dfo", "100 uM"))).toBeGreaterThan(0.1);
    expect(rescue(artemisinin, beside("z-vad-fmk", "50 uM"))).toBeGreaterThan(0.2);
    expect(Math.abs(rescue(artemisinin, beside("ferrostatin-1", "1 uM")))).toBeLessThan(0.05);
  });
  test("of a dialkyl peroxide a hundredth as many radicals are made as of an endoperoxide", () => {
    const made = (drug: string): number => treated(given({ [drug]: "10 uM" })).read(`radicals.${drug}`)[0]!;
    expect(made("di-tert-butyl-peroxide") / made("artemisinin")).toBeCloseTo(0.01, 3);
  });
});
