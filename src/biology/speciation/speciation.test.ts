import { describe, expect, test } from "vitest";
import { ironWater } from "../mechanisms/index.ts";
import {
  chargeOf,
  combinedLogK,
  complexes,
  components,
  debyeHueckelSlope,
  ferricComplexes,
  findComplex,
  findComponent,
  findFluid,
  fluids,
  makeup,
  printSpecies,
  readReaction,
  sideReaction,
  solidMakeup,
  solids,
} from "./index.ts";

describe("every complex", () => {
  test("has a species, an id and a reaction of its own", () => {
    for (const of of [complexes.map((c) => c.species), complexes.map((c) => c.id)])
      expect(new Set(of.map((name) => name.toLowerCase())).size).toBe(complexes.length);
  });
  test.each(complexes.map((c) => [c.species, c] as const))(
    "%s is what its reaction makes, once, of known species",
    (_s, c) => {
      expect(readReaction(c.reaction).get(c.species)).toBe(1);
      let charge = 0;
      for (const [part, n] of makeup(c.species).parts) charge += n * chargeOf(part);
      expect(charge).toBe(chargeOf(c.species));
    },
  );
});

describe("every solid", () => {
  test.each(solids.map((s) => [s.id, s] as const))(
    "%s dissolves into ions without charge left over",
    (_id, s) => {
      let charge = 0;
      for (const [part, n] of solidMakeup(s).parts) charge += n * chargeOf(part);
      expect(charge).toBe(0);
      expect([...solidMakeup(s).parts].some(([p, n]) => p !== "H+" && n > 0)).toBe(true);
    },
  );
});

test("complexes are found by formula, as printed, by the id of their constant, and told from likes by their charge", () => {
  for (const name of ["CuOH+", "CuOH⁺", "cuoh+", "log_K_CuOH_p1"])
    expect(findComplex(name).species).toBe("CuOH+");
  expect(findComplex("CuCl2").reaction).toContain("Cu+2");
  expect(findComplex("CuCl2-").reaction).toContain("Cu+ +");
  expect(() => findComplex("CuCl2+")).toThrow(/no complex is called "CuCl2\+"/);
});

test("components are found by id, by other names and by their ions, in any case", () => {
  for (const name of ["Fe3", "fe3+", "Fe+3", "Fe³⁺", "Ferric", "iron(III)"])
    expect(findComponent(name).id).toBe("Fe3");
  expect(() => findComponent("irn")).toThrow(/unknown-name/);
  const names = components.flatMap((c) => [c.id, ...c.names].map((n) => n.toLowerCase()));
  expect(new Set(names).size).toBe(names.length);
});

test("totals of fluids are of components that exist", () => {
  for (const f of fluids) for (const id of Object.keys(f.totals)) expect(findComponent(id).id).toBe(id);
  expect(findFluid("DMEM").id).toBe("medium-ph7.4");
});

test("constants that mechanisms use stand once", () => {
  for (const { id, logK } of ferricComplexes)
    if (id !== "log_b22_Fe3") expect(ironWater[id]!.number).toBe(logK);
  expect(ironWater["log_Ks_Fe3"]!.number).toBe(solids.find((s) => s.id === "ferrihydrite")!.logK);
});

test("a constant measured at an ionic strength is carried to I = 0, and by its enthalpy to a temperature", () => {
  expect(debyeHueckelSlope(298.15)).toBeCloseTo(0.51, 3);
  // Two protons on the amines of glutathione: the values near 38 of the literature.
  expect(combinedLogK(makeup("Cu(HGS)2-3"), 298.15)).toBeCloseTo(37.77, 6);
  expect(combinedLogK(makeup("CaATP-2"), 298.15) - 3.91).toBeCloseTo(16 * 0.10707, 2);
  // Water: 55.81 kJ/mol take log Kw from -13.997 to -13.62 at 37 °C.
  expect(combinedLogK(makeup("OH-"), 310.15)).toBeCloseTo(-13.62, 2);
});

test("species print with their charges above", () => {
  expect(["Fe+3", "FeOH+2", "CuCl2-", "FeCit"].map(printSpecies)).toEqual([
    "Fe³⁺",
    "FeOH²⁺",
    "CuCl2⁻",
    "FeCit",
  ]);
});

test("a metal without ligands has its hydrolysis as side reaction", () => {
  const { text, constants } = sideReaction("Fe3", { pH: "pH__med" });
  expect(text).toBe(
    "1 + 10^(log_b1_Fe3 + pH__med) + 10^(log_b2_Fe3 + 2*pH__med) + 10^(log_b3_Fe3 + 3*pH__med) + 10^(log_b4_Fe3 + 4*pH__med)",
  );
  expect(Object.keys(constants)).toEqual(["log_b1_Fe3", "log_b2_Fe3", "log_b3_Fe3", "log_b4_Fe3"]);
});
