import { sourced } from "#model";
import type { Agent, LaserTrigger, Mechanism } from "../types.ts";
import { type Constants, constants } from "./constants.ts";

const numbers: Constants = {
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
};

const laserNumbers: Constants = {
  tau_heat: {
    label: "cooling time of the well",
    number: sourced("250 s", {
      grade: "D",
      range: ["150 s", "350 s"],
      why: "1 mL of water, 0.017 W/K: 200–300 s",
    }),
  },
  c_water: {
    label: "heat capacity of the medium per volume",
    number: sourced("4.18e6 J/m^3/K", {
      grade: "B",
      why: "recalled, no source known: water",
      dist: "fixed",
      needsPaper: true,
    }),
  },
  depth_well: {
    label: "depth of the medium along the beam",
    number: sourced("3 mm", { grade: "C", range: ["2 mm", "5 mm"], why: "100 µL in a 96-well plate" }),
  },
  cem_half: {
    label: "heat dose at half the greatest hazard",
    number: sourced("120 min", {
      grade: "B",
      range: ["60 min", "240 min"],
      why: "recalled, no source known: kill at 60–240 min CEM43",
      needsPaper: true,
    }),
  },
  cem_order: {
    label: "steepness of the heat dose",
    number: sourced("2", { grade: "C", range: ["1", "4"], why: "taken like the other damages" }),
  },
};

/**
 * Temperature, and the factors by which it speeds up reactions.
 *
 *     factor = exp(Ea/R·(1/310.15 K − 1/T)),   with a laser: dT/dt = η·I·(1 − 10^(−ε·C·l))/(ρc·l) − (T − T₀)/τ
 *
 * Without light in the protocol or a laser trigger `T` is the medium's temperature and the factors are constants. With one, `T` follows the
 * setting `irradiance` (W/m², switched by the schedule) and what has been given, and `cem43` adds up the thermal dose,
 * `R^(43 − T)` with R = 0.5 at and above 43 °C and 0.25 below.
 *
 * @valid  20–55 °C; one well-mixed well; light absorbed along one depth
 */
export function heat(options: { agent: Agent; heated: boolean }): Mechanism {
  const laser = options.heated
    ? options.agent.triggers.find((t): t is LaserTrigger => typeof t === "object" && "laser" in t)?.laser
    : undefined;
  return {
    id: "heat",
    label: "temperature and its effect on rates",
    add(draft) {
      constants(draft, numbers);
      if (laser) {
        constants(draft, laserNumbers);
        const at = `agents/${options.agent.id}/triggers/laser`;
        draft.parameter("photothermal", laser.efficiency, {
          label: "photothermal conversion",
          path: `${at}/efficiency`,
        });
        draft.parameter("extinction", laser.extinction, {
          label: "mass extinction, decadic",
          path: `${at}/extinction`,
        });
        draft.setting("irradiance", 0, "W/m^2", "laser irradiance");
        draft.rule(
          "absorbed",
          "1",
          "1 - 10^(-extinction*dose_given*depth_well)",
          "share of the light absorbed",
        );
        draft.variable("T", {
          label: "temperature",
          unit: "K",
          initial: "T_medium",
          rate: "photothermal*irradiance*absorbed/(c_water*depth_well) - (T - T_medium)/tau_heat",
        });
        draft.variable("cem43", {
          label: "thermal dose, equivalent time at 43 °C",
          unit: "s",
          counter: true,
          rate: "piecewise(0.5^(316.15 - T/1 [K]), T >= 316.15 [K], 0.25^(316.15 - T/1 [K]))",
        });
      } else draft.rule("T", "K", "T_medium", "temperature");
      draft.rule("R_gas", "J/mol/K", "8.31446261815324 [J/mol/K]", "gas constant");
      for (const kind of ["diffusion", "surface"]) {
        draft.rule(
          `heat_${kind}`,
          "1",
          `exp(Ea_${kind}/R_gas*(1/310.15 [K] - 1/T))`,
          `Arrhenius factor, ${kind}`,
        );
      }
    },
  };
}
