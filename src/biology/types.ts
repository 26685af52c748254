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
  /**
   * `ligand`: phosphate, ATP and the like that compete for the metal; `ferric`: dissolved Fe(III), which the solid may
   * have freed itself; `nuclease`: enzymes of serum and lysosomes that cut DNA.
   */
  readonly by: "oxygen" | "peroxide" | "acid" | "thiol" | "water" | "ligand" | "ferric" | "nuclease";
  /** Balanced; ions by their pool names: `"4 Fe2P + 9 O2 + 12 H+ -> 8 Fe2 + 4 H2PO4 + 2 H2O"`. */
  readonly equation: string;
  /** Formula units dissolved per area and time at the reference conditions, mol/(m²·s). */
  readonly rate: Sourced;
  /** Reference: the rate holds at this pH, and for thiol, ligand, ferric and peroxide at this concentration. */
  readonly pH: number;
  readonly reagent?: string;
  /** Order in H+. */
  readonly order: Sourced;
  /** Order in the reagent; absent: first order. */
  readonly reagentOrder?: Sourced;
  /** Half-saturation of the oxidant; without it a reagent acts by its order. */
  readonly saturation?: Sourced;
  /** Share of the rate that goes this way; absent: all of it. */
  readonly share?: Sourced;
  /** The share is what another way leaves over: 1 − its `share`. */
  readonly restOf?: "peroxide";
  /** A hypothesis, off unless asked for by `with: ["dissolution-acid"]`. */
  readonly hypothesis?: boolean;
}

/** How much of a phase's ion its surroundings can hold beside the solid, and how that falls with pH. */
export interface Solubility {
  /** Pool name of the ion that saturates: `Cu2`. */
  readonly ion: string;
  readonly limit: Sourced;
  /** The limit holds at this pH; it changes by 10^(slope·(pH − this)). */
  readonly pH: number;
  readonly slope: Sourced;
}

/** Catalysis on the surface of a phase: H2O2 in, an oxidant out, the surface unchanged. */
export interface SurfaceActivity {
  /** Metal atoms exposed per area. */
  readonly sites: Sourced;
  /** Turnovers per site and time at the reference pH and saturating H2O2. */
  readonly kcat: Sourced;
  readonly Km: Sourced;
  /** Pairs H2O2 → O2 made per oxidant made; absent: none. */
  readonly catalase?: Sourced;
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
  /** A limit to dissolution, off unless asked for by `with: ["solubility"]`. */
  readonly solubility?: Solubility;
  readonly surface?: SurfaceActivity;
}

/** A layer around a core. */
export interface Shell {
  readonly phase: string;
  readonly thickness: Sourced;
  /** Share of what lies below that pores leave open; absent: none until the shell is gone. */
  readonly access?: Sourced;
}

/** Metal atoms set one by one into a host: mass fraction, share that can be reached, activity against an oxide's site. */
export interface SingleAtoms {
  readonly metal: string;
  readonly loading: Sourced;
  readonly accessible: Sourced;
  readonly factor: Sourced;
}

/**
 * One kind of particle core: phase, shape and size (number median), geometric spread, and shells from inside out.
 *
 * The size is `radius`, of a cube half its edge; a rod has a `length`, a sheet a `thickness` and its radius is that of a
 * disc.
 */
export interface Core {
  readonly phase: string;
  readonly shape: "sphere" | "cube" | "rod" | "sheet";
  readonly radius: Sourced;
  readonly length?: Sourced;
  readonly thickness?: Sourced;
  /** Geometric standard deviation of the radius; 1 is monodisperse. */
  readonly spread: Sourced;
  readonly shells?: readonly Shell[];
  /** Mass fraction of the agent; absent: an equal part of what cargo and other cores leave. */
  readonly share?: Sourced;
  /** Follow this many log-normal classes of size, at least 8, each as its own particles, instead of two moments. */
  readonly classes?: number;
  /** Measured specific surface of a porous core; takes the place of geometry's. */
  readonly specificSurface?: Sourced;
  /** Exposed facet: its activity against the average surface. */
  readonly facet?: { readonly plane: string; readonly factor: Sourced };
  /** Vacancies and other defects: activity of the surface, its metal's way back to Fe(II) included, against the perfect one. */
  readonly defects?: Sourced;
  readonly singleAtoms?: SingleAtoms;
}

/** How a carrier lets its cargo go: half of the greatest rate at `pH`, a decade less for every 1/`steepness` above it. */
export interface CargoRelease {
  /** Greatest rate, first order in what is left, 1/s. */
  readonly rate: Sourced;
  readonly pH: Sourced;
  readonly steepness: Sourced;
}

/** A drug that a particle carries; without `release` it comes free as the core dissolves. */
export interface DrugCargo {
  readonly drug: string;
  readonly loading: Sourced;
  readonly release?: CargoRelease;
}

