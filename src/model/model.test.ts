import { describe, expect, test } from "vitest";
import { check, Draft, equation, imbalance, invariants, molarMass, parseFormula, sourced } from "./index.ts";

describe("formulas", () => {
  test.each([
    ["Fe2P", { Fe: 2, P: 1 }, 0],
    ["Fe+2", { Fe: 1 }, 2],
    ["H2PO4-", { H: 2, P: 1, O: 4 }, -1],
    ["Ca(OH)2", { Ca: 1, O: 2, H: 2 }, 0],
    ["{Prx}H2", { "{Prx}": 1, H: 2 }, 0],
    ["O2-", { O: 2 }, -1],
  ])("%s", (text, atoms, charge) => {
    const read = parseFormula(text);
    expect(Object.fromEntries(read.atoms)).toEqual(atoms);
    expect(read.charge).toBe(charge);
  });
  test.each(["", "Xx2", "fe", "Fe(", "2Fe", "Fe)", "H2O!"])("%j is refused", (text) => {
    expect(() => parseFormula(text)).toThrow(expect.objectContaining({ code: "invalid-formula" }));
  });
  test.each([
    ["H2O", 18.015],
    ["MnO2", 86.936],
    ["Fe3O4", 231.531],
    ["C10H17N3O6S", 307.32],
  ])("molar mass of %s", (text, mass) => {
    expect(molarMass(text)).toBeCloseTo(mass, 1);
  });
});

function draft(equation: string, rate: string): Draft {
  const d = new Draft("pot");
  d.setting("V", "1 L", "L", "volume");
  d.compartment("pot", { label: "pot", size: "V" });
  for (const [id, formula] of [
    ["Fe2", "Fe+2"],
    ["Fe3", "Fe+3"],
    ["H2O2", "H2O2"],
    ["OH", "OH"],
    ["OHm", "OH-"],
  ] as const)
    d.species(id, { label: id, at: "pot", formula });
  d.parameter("k", sourced("60 1/(M*s)", { grade: "C", why: "a test", dist: "fixed" }));
  d.reaction("fenton", equation, { at: "pot", rate });
  return d;
}
const errors = (d: Draft): string[] =>
  check(d.finish())
    .filter((f) => f.severity === "error")
    .map((f) => f.code);

describe("a model is checked", () => {
  test("a sound one has no fault", () =>
    expect(errors(draft("Fe2 + H2O2 -> Fe3 + OH + OHm", "k*Fe2*H2O2"))).toEqual([]));
  test("mass and charge", () => {
    const off = draft("Fe2 + H2O2 -> Fe3 + OH", "k*Fe2*H2O2");
    expect(errors(off)).toEqual(["mismatch-mass", "mismatch-charge"]);
    const model = off.finish();
    expect(Object.fromEntries(imbalance(model, model.reactions[0]!)!.atoms)).toEqual({ O: -1, H: -1 });
  });
  test("units of a rate law, with both units named", () => {
    const [finding] = check(draft("Fe2 + H2O2 -> Fe3 + OH + OHm", "k*Fe2").finish());
    expect(finding).toMatchObject({ code: "mismatch-unit", severity: "error" });
    expect(finding?.what).toContain("expected");
  });
  test("names that are not there, with the nearest", () => {
    expect(check(draft("Fe2 + H2O2 -> Fe3 + OH + OHm", "k*Fe2*H2O").finish())[0]).toMatchObject({
      code: "unknown-name",
      fix: expect.stringContaining("H2O2"),
    });
    expect(errors(draft("Fe2 + H2O22 -> Fe3 + OH + OHm", "k*Fe2*H2O2"))).toContain("unknown-species");
  });
  test("all faults at once", () => {
    const d = draft("Fe2 + H2O2 -> Fe3 + OH", "k*Fe2");
    d.rule("odd", "s", "k");
    expect(errors(d).length).toBe(4);
  });
});

