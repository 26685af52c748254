import type { CellKey } from "../types.ts";
import { genericIons } from "./generic/ions.ts";
import { genericLipids } from "./generic/lipids.ts";
import { genericMetals } from "./generic/metals.ts";
import { genericMilieu } from "./generic/milieu.ts";
import type { CellNumber } from "./generic/number.ts";
import { genericParticles } from "./generic/particles.ts";
import { genericRadiation } from "./generic/radiation.ts";
import { genericRedox } from "./generic/redox.ts";

export type { CellNumber } from "./generic/number.ts";

/**
 * The generic cell: a medium-sized epithelial-like cell in culture, assembled from HeLa, HEK293 and MCF7 models.
 *
 * Every key that a cell record does not set itself is taken from here, is one draw shared by all cells of a study,
 * and is counted in the report as coming from a generic record. The numbers stand by system in `generic/`; to add one,
 * name it in the keys of its system in `types.ts` and write it in the file of that system.
 */
export const genericCell: Readonly<Record<CellKey, CellNumber>> = {
  ...genericMilieu,
  ...genericRedox,
  ...genericMetals,
  ...genericLipids,
  ...genericParticles,
  ...genericIons,
  ...genericRadiation,
};