/** What a particle carries beside its cores: `loading` is the mass fraction of the agent. */
export type Cargo =
  | DrugCargo
  | { readonly enzyme: string; readonly loading: Sourced }
  | { readonly nucleicAcid: string; readonly loading: Sourced; readonly release?: CargoRelease };

/** A ligand of a receptor: uptake is `gain`-fold in cells that bear it. */
export interface Targeting {
  readonly receptor: string;
  readonly gain: Sourced;
}

/** Light that heats: wavelength, photothermal conversion and mass extinction. */
export interface LaserTrigger {
  readonly laser: {
    readonly wavelength: Sourced;
    readonly efficiency: Sourced;
    readonly extinction: Sourced;
  };
}

/** An answer to ultrasound: the frequency it was measured at, and Fe(III) reduced per second at 1 W/cm². */
export interface UltrasoundTrigger {
  readonly ultrasound: { readonly frequency?: Sourced; readonly reduction?: Sourced };
}

/** What an agent responds to besides the cell; the bare word takes the defaults. */
export type Trigger = LaserTrigger | UltrasoundTrigger | "ultrasound";

/** Contrast in magnetic resonance, per concentration of the agent's metal. */
export interface Relaxivity {
  readonly r1?: Sourced;
  readonly r2?: Sourced;
}

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

/** What a drug does: in the cell, or from the medium and in the membrane if it has no entry. */
export type Act =
  /** Reversible: activity left = 1/(1 + (c/ic50)^hill). */
  | {
      readonly inhibits: "xc" | "gcl" | "fsp1" | "caspases" | MembraneTarget;
      readonly ic50: Sourced;
      readonly hill: Sourced;
    }
  /** Lets an ion through the membrane down its electrochemical gradient: permeability per concentration, m/s/mM. */
  | { readonly conducts: "Na" | "K" | "Cl" | "Ca"; readonly permeability: Sourced }
  /** Electroneutral exchange of Na+ for H+, whose loss anion exchange makes good: NaCl moves, m/s/mM. */
  | { readonly exchanges: "Na"; readonly permeability: Sourced }
  /** Covalent, second order; the enzyme comes back by turnover. */
  | { readonly inactivates: "gpx4"; readonly rate: Sourced }
  /** Traps lipid peroxyl radicals in the lipid phase, where it stands at `partition` times its free concentration. */
  | { readonly traps: "peroxyl"; readonly rate: Sourced; readonly partition: Sourced }
  /** Binds labile iron for good, so many ligands to one iron; the first to bind sets the pace. */
  | { readonly chelates: "iron"; readonly ligands: 1 | 2 | 3; readonly rate: Sourced }
  /** Holds Ba2+ of the medium by the constants of GLDA; nothing where no barium is followed. */
  | { readonly chelates: "barium" }
  /**
   * Its O–O bond is split by labile Fe2+, second order. Of the radicals a share alkylates proteins (absent: none), and of
   * the others a share starts a lipid chain.
   */
  | {
      readonly splits: "O-O";
      readonly rate: Sourced;
      readonly chains: Sourced;
      readonly alkylates?: Sourced;
    }
  /** Autoxidises in the medium to H2O2, catalysed by its traces of iron and copper. */
  | { readonly yields: "H2O2"; readonly byIron: Sourced; readonly byCopper: Sourced };

/** What drugs inhibit of the ion core: Na/K-ATPase, NKCC1, volume-regulated anion channels, synthesis of ATP. */
export type MembraneTarget = "pump" | "nkcc" | "vrac" | "atp-synthesis";

/** A small molecule: how it enters the cell, how it is lost, and what it does. */
export interface Drug {
  readonly id: string;
  readonly names: readonly string[];
  readonly note: string;
  readonly formula: string;
  /** First-order exchange with the cytosol, 1/s; absent: it stays in the medium. */
  readonly entry?: Sourced;
  /** First-order loss in medium and cytosol, 1/s; absent: stable over a study. */
  readonly loss?: Sourced;
  /** It is a substance the model has already: H2O2 of the medium, or, once inside, a lipid hydroperoxide. */
  readonly is?: "H2O2" | "LOOH";
  readonly acts: readonly Act[];
}

/**
 * How a coat lets soluble salts pass: first order in what is inside, ln 2/halfLife in water of pH 7.4, times `acid` for
 * every pH unit below it and times `enzyme` in lysosomes.
 */
export interface Permeation {
  readonly halfLife: Sourced;
  readonly acid?: Sourced;
  readonly enzyme?: Sourced;
}

