import { describe, expect, test } from "vitest";
import { sourced } from "#model";
import { checkProtocol, findAgent } from "./index.ts";

const laser = (wavelength: string) => [
  { at: "4 h", for: "5 min", laser: { wavelength, irradiance: "1 W/cm^2" } },
];
const ultrasound = (frequency: string) => [
  { at: "1 h", dose: 1 },
  { at: "4 h", for: "5 min", ultrasound: { intensity: "1 W/cm^2", frequency } },
];
const rods = findAgent("fe2p-nanorods");

describe("light of a protocol", () => {
  test("is let be within a tenth of the wavelength that was measured", () => {
    for (const near of ["1064 nm", "980 nm", "1.16 um"]) expect(checkProtocol(rods, laser(near))).toEqual([]);
  });
  test("is odd beyond it, with the place, the reason and the fix", () => {
    const [finding, ...others] = checkProtocol(rods, laser("808 nm"));
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      severity: "warning",
      code: "out-of-range",
      what: "light of 808 nm on fe2p-nanorods, whose extinction and conversion were measured at 1064 nm",
      where: "protocol/0/laser/wavelength",
      fix: expect.stringContaining("agents/fe2p-nanorods/triggers/laser/extinction"),
    });
    expect(checkProtocol(rods, laser("1200 nm"))).toHaveLength(1);
  });
  test("is held against the wavelength that a study sets", () => {
    const number = sourced("808 nm", { grade: "D", why: "measured there", dist: "fixed" });
    const set = new Map([["agents/fe2p-nanorods/triggers/laser/wavelength", number]]);
    expect(checkProtocol(rods, laser("808 nm"), set)).toEqual([]);
    expect(checkProtocol(rods, laser("1064 nm"), set)).toHaveLength(1);
  });
  test("does not concern an agent that answers to no light", () => {
    expect(checkProtocol(findAgent("ms-mno2"), laser("400 nm"))).toEqual([]);
  });
});

describe("light on persulfate", () => {
  const pnso = findAgent("pnso");
  test("is followed from 240 to 320 nm, with a note on what ultraviolet does by itself", () => {
    for (const known of ["254 nm", "240 nm", "308 nm", "320 nm"])
      expect(checkProtocol(pnso, laser(known))).toMatchObject([
        {
          severity: "note",
          where: "protocol/0/laser/wavelength",
          why: expect.stringContaining("nucleic acids"),
        },
      ]);
  });
  test("is odd where its absorption is not known", () => {
    for (const unknown of ["222 nm", "239 nm", "321 nm", "365 nm"])
      expect(checkProtocol(pnso, laser(unknown))).toMatchObject([
        {
          severity: "warning",
          code: "out-of-range",
          what: `light of ${unknown} on pnso, whose absorption by persulfate is not known there`,
        },
      ]);
  });
  test("is let be where persulfate is clear, and on agents without it", () => {
    expect(checkProtocol(pnso, laser("808 nm"))).toEqual([]);
    expect(checkProtocol(findAgent("scnp"), laser("254 nm"))).toEqual([]);
  });
});

describe("sound of a protocol", () => {
  test("is odd beyond a factor of three from 1 MHz where the record names no frequency", () => {
    for (const near of ["1 MHz", "400 kHz", "2.9 MHz"])
      expect(checkProtocol(rods, ultrasound(near))).toEqual([]);
    expect(checkProtocol(rods, ultrasound("40 kHz"))).toMatchObject([
      {
        code: "out-of-range",
        where: "protocol/1/ultrasound/frequency",
        what: "ultrasound of 0.04 MHz on fe2p-nanorods, whose answer is taken from 1 MHz",
      },
    ]);
    expect(checkProtocol(rods, ultrasound("3.1 MHz"))).toHaveLength(1);
  });
  test("is held against the frequency of the record where there is one", () => {
    const frequency = sourced("40 kHz", { grade: "C", why: "a bath", dist: "fixed" });
    const bath = { ...rods, triggers: [{ ultrasound: { frequency } }] };
    expect(checkProtocol(bath, ultrasound("40 kHz"))).toEqual([]);
    expect(checkProtocol(bath, ultrasound("1 MHz"))[0]?.what).toContain("that at 0.04 MHz");
  });
});
