import type { Model } from "#model";
import { calibrated } from "./calibrated.data.ts";

/**
 * A model with fitted numbers in place of the priors that its records keep, wherever the path is the parameter's.
 * `without: ["calibration"]` leaves it out, for the prior prediction.
 */
export function withCalibration(model: Model): Model {
  const parameters = model.parameters.map((p) => {
    const number = p.sourced && calibrated[p.path];
    return number
      ? { ...p, unit: number.value.unit, value: number.value.value, sourced: number, generic: false }
      : p;
  });
  return { ...model, parameters };
}
