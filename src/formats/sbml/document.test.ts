import { describe, expect, test } from "vitest";
import { checkSbml } from "./check.ts";
import { type SbmlModel, withoutPlaces } from "./document.ts";
import { readSbml } from "./read.ts";
import { writeSbml } from "./write.ts";

const mathml = 'xmlns="http://www.w3.org/1998/Math/MathML"';
const ci = (id: string): string => `<math ${mathml}><ci>${id}</ci></math>`;
const l2 = (version: number, inside: string): string =>
  `<sbml xmlns="http://www.sbml.org/sbml/level2${version === 1 ? "" : `/version${version}`}" level="2" version="${version}"><model>${inside}</model></sbml>`;
const l3 = (inside: string, version = 2): string =>
  `<sbml xmlns="http://www.sbml.org/sbml/level3/version${version}/core" level="3" version="${version}"><model>${inside}</model></sbml>`;
const model = (text: string): SbmlModel => withoutPlaces(readSbml(text).document.model);

describe("Level 2 becomes explicit", () => {
  test("defaults of every element", () => {
    const m = model(
      l2(
        4,
        `<listOfCompartments><compartment id="c"/></listOfCompartments><listOfSpecies><species id="s" compartment="c"/></listOfSpecies>
        <listOfParameters><parameter id="p"/></listOfParameters><listOfReactions><reaction id="r"><listOfReactants><speciesReference species="s"/></listOfReactants></reaction></listOfReactions>
        <listOfEvents><event><trigger>${ci("p")}</trigger></event></listOfEvents>`,
      ),
    );
    expect(m.compartments[0]).toMatchObject({ spatialDimensions: 3, constant: true });
    expect(m.species[0]).toMatchObject({
      hasOnlySubstanceUnits: false,
      boundaryCondition: false,
      constant: false,
    });
    expect(m.parameters[0]).toMatchObject({ constant: true });
    expect(m.reactions[0]).toMatchObject({ reversible: true, fast: false });
    expect(m.reactions[0]!.reactants[0]).toMatchObject({ stoichiometry: 1, constant: true });
    expect(m.events[0]).toMatchObject({
      useValuesFromTriggerTime: true,
      trigger: { initialValue: true, persistent: true },
    });
  });
  test("predefined units are defined where they are used, unless the model has its own", () => {
    const units =
      '<listOfParameters><parameter id="p" units="volume"/><parameter id="q" units="time"/></listOfParameters>';
    const plain = model(l2(3, units));
    expect([plain.substanceUnits, plain.timeUnits, plain.extentUnits]).toEqual(["mole", "second", "mole"]);
    expect(plain.unitDefinitions.map((u) => u.id)).toEqual(["time", "volume"]);
    const own = model(
      l2(
        3,
        `<listOfUnitDefinitions><unitDefinition id="time"><listOfUnits><unit kind="second" multiplier="60"/></listOfUnits></unitDefinition></listOfUnitDefinitions>${units}`,
      ),
    );
    expect(own.timeUnits).toBe("time");
    expect(own.unitDefinitions.map((u) => u.factors[0]!.multiplier)).toEqual([60, 1]);
  });
  test("a species in a point is an amount", () => {
    const m = model(
      l2(
        2,
        '<listOfCompartments><compartment id="c" spatialDimensions="0"/></listOfCompartments><listOfSpecies><species id="s" compartment="c"/></listOfSpecies>',
      ),
    );
    expect(m.species[0]!.hasOnlySubstanceUnits).toBe(true);
  });
  test("stoichiometry math becomes a number or an assignment rule under a free id", () => {
    const reference = (math: string): string =>
      `<listOfReactions><reaction id="r"><listOfProducts><speciesReference species="s"><stoichiometryMath>${math}</stoichiometryMath></speciesReference></listOfProducts></reaction></listOfReactions>`;
    const number = model(l2(1, reference(`<math ${mathml}><cn type="rational">1<sep/>2</cn></math>`)));
    expect(number.reactions[0]!.products[0]).toMatchObject({ stoichiometry: 0.5, constant: true });
    const taken = '<listOfParameters><parameter id="r_s_stoichiometry"/></listOfParameters>';
    const rule = model(l2(1, taken + reference(ci("p"))));
    expect(rule.reactions[0]!.products[0]).toMatchObject({ id: "r_s_stoichiometry_2", constant: false });
    expect(rule.rules).toEqual([
      { kind: "assignmentRule", variable: "r_s_stoichiometry_2", math: { kind: "symbol", id: "p" } },
    ]);
  });
});

