import type { Sourced } from "#model";

/** What a number of a cell is called and its value in the generic cell. */
export interface CellNumber {
  readonly label: string;
  readonly number: Sourced;
}

/** Why a number is a guess, where nothing better can be said. */
export const unknownHere = "no measurement at hand for this cell; order of magnitude";
