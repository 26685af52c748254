import { describe, expect, test } from "vitest";
import { levelsOf } from "./levels.ts";
import { readStudy } from "./read.ts";

const xray = (dose: unknown) => [{ at: "4 h", xray: { dose, rate: "1 Gy/min" } }] as never;

describe("a protocol", () => {
  test("without a list has one level, itself", () => {
    const steps = xray("6 Gy");
    expect(levelsOf(steps)).toEqual({ levels: [{ value: 0, text: "", protocol: steps }], faults: [] });
  });
  test("with a list has a level for each value, ascending, and at 0 the step does nothing", () => {
    const { levels, axis, faults } = levelsOf(xray(["6 Gy", "0 Gy", "200 cGy"]));
    expect(faults).toEqual([]);
    expect(axis).toEqual({ name: "X-rays", unit: "Gy" });
    expect(levels.map((l) => [l.value, l.text])).toEqual([
      [0, "0 Gy"],
      [2, "200 cGy"],
      [6, "6 Gy"],
    ]);
    expect(levels[0]!.protocol).toEqual([{ at: "4 h" }]);
    expect(levels[2]!.protocol).toEqual(xray("6 Gy"));
  });
  test.each([
    [{ at: "0 h", drug: "ouabain", concentration: ["0 uM", "1 uM"] }, "ouabain", "uM"],
    [
      { at: "0 h", for: "1 h", laser: { wavelength: "808 nm", irradiance: ["0 W/cm^2", "1 W/cm^2"] } },
      "light",
      "W/cm^2",
    ],
    [
      { at: "0 h", for: "1 h", ultrasound: { frequency: "1 MHz", intensity: ["0 W/cm^2", "1 W/cm^2"] } },
      "ultrasound",
      "W/cm^2",
    ],
  ])("may list %j", (step, name, unit) => {
    const { levels, axis } = levelsOf([step]);
    expect(axis).toEqual({ name, unit });
    expect(levels.map((l) => Object.keys(l.protocol[0]!).length)).toEqual([
      "for" in step ? 2 : 1,
      Object.keys(step).length,
    ]);
  });
});

describe("a list that cannot be run", () => {
  const study = {
    kation: 1,
    study: "dose-response",
    title: "x",
    agents: ["scnp"],
    cells: { tumour: "tumour-generic" },
    environment: { tumour: "medium-ph7.4" },
    culture: { density: "1e5 1/mL", volume: "100 uL" },
    dose: { list: ["100 ug/mL"] },
    until: "24 h",
  };
  test.each([
    ["without a unit", [0, "2 Gy"], "protocol/0/xray/dose/0 missing-unit"],
    ["of another quantity", ["0 Gy", "2 mM"], "protocol/0/xray/dose/1 mismatch-unit"],
    ["below zero", ["0 Gy", "-2 Gy"], "protocol/0/xray/dose/1 out-of-range"],
    ["with a value twice", ["0 Gy", "2 Gy", "200 cGy"], "protocol/0/xray/dose/2 duplicate-key"],
    [
      "with a wrong value before one twice",
      [0, "2 Gy", "200 cGy"],
      "protocol/0/xray/dose/0 missing-unit protocol/0/xray/dose/2 duplicate-key",
    ],
    ["of one", ["2 Gy"], "protocol/0/xray/dose invalid-value"],
  ])("%s is refused where it stands", (_, dose, fault) => {
    const { faults } = readStudy({ ...study, protocol: xray(dose) });
    expect(faults.map((f) => `${f.path.join("/")} ${f.error.code}`).join(" ")).toBe(fault);
  });
  test("beside another is refused, and the first is named", () => {
    const other = { at: "0 h", drug: "ouabain", concentration: ["0 uM", "1 uM"] };
    const { faults } = readStudy({ ...study, protocol: [...xray(["0 Gy", "2 Gy"]), other] as never });
    expect(faults.map((f) => `${f.path.join("/")} ${f.error.code}`)).toEqual([
      "protocol/1/concentration unsupported-feature",
    ]);
    expect(faults[0]!.error.why).toContain("protocol/0/xray/dose");
  });
});
