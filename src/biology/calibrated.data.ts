import { type Sourced, sourced } from "#model";

const fitted = (value: string, low: string, high: string): Sourced =>
  sourced(value, {
    grade: "D",
    range: [low, high],
    why: "fitted to measured half-effect doses of plain particles at 24 h; see docs/reference/calibration.md",
    tags: { fitted: "viability-24h" },
  });

/**
 * Numbers fitted to measured viability, by path: they take the place of the priors that the records keep. Written by
 * `npm run calibrate`; the marginals of a joint posterior, whose correlations are lost.
 */
export const calibrated: Readonly<Record<string, Sourced>> = {
  "chemistry/w_N": fitted("0.181 1/uM", "0.0155 1/uM", "2.81 1/uM"),
  "cells/generic/uptake": fitted("2.04e-18 m^3/s/cell", "6.69e-19 m^3/s/cell", "7.15e-18 m^3/s/cell"),
  "cells/generic/escape": fitted("6.04e-6 1/s", "9.5e-7 1/s", "8.74e-5 1/s"),
  "phases/CuO/acid": fitted("2.28e-8 mol/(m^2*s)", "8.25e-10 mol/(m^2*s)", "9.93e-8 mol/(m^2*s)"),
  "phases/Fe3O4/acid": fitted("2.66e-11 mol/(m^2*s)", "8.8e-12 mol/(m^2*s)", "3.17e-10 mol/(m^2*s)"),
};
