import { type Draft, sourced } from "#model";
import type { Agent, Environment, LaserTrigger, Mechanism } from "../types.ts";
import { type Constants, constants } from "./constants.ts";

/** Kinds of reaction that warm up alike. */
export type Activation = "diffusion" | "surface" | "fenton" | "enzyme";

const activations: Constants = {
  Ea_diffusion: {
    label: "activation energy of diffusion-limited radical steps",
    number: sourced("15 kJ/mol", {
      grade: "B",
      range: ["12 kJ/mol", "18 kJ/mol"],
      why: "recalled, no source known",
      needsPaper: true,
    }),
  },
  Ea_surface: {
    label: "activation energy of dissolution",
    number: sourced("50 kJ/mol", {
      grade: "C",
      range: ["30 kJ/mol", "80 kJ/mol"],
      why: "surface-controlled dissolution of oxides",
    }),
  },
  Ea_fenton: {
    label: "activation energy of chelated metal + H2O2",
    number: sourced("40 kJ/mol", {
      grade: "C",
      range: ["35 kJ/mol", "56.4 kJ/mol"],
      source: "millero1989",
      why: "between the two channels of aqueous Fe(II), 35.7 and 56.4; not measured for the cell's ligands",
      needsPaper: true,
    }),
  },
  Ea_enzyme: {
    label: "activation energy of enzymes below their melting",
    number: sourced("45 kJ/mol", {
      grade: "C",
      range: ["30 kJ/mol", "60 kJ/mol"],
      why: "rates double in ten kelvin, order of magnitude",
      needsPaper: true,
    }),
  },
};

const recalled = { grade: "B", needsPaper: true } as const;
const fixed = { dist: "fixed" } as const;

const well: Constants = {
  tau_heat: {
    label: "cooling time of the well",
    number: sourced("60 s", {
      grade: "C",
      range: ["30 s", "250 s"],
      why: "100 µL in a plate: 0.4 J/K and 2–15 mW/K of losses; a millilitre in a cuvette has 200–300 s",
      needsPaper: true,
    }),
  },
  c_water: {
    label: "heat capacity of the medium per volume",
    number: sourced("4.18e6 J/m^3/K", { ...recalled, ...fixed, why: "recalled, no source known: water" }),
  },
};

const wellLight: Constants = {
  depth_well: {
    label: "depth of the medium along the beam",
    number: sourced("3 mm", { grade: "C", range: ["2 mm", "5 mm"], why: "100 µL in a 96-well plate" }),
  },
  mu_medium: {
    label: "absorption of the medium itself, natural",
    number: sourced("0.13 1/cm", {
      ...recalled,
      range: ["0.02 1/cm", "0.16 1/cm"],
      why: "recalled, no source known: water at 1064 nm 0.12–0.15, at 808 nm 0.02",
    }),
  },
};

const tissue: Constants = {
  tau_tissue: {
    label: "cooling time of tissue by blood and conduction",
    number: sourced("90 s", {
      grade: "C",
      range: ["60 s", "120 s"],
      why: "perfusion 5e-4–5e-3 1/s and conduction",
    }),
  },
  c_tissue: {
    label: "heat capacity of tissue per volume",
    number: sourced("3.9e6 J/m^3/K", {
      grade: "C",
      range: ["3.6e6 J/m^3/K", "4.2e6 J/m^3/K"],
      why: "3.6–4.2 J/(g·K) at the density of water",
    }),
  },
};

const tissueLight: Constants = {
  depth_tissue: {
    label: "depth below the skin",
    number: sourced("3 mm", { grade: "C", range: ["1 mm", "6 mm"], why: "a subcutaneous tumour of 100 mm³" }),
  },
  mu_eff_tissue: {
    label: "attenuation of light by tissue",
    number: sourced("2 1/cm", {
      grade: "C",
      range: ["1 1/cm", "5 1/cm"],
      why: "near-infrared windows, order of magnitude",
      needsPaper: true,
    }),
  },
  mu_tissue: {
    label: "absorption of tissue itself",
    number: sourced("0.2 1/cm", {
      grade: "C",
      range: ["0.1 1/cm", "0.6 1/cm"],
      why: "water and haemoglobin, order of magnitude",
      needsPaper: true,
    }),
  },
};

const dose: Constants = {
  cem_half: {
    label: "heat dose at half the greatest hazard",
    number: sourced("120 min", {
      ...recalled,
      range: ["60 min", "240 min"],
      why: "recalled, no source known: kill at 60–240 min CEM43",
    }),
  },
  cem_order: {
    label: "steepness of the heat dose",
    number: sourced("2", { grade: "C", range: ["1", "4"], why: "taken like the other damages" }),
  },
};

