import { type Provenance, type Sourced, sourced } from "#model";
import { KationError, nearest } from "#units";
import { mediumPh65, mediumPh74, tumourInterstitium } from "../environments/index.ts";
import { chlorideAtRest } from "../mechanisms/resting-chloride.ts";
import { cellNumber, environmentNumber } from "../record.ts";
import type { Cell, CellKey, Environment, EnvironmentKey } from "../types.ts";
import type { Fluid } from "./types.ts";

const salt = (text: string, low: string, high: string, why: string): Sourced =>
  sourced(text, {
    grade: "B",
    range: [low, high],
    why: `recalled, no source known: ${why}`,
    needsPaper: true,
  });
const estimate = (text: string, low: string, high: string, why: string, source?: string): Sourced =>
  sourced(text, { grade: "C", range: [low, high], why, needsPaper: true, ...(source && { source }) });
const read = (text: string, low: string, high: string, known: Provenance): Sourced =>
  sourced(text, { ...known, range: [low, high] });

const formula = "formula of DMEM";

/** A fluid by its environment's record; the salts that no environment sets are those of DMEM. */
function medium(environment: Environment, names: readonly string[]): Fluid {
  const of = (key: EnvironmentKey): Sourced => environmentNumber(environment, key).number;
  return {
    id: environment.id,
    names,
    note: "Salts of DMEM. Bicarbonate counts as all carbonate; amino acids but histidine are left out.",
    pH: of("pH"),
    temperature: of("temperature"),
    ionicStrength: of("ionicStrength"),
    totals: {
      Na: salt("155 mM", "145 mM", "160 mM", formula),
      K: salt("5.3 mM", "5 mM", "5.6 mM", formula),
      Ca: salt("1.8 mM", "1.6 mM", "2 mM", formula),
      Mg: salt("0.8 mM", "0.7 mM", "0.9 mM", formula),
      Cl: of("chloride"),
      SO4: salt("0.8 mM", "0.7 mM", "0.9 mM", formula),
      PO4: of("phosphate"),
      CO3: of("bicarbonate"),
      histidine: salt("0.2 mM", "0.18 mM", "0.22 mM", formula),
      citrate: of("citrate"),
      albumin: of("albumin"),
      albuminA: of("albumin"),
    },
  };
}

/** The cytosol by what small ligands it holds; free of proteins but metallothionein. */
function cytosolOf(cell: Cell): Fluid {
  const of = (key: CellKey): Sourced => cellNumber(cell, key).number;
  const { temperature, ionicStrength } = medium(mediumPh74, []);
  return {
    id: "cytosol",
    names: ["cytoplasm"],
    note: "The generic cell's small ligands and metallothionein; proteins' weak sites, membranes and nucleic acids are left out.",
    pH: of("pH"),
    temperature,
    ionicStrength,
    totals: {
      K: of("restPotassium"),
      Na: of("restSodium"),
      Mg: estimate("4 mM", "2 mM", "8 mM", "leaves 0.5–1 mM free beside 3 mM ATP"),
      Ca: salt("0.1 uM", "0.05 uM", "0.2 uM", "free calcium at rest; bound calcium is left out"),
      Cl: chlorideAtRest(cell),
      SO4: estimate("0.3 mM", "0.1 mM", "1 mM", "near that of plasma"),
      PO4: of("phosphate"),
      CO3: of("bicarbonate"),
      citrate: of("citrate"),
      ATP: salt("3 mM", "1 mM", "5 mM", "cytosolic ATP"),
      GSH: read("5 mM", "2 mM", "7 mM", {
        grade: "A(c)",
        source: "stein",
        at: "initial GSH 5 mM; other codes 6.5",
      }),
      metallothionein: of("metallothionein"),
    },
  };
}

/** What stands in a vesicle of the endocytic way, where particles free their ions: as far as a cell's record knows it. */
function vesicleOf(
  cell: Cell,
  id: string,
  key: "endosomePH" | "lysosomePH",
  names: readonly string[],
): Fluid {
  const of = (name: CellKey): Sourced => cellNumber(cell, name).number;
  const { temperature, ionicStrength } = medium(mediumPh74, []);
  return {
    id,
    names,
    note: "The generic cell's chloride, citrate and thiol; its phosphate, carbonate, amino acids and enzymes are not known and left out. Copper and iron are counted as they are: what reduces them is not.",
    pH: of(key),
    temperature,
    ionicStrength,
    totals: {
      Cl: of("vesicleChloride"),
      citrate: of("vesicleCitrate"),
      GSH: estimate("0.5 mM", "0.05 mM", "2.5 mM", "a tenth, 1 to 50 %, of the cytosol's 5 mM; not measured"),
    },
  };
}

/** Any cell's numbers that the generic cell holds. */
const generic: Cell = { id: "generic", names: [], kind: "normal", note: "", own: {} };

/** Fluids that `kation speciate --medium` and {@link findFluid} know. */
export const fluids: readonly Fluid[] = [
  medium(mediumPh74, ["DMEM", "medium"]),
  medium(mediumPh65, []),
  medium(tumourInterstitium, tumourInterstitium.names),
  cytosolOf(generic),
  vesicleOf(generic, "endosome", "endosomePH", ["early endosome"]),
  vesicleOf(generic, "lysosome", "lysosomePH", ["late endosome"]),
];

/** A fluid by id or another name, in any case. @throws `unknown-name` with the nearest */
export function findFluid(name: string): Fluid {
  const wanted = name.toLowerCase();
  const found = fluids.find((f) => [f.id, ...f.names].some((n) => n.toLowerCase() === wanted));
  if (found) return found;
  const all = fluids.flatMap((f) => [f.id, ...f.names]);
  const near = nearest(name, all);
  throw new KationError("unknown-name", `no fluid is called "${name}"`, {
    fix: near.length > 0 ? `did you mean ${near.join(" or ")}?` : `one of ${all.join(", ")}`,
  });
}
