import type { Agent, Cell, Culture, Environment } from "#biology";
import type { AskedStep } from "../levels.ts";
import { toStudy } from "../read.ts";
import type { DataPoint, DoseBasis, Study } from "../types.ts";

/** What a study in culture is asked with; quantities as text, records as values or ids. */
export interface CultureStudy {
  readonly title: string;
  readonly agents: readonly (Agent | string)[];
  readonly cells: { readonly tumour: Cell | string; readonly normal?: Cell | string };
  readonly environment: { readonly tumour: Environment | string; readonly normal?: Environment | string };
  readonly culture: Culture;
  readonly dose:
    | { readonly from: string; readonly to: string; readonly points: number; readonly basis?: DoseBasis }
    | { readonly list: readonly string[]; readonly basis?: DoseBasis };
  readonly protocol?: readonly AskedStep[];
  readonly until: string;
  readonly read?: readonly string[];
  readonly uncertainty?: Partial<Study["uncertainty"]>;
  readonly numerics?: {
    readonly rtol?: number;
    readonly rest?: string;
    readonly points?: number;
    readonly classes?: number;
  };
  readonly seed?: number;
  readonly with?: readonly string[];
  readonly without?: readonly string[];
  readonly set?: Readonly<Record<string, unknown>>;
  readonly data?: readonly DataPoint[];
}

/**
 * Dose–response: viability and read-outs against dose, for every agent in every cell, over worlds.
 * @throws the first fault of what was asked, with its path
 */
export function doseResponse(options: CultureStudy): Study {
  return toStudy({ kation: 1, study: "dose-response", ...options });
}
