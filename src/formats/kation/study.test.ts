import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { assemble, cells, environments } from "#biology";
import { KationError } from "#units";
import { agentFindings, checkStudy, readAgent, readStudy, writeStudy } from "../index.ts";
import { readDocument } from "./document.ts";
import { readData } from "./study.ts";

const none = (path: string): string => {
  throw new KationError("missing-file", `there is no file ${path}`);
};
const good = `kation: 1
title: Copper versus iron
study: dose-response
agents: [fe2p-nanorods, cu3p-nanocrystals]
cells: { tumour: tumour-generic, normal: normal-generic }
environment: { tumour: medium-ph6.5, normal: medium-ph7.4 }
culture: { density: 1e5 1/mL, volume: 100 uL }
dose: { from: 1 ug/mL, to: 1 mg/mL, points: 12 }
until: 24 h
`;
const faultsOf = (text: string): KationError[] => {
  try {
    return checkStudy(text, "s.yaml", { read: none }).faults;
  } catch (error) {
    if (error instanceof KationError) return [error];
    throw error;
  }
};

describe("a study file", () => {
  test("is read", () => {
    const study = readStudy(good, "s.yaml", { read: none });
    expect(study.agents.map((a) => a.id)).toEqual(["fe2p-nanorods", "cu3p-nanocrystals"]);
    expect(study.doses).toHaveLength(12);
    expect(study.doses[0]).toBeCloseTo(1e-3, 12);
    expect(study.until).toBe(86400);
  });
  test("written and read back is the same study", () => {
    const study = readStudy(good, "s.yaml", { read: none });
    const again = readStudy(writeStudy(study), "s.yaml", { read: none });
    expect({ ...again, document: null }).toEqual({ ...study, document: null });
  });
  test("may be JSON", () => {
    const asJson = JSON.stringify(readStudy(good, "s.yaml", { read: none }).document);
    expect(readStudy(asJson, "s.json", { read: none }).title).toBe("Copper versus iron");
  });
  test.each([
    ["a mistyped key", good.replace("until:", "untill:"), "unknown-key", "s.yaml:9:", "until"],
    [
      "a mistyped agent",
      good.replace("fe2p-nanorods", "fe2p-nanorod"),
      "unknown-name",
      "s.yaml:4:",
      "fe2p-nanorods",
    ],
    ["a wrong unit", good.replace("until: 24 h", "until: 24 mM"), "mismatch-unit", "s.yaml:9:", ""],
    ["a missing unit", good.replace("until: 24 h", "until: 24"), "missing-unit", "s.yaml:9:", ""],
    ["an unknown unit", good.replace("100 uL", "100 uLL"), "unknown-unit", "s.yaml:7:", "uL"],
    ["a negative dose", good.replace("from: 1 ug/mL", "from: -1 ug/mL"), "out-of-range", "s.yaml:8:", ""],
    [
      "a dose that is no number",
      good.replace("from: 1 ug/mL", "from: NaN"),
      "invalid-number",
      "s.yaml:8:",
      "",
    ],
    ["doses upside down", good.replace("to: 1 mg/mL", "to: 1 ng/mL"), "out-of-range", "s.yaml:8:", ""],
    ["a key twice", `${good}until: 48 h\n`, "duplicate-key", "s.yaml:10:", ""],
    ["broken YAML", good.replace("{ density", "{{ density"), "invalid-syntax", "s.yaml:", ""],
    [
      "an unknown question",
      good.replace("dose-response", "dose-respons"),
      "unknown-name",
      "s.yaml:3:",
      "dose-response",
    ],
    ["a cell without its medium", good.replace(", normal: medium-ph7.4", ""), "missing-key", "s.yaml:6:", ""],
  ])("with %s says where and what to do", (_what, text, code, place, fix) => {
    const [first] = faultsOf(text);
    expect(first?.code).toBe(code);
    expect(first?.where).toContain(place);
    expect(first?.fix).toContain(fix);
  });
  test("all faults are found at once", () => {
    expect(
      faultsOf(good.replace("24 h", "24 mM").replace("100 uL", "100 uLL").replace("fe2p-nanorods", "fe2p"))
        .length,
    ).toBe(3);
  });
  test("aliases are refused, so nothing can explode", () => {
    const bomb = `a: &a [x, x, x, x, x, x]\nb: &b [*a, *a, *a, *a, *a, *a]\nc: [*b, *b, *b, *b, *b, *b]\n`;
    expect(faultsOf(bomb)[0]?.code).toBe("unsupported-feature");
  });
  test("a huge file is refused by its size", () => {
    expect(faultsOf(`${good}# ${"x".repeat(3_000_000)}`)[0]?.code).toBe("invalid-file");
  });
  test("keys of JavaScript are data like any other", () => {
    for (const key of ["__proto__", "constructor", "toString"])
      expect(faultsOf(`${good}${key}: 1\n`)[0]?.code).toBe("unknown-key");
  });
  test("deep nesting is refused", () => {
    expect(faultsOf(`${good}set: ${"[".repeat(60)}${"]".repeat(60)}\n`)[0]?.code).toBe("invalid-file");
  });
  test("mutated files are faults, never crashes", () => {
    fc.assert(
      fc.property(fc.nat(good.length - 1), fc.string({ maxLength: 6 }), fc.nat(8), (at, insert, cut) => {
        for (const fault of faultsOf(good.slice(0, at) + insert + good.slice(at + cut)))
          expect(fault).toBeInstanceOf(KationError);
      }),
      { numRuns: 400, seed: 7 },
    );
  });
});

