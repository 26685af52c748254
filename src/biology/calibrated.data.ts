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
  "chemistry/w_N": fitted("0.157 1/uM", "0.0171 1/uM", "1.41 1/uM"),
  "cells/generic/uptake": fitted("2.3e-18 m^3/s/cell", "7.1e-19 m^3/s/cell", "6.74e-18 m^3/s/cell"),
  "phases/CuO/acid": fitted("2.68e-8 mol/(m^2*s)", "2.56e-9 mol/(m^2*s)", "1.21e-7 mol/(m^2*s)"),
  "phases/Cu2O/acid": fitted("1.28e-8 mol/(m^2*s)", "5.09e-10 mol/(m^2*s)", "1.11e-7 mol/(m^2*s)"),
  "phases/Fe3O4/acid": fitted("2.66e-11 mol/(m^2*s)", "8.59e-12 mol/(m^2*s)", "4.35e-10 mol/(m^2*s)"),
};