describe("a draft", () => {
  test("refuses an id twice and ids that are none", () => {
    const d = draft("Fe2 -> Fe3", "k*Fe2*Fe2");
    expect(() => d.species("Fe2", { label: "x", at: "pot" })).toThrow(
      expect.objectContaining({ code: "duplicate-id" }),
    );
    expect(() => d.rule("a-b", "1", "1")).toThrow(expect.objectContaining({ code: "invalid-id" }));
  });
  test("refuses equations it cannot read", () => {
    expect(() => draft("Fe2 = Fe3", "k")).toThrow(expect.objectContaining({ code: "invalid-syntax" }));
    expect(() => draft("two Fe2 -> Fe3", "k")).toThrow(expect.objectContaining({ code: "invalid-syntax" }));
  });
  test("gathers terms of a sum, and knows none as zero", () => {
    const d = draft("Fe2 + H2O2 -> Fe3 + OH + OHm", "k*Fe2*H2O2");
    d.sum("total", "mM", "total");
    expect(d.finish().rules.at(-1)?.expr).toEqual({ kind: "number", value: 0 });
    d.addTo("total", "Fe2");
    d.addTo("total", "Fe3");
    expect(d.finish().rules.at(-1)?.expr).toMatchObject({ op: "add" });
    expect(() => d.addTo("totl", "Fe2")).toThrow(
      expect.objectContaining({ fix: expect.stringContaining("total") }),
    );
  });
});

test("conserved sums are found", () => {
  const found = invariants(draft("Fe2 + H2O2 -> Fe3 + OH + OHm", "k*Fe2*H2O2").finish());
  expect(found).toHaveLength(4);
  const sums = found.map(({ terms }) => Object.fromEntries(terms.map((t) => [t.species, t.factor])));
  expect(sums.some((s) => s["Fe2"] !== undefined && s["Fe3"] !== undefined)).toBe(true);
});

describe("a sourced number", () => {
  test.each([
    [{ grade: "A" as const, at: "Table 1" }, "missing-source"],
    [{ grade: "A(c)" as const, source: "x" }, "missing-source"],
    [{ grade: "B" as const }, "missing-source"],
    [{ grade: "C" as const }, "missing-source"],
    [{ grade: "C" as const, why: "w", range: ["2 mM", "3 mM"] as const }, "out-of-range"],
    [{ grade: "C" as const, why: "w", range: ["1 s", "3 s"] as const }, "mismatch-unit"],
  ])("%j is refused", (known, code) => {
    expect(() => sourced("1 mM", known)).toThrow(expect.objectContaining({ code }));
  });
  test("may state its range in other units of the same kind", () => {
    expect(sourced("1 mM", { grade: "C", why: "w", range: ["500 uM", "0.002 M"] }).range).toHaveLength(2);
  });
});

test("the check of a model twice as large looks at its parts twice as often", () => {
  const lookups = (size: number): number => {
    const d = new Draft("ring");
    d.setting("V", 1, "m^3", "volume");
    d.compartment("c", { label: "c", size: "V" });
    d.setting("k", 1, "1/s", "k");
    for (let i = 0; i < size; i++) d.species(`s${i}`, { label: "s", at: "c", formula: "H2O" });
    for (let i = 0; i < size; i++)
      d.reaction(`r${i}`, `s${i} -> s${(i + 1) % size}`, { at: "c", rate: `k*s${i}` });
    let count = 0;
    const counted = <T extends object>(part: T): T =>
      new Proxy(part, {
        get: (target, key, receiver) => {
          count++;
          return Reflect.get(target, key, receiver) as unknown;
        },
      });
    const model = d.finish();
    expect(check({ ...model, species: counted(model.species.map(counted)) })).toEqual([]);
    return count;
  };
  expect(lookups(400)).toBeLessThan(2.1 * lookups(200));
});

test("a reaction reads as its equation", () => {
  const of = (species: string, stoichiometry = 1): { species: string; stoichiometry: number } => ({
    species,
    stoichiometry,
  });
  expect(equation({ reactants: [of("GSH", 2)], products: [of("GSSG")] })).toBe("2 GSH → GSSG");
  expect(equation({ reactants: [], products: [of("A"), of("B")] })).toBe("∅ → A + B");
});
