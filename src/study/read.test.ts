import { expect, test } from "vitest";
import { agents, cells, environments } from "#biology";
import { KationError } from "#units";
import { doseResponse, selectivity, timeCourse } from "./questions/index.ts";
import { readStudy, toSourced, toStudy } from "./read.ts";
import { jsonSchema, questions } from "./schema.ts";

const good = {
  kation: 1,
  study: "dose-response",
  title: "Copper versus iron",
  agents: ["fe2p-nanorods", "cu3p-nanocrystals"],
  cells: { tumour: "tumour-generic", normal: "normal-generic" },
  environment: { tumour: "medium-ph6.5", normal: "medium-ph7.4" },
  culture: { density: "1e5 1/mL", volume: "100 uL" },
  dose: { from: "1 ug/mL", to: "1 mg/mL", points: 4 },
  until: "24 h",
};
const without = (key: keyof typeof good): object =>
  Object.fromEntries(Object.entries(good).filter(([k]) => k !== key));
/** Faults as `path code`. */
const faultsOf = (document: unknown): string[] => {
  const { study, faults } = readStudy(document);
  expect(study === undefined).toBe(faults.length > 0);
  for (const { error } of faults) expect(error).toBeInstanceOf(KationError);
  return faults.map(({ path, error }) => `${path.join("/")} ${error.code}`);
};

test("a study as written becomes one in base units, with the usual defaults", () => {
  const study = toStudy(good);
  expect(study.doses.map((d) => Number(d.toPrecision(12)))).toEqual([1e-3, 1e-2, 1e-1, 1]);
  expect(study).toMatchObject({
    until: 86_400,
    basis: "particle",
    seed: 1,
    read: ["viability", "OH.made", "GSH", "metal"],
    uncertainty: { draws: 200, sampler: "latin", band: 0.9, vary: "all" },
    numerics: { rtol: 1e-5, points: 25, rest: 2e6 },
  });
  expect(study.agents.map((a) => a.id)).toEqual(["fe2p-nanorods", "cu3p-nanocrystals"]);
});

test("records stand for their ids, and each question is a function of the same options", () => {
  const options = {
    title: good.title,
    agents: [agents.fe2pNanorods, agents.cu3pNanocrystals],
    culture: good.culture,
    dose: good.dose,
    until: good.until,
    cells: { tumour: cells.tumourGeneric, normal: cells.normalGeneric },
    environment: { tumour: environments.mediumPh65, normal: environments.mediumPh74 },
  };
  const { document: _, ...fromRecords } = doseResponse(options);
  const { document: __, ...fromIds } = toStudy(good);
  expect(fromRecords).toEqual(fromIds);
  expect([selectivity(options).question, timeCourse(options).question]).toEqual([
    "selectivity",
    "time-course",
  ]);
});

test("all faults of a study are told at once, each with its path", () => {
  expect(
    faultsOf({
      ...good,
      agent: "x",
      agents: ["fe2p-nanorod", "ms-mno2", "ms-mno2"],
      until: "5 kg",
      seed: 1.5,
      culture: { density: "-1e5 1/mL", volume: 100 },
      set: { a: "5 furlongs", b: { valu: "1 nm" }, c: "5 nm" },
    }).sort(),
  ).toEqual([
    "agent unknown-key",
    "agents/0 unknown-name",
    "agents/2 duplicate-id",
    "culture/density out-of-range",
    "culture/volume missing-unit",
    "seed invalid-value",
    "set/a unknown-unit",
    "set/b/valu unknown-key",
    "set/b/value missing-key",
    "until mismatch-unit",
  ]);
});

