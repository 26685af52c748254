import type { Cell, Environment } from "#biology";
import { toStudy } from "../read.ts";
import type { Study } from "../types.ts";
import type { CultureStudy } from "./dose-response.ts";

/** What a vaccination is asked with: a culture of tumour cells, and what a host is given of it and when. */
export interface VaccinationStudy extends CultureStudy {
  readonly cells: { readonly tumour: Cell | string };
  readonly environment: { readonly tumour: Environment | string };
  readonly host: {
    readonly vaccine: {
      readonly cells: string;
      readonly washed?: boolean;
      readonly living?: "given" | "removed";
    };
    readonly challenge: { readonly cells: string; readonly at: string };
    readonly until: string;
  };
}

/**
 * Vaccination: tumour cells killed in culture by every agent at every dose until `until`, given to a host, and the tumour
 * that living cells make there later, over worlds.
 * @throws the first fault of what was asked, with its path
 */
export function vaccination(options: VaccinationStudy): Study {
  return toStudy({ kation: 1, study: "vaccination", ...options });
}
