import { KationError } from "kation/units";
import { afterEach, expect, test, vi } from "vitest";
import { type SpeciateFlags, speciateVerb } from "./speciate.ts";

afterEach(() => vi.restoreAllMocks());

function printed(totals: readonly string[], flags: SpeciateFlags): string {
  const log = vi.spyOn(console, "log").mockImplementation(() => {});
  speciateVerb(totals, flags);
  return log.mock.calls.flat().join("\n");
}

test("a table of species with shares, and of solids with saturation", () => {
  const out = printed(["Fe3=10uM", "citrate=100uM"], { pH: "6.5", ionicStrength: "0.15M" });
  expect(out).toMatch(/FeOHCit⁻ +10 µM +100 %/);
  expect(out).toMatch(/HCit²⁻/);
  expect(out).toMatch(/ferrihydrite +– +-0\.5/);
});

test("what precipitates is said, with bands and the constants behind it when asked", () => {
  const out = printed(["Fe3=1mM"], { pH: "7.4", solids: "ferrihydrite", sources: true, draws: "16" });
  expect(out).toMatch(/ferrihydrite +1 mM +0 +1 mM – 1 mM/);
  expect(out).toContain("250 pM stays dissolved");
  expect(out).toContain("Stefansson");
  expect(out).toMatch(/Fe\(OH\)3 \+ 3 H\+ = Fe\+3 \+ 3 H2O +3\.5 +3\.3 – 3\.7 +A/);
});

test("a medium's own components are left out unless asked for", () => {
  const flags = { medium: "medium-ph7.4" };
  expect(printed(["Cu2=20uM"], flags)).not.toContain("HPO4");
  expect(printed(["Cu2=20uM"], { ...flags, all: true })).toContain("HPO4");
});

test("JSON holds numbers in mM, bands and constants", () => {
  const found = JSON.parse(
    printed(["Ag=0.1mM", "Cl=0.1M"], { pH: "7", json: true, sources: true, draws: "8" }),
  );
  expect(found.components.find((c: { id: string }) => c.id === "Ag").precipitated).toBeGreaterThan(0.09);
  expect(found.bands.solved).toBe(8);
  expect(found.bands.solids["silver-chloride"]).toHaveLength(3);
  expect(found.constants.find((c: { id: string }) => c.id === "log_Ks_silver_chloride").source).toBe(
    "minteqV4",
  );
});

test.each([
  [["citrat=1uM"], { pH: "7" }, "unknown-name", "did you mean citrate"],
  [["Fe3=-1uM"], { pH: "7" }, "out-of-range", ""],
  [["Fe3=10"], { pH: "7" }, "missing-unit", "Fe3=10uM"],
  [["Fe3"], { pH: "7" }, "invalid-syntax", "Fe3=10uM"],
  [["=1uM"], { pH: "7" }, "invalid-syntax", ""],
  [["Fe3=1uM", "Fe3=2uM"], { pH: "7" }, "duplicate-key", ""],
  [["Fe3=1uM"], {}, "missing-key", "--pH"],
  [[], { pH: "7" }, "missing-key", "medium"],
  [["Fe3=1uM"], { pH: "acid" }, "invalid-number", ""],
  [["Fe3=1uM"], { pH: "7", solids: "ferihydrite" }, "unknown-name", "did you mean ferrihydrite"],
  [["Fe3=1uM"], { medium: "cytosl" }, "unknown-name", "did you mean cytosol"],
  [["Fe3=1uM"], { pH: "7", activity: "pitzer" }, "unknown-name", "davies"],
  [["Fe3=1uM"], { pH: "7", draws: "1" }, "out-of-range", ""],
  [["Fe3=1uM"], { pH: "7", temperature: "37" }, "missing-unit", "37 degC"],
] as const)("%j %j is refused as %s", (totals, flags, code, fix) => {
  try {
    speciateVerb(totals, flags);
  } catch (error) {
    expect(error).toBeInstanceOf(KationError);
    expect((error as KationError).code).toBe(code);
    expect((error as KationError).fix).toContain(fix);
    return;
  }
  throw new Error("accepted");
});
