import { type Sourced, sourced } from "#model";
import { printSpecies, speciesId } from "./reaction.ts";
import type { Complex } from "./types.ts";

/** Species, reaction, log K, enthalpy in kJ/mol or nothing, low and high of log K, and the file it stands in. */
export type Row = readonly [string, string, number, number | undefined, number, number, DatabaseFile];

/** A file of constants that comes with PHREEQC. */
export type DatabaseFile = "minteq.v4.dat" | "phreeqc.dat" | "wateq4f.dat" | "llnl.dat";

const keys: Readonly<Record<DatabaseFile, string>> = {
  "minteq.v4.dat": "minteqV4",
  "phreeqc.dat": "phreeqcDat",
  "wateq4f.dat": "wateq4f",
  "llnl.dat": "llnl",
};

/** A log K of a database at 25 °C and I = 0. Its range is what five databases say of it, at least ±0.1. */
export function databaseLogK(
  file: DatabaseFile,
  entry: string,
  value: number,
  low: number,
  high: number,
): Sourced {
  return sourced(String(value), {
    grade: "A(c)",
    range: [String(low), String(high)],
    source: keys[file],
    at: `${entry}; the range spans the databases of PHREEQC`,
    dist: "normal",
    when: { T: "25 degC", I: "0 M" },
  });
}

/** An enthalpy of a database. */
export function databaseEnthalpy(file: DatabaseFile, entry: string, kilojoules: number): Sourced {
  return sourced(`${kilojoules} kJ/mol`, {
    grade: "A(c)",
    source: keys[file],
    at: `delta_h of ${entry}`,
    dist: "fixed",
  });
}

/** A complex as a row of a database states it. */
export function databaseComplex([species, reaction, logK, enthalpy, low, high, file]: Row): Complex {
  return {
    species,
    reaction,
    id: `log_K_${speciesId(species)}`,
    label: `log K of ${printSpecies(species)}`,
    logK: databaseLogK(file, species, logK, low, high),
    ...(enthalpy !== undefined && { enthalpy: databaseEnthalpy(file, species, enthalpy) }),
  };
}