test.each([
  [" invalid-value", null],
  [" invalid-value", []],
  [" invalid-value", "text"],
  [" missing-key", {}],
  ["study unknown-name", { study: "__proto__" }],
  ["study unknown-name", { ...good, study: "dose-respons" }],
  ["until missing-key", without("until")],
  ["dose missing-key", without("dose")],
  ["kation missing-key", without("kation")],
  ["kation invalid-value", { ...good, kation: 2 }],
  ["dose invalid-value", { ...good, dose: "1 ug/mL" }],
  ["dose/to out-of-range", { ...good, dose: { from: "1 mg/mL", to: "1 ug/mL", points: 3 } }],
  ["dose/list/0 mismatch-unit", { ...good, dose: { list: ["1 uM"] } }],
  ["dose/list/0 mismatch-unit", { ...good, dose: { list: ["1 mg/mL"], basis: "amount" } }],
  ["dose/list/0 invalid-number", { ...good, dose: { list: ["NaN ug/mL"] } }],
  ["dose/list invalid-value", { ...good, dose: { list: [] } }],
  ["agents/0 invalid-value", { ...good, agents: [{ id: "half" }] }],
  ["agents/0 invalid-value", { ...good, agents: [7] }],
  ["environment/normal missing-key", { ...good, cells: { tumour: "tumour-generic" } }],
  ["cells/tumor unknown-key", { ...good, cells: { ...good.cells, tumor: "x" } }],
  ["numerics/rtol invalid-value", { ...good, numerics: { rtol: 0.5 } }],
  ["numerics/rtol invalid-value", { ...good, numerics: { rtol: Number.NaN } }],
  ["uncertainty/draws invalid-value", { ...good, uncertainty: { draws: -1 } }],
  ["uncertainty/band invalid-value", { ...good, uncertainty: { band: 1 } }],
  ["uncertainty/sampler invalid-value", { ...good, uncertainty: { sampler: "halton" } }],
  ["protocol/0/at out-of-range", { ...good, protocol: [{ at: "30 h", dose: 1 }] }],
  ["protocol/0/at out-of-range", { ...good, protocol: [{ at: "-1 h", dose: 1 }] }],
  [
    "protocol/0/drug unknown-name",
    { ...good, protocol: [{ at: "1 h", drug: "erastine", concentration: "1 uM" }] },
  ],
  ["protocol/0 missing-key", { ...good, protocol: [{ at: "1 h", drug: "erastin" }] }],
  ["protocol/0 missing-key", { ...good, protocol: [{ at: "1 h", concentration: "1 uM" }] }],
  [
    "protocol/0/concentration mismatch-unit",
    { ...good, protocol: [{ at: "1 h", drug: "erastin", concentration: "1 ug/mL" }] },
  ],
  ["protocol/0/dose invalid-value", { ...good, protocol: [{ at: "1 h", dose: -1 }] }],
  [
    "protocol/0/laser/irradiance missing-key",
    { ...good, protocol: [{ at: "1 h", laser: { wavelength: "1064 nm" } }] },
  ],
  [
    "protocol/0/ultrasound/frequency missing-key",
    { ...good, protocol: [{ at: "1 h", for: "5 min", ultrasound: { intensity: "1 W/cm^2" } }] },
  ],
  [
    "protocol/0/ultrasound/frequency mismatch-unit",
    {
      ...good,
      protocol: [{ at: "1 h", for: "5 min", ultrasound: { intensity: "1 W/cm^2", frequency: "1 m" } }],
    },
  ],
  [
    "protocol/0/ultrasound/intensity out-of-range",
    {
      ...good,
      protocol: [{ at: "1 h", for: "5 min", ultrasound: { intensity: "0 W/cm^2", frequency: "1 MHz" } }],
    },
  ],
  ["protocol/0/xray/rate missing-key", { ...good, protocol: [{ at: "1 h", xray: { dose: "6 Gy" } }] }],
  [
    "protocol/0/xray/rate mismatch-unit",
    { ...good, protocol: [{ at: "1 h", xray: { dose: "6 Gy", rate: "1 Gy" } }] },
  ],
  [
    "protocol/0/xray/dose out-of-range",
    { ...good, protocol: [{ at: "1 h", xray: { dose: "0 Gy", rate: "1 Gy/min" } }] },
  ],
  ["data invalid-value", { ...good, data: "points.csv" }],
  ["data invalid-value", { ...good, data: [{ agent: "a", cell: "tumour", dose: 1, viability: Number.NaN }] }],
  ["set/x out-of-range", { ...good, set: { x: { value: "5 nm", range: ["7 nm", "9 nm"] } } }],
])("hostile study %# has one fault: %s", (expected, document) => {
  expect(faultsOf(document)).toEqual([expected]);
});

test("selectivity asks for both cells", () => {
  const { normal: _, ...tumour } = good.cells;
  expect(
    faultsOf({ ...good, study: "selectivity", cells: tumour, environment: { tumour: "medium-ph6.5" } }),
  ).toEqual(["cells/normal missing-key", "environment/normal missing-key"]);
});

test("a missing key inside one form of a dose is named, not the union", () => {
  const { error } = readStudy({ ...good, dose: { from: "1 ug/mL", to: "1 mg/mL", point: 3 } }).faults.at(-1)!;
  expect(error).toMatchObject({ code: "unknown-key", fix: "did you mean points?" });
});

test("throwing, the first fault counts the others and carries them", () => {
  try {
    toStudy({ ...good, agents: ["x"], until: "1 m", dose: { list: ["1 s"] } });
    expect.unreachable();
  } catch (error) {
    expect((error as KationError).fix).toMatch(/and 2 more faults/);
    expect((error as KationError).cause).toHaveLength(3);
  }
});

test("a bare number is pinned, one with a range is drawn", () => {
  expect(toSourced("5 nm")).toMatchObject({ grade: "D", dist: "fixed" });
  expect(toSourced({ value: "5 nm", range: ["2 nm", "10 nm"] })).toMatchObject({
    grade: "C",
    why: "given by the user",
  });
  expect(toSourced({ value: "5 nm", range: ["2 nm", "10 nm"] }).dist).toBeUndefined();
  expect(() => toSourced({ value: "5 nm", grade: "A" })).toThrow(/missing-source/);
});

test("every question has a JSON Schema that helps with each of its keys", () => {
  for (const [name, { help }] of Object.entries(questions)) {
    expect(help).not.toBe("");
    const schema = jsonSchema(name) as {
      properties: Record<string, { description?: string; const?: string }>;
      required: string[];
    };
    expect(schema.required).toContain("agents");
    for (const [key, value] of Object.entries(schema.properties))
      expect(value.description ?? value.const, `${name}/${key}`).toBeTruthy();
  }
  expect(() => jsonSchema("dose")).toThrow(/unknown-name/);
});
