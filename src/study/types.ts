import type { Agent, Cell, Culture, Environment, ProtocolStep } from "#biology";
import type { Sourced } from "#model";
import type { KationError } from "#units";
import type { Axis, Level } from "./levels.ts";

/** Which of a study's two cells; a study may have the tumour cell alone. */
export type Role = "tumour" | "normal";

/** What a dose counts: mass of particles, mass of their metal, or amount of their metal. */
export type DoseBasis = "particle" | "metal" | "amount";

/** A measured viability to draw on the curves. */
export interface DataPoint {
  readonly agent: string;
  readonly cell: Role;
  /** Base units of the dose's basis. */
  readonly dose: number;
  /** Fraction of control. */
  readonly viability: number;
  readonly sd?: number;
}

/** What is done with the cells of a culture in a host; counts of cells, times in s from the vaccination. */
export interface Rechallenge {
  /** Cells given, living and dead, counted at the end of the culture. */
  readonly vaccine: number;
  /** Only cells are given: what they have let out into the medium stays behind. */
  readonly washed: boolean;
  /** The cells that still live are given with the dead, and grow. */
  readonly living: boolean;
  readonly challenge: number;
  readonly challengeAt: number;
  readonly until: number;
}

/** A question with everything that decides its answer. Plain frozen data; quantities in base units. */
export interface Study {
  readonly kation: 1;
  readonly question: string;
  readonly title: string;
  readonly agents: readonly Agent[];
  readonly cells: Readonly<Partial<Record<Role, Cell>>>;
  readonly environment: Readonly<Partial<Record<Role, Environment>>>;
  readonly culture: Culture;
  readonly doses: readonly number[];
  readonly basis: DoseBasis;
  /** What is done to every arm, at the highest level where a quantity of it is a list. */
  readonly protocol: readonly ProtocolStep[];
  /** The protocols that everything is run under, ascending: one, or one for each value of the list. */
  readonly levels: readonly Level[];
  /** Which quantity of the protocol is a list. */
  readonly axis?: Axis;
  readonly until: number;
  readonly read: readonly string[];
  readonly uncertainty: {
    readonly draws: number;
    readonly sampler: "latin" | "sobol" | "random";
    readonly band: number;
    readonly vary: "all" | "none" | readonly string[];
  };
  readonly numerics: {
    readonly rtol: number;
    readonly rest: number;
    readonly points: number;
    /** Classes of cells that a culture is made of where uptake is spread. */
    readonly classes: number;
  };
  readonly seed: number;
  readonly with: readonly string[];
  readonly without: readonly string[];
  /** Numbers replaced by path. */
  readonly set: ReadonlyMap<string, Sourced>;
  readonly data: readonly DataPoint[];
  /** The host of a vaccination. */
  readonly host?: Rechallenge;
  /** The study as it was written, for the record. */
  readonly document: Readonly<Record<string, unknown>>;
}

/** One thing wrong with a study as written: where in it, and what. */
export interface Fault {
  readonly path: readonly (string | number)[];
  readonly error: KationError;
}
