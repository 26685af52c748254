import { describe, expect, test } from "vitest";
import { print } from "#expr";
import type { SbmlModel } from "./document.ts";
import { flattenSbml } from "./flatten.ts";
import { toExpr } from "./lower.ts";
import { readSbml } from "./read.ts";

const mathml = 'xmlns="http://www.w3.org/1998/Math/MathML"';
const time = '<csymbol definitionURL="http://www.sbml.org/sbml/symbols/time"/>';
const file = (models: string, externals = ""): string =>
  `<sbml xmlns="http://www.sbml.org/sbml/level3/version2/core" xmlns:comp="http://www.sbml.org/sbml/level3/version1/comp/version1" level="3" version="2" comp:required="true">${models}${externals}</sbml>`;
const definitions = (inside: string): string =>
  `<comp:listOfModelDefinitions>${inside}</comp:listOfModelDefinitions>`;
const submodels = (inside: string): string => `<comp:listOfSubmodels>${inside}</comp:listOfSubmodels>`;
const external = (id: string, source: string, more = ""): string =>
  `<comp:listOfExternalModelDefinitions><comp:externalModelDefinition comp:id="${id}" comp:source="${source}" ${more}/></comp:listOfExternalModelDefinitions>`;
const parameter = (id: string, inside = "", constant = false): string =>
  `<parameter id="${id}" value="1" constant="${constant}">${inside}</parameter>`;
const parameters = (...all: string[]): string => `<listOfParameters>${all.join("")}</listOfParameters>`;
const replaces = (more: string): string =>
  `<comp:listOfReplacedElements><comp:replacedElement ${more}/></comp:listOfReplacedElements>`;
const rate = (id: string, math: string, more = ""): string =>
  `<listOfRules><rateRule variable="${id}" ${more}><math ${mathml}>${math}</math></rateRule></listOfRules>`;

const part = `<comp:modelDefinition id="part">${parameters(parameter("x"), parameter("k"))}
  ${rate("x", `<apply><times/><ci>k</ci><ci>x</ci>${time}</apply>`, 'metaid="the_rule"')}
  <comp:listOfPorts><comp:port comp:id="port" comp:idRef="x"/></comp:listOfPorts></comp:modelDefinition>`;

function flat(text: string, load?: (path: string) => string): SbmlModel {
  return flattenSbml(readSbml(text, "top.xml").document, load).model;
}
function shown(model: SbmlModel): string[] {
  return [
    ...model.parameters.map((p) => p.id),
    ...model.rules.map((r) =>
      r.kind === "algebraicRule" ? "" : `${r.variable}' = ${r.math ? print(toExpr(r.math)) : ""}`,
    ),
  ];
}

describe("submodels", () => {
  test("get ids of their own", () => {
    const top = `<model id="top">${submodels('<comp:submodel comp:id="a" comp:modelRef="part"/><comp:submodel comp:id="b" comp:modelRef="part"/>')}</model>`;
    expect(shown(flat(file(top + definitions(part))))).toEqual([
      "a__x",
      "a__k",
      "b__x",
      "b__k",
      "a__x' = a__k*a__x*time",
      "b__x' = b__k*b__x*time",
    ]);
  });
  test("may be deleted in part, replaced by port, converted in time and value", () => {
    const x = parameter(
      "X",
      replaces('comp:submodelRef="a" comp:portRef="port" comp:conversionFactor="ten"'),
    );
    const top = `<model id="top">${parameters(x, parameter("ten", "", true), parameter("minute", "", true))}
      ${submodels(`<comp:submodel comp:id="a" comp:modelRef="part" comp:timeConversionFactor="minute"/>
      <comp:submodel comp:id="b" comp:modelRef="part"><comp:listOfDeletions><comp:deletion comp:metaIdRef="the_rule"/></comp:listOfDeletions></comp:submodel>`)}</model>`;
    expect(shown(flat(file(top + definitions(part))))).toEqual([
      "X",
      "ten",
      "minute",
      "a__k",
      "b__x",
      "b__k",
      "X' = (a__k*(X/ten)*(time/minute))*ten/minute",
    ]);
  });
  test("may stand for an element of the model around them, under its name", () => {
    const x = parameter("X", '<comp:replacedBy comp:submodelRef="a" comp:idRef="x"/>');
    const top = `<model id="top">${parameters(x)}${submodels('<comp:submodel comp:id="a" comp:modelRef="part"/>')}</model>`;
    expect(shown(flat(file(top + definitions(part))))).toEqual(["X", "a__k", "X' = a__k*X*time"]);
  });
  test("a local parameter gives way to a name from outside", () => {
    const law = `<model id="top">${parameters(parameter("k", replaces('comp:submodelRef="a" comp:idRef="outer"')))}${submodels('<comp:submodel comp:id="a" comp:modelRef="m"/>')}</model>`;
    const inner = `<comp:modelDefinition id="m">${parameters(parameter("outer"))}<listOfReactions><reaction id="J" reversible="true"><kineticLaw>
      <math ${mathml}><apply><times/><ci>k</ci><ci>outer</ci></apply></math><listOfLocalParameters><localParameter id="k" value="2"/></listOfLocalParameters></kineticLaw></reaction></listOfReactions></comp:modelDefinition>`;
    const { kineticLaw } = flat(file(law + definitions(inner))).reactions[0]!;
    expect(print(toExpr(kineticLaw!.math!))).toBe("k_*k");
    expect(kineticLaw!.localParameters.map((p) => p.id)).toEqual(["k_"]);
  });
});