describe("what is refused", () => {
  test.each<[string, string, string]>([
    [
      "Level 1",
      '<sbml xmlns="http://www.sbml.org/sbml/level1" level="1" version="2"><model/></sbml>',
      "SBML Level 1",
    ],
    ["Level 4", '<sbml xmlns="x" level="4" version="1"><model/></sbml>', "SBML Level 4"],
    [
      "a required package",
      '<sbml xmlns="http://www.sbml.org/sbml/level3/version1/core" xmlns:d="http://www.sbml.org/sbml/level3/version1/distrib/version1" level="3" version="1" d:required="true"><model/></sbml>',
      "distrib",
    ],
  ])("%s, by name", (_, text, what) => {
    expect(() => readSbml(text)).toThrow(
      expect.objectContaining({ code: "unsupported-feature", what: expect.stringContaining(what) }),
    );
  });
  test.each<[string, string, string]>([
    ["another language", "<html/>", "invalid-file"],
    [
      "a namespace of another level",
      '<sbml xmlns="http://www.sbml.org/sbml/level2" level="3" version="1"/>',
      "invalid-file",
    ],
    ["no model", '<sbml xmlns="http://www.sbml.org/sbml/level2" level="2" version="1"/>', "missing-key"],
    ["a species without compartment", l3('<listOfSpecies><species id="s"/></listOfSpecies>'), "missing-key"],
    [
      "a number that is none",
      l3('<listOfParameters><parameter id="p" value="1,5"/></listOfParameters>'),
      "invalid-number",
    ],
    [
      "a truth value that is none",
      l3('<listOfParameters><parameter id="p" constant="yes"/></listOfParameters>'),
      "invalid-value",
    ],
  ])("%s, with its place", (_, text, code) => {
    expect(() => readSbml(text, "m.xml")).toThrow(
      expect.objectContaining({ code, where: expect.stringMatching(/^m\.xml:\d+:\d+$/) }),
    );
  });
});

describe("warnings", () => {
  const findings = (text: string): string[] =>
    readSbml(text).findings.map((f) => `${f.severity} ${f.what} ${f.fix}`);
  test("say which attribute was meant", () => {
    const text = l3('<listOfParameters><parameter id="p" valeu="1" constant="true"/></listOfParameters>');
    expect(findings(text)).toEqual([expect.stringMatching(/no attribute valeu.*did you mean value\?/)]);
  });
  test("say what Level 3 requires and how it was read", () => {
    expect(findings(l3('<listOfParameters><parameter id="p"/></listOfParameters>'))).toEqual([
      expect.stringMatching(/no attribute constant.*constant="true"/),
    ]);
  });
  test("count packages left out once", () => {
    const text = l3("").replace(
      " level",
      ' xmlns:f="http://www.sbml.org/sbml/level3/version1/fbc/version2" f:required="false" level',
    );
    expect(findings(text)).toEqual([expect.stringContaining("package fbc")]);
    expect(readSbml(text).document.packages).toMatchObject([{ name: "fbc", required: false }]);
  });
  test("a formula may be missing from Level 3 Version 2 on", () => {
    const rule = '<listOfRules><rateRule variable="p"/></listOfRules>';
    expect(findings(l3(rule))).toEqual([]);
    expect(findings(l3(rule, 1))).toEqual([expect.stringMatching(/^error <rateRule> has no formula/)]);
  });
});

