import { type Draft, sourced } from "#model";
import { particleSets } from "../shape.ts";
import type { Agent, Cell, Environment, Mechanism } from "../types.ts";
import { type Constants, constants, surroundings } from "./constants.ts";
import { useCell, useEnvironment } from "./culture.ts";
import { carriedBy, stages } from "./particles.ts";

const numbers: Constants = {
  kcat_gox: {
    label: "glucose oxidase, turnover of a flavin site",
    number: sourced("700 1/s", {
      grade: "B",
      range: ["300 1/s", "1200 1/s"],
      why: "recalled, no source known: 25–37 °C, pH 5.5–7",
      needsPaper: true,
    }),
  },
  K_glucose_gox: {
    label: "glucose oxidase, half-saturation in glucose",
    number: sourced("25e-3 M", {
      grade: "A",
      range: ["20e-3 M", "38e-3 M"],
      source: "singhVerma",
      at: "table of constants",
    }),
  },
  K_oxygen_gox: {
    label: "glucose oxidase, half-saturation in O2",
    number: sourced("0.25e-3 M", {
      grade: "A",
      range: ["0.1e-3 M", "0.5e-3 M"],
      source: "singhVerma",
      at: "table of constants",
    }),
  },
  M_gox: {
    label: "glucose oxidase, molar mass of the dimer",
    number: sourced("160 kg/mol", {
      grade: "A",
      range: ["130 kg/mol", "175 kg/mol"],
      source: "leskovac2005",
      at: "mass of the dimer, as several works give it",
    }),
  },
  Ea_gox: {
    label: "glucose oxidase, activation energy of its turnover",
    number: sourced("26.7 kJ/mol", {
      grade: "A",
      range: ["24 kJ/mol", "30 kJ/mol"],
      source: "beltrame2004",
      at: "0–30 °C; spread taken as a tenth",
    }),
  },
  pK_low_gox: {
    label: "glucose oxidase, lower pKa",
    number: sourced("3.4", {
      grade: "A",
      range: ["3.2", "3.6"],
      source: "leskovac2005",
      at: "Glu412; spread taken",
      dist: "normal",
    }),
  },
  pK_high_gox: {
    label: "glucose oxidase, upper pKa",
    number: sourced("6.9", {
      grade: "A",
      range: ["6.7", "7.1"],
      source: "leskovac2005",
      at: "His516; spread taken",
      dist: "normal",
    }),
  },
  k_lactone: {
    label: "gluconolactone to gluconate",
    number: sourced("3e-4 1/s", {
      grade: "C",
      range: ["1e-4 1/s", "1e-3 1/s"],
      why: "1e-4 to 1e-3 by pH, as believed",
      needsPaper: true,
    }),
  },
  k_oxygen_supply: {
    label: "supply of O2 to the medium of a well",
    number: sourced("2e-4 1/s", {
      grade: "C",
      range: ["5e-5 1/s", "1e-3 1/s"],
      why: "diffusion through 3 mm of still medium, D/L² with D 2e-9 m²/s; stirring raises it",
    }),
  },
};

const bufferNumbers: Constants = {
  pK_hepes: {
    label: "pKa of HEPES at 37 °C",
    number: sourced("7.3", {
      grade: "B",
      range: ["7.2", "7.5"],
      why: "recalled, no source known: 7.55 at 20 °C, −0.014 per kelvin",
      needsPaper: true,
      dist: "normal",
    }),
  },
  pK_phosphate: {
    label: "second pKa of phosphate in 0.15 M salt",
    number: sourced("6.72", {
      grade: "D",
      range: ["6.6", "6.85"],
      source: "minteqV4",
      why: "19.573 − 12.375 at I = 0, less 4·0.119 by Davies",
      dist: "normal",
    }),
  },
};