describe("external definitions", () => {
  const top = `<model id="top">${submodels('<comp:submodel comp:id="a" comp:modelRef="far"/>')}</model>`;
  test("are loaded by their path, from files they name in turn too", () => {
    const loaded: string[] = [];
    const load = (path: string): string => {
      loaded.push(path);
      return path === "parts/one.xml"
        ? file('<model id="one"/>', external("again", "./two.xml", 'comp:modelRef="part"'))
        : file('<model id="two"/>', definitions(part));
    };
    const model = flat(file(top, external("far", "parts/one.xml", 'comp:modelRef="again"')), load);
    expect(model.parameters.map((p) => p.id)).toEqual(["a__x", "a__k"]);
    expect(loaded).toEqual(["parts/one.xml", "parts/two.xml"]);
  });
  test.each([
    "../secret.xml",
    "/etc/passwd",
    "file:///etc/passwd",
    "http://example.org/a.xml",
    "a/../../b",
    "..\\b",
    "%2e%2e/b",
    "",
  ])('source "%s" is refused', (source) => {
    const text = file(top, external("far", source || " "));
    expect(() => flat(text, () => file("<model/>"))).toThrow(/invalid-value|missing-key/);
  });
  test("are refused with their place when they cannot be loaded", () => {
    const gone = (): string => {
      throw new Error("no such file");
    };
    expect(() => flat(file(top, external("far", "a.xml")), gone)).toThrow(
      expect.objectContaining({
        code: "missing-file",
        where: expect.stringMatching(/^top\.xml:1:\d+$/),
        why: "no such file",
      }),
    );
  });
  test("are refused when nobody loads files", () => {
    expect(() => flat(file(top, external("far", "a.xml")))).toThrow(/missing-file: the model needs a\.xml/);
  });
});

describe("what leads nowhere or in circles is refused", () => {
  test.each<[string, string, RegExp]>([
    [
      "a model inside itself",
      `<model id="top">${submodels('<comp:submodel comp:id="a" comp:modelRef="top"/>')}</model>`,
      /contains itself/,
    ],
    [
      "an unknown definition",
      `<model id="top">${submodels('<comp:submodel comp:id="a" comp:modelRef="prat"/>')}</model>${definitions(part)}`,
      /no model definition is called prat/,
    ],
    [
      "an unknown submodel",
      `<model id="top">${parameters(parameter("X", replaces('comp:submodelRef="z" comp:idRef="x"')))}</model>`,
      /refers to a submodel z/,
    ],
    [
      "an unknown element",
      `<model id="top">${parameters(parameter("X", replaces('comp:submodelRef="a" comp:idRef="y"')))}${submodels('<comp:submodel comp:id="a" comp:modelRef="part"/>')}</model>${definitions(part)}`,
      /finds no y/,
    ],
  ])("%s", (_, text, what) => expect(() => flat(file(text))).toThrow(what));
  test("submodels that double at each level", () => {
    const two = (next: string): string =>
      submodels(
        `<comp:submodel comp:id="a" comp:modelRef="${next}"/><comp:submodel comp:id="b" comp:modelRef="${next}"/>`,
      );
    const levels = Array.from(
      { length: 40 },
      (_, i) => `<comp:modelDefinition id="m${i}">${two(`m${i + 1}`)}</comp:modelDefinition>`,
    );
    const text = file(
      `<model id="top">${two("m0")}</model>${definitions(`${levels.join("")}<comp:modelDefinition id="m40"/>`)}`,
    );
    expect(() => flat(text)).toThrow(/too large/);
  });
});