const twoStep: Constants = {
  Ea_death: {
    label: "activation energy of death by heat",
    number: sourced("576 kJ/mol", {
      grade: "D",
      range: ["430 kJ/mol", "720 kJ/mol"],
      why: "halving of time per kelvin at 43 °C: ln 2·R·T²",
    }),
  },
  k_lag_43: {
    label: "entry into the vulnerable state at 43 °C",
    number: sourced("1 1/h", {
      grade: "C",
      range: ["0.3 1/h", "3 1/h"],
      source: "pearce2012",
      why: "a shoulder of minutes to hours is read, its length is not",
      needsPaper: true,
    }),
  },
  k_kill_43: {
    label: "death of the vulnerable at 43 °C",
    number: sourced("0.35 1/h", {
      grade: "D",
      range: ["0.17 1/h", "0.7 1/h"],
      why: "half dead after 60–240 min at 43 °C",
    }),
  },
  k_recover: {
    label: "return from the vulnerable state",
    number: sourced("0.1 1/h", {
      grade: "C",
      range: ["0.03 1/h", "0.5 1/h"],
      why: "thermotolerance over a day",
      needsPaper: true,
    }),
  },
};

/**
 * Temperature, the factors by which it speeds up reactions, and death by heat.
 *
 *     factor    exp(Ea/R·(1/310.15 K − 1/T))
 *     well      ρc·l·dT/dt = I·(1 − 10^−(A + A₀))·(η·A + A₀)/(A + A₀) − ρc·l·(T − T₀)/τ,   A = ε·C·l,  A₀ the medium's
 *     tissue    dT/dt = I·e^(−μ_eff·z)·(η·ln10·ε·C + μ_t)/ρc − (T − T₀)/τ_T             (Pennes, lumped)
 *
 * Without light or sound in the protocol, or without a receptor for them, `T` is the medium's temperature and the
 * factors are constants. With either, `T` follows the settings `irradiance` and `ultrasound` (W/m²). Which balance
 * holds is the environment's: `kind: "tissue"` cools by blood. The medium's own absorption heats whatever the dose.
 *
 * Death: `cem43` adds up the equivalent time at 43 °C (R = 0.5 at and above, 0.25 below) for `fate`; with
 * `heat-arrhenius` a lag and an Arrhenius step take its place, each above its rate at the medium's temperature:
 *
 *     dV/dt = k_lag(T)·(1 − V) − k_recover·V        hazard = k_kill(T)·V
 *
 * One Arrhenius step alone over-predicts early death in mild hyperthermia: survival curves have a shoulder.
 *
 * @limits  no light and no sound, no change of temperature and no death by heat; no more than 100 °C; no medium absorption gives the
 *          textbook balance η·P·(1 − 10^−A) = hS·ΔT
 * @valid   20–55 °C; one well-mixed well or one depth of tissue; enzymes gain by their factor (`heat_enzyme`), and melt
 *          above 45 °C, which is left out: warmer, the cell's defence is overstated
 * @source  millero1989 (channels of Fe(II) + H2O2); pearce2012 (shoulder)
 */
export function heat(options: {
  agent: Agent;
  environment: Environment;
  lit: boolean;
  sounded: boolean;
  arrhenius: boolean;
}): Mechanism {
  const laser = options.lit ? laserOf(options.agent) : undefined;
  const inTissue = options.environment.kind === "tissue";
  return {
    id: "heat",
    label: "temperature, its effect on rates, death by heat",
    add(draft) {
      if (laser || options.sounded) {
        warm(draft, inTissue);
        if (laser) shine(draft, laser, `agents/${options.agent.id}/triggers/laser`, inTissue);
        if (options.arrhenius) dieInTwoSteps(draft);
        else {
          constants(draft, dose);
          draft.variable("cem43", {
            label: "thermal dose, equivalent time at 43 °C",
            unit: "s",
            counter: true,
            rate: "piecewise(0.5^(316.15 - T/1 [K]), T >= 316.15 [K], 0.25^(316.15 - T/1 [K]))",
          });
        }
        draft.observe("temperature", { label: "temperature", unit: "K", display: "degC", expr: "T" });
      } else draft.rule("T", "K", "T_medium", "temperature");
      draft.rule("R_gas", "J/mol/K", "8.31446261815324 [J/mol/K]", "gas constant");
      for (const kind of ["diffusion", "surface", "fenton"] as const) arrhenius(draft, kind);
    },
  };
}

/** The laser an agent answers to, if any. */
export function laserOf(agent: Agent): LaserTrigger["laser"] | undefined {
  return agent.triggers.find((t): t is LaserTrigger => typeof t === "object" && "laser" in t)?.laser;
}

/** Declares the Arrhenius factor of a kind, 1 at 37 °C, where it is not there yet. @returns its id */
export function arrhenius(draft: Draft, kind: Activation): string {
  const [id, Ea] = [`heat_${kind}`, `Ea_${kind}`];
  if (draft.has(id)) return id;
  constants(draft, { [Ea]: activations[Ea]! });
  return draft.rule(id, "1", `exp(${Ea}/R_gas*(1/310.15 [K] - 1/T))`, `Arrhenius factor, ${kind}`);
}

const viscosity: Constants = {
  B_viscosity: {
    label: "viscosity of water, Vogel's B",
    number: sourced("570.6 K", { ...recalled, ...fixed, why: "recalled, no source known: 247.8 K·ln 10" }),
  },
  T0_viscosity: {
    label: "viscosity of water, Vogel's temperature",
    number: sourced("140 K", { ...recalled, ...fixed, why: "recalled, no source known" }),
  },
};