/** The rate of glucose oxidase, M/s, as an expression: the library's one law of it. `sites` are flavins, two per dimer. */
export function glucoseOxidaseRate(of: {
  readonly sites: string;
  readonly glucose: string;
  readonly oxygen: string;
  readonly pH: string;
}): string {
  return `${activity(of.sites, of.pH)}/(1 + K_glucose_gox/${of.glucose} + K_oxygen_gox/${of.oxygen})`;
}

function activity(sites: string, pH: string): string {
  // Of the profile's value at its optimum, pH 5.5 or so, which the turnover was read at.
  const bell = (at: string): string => `(1 + 10^(pK_low_gox - ${at}) + 10^(${at} - pK_high_gox))`;
  return `kcat_gox*${sites}*exp(Ea_gox/R_gas*(1/310.15 [K] - 1/T))*${bell("5.5")}/${bell(pH)}`;
}

/** Declares the constants of glucose oxidase, for mechanisms that use its law. */
export function useGlucoseOxidase(draft: Draft): void {
  constants(draft, numbers);
}

/**
 * Glucose oxidase on the particles of the first core: glucose and O2 in, H2O2 and gluconic acid out.
 *
 *     glucose + O2 → gluconolactone + H2O2     v = k_cat·E/(1 + K_G/[glucose] + K_O/[O2])·f(pH)·Arrhenius
 *     gluconolactone + H2O → gluconate⁻ + H⁺   in the medium, first order
 *
 * In the medium O2 is what its supply by diffusion leaves: v = k·([O2]air − [O2]), solved in closed form, so that the
 * enzyme makes no more H2O2 than O2 arrives. In the cell the flux approaches, at most, the glucose a cell can take up.
 * Glucose itself is a number of medium and cell. H2O2 goes to the medium or the cytosol.
 *
 * The pH stays the medium's own. `gluconic acid` says how much acid it was asked to hold, and `pH.shift` by how much its
 * buffers would let it fall, to first order: −[gluconate⁻]/β, β = ln 10·([HCO3⁻] + Σ c·K·h/(K + h)²) over HEPES and
 * phosphate. The gas above keeps CO2 where it is, so bicarbonate counts whole; a medium set to pH 6.5 with the bicarbonate of
 * pH 7.4 holds more than one in 5 % CO2 would. Proteins and amino acids, some mM/pH, are left out.
 *
 * @limits  without O2, glucose or particles nothing happens; v ≤ supply of O2
 * @valid   the enzyme keeps its activity on the particle and in lysosomes: their proteases are left out; a fall of pH below
 *          0.3, beyond which the enzyme, iron and dissolution would feel it
 */
export function glucoseOxidase(options: { agent: Agent; cell: Cell; environment: Environment }): Mechanism {
  const { agent, cell, environment } = options;
  return {
    id: "glucose-oxidase",
    label: "glucose oxidase on the particle",
    add(draft) {
      useGlucoseOxidase(draft);
      // A switch, so that arms can be compared in the same worlds.
      draft.setting("gox_activity", 1, "1", "share of the enzyme that is active");
      useCell(draft, cell, { glucose__cyt: "glucose", V_glucose_use: "glucoseUse" });
      useEnvironment(draft, environment, { glucose__med: "glucose" });
      const index = agent.cargo.findIndex((c) => "enzyme" in c && c.enzyme === "glucose-oxidase");
      const sets = particleSets(agent).filter((s) => s.index === 0);
      for (const stage of stages) {
        const carried = sets.map((s) => `${s.id}__${stage.id}*${carriedBy(draft, s, agent)}`).join(" + ");
        draft.rule(
          `gox_sites__${stage.id}`,
          "M",
          `2*gox_activity*loading_${index}/M_gox*(${carried})`,
          `flavin sites ${stage.label}`,
        );
      }
      inMedium(draft);
      useEnvironment(draft, environment, { hepes_medium: "hepes", phosphate_medium: "phosphate" });
      shiftOfPH(draft);
      inCell(draft);
    },
  };
}