const agent = `kation: 1
agent: my-agent
cores:
  - { phase: Fe3O4, shape: sphere, radius: { value: 8 nm, range: [5 nm, 12 nm], grade: C, why: TEM }, spread: 1.2 }
`;

describe("an agent file", () => {
  test("answers to ultrasound by a word or by numbers, and has its relaxivity", () => {
    const word = readAgent(`${agent}triggers: [ultrasound]\n`, "a.yaml", none);
    expect(word.triggers).toEqual(["ultrasound"]);
    const numbers = readAgent(
      `${agent}triggers: [ { ultrasound: { frequency: 1 MHz, reduction: 2e-3 1/s } } ]\nrelaxivity: { r2: 277.79 1/(mM*s) }\n`,
      "a.yaml",
      none,
    );
    expect(numbers.triggers).toMatchObject([{ ultrasound: { reduction: { value: { value: 2e-3 } } } }]);
    expect(numbers.relaxivity?.r2?.value.value).toBe(277.79);
    expect(numbers.relaxivity?.r1).toBeUndefined();
  });
  test("has a coating that X-rays take away, with what it leaves open before", () => {
    const coated = `${agent}coating: { material: GLDA, access: 0.01, radiolysis: { value: 0.05 1/Gy, range: [0 1/Gy, 0.2 1/Gy], grade: C, why: fitted } }\n`;
    expect(readAgent(coated, "a.yaml", none).coating.radiolysis?.value.value).toBe(0.05);
    expect(() => readAgent(coated.replace("access: 0.01, ", ""), "a.yaml", none)).toThrow(
      /leaves open before/,
    );
    expect(() => readAgent(coated.replaceAll("1/Gy", "1/s"), "a.yaml", none)).toThrow(/1\/Gy|radiolysis/);
  });
  test("is read", () => {
    const read = readAgent(agent, "a.yaml", none);
    expect(read.cores[0]?.radius.value.value).toBe(8);
    expect(read.cores[0]?.radius.range?.[1]?.value).toBe(12);
  });
  test("holds salt by a coat with a half-life, and tells a fault of it at its place", () => {
    const salt = `kation: 1
agent: my-salt
cores:
  - { phase: sodium chloride, shape: cube, radius: 40 nm }
coating: { material: phospholipid, age: 2 h, permeation: { half-life: 45 min, acid: 2, enzyme: 5 } }
`;
    const { cores, coating } = readAgent(salt, "a.yaml", none);
    expect([cores[0]?.phase, cores[0]?.shape]).toEqual(["NaCl", "cube"]);
    expect(coating.age?.value.value).toBe(2);
    expect(coating.permeation).toMatchObject({
      halfLife: { value: { value: 45 } },
      acid: { value: { value: 2 } },
      enzyme: { value: { value: 5 } },
    });
    const at = (text: string): string => agentFindings(text, "a.yaml", none)[0]!.where;
    expect(at(salt.replace("45 min", "0 min"))).toMatch(/^a.yaml:5:/);
    expect(() => readAgent(salt.replace("half-life", "halflife"), "a.yaml", none)).toThrow(
      /unknown-key.*halflife/,
    );
  });
  test("reads every field there is", () => {
    const text = `kation: 1
agent: full
cores:
  - phase: magnetite
    shape: sphere
    radius: 8 nm
    classes: 8
    share: 0.6
    facet: { plane: "111", factor: 2 }
    defects: 3
    single-atoms: { metal: Cu, loading: 0.02 }
  - { phase: Fe3O4, shape: sheet, radius: 20 nm, thickness: 2 nm, specific-surface: 54 m^2/g }
  - { phase: SiO2, shape: rod, radius: 9 nm, length: 50 nm, shells: [{ phase: MnO2, thickness: 2 nm, access: 0.3 }] }
coating: { material: PEG, delay: 1 h, access: 0.5 }
cargo:
  - { enzyme: glucose-oxidase, loading: 0.05 }
  - { nucleic-acid: vegfr2-dnazyme, loading: 0.1, release: { rate: 1e-5 1/s, pH: 7, steepness: 0.2 } }
targeting: { receptor: CD44, gain: 3 }
triggers: [ultrasound]
relaxivity: { r2: 100 1/(mM*s) }
`;
    const read = readAgent(text, "a.yaml", none);
    expect(read.cores.map((c) => c.phase)).toEqual(["Fe3O4", "Fe3O4", "SiO2"]);
    expect(read.cores[0]?.singleAtoms?.accessible.range?.[0].value).toBe(0.3);
    expect(read.cores[0]?.classes).toBe(8);
    expect(read.cores[1]?.specificSurface?.value.value).toBe(54);
    expect(read.cores[2]?.shells?.[0]?.access?.value.value).toBe(0.3);
    expect(read.cargo.map((c) => c.loading.value.value)).toEqual([0.05, 0.1]);
    expect(read.targeting?.receptor).toBe("CD44");
    expect(read.relaxivity?.r2?.value.value).toBe(100);
    const { model } = assemble({
      agent: read,
      cell: { ...cells.tumourGeneric, receptors: ["CD44"] },
      environment: environments.mediumPh65,
      culture: { density: "1e5 1/mL", volume: "100 uL" },
    });
    expect(model.parameters.map((p) => p.id)).toEqual(
      expect.arrayContaining([
        "gain_targeting",
        "single_loading__NP",
        "SSA__NP2",
        "access_1__NP3",
        "loading_1",
      ]),
    );
  });
  test("every fault of form and of content is found in one look, and none of a stand-in", () => {
    const text = [
      "kation: 1",
      "agent: bad",
      "cores:",
      "  - { phase: Fe3O4, shape: spher, radius: 8 nm }",
      "  - { phase: Fe3O4, radius: { valu: 8 nm }, spread: 0.5, colour: red }",
      "coating: { delay: 3 nm }",
      "cargo: [ { drug: sorafenibb, loading: 0.1 }, { enzyme: glucose-oxidase, loading: 1.5 } ]",
      "triggers: [ sound ]",
      "",
    ].join("\n");
    expect(agentFindings(text, "b.yaml", none).map((f) => `${f.code} ${f.where}`)).toEqual([
      "invalid-value b.yaml:4:28",
      "unknown-key b.yaml:5:66",
      "unknown-key b.yaml:5:37",
      "missing-key b.yaml:5:21",
      "mismatch-unit b.yaml:6:19",
      "unknown-name b.yaml:7:18",
      "unknown-name b.yaml:8:13",
      "out-of-range b.yaml:5:53",
      "out-of-range b.yaml:7:82",
    ]);
  });
  test("a number's grade and range are looked at", () => {
    const with_ = (radius: string): string =>
      agentFindings(
        `kation: 1\nagent: a\ncores:\n  - { phase: Fe3O4, radius: ${radius} }\n`,
        "a.yaml",
        none,
      )[0]!.what;
    expect(with_("{ value: 8 nm, range: [12 nm, 5 nm] }")).toBe("the range runs backwards");
    expect(with_("{ value: 8 nm, range: 5 nm }")).toBe("a range has two ends");
    expect(with_("{ value: 8 nm, grade: Z }")).toContain("not Z");
  });
  test("tells every fault at once, each at its place, and what is odd", () => {
    const text = `kation: 1
agent: bad
cores:
  - { phase: Fe3O5, radius: -4 nm, spread: 0.8, shells: [{ phase: SiO2, thickness: 200 nm }] }
  - { phase: Fe3O4, radius: 2 um, share: 0.7, classes: 4 }
cargo: [{ enzyme: glucose-oxidase, loading: 0.5 }]
triggers: [{ laser: { wavelength: 808 nm, efficiency: 1.4 } }]
`;
    const found = agentFindings(text, "b.yaml", none).map((f) => `${f.severity} ${f.code} ${f.where}`);
    expect(found).toEqual([
      "error unknown-name b.yaml:4:14",
      "error out-of-range b.yaml:4:29",
      "error out-of-range b.yaml:4:44",
      "warning out-of-range b.yaml:4:67",
      "warning out-of-range b.yaml:5:29",
      "error out-of-range b.yaml:5:56",
      "error out-of-range b.yaml:6:1",
      "error out-of-range b.yaml:7:55",
    ]);
  });
  test("may bring a measured release curve", () => {
    const csv = "time,fraction,pH\n0,0,5\n1,0.2,5\n24,0.8,5\n";
    const read = readAgent(`${agent}release: r.csv\n`, "a.yaml", () => csv);
    expect(read.release?.[0]?.points).toHaveLength(3);
    expect(read.release?.[0]?.points[2]?.time).toBe(86400);
  });
  test.each([
    ["an unknown phase", agent.replace("Fe3O4", "Fe3O5"), "unknown-name", "a.yaml:4:"],
    [
      "a radius without unit",
      agent.replace("{ value: 8 nm, range: [5 nm, 12 nm], grade: C, why: TEM }", "8"),
      "missing-unit",
      "a.yaml:4:",
    ],
    ["a sphere with a length", agent.replace("spread: 1.2", "length: 40 nm"), "missing-key", "a.yaml:4:"],
    ["a value outside its range", agent.replace("value: 8 nm", "value: 80 nm"), "out-of-range", "a.yaml:4:"],
    [
      "ultrasound with a mistyped key",
      `${agent}triggers: [ { ultrasound: { frequenz: 1 MHz } } ]\n`,
      "unknown-key",
      "a.yaml:5:",
    ],
    [
      "ultrasound in another unit",
      `${agent}triggers: [ { ultrasound: { reduction: 2 mM } } ]\n`,
      "mismatch-unit",
      "a.yaml:5:",
    ],
    ["relaxivity in another unit", `${agent}relaxivity: { r2: 3 1/s }\n`, "mismatch-unit", "a.yaml:5:"],
    ["cargo that is a word", `${agent}cargo: [erastin]\n`, "invalid-value", "a.yaml:5:"],
    [
      "a drug nobody knows",
      `${agent}cargo: [{ drug: erastine, loading: 0.1 }]\n`,
      "unknown-name",
      "a.yaml:5:",
    ],
    [
      "an enzyme nobody knows",
      `${agent}cargo: [{ enzyme: glucose-oxydase, loading: 0.1 }]\n`,
      "unknown-name",
      "a.yaml:5:19",
    ],
    [
      "an enzyme that is released",
      `${agent}cargo: [{ enzyme: glucose-oxidase, loading: 0.1, release: {} }]\n`,
      "unsupported-feature",
      "a.yaml:5:",
    ],
    [
      "two kinds of cargo in one",
      `${agent}cargo: [{ enzyme: a, drug: b, loading: 0.1 }]\n`,
      "missing-key",
      "a.yaml:5:",
    ],
    [
      "a size below zero",
      agent.replace("{ value: 8 nm, range: [5 nm, 12 nm], grade: C, why: TEM }", "-8 nm"),
      "out-of-range",
      "a.yaml:4:",
    ],
    [
      "a receptor nobody knows",
      `${agent}targeting: { receptor: CD45X, gain: 3 }\n`,
      "unknown-name",
      "a.yaml:5:24",
    ],
  ])("with %s says where", (_what, text, code, place) => {
    try {
      readAgent(text, "a.yaml", none);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(KationError);
      expect((error as KationError).code).toBe(code);
      expect((error as KationError).where).toContain(place);
    }
  });
  test.each([
    ["time,fraction\n0,0\n1,x\n", "invalid-number", "r.csv:3:2"],
    ["time,fraction\n0,0\n1,40\n", "out-of-range", "r.csv:3:1"],
    ["time,fractoin\n0,0\n", "unknown-key", "r.csv:1:2"],
    ["time,fraction\n0,0,1\n", "invalid-syntax", "r.csv:2:1"],
    ["time;fraction\n0;0,1\n", "invalid-syntax", "r.csv:1:1"],
    ["", "invalid-file", "a.yaml:5"],
  ])("with the release curve %j says where", (csv, code, place) => {
    try {
      readAgent(`${agent}release: r.csv\n`, "a.yaml", () => csv);
      expect.unreachable();
    } catch (error) {
      expect((error as KationError).code).toBe(code);
      expect((error as KationError).where).toContain(place);
    }
  });
});