/**
 * Declares the factor of a diffusion coefficient in water, `D ∝ T/μ`, 1 at 37 °C, where it is not there yet;
 * `μ ∝ exp(B/(T − T₀))`.
 * @returns its id
 * @valid   0–100 °C
 */
export function mobility(draft: Draft): string {
  if (draft.has("heat_mobility")) return "heat_mobility";
  constants(draft, viscosity);
  const fluidity = "exp(B_viscosity/(310.15 [K] - T0_viscosity) - B_viscosity/(T - T0_viscosity))";
  return draft.rule(
    "heat_mobility",
    "1",
    `T/310.15 [K]*${fluidity}`,
    "diffusion in water, over that at 37 °C",
  );
}

/** `T` as a state that light and sound heat and that its surroundings cool. */
function warm(draft: Draft, inTissue: boolean): void {
  constants(draft, inTissue ? tissue : well);
  draft.variable("T", { label: "temperature", unit: "K", initial: "T_medium" });
  draft.addTo("T", `-(T - T_medium)/${inTissue ? "tau_tissue" : "tau_heat"}`);
  // Boiling takes what light brings above 100 °C; at 37 °C the term is 1e-27 K/s.
  draft.addTo("T", "-1 [K/s]*ln(1 + exp((T - 373.15 [K])/1 [K]))");
}

/** Declares the irradiance that a step of light sets, where it is not there yet. @returns its id */
export function beamSetting(draft: Draft): string {
  if (!draft.has("irradiance")) draft.setting("irradiance", 0, "W/m^2", "laser irradiance");
  return "irradiance";
}

/** Declares how deep light goes before it meets cells, where it is not there yet. @returns its id */
export function beamDepth(draft: Draft, inTissue: boolean): string {
  const id = inTissue ? "depth_tissue" : "depth_well";
  if (!draft.has(id)) constants(draft, { [id]: (inTissue ? tissueLight : wellLight)[id]! });
  return id;
}

function shine(draft: Draft, laser: LaserTrigger["laser"], at: string, inTissue: boolean): void {
  constants(draft, inTissue ? tissueLight : wellLight);
  draft.parameter("photothermal", laser.efficiency, {
    label: "photothermal conversion",
    path: `${at}/efficiency`,
  });
  draft.parameter("extinction", laser.extinction, {
    label: "mass extinction, decadic",
    path: `${at}/extinction`,
  });
  beamSetting(draft);
  if (inTissue) {
    draft.rule("fluence", "W/m^2", "irradiance*exp(-mu_eff_tissue*depth_tissue)", "light at the depth");
    draft.rule("mu_agent", "1/m", "2.302585092994046*extinction*dose_given", "absorption of the particles");
    draft.rule("light", "W/m^3", "fluence*(mu_agent + mu_tissue)", "light absorbed");
    draft.rule("heat_of_light", "W/m^3", "fluence*(photothermal*mu_agent + mu_tissue)", "heat of light");
  } else {
    draft.rule("absorbance", "1", "extinction*dose_given*depth_well", "absorbance of the particles");
    draft.rule(
      "absorbance_medium",
      "1",
      "mu_medium*depth_well/2.302585092994046",
      "absorbance of the medium",
    );
    draft.rule("absorbed", "1", "1 - 10^(-absorbance - absorbance_medium)", "share of the light absorbed");
    draft.rule("light", "W/m^3", "irradiance*absorbed/depth_well", "light absorbed");
    draft.rule(
      "heat_of_light",
      "W/m^3",
      "light*(photothermal*absorbance + absorbance_medium)/(absorbance + absorbance_medium + 1e-12)",
      "heat of light",
    );
  }
  draft.addTo("T", `heat_of_light/${inTissue ? "c_tissue" : "c_water"}`);
  draft.variable("light_absorbed", {
    label: "light absorbed per volume since the dose",
    unit: "J/m^3",
    counter: true,
    rate: "light",
  });
  draft.observe("light.absorbed", {
    label: "light absorbed",
    unit: "J/m^3",
    display: "J/mL",
    expr: "light_absorbed",
  });
}

function dieInTwoSteps(draft: Draft): void {
  constants(draft, twoStep);
  const factor = (T: string): string => `exp(Ea_death/R_gas*(1/316.15 [K] - 1/${T}))`;
  draft.rule(
    "heat_excess",
    "1",
    `${factor("T")} - ${factor("T_medium")}`,
    "over the rate at 43 °C, above rest",
  );
  // Far above 55 °C the law means no more than at once.
  draft.rule(
    "heat_death",
    "1",
    "heat_excess/(1 + 1e-4*heat_excess)",
    "rate of death by heat over that at 43 °C",
  );
  draft.variable("heat_vulnerable", {
    label: "share of cells that heat has made vulnerable",
    unit: "1",
    counter: true,
    rate: "k_lag_43*heat_death*(1 - heat_vulnerable) - k_recover*heat_vulnerable",
  });
  draft.sum("hazard_other", "1/s", "hazard of what is no damage of the cell's own");
  draft.addTo("hazard_other", "k_kill_43*heat_death*heat_vulnerable");
}
