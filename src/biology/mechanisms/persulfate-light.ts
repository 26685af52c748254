import { type Draft, sourced } from "#model";
import type { Environment } from "../types.ts";
import { type Constants, constants } from "./constants.ts";
import { beamDepth, beamSetting } from "./heat.ts";

/** Wavelengths between which persulfate's absorption is stated, m. */
export const persulfateAbsorbs = { from: 240e-9, to: 320e-9 } as const;
/** Where persulfate is as clear as water: it is a colourless salt, m. */
export const persulfateClear = 400e-9;

const numbers: Constants = {
  eps_S2O8_254: {
    label: "absorption of S2O8 2- at 254 nm, decadic",
    number: sourced("21 1/(M*cm)", {
      grade: "B",
      range: ["20 1/(M*cm)", "22 1/(M*cm)"],
      why: "recalled, no source known",
      needsPaper: true,
    }),
  },
  fall_S2O8: {
    label: "wavelength over which the absorption of S2O8 2- falls e-fold",
    number: sourced("20 nm", {
      grade: "C",
      range: ["13 nm", "35 nm"],
      why: "no spectrum was read; nearly nothing is left at 320 nm, one part in 7 to 160",
      needsPaper: true,
    }),
  },
  yield_S2O8_254: {
    label: "SO4·- per photon that S2O8 2- absorbs, 254 nm",
    number: sourced("1.4", {
      grade: "A",
      range: ["1.2", "1.6"],
      source: "mark1990",
      at: "abstract: 1.4 H+ and 1.4 sulfate per photon with tert-butanol, 20 °C, no oxygen; range a seventh either way, none is given",
    }),
  },
  yield_S2O8_308: {
    label: "SO4·- per photon that S2O8 2- absorbs, 308 nm",
    number: sourced("0.55", {
      grade: "A",
      range: ["0.45", "0.65"],
      source: "ivanov2000",
      at: "abstract: 0.55, laser flash at 308 nm; range a fifth either way, none is given",
    }),
  },
};

const wellUltraviolet: Constants = {
  a_medium_uv: {
    label: "absorption of the medium at 240 to 320 nm, decadic",
    number: sourced("3 1/cm", {
      grade: "C",
      range: ["0.3 1/cm", "10 1/cm"],
      why: "serum and aromatic amino acids, order of magnitude; buffered saline next to nothing",
      needsPaper: true,
    }),
  },
};

const tissueUltraviolet: Constants = {
  mu_tissue_uv: {
    label: "attenuation of light of 240 to 320 nm by tissue",
    number: sourced("300 1/cm", {
      grade: "C",
      range: ["100 1/cm", "1000 1/cm"],
      why: "protein and nucleic acid stop it within some ten micrometres, order of magnitude",
      needsPaper: true,
    }),
  },
};

/**
 * Declares how fast ultraviolet splits persulfate where a step shines it: rules `k_light__med` and `k_light__cyt`, 1/s.
 *
 *     k = ln10·ε(λ)·½Φ(λ)·I·λ/(N·h·c)      ε = ε₂₅₄·exp(−(λ − 254 nm)/w)      Φ from that at 254 to that at 308 nm
 *     medium in a well  k·(1 − 10^−A)/(ln10·A), the mean over its depth, A = a·l       cells below it  k·10^−A
 *     tissue            k·exp(−μ·z) for both
 *
 * Settings `irradiance` (W/m², shared with `heat`) and `wavelength` (m). Below 240 and above 320 nm nothing is split, as
 * no absorption is at hand (`checkProtocol` says so, up to 400 nm); persulfate takes no light from itself.
 *
 * @limits  no light, no rate; at 808 nm none
 * @valid   240–320 nm; A of persulfate itself well below 1 (50 mM through 3 mm: 0.3); light from above
 * @source  mark1990 (yield at 254 nm), ivanov2000 (yield at 308 nm)
 */
export function lightOnPersulfate(draft: Draft, environment: Environment): void {
  const inTissue = environment.kind === "tissue";
  constants(draft, numbers);
  constants(draft, inTissue ? tissueUltraviolet : wellUltraviolet);
  const depth = beamDepth(draft, inTissue);
  const irradiance = beamSetting(draft);
  draft.setting("wavelength", "254 nm", "m", "wavelength of the light");
  const [start, low, half, high] = [persulfateAbsorbs.from, 254e-9, 308e-9, persulfateAbsorbs.to].map(
    (x) => `${x} [m]`,
  );
  draft.rule(
    "eps_S2O8",
    "1/(M*cm)",
    `eps_S2O8_254*exp(-(wavelength - ${low})/fall_S2O8)`,
    "absorption of S2O8 2- at the wavelength",
  );
  const between = `(wavelength - ${low})/(${half} - ${low})`;
  const toRed = `piecewise(0, wavelength <= ${low}, piecewise(${between}, wavelength <= ${half}, 1))`;
  draft.rule(
    "yield_S2O8",
    "1",
    `yield_S2O8_254 + (yield_S2O8_308 - yield_S2O8_254)*${toRed}`,
    "SO4·- per photon at the wavelength",
  );
  // Energy of a mole of photons: N·h·c/λ. Two SO4·- of one persulfate: half their yield is its own.
  const split = `1.151292546497023*eps_S2O8*yield_S2O8*${irradiance}*wavelength/0.11962656 [J*m/mol]`;
  const outside = `piecewise(0 [1/s], wavelength > ${high}, ${split})`;
  draft.rule(
    "k_light",
    "1/s",
    `piecewise(0 [1/s], wavelength < ${start}, ${outside})`,
    "S2O8 2- split by light that nothing takes before",
  );
  const path = inTissue ? `mu_tissue_uv*${depth}` : `2.302585092994046*a_medium_uv*${depth}`;
  draft.rule("dimming", "1", `${path} + 1e-9`, "natural absorbance before the cells");
  draft.rule("k_light__cyt", "1/s", "k_light*exp(-dimming)", "S2O8 2- of cells split by light");
  draft.rule(
    "k_light__med",
    "1/s",
    inTissue ? "k_light*exp(-dimming)" : "k_light*(1 - exp(-dimming))/dimming",
    "S2O8 2- of the medium split by light, mean over its depth",
  );
}
