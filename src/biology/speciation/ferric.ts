import { type Sourced, sourced } from "#model";
import { databaseEnthalpy } from "./database.ts";
import type { Complex } from "./types.ts";

/** A number of Stefansson's abstract. */
export const stefansson = (value: number, spread: number): Sourced =>
  sourced(String(value), {
    grade: "A",
    range: [String(value - spread), String(value + spread)],
    source: "stefansson2007",
    at: "abstract, 25 °C, I → 0",
    dist: "normal",
  });

/** Hydrolysis of Fe³⁺ in order of the number of OH⁻, and the dimer. Mechanisms and speciation both take it from here. */
export const ferricComplexes: readonly Complex[] = [
  {
    species: "FeOH+2",
    id: "log_b1_Fe3",
    label: "log β of FeOH²⁺",
    reaction: "Fe+3 + H2O = FeOH+2 + H+",
    logK: stefansson(-2.19, 0.1),
    enthalpy: databaseEnthalpy("minteq.v4.dat", "FeOH+2", 41.81),
  },
  {
    species: "Fe(OH)2+",
    id: "log_b2_Fe3",
    label: "log β of Fe(OH)2⁺",
    reaction: "Fe+3 + 2 H2O = Fe(OH)2+ + 2 H+",
    logK: stefansson(-5.76, 0.1),
    enthalpy: databaseEnthalpy("phreeqc.dat", "Fe(OH)2+", 71.55),
  },
  {
    species: "Fe(OH)3",
    id: "log_b3_Fe3",
    label: "log β of Fe(OH)3",
    reaction: "Fe+3 + 3 H2O = Fe(OH)3 + 3 H+",
    logK: stefansson(-14.3, 0.3),
    enthalpy: databaseEnthalpy("minteq.v4.dat", "Fe(OH)3", 103.8),
  },
  {
    species: "Fe(OH)4-",
    id: "log_b4_Fe3",
    label: "log β of Fe(OH)4⁻",
    reaction: "Fe+3 + 4 H2O = Fe(OH)4- + 4 H+",
    logK: stefansson(-21.71, 0.3),
    enthalpy: databaseEnthalpy("phreeqc.dat", "Fe(OH)4-", 133.47),
  },
  {
    species: "Fe2(OH)2+4",
    id: "log_b22_Fe3",
    label: "log β of Fe2(OH)2⁴⁺",
    reaction: "2 Fe+3 + 2 H2O = Fe2(OH)2+4 + 2 H+",
    logK: stefansson(-2.92, 0.1),
    enthalpy: databaseEnthalpy("minteq.v4.dat", "Fe2(OH)2+4", 57.62),
  },
];

/** The number of one of them by its parameter id. */
export function ferricLogK(id: string): Sourced {
  return ferricComplexes.find((c) => c.id === id)!.logK;
}

/** Log Ks of fresh ferrihydrite, `Fe(OH)3 + 3 H⁺ = Fe³⁺ + 3 H2O`. */
export const ferrihydriteLogKs: Sourced = stefansson(3.5, 0.2);