describe("check", () => {
  const compartment =
    '<listOfCompartments><compartment id="c" size="1" spatialDimensions="3" constant="true"/></listOfCompartments>';
  const species = (more = ""): string =>
    `${compartment}<listOfSpecies><species id="s" compartment="c" initialAmount="1" hasOnlySubstanceUnits="false" boundaryCondition="false" constant="false" ${more}/></listOfSpecies>`;
  const parameters = (...ids: string[]): string =>
    `<listOfParameters>${ids.map((id) => `<parameter id="${id}" value="1" constant="false"/>`).join("")}</listOfParameters>`;
  const rule = (id: string, math: string, kind = "assignmentRule"): string =>
    `<${kind} variable="${id}">${math}</${kind}>`;
  const rules = (...all: string[]): string => `<listOfRules>${all.join("")}</listOfRules>`;
  const reaction =
    '<listOfReactions><reaction id="r" reversible="true"><listOfProducts><speciesReference species="s" stoichiometry="1" constant="true"/></listOfProducts><kineticLaw>' +
    `${ci("c")}</kineticLaw></reaction></listOfReactions>`;
  const errors = (inside: string): string[] =>
    checkSbml(readSbml(l3(inside)).document)
      .filter((f) => f.severity === "error")
      .map((f) => `${f.code}: ${f.what}; ${f.fix}`);

  test("finds nothing in a model that is right", () => expect(errors(species() + reaction)).toEqual([]));
  test.each<[string, string, RegExp]>([
    [
      "an unknown id",
      parameters("kcat") + rules(rule("kcat", ci("kact"), "rateRule")),
      /unknown-name.*kact; did you mean kcat/,
    ],
    ["an id taken twice", parameters("p", "p"), /duplicate-id: parameter p/],
    [
      "an unknown compartment",
      species("").replace('compartment="c"', 'compartment="d"'),
      /no compartment is called d/,
    ],
    [
      "a circle",
      parameters("a", "b") + rules(rule("a", ci("b")), rule("b", ci("a"))),
      /a → b → a depend on each other/,
    ],
    [
      "a rule and a reaction",
      species() + rules(rule("s", ci("c"))) + reaction,
      /species s is changed by reaction r and held by/,
    ],
    [
      "a constant that changes",
      compartment + rules(rule("c", ci("c"), "rateRule")),
      /compartment c is constant/,
    ],
    [
      "two rules",
      parameters("p", "q") + rules(rule("p", ci("q")), rule("p", ci("q"), "rateRule")),
      /p is determined twice/,
    ],
    [
      "two initial values",
      species('initialConcentration="1"'),
      /an initial amount and an initial concentration/,
    ],
    [
      "a conversion factor that varies",
      parameters("f") + species('conversionFactor="f"'),
      /conversion factor f is no constant/,
    ],
    [
      "an unknown function",
      parameters("p") +
        rules(`<algebraicRule><math ${mathml}><apply><ci>g</ci></apply></math></algebraicRule>`),
      /unknown-function/,
    ],
    [
      "a function that reaches out",
      `<listOfFunctionDefinitions><functionDefinition id="f"><math ${mathml}><lambda><ci>p</ci></lambda></math></functionDefinition></listOfFunctionDefinitions>${parameters("p")}`,
      /no argument is called p/,
    ],
  ])("%s", (_, inside, what) => {
    const found = errors(inside);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(what);
  });
  test("a concentration depends on the size of its compartment", () => {
    const c = compartment.replace('constant="true"', 'constant="false"');
    expect(errors(species().replace(compartment, c) + rules(rule("c", ci("s"))))).toEqual([
      expect.stringContaining("c → s → c"),
    ]);
  });
  test("tells all at once, at most a hundred", () => {
    const found = checkSbml(
      readSbml(l3(rules(...Array.from({ length: 150 }, (_, i) => rule(`p${i}`, ""))))).document,
    );
    expect(found).toHaveLength(101);
    expect(found.at(-1)!.what).toBe("and 50 more findings");
  });
  test("warns about what has no value or never acts, one line for each kind", () => {
    const without =
      '<listOfParameters><parameter id="p" constant="true"/><parameter id="q" constant="false"/></listOfParameters>';
    const inside = `${without}${rules(rule("q", ci("p"), "rateRule"))}<listOfEvents><event useValuesFromTriggerTime="true"/></listOfEvents>`;
    expect(checkSbml(readSbml(l3(inside)).document).map((f) => `${f.severity} ${f.what}`)).toEqual([
      "warning parameter p without a value, used in formulae",
      "warning event without a trigger: they never fire",
    ]);
  });
});

describe("writing", () => {
  test("fast reactions make it Level 3 Version 1", () => {
    const text = writeSbml(
      readSbml(l2(4, '<listOfReactions><reaction id="r" fast="true"/></listOfReactions>')).document,
    );
    expect(text).toContain('level="3" version="1"');
    expect(readSbml(text).document.model.reactions[0]!.fast).toBe(true);
  });
  test("notes and annotations stay as they were", () => {
    const notes = '<notes><p xmlns="http://www.w3.org/1999/xhtml">a &lt; b</p></notes>';
    const text = l3(
      `<listOfParameters><parameter id="p" value="INF" constant="true">${notes}</parameter></listOfParameters>`,
    );
    expect(writeSbml(readSbml(text).document)).toContain(notes);
  });
});
