import type { Sourced } from "#model";

/** Numbers fitted to measured viability, by path. None yet. */
export const calibrated: Readonly<Record<string, Sourced>> = {};