test.each([
  ["fe2p-nanorods,tumour,-10,ug/mL,.8,.1", "dose is -10"],
  ["fe2p-nanorods,tumour,10,ug/mL,.8,-.1", "sd is -.1"],
])("the measured point %s is refused at its line", (row, what) => {
  const csv = `agent,cell,dose,unit,viability,sd\n${row}\n`;
  expect(() => readData(csv, "v.csv", "kg/m^3")).toThrow(what);
});

test("what is nested too deeply is called so, however deep", () => {
  for (const depth of [60, 20_000])
    expect(() => readDocument(`a: ${"[".repeat(depth)}${"]".repeat(depth)}`, "d.yaml")).toThrow(
      "nested deeper than",
    );
});

test("measured points are of an agent by its id or any of its names", () => {
  const text = `kation: 1
title: Points
study: dose-response
agents: [fe2p-nanorods]
cells: { tumour: tumour-generic }
environment: { tumour: medium-ph6.5 }
culture: { density: 1e5 1/mL, volume: 100 uL }
dose: { from: 1 ug/mL, to: 1 mg/mL, points: 4 }
until: 24 h
data: v.csv
`;
  const csv =
    "agent,dose,unit,viability\nfe2p NANORODS,10,ug/mL,.8\nfe2p-nanorods,20,ug/mL,.7\nelse,30,ug/mL,.6\n";
  expect(readStudy(text, "s.yaml", { read: () => csv }).data.map((p) => p.agent)).toEqual([
    "fe2p-nanorods",
    "fe2p-nanorods",
    "else",
  ]);
  expect(() => readData("dose,unit,viability\n10,uM,.8\n", "v.csv", "kg/m^3")).toThrow(KationError);
});