function inMedium(draft: Draft): void {
  const [o2, water, proton] = ["dioxygen", "water", "proton"].map((s) => surroundings(draft, s, "med"));
  const sugar = surroundings(draft, "sugar", "med");
  draft.species("lactone__med", { label: "gluconolactone, medium", at: "med", formula: "C6H10O6" });
  draft.species("gluconate__med", { label: "gluconate, medium", at: "med", formula: "C6H11O7-" });
  // k(S − x) = a·x/(b·x + K): the positive root, written so that nothing cancels when a is small or large.
  draft.rule(
    "gox_a",
    "M/s",
    activity("gox_sites__med", "pH__med"),
    "greatest rate of glucose oxidase, medium",
  );
  draft.rule("gox_b", "1", "1 + K_glucose_gox/glucose__med", "hold of glucose on the rate");
  draft.rule("gox_B", "M/s", "gox_a + k_oxygen_supply*(K_oxygen_gox - O2__med*gox_b)");
  draft.rule(
    "O2_left__med",
    "M",
    "2*k_oxygen_supply*O2__med*K_oxygen_gox/(gox_B + sqrt(gox_B^2 + 4*k_oxygen_supply^2*gox_b*O2__med*K_oxygen_gox))",
    "O2 that the enzyme leaves in the medium",
  );
  draft.reaction("oxidise_glucose__med", `${sugar} + ${o2} -> lactone__med + H2O2__med`, {
    at: "med",
    rate: "gox_a*O2_left__med/(gox_b*O2_left__med + K_oxygen_gox)",
  });
  draft.reaction("hydrolyse_lactone__med", `lactone__med + ${water} -> gluconate__med + ${proton}`, {
    at: "med",
    rate: "k_lactone*lactone__med",
  });
  draft.observe("gluconic acid", {
    label: "gluconic acid made in the medium, with its lactone",
    unit: "mM",
    expr: "lactone__med + gluconate__med",
  });
  draft.observe("O2.medium", { label: "O2 in the medium", unit: "mM", display: "uM", expr: "O2_left__med" });
}

/** What gluconate asks of the medium's buffers. */
function shiftOfPH(draft: Draft): void {
  constants(draft, bufferNumbers);
  const held = (amount: string, pK: string): string =>
    `${amount}*10^(pH__med - ${pK})/(1 + 10^(pH__med - ${pK}))^2`;
  draft.rule(
    "buffer_capacity__med",
    "M",
    `2.302585092994046*(HCO3__med + ${held("hepes_medium", "pK_hepes")} + ${held("phosphate_medium", "pK_phosphate")})`,
    "acid that moves the medium's pH by one, CO2 kept by the gas",
  );
  draft.observe("pH.shift", {
    label: "change of the medium's pH that its buffers would allow, not applied",
    unit: "1",
    expr: "-gluconate__med/buffer_capacity__med",
  });
}

function inCell(draft: Draft): void {
  const rate = (stage: string, pH: string): string =>
    glucoseOxidaseRate({ sites: `gox_sites__${stage}`, glucose: "glucose__cyt", oxygen: "O2__cyt", pH });
  draft.rule(
    "gox__vesicle",
    "M/s",
    `${rate("early__vesicle", "pH_early")} + ${rate("late__vesicle", "pH__vesicle")}`,
  );
  draft.rule("gox__cyt", "M/s", rate("cyt", "pH__cyt"));
  draft.rule(
    "gox_fed",
    "1",
    "V_glucose_use/(V_glucose_use + gox__cyt + gox__vesicle*V_vesicle/V_cyt)",
    "share of the rate that the cell's glucose feeds",
  );
  for (const at of ["vesicle", "cyt"]) {
    const [sugar, o2, water, acid, proton] = ["sugar", "dioxygen", "water", "gluconate", "proton"].map((s) =>
      surroundings(draft, s, at),
    );
    draft.reaction(
      `oxidise_glucose__${at}`,
      `${sugar} + ${o2} + ${water} -> ${acid} + ${proton} + H2O2__cyt`,
      {
        at,
        rate: `gox__${at}*gox_fed`,
      },
    );
  }
}
