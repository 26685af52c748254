import type { Draft, Sourced } from "#model";

/** A named way of changing: adds its species, reactions and numbers to a model under construction. */
export interface Mechanism {
  readonly id: string;
  /** One sentence for the network diagram and `kation list mechanisms`. */
  readonly label: string;
  readonly add: (draft: Draft) => void;
}

/** A reagent that takes a solid apart, with the balanced equation and the surface rate it goes by. */
export interface Dissolution {
  readonly by: "oxygen" | "peroxide" | "acid" | "thiol" | "water";
  /** Balanced; ions by their pool names: `"4 Fe2P + 9 O2 + 12 H+ -> 8 Fe2 + 4 H2PO4 + 2 H2O"`. */
  readonly equation: string;
  /** Formula units dissolved per area and time at the reference conditions, mol/(m²·s). */
  readonly rate: Sourced;
  /** Reference: the rate holds at this pH, and for thiol and peroxide at this concentration. */
  readonly pH: number;
  readonly reagent?: string;
  /** Order in H+. */
  readonly order: Sourced;
  /** Half-saturation of the oxidant; without it a reagent acts in first order. */
  readonly saturation?: Sourced;
  /** Share of the rate that goes this way; absent: all of it. */
  readonly share?: Sourced;
  /** The share is what another way leaves over: 1 − its `share`. */
  readonly restOf?: "peroxide";
  /** A hypothesis, off unless asked for by `with: ["dissolution-acid"]`. */
  readonly hypothesis?: boolean;
}

/**
 * A solid: what makes "composition in, mechanism out" true. Its dissolution equations name the ions it frees,
 * and the ions name the chemistry that the model needs.
 */
export interface Phase {
  readonly id: string;
  readonly names: readonly string[];
  readonly formula: string;
  readonly molarVolume: Sourced;
  /** Metal whose mass is the "metal basis" of a dose; none for a carrier such as silica. */
  readonly metal?: string;
  /** Empty: the phase is inert over the time of a study. */
  readonly dissolution: readonly Dissolution[];
}

/** A layer around a core. */
export interface Shell {
  readonly phase: string;
  readonly thickness: Sourced;
}

/** One kind of particle core: phase, shape and size (number median), geometric spread, and shells from inside out. */
export interface Core {
  readonly phase: string;
  readonly shape: "sphere" | "rod";
  readonly radius: Sourced;
  readonly length?: Sourced;
  /** Geometric standard deviation of the radius; 1 is monodisperse. */
  readonly spread: Sourced;
  readonly shells?: readonly Shell[];
}

/** Light that heats: wavelength, photothermal conversion and mass extinction. */
export interface LaserTrigger {
  readonly laser: {
    readonly wavelength: Sourced;
    readonly efficiency: Sourced;
    readonly extinction: Sourced;
  };
}

/** What an agent responds to besides the cell. */
export type Trigger = LaserTrigger | "ultrasound";

/** Share of the metal freed at a time, s. */
export interface ReleasePoint {
  readonly time: number;
  readonly fraction: number;
}
/** A measured release curve: fraction of the metal freed against time in a medium of known pH. */
export interface ReleaseCurve {
  readonly pH: number;
  readonly medium: string;
  readonly points: readonly ReleasePoint[];
}

/** What is given: cores, coating, cargo, targeting, triggers. A new agent is such a record, not new code. */
export interface Agent {
  readonly id: string;
  readonly names: readonly string[];
  readonly note: string;
  readonly cores: readonly Core[];
  readonly coating: { readonly material: string; readonly delay: Sourced };
  readonly triggers: readonly Trigger[];
  /** Measured release; replaces the dissolution law. */
  readonly release?: readonly ReleaseCurve[];
}

/** A cell: numbers by key. Keys not of its own come from `base`, the generic cell, and are counted as such. */
export interface Cell {
  readonly id: string;
  readonly names: readonly string[];
  readonly kind: "tumour" | "normal";
  readonly note: string;
  readonly own: Readonly<Partial<Record<CellKey, Sourced>>>;
}

/** A medium (or tissue fluid): numbers by key; keys it lacks come from the standard medium. */
export interface Environment {
  readonly id: string;
  readonly names: readonly string[];
  readonly note: string;
  readonly own: Readonly<Partial<Record<EnvironmentKey, Sourced>>>;
}

/** Numbers a cell has; labels and generic values stand in `cells/generic.ts`. */
export type CellKey =
  | "volume"
  | "pH"
  | "oxygen"
  | "bicarbonate"
  | "peroxideSource"
  | "superoxideSource"
  | "permeability"
  | "catalase"
  | "prx"
  | "prxCondensation"
  | "prxSulfinylation"
  | "sulfiredoxin"
  | "trx"
  | "trxReductase"
  | "gpx1"
  | "glutathioneReductase"
  | "nadp"
  | "g6pdh"
  | "sod"
  | "ascorbate"
  | "phosphate"
  | "gshSynthesis"
  | "cystineUptake"
  | "gshLoss"
  | "citrate"
  | "freeATP"
  | "vesicleCitrate"
  | "chloride"
  | "vesicleChloride"
  | "labileIron"
  | "ironReduction"
  | "ironStorage"
  | "ferritinCapacity"
  | "ironImport"
  | "metallothionein"
  | "copperExport"
  | "copperImport"
  | "manganeseExport"
  | "manganeseImport"
  | "gpx4"
  | "polyunsaturated"
  | "tocopherol"
  | "fsp1"
  | "uptake"
  | "loadMax"
  | "maturation"
  | "exocytosis"
  | "escape"
  | "ionEscape"
  | "endosomePH"
  | "lysosomePH"
  | "vesicleVolume"
  | "vesicleThiol"
  | "growth";

/** Numbers a medium has. */
export type EnvironmentKey =
  | "pH"
  | "temperature"
  | "oxygen"
  | "bicarbonate"
  | "peroxide"
  | "peroxideLoss"
  | "pyruvate"
  | "cystine"
  | "glucose"
  | "hepes"
  | "albumin"
  | "citrate"
  | "phosphate"
  | "chloride"
  | "edta"
  | "humic"
  | "scavengers"
  | "ionicStrength";

/** Cells per volume and volume of a culture. */
export interface Culture {
  readonly density: string;
  readonly volume: string;
}

/** One line of a schedule by names; `study` turns it into indices. */
export interface ScheduleEntry {
  /** Seconds from the first dose. */
  readonly t: number;
  readonly set?: Readonly<Record<string, number>>;
  readonly fire?: readonly string[];
  /** A further dose, as a multiple of the first, set before `give` is fired. */
  readonly doses?: number;
}
