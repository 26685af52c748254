import { toStudy } from "../read.ts";
import type { Study } from "../types.ts";
import type { CultureStudy } from "./dose-response.ts";

/**
 * Selectivity: the ratio of IC50 in normal and tumour cell, formed within each world; both cells are required.
 * @throws the first fault of what was asked, with its path
 */
export function selectivity(options: CultureStudy): Study {
  return toStudy({ kation: 1, study: "selectivity", ...options });
}