/** What is given: cores, coating, cargo, targeting, triggers. A new agent is such a record, not new code. */
export interface Agent {
  readonly id: string;
  readonly names: readonly string[];
  readonly note: string;
  readonly cores: readonly Core[];
  readonly coating: {
    readonly material: string;
    readonly delay: Sourced;
    /** Share of the surface that small molecules reach through it; absent: all. */
    readonly access?: Sourced;
    /** Share of the coating that X-rays take away, 1/Gy, first order: it opens `access`, and dissolution waits for it. */
    readonly radiolysis?: Sourced;
    /** Sets the pace at which phases that dissolve by water leave: what has passed counts as dissolved. */
    readonly permeation?: Permeation;
    /** Time spent in water before use: only what the coat still holds is given as particles, the rest as ions. */
    readonly age?: Sourced;
  };
  readonly cargo: readonly Cargo[];
  readonly targeting?: Targeting;
  readonly triggers: readonly Trigger[];
  readonly relaxivity?: Relaxivity;
  /** Measured release; replaces the dissolution law. */
  readonly release?: readonly ReleaseCurve[];
  /** The agent is a drug in solution, by its id: it has no cores. */
  readonly solute?: string;
}

/** An agent as it is written down: no cargo may be left out. */
export type AgentRecord = Omit<Agent, "cargo"> & { readonly cargo?: readonly Cargo[] };

/** A cell: numbers by key. Keys not of its own come from `base`, the generic cell, and are counted as such. */
export interface Cell {
  readonly id: string;
  readonly names: readonly string[];
  readonly kind: "tumour" | "normal";
  readonly note: string;
  /** Receptors that targeted particles find on it. */
  readonly receptors?: readonly string[];
  /** Law of its Na/K-ATPase: of heart muscle, (Na/K)^1.5 in Hill's form, or absent: three sodium sites alike. */
  readonly pump?: "cardiac";
  readonly own: Readonly<Partial<Record<CellKey, Sourced>>>;
  /** Ids of the cells that some of its own numbers are taken from: one draw with theirs ({@link crossed}). */
  readonly borrowed?: Readonly<Partial<Record<CellKey, string>>>;
}

/** A medium (or tissue fluid): numbers by key; keys it lacks come from the standard medium. */
export interface Environment {
  readonly id: string;
  /**
   * Tissue is cooled by blood and shades light; a medium stands in a well; a bath is a salt solution for a step of a
   * protocol, in which no cell comes to rest. Default: medium.
   */
  readonly kind?: "medium" | "tissue" | "bath";
  readonly names: readonly string[];
  readonly note: string;
  readonly own: Readonly<Partial<Record<EnvironmentKey, Sourced>>>;
}

/** Numbers a cell has, by system; labels and generic values stand in `cells/generic/`, a file for each system. */
export type CellKey = MilieuKey | RedoxKey | MetalKey | LipidKey | ParticleKey | IonKey | RadiationKey;

/** What the cell is made of where reactions take place. */
export type MilieuKey =
  | "volume"
  | "pH"
  | "oxygen"
  | "bicarbonate"
  | "phosphate"
  | "citrate"
  | "freeATP"
  | "vesicleCitrate"
  | "vesicleChloride"
  | "ligands"
  | "glucose"
  | "glucoseUse"
  | "growth";

/** Peroxide, superoxide, glutathione and NADPH. */
export type RedoxKey =
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
  | "gshSynthesis"
  | "cystineUptake"
  | "gshLoss";

/** Iron, copper and manganese at rest, stored, taken up and exported. */
export type MetalKey =
  | "labileIron"
  | "ironReduction"
  | "ironStorage"
  | "ferritinCapacity"
  | "ironImport"
  | "metallothionein"
  | "copperExport"
  | "copperImport"
  | "manganeseExport"
  | "manganeseImport";

/** The membrane as substrate of peroxidation. */
export type LipidKey = "gpx4" | "polyunsaturated" | "tocopherol" | "fsp1";

/** Uptake and traffic of particles, and vesicles. */
export type ParticleKey =
  | "uptake"
  | "uptakeSpread"
  | "loadMax"
  | "maturation"
  | "exocytosis"
  | "escape"
  | "ionEscape"
  | "endosomePH"
  | "lysosomePH"
  | "vesicleVolume"
  | "vesicleThiol";

/** Ions of cytosol and membrane at rest, what carries them, what blocks them, and the ATP they take. */
export type IonKey =
  | "restSodium"
  | "restPotassium"
  | "restPotential"
  | "chloridePlace"
  | "pumpTurnover"
  | "pumpSodium"
  | "pumpPotassium"
  | "nkccShare"
  | "kccShare"
  | "vracChloride"
  | "vracPotassium"
  | "vracVolume"
  | "vracSteepness"
  | "vracTime"
  | "waterPermeability"
  | "membraneFolding"
  | "ncx"
  | "sulfate"
  | "bariumKd"
  | "bariumShare"
  | "atp"
  | "adp"
  | "atpUse"
  | "atpSpare";

/** Death by X-rays. */
export type RadiationKey = "alpha" | "beta" | "sublethalRepair" | "radiationDeath";

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
  | "sodium"
  | "potassium"
  | "calcium"
  | "osmolarity"
  | "edta"
  | "humic"
  | "scavengers"
  | "ionicStrength"
  | "ironTrace"
  | "copperTrace"
  | "transferrinIron"
  | "sulfate";

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
