import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  convert,
  divide,
  fromBase,
  KationError,
  multiply,
  nearest,
  plainNumber,
  power,
  printNumber,
  printUnit,
  quantity,
  sameDimension,
  toBase,
  unit,
} from "./index.ts";

describe("units are read", () => {
  test.each([
    ["M^-1 s^-1", 1e-3, "1/(mol/m^3*s)"],
    ["1/(mM*s)", 1, "m^3/mol/s"],
    ["M⁻¹ s⁻¹", 1e-3, "1/(M*s)"],
    ["L/mol/cm", 0.1, "m^2/mol"],
    ["µg/mL", 1e-3, "kg/m^3"],
    ["μg/mL", 1e-3, "kg/m^3"],
    ["ug/mL", 1e-3, "kg/m^3"],
    ["W/cm²", 1e4, "W/m^2"],
    ["pg/cell", 1e-15, "kg"],
    ["mol m^-2 s^-1", 1, "mol/m^2/s"],
    ["m3", 1, "m^3"],
    ["Gy", 1, "J/kg"],
    ["%", 0.01, "1"],
    ["%ID/g", 10, "1/kg"],
    ["kat", 1, "mol/s"],
    ["h", 3600, "s"],
    ["min", 60, "s"],
    ["d", 86400, "s"],
    ["1/(M^2*s)", 1e-6, "m^6/mol^2/s"],
    ["kJ/mol", 1000, "J/mol"],
    ["m^0.5", 1, "m^(1/2)"],
  ])("%s", (text, factor, like) => {
    expect(unit(text).factor / factor).toBeCloseTo(1, 12);
    expect(sameDimension(unit(text), unit(like))).toBe(true);
  });
  test("a minute is not a milli-inch and a mole not a metre of ol", () => {
    expect(sameDimension(unit("min"), unit("s"))).toBe(true);
    expect(sameDimension(unit("mol"), unit("m"))).toBe(false);
  });
  test("Celsius is a temperature by itself and refused in compounds", () => {
    expect(toBase("37 degC", "K")).toBeCloseTo(310.15, 10);
    expect(fromBase(310.15, "°C")).toBeCloseTo(37, 10);
    expect(() => unit("degC/s")).toThrow(KationError);
  });
  test.each([
    ["uMM", "unknown-unit"],
    ["kg^", "invalid-unit"],
    ["mM/", "invalid-unit"],
    ["(M", "invalid-unit"],
    ["__proto__", "invalid-unit"],
    ["m^999", "invalid-unit"],
    ["constructor", "unknown-unit"],
  ])("%s is refused", (text, code) => {
    expect(() => unit(text)).toThrow(expect.objectContaining({ code }));
  });
});

describe("quantities", () => {
  test.each([
    ["50 uM", 0.05],
    ["1e5 1/mL", 1e11],
    ["-65 mV", -0.065],
    ["0.566", 0.566],
    ["1 mg/mL", 1],
  ])("%s", (text, base) => {
    expect(toBase(text)).toBeCloseTo(base, 12);
  });
  test.each(["", "x", "NaN", "Infinity", "1e999 s", "uM 5"])("%j is no quantity", (text) => {
    expect(() => quantity(text)).toThrow(expect.objectContaining({ code: "invalid-number" }));
  });
  test("another dimension is refused with what to do", () => {
    expect(() => toBase("5 mM", "s")).toThrow(
      expect.objectContaining({ code: "mismatch-unit", fix: expect.stringContaining("s") }),
    );
  });
  test("conversion there and back is the same", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-9, max: 1e9, noNaN: true }),
        fc.constantFrom("uM", "mM", "nM", "mol/L"),
        (x, to) => {
          expect(
            convert({ value: convert({ value: x, unit: unit("M") }, to), unit: unit(to) }, "M") / x,
          ).toBeCloseTo(1, 12);
        },
      ),
      { seed: 1 },
    );
  });
  test("units form a group", () => {
    const some = fc.constantFrom("m", "s", "mM", "kg", "K", "V", "1/h");
    fc.assert(
      fc.property(some, some, (a, b) => {
        const [u, v] = [unit(a), unit(b)];
        expect(sameDimension(divide(multiply(u, v), v), u)).toBe(true);
        expect(sameDimension(multiply(u, v), multiply(v, u))).toBe(true);
        expect(sameDimension(power(power(u, 2), 0.5), u)).toBe(true);
      }),
      { seed: 2 },
    );
  });
});

describe("printing", () => {
  test.each([
    ["1/(M*s)", "M⁻¹ s⁻¹"],
    ["ug/mL", "µg/mL"],
    ["uM", "µM"],
    ["m^3/s", "m³/s"],
    ["", ""],
  ])("%s as %s", (text, printed) => {
    expect(printUnit(unit(text))).toBe(printed);
  });
  test.each([
    [1.234e-7, "1.23×10⁻⁷"],
    [0.0123, "0.0123"],
    [1000, "1000"],
    [123456789, "1.23×10⁸"],
    [0, "0"],
    [Infinity, "∞"],
    [-2.5, "-2.5"],
  ])("%s as %s", (x, printed) => {
    expect(printNumber(x)).toBe(printed);
  });
  test("plain numbers keep three digits and no trailing zeros", () =>
    expect(plainNumber(0.1 + 0.2)).toBe("0.3"));
});

test("the nearest names come first, far ones not at all", () => {
  expect(nearest("catalse", ["catalase", "gpx4", "castle"])[0]).toBe("catalase");
  expect(nearest("zzzz", ["catalase", "gpx4"])).toEqual([]);
});
