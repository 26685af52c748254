import type { Draft } from "#model";
import type { Cell, Environment, Mechanism } from "../types.ts";
import { constants, surroundings } from "./constants.ts";
import { useCell, useEnvironment } from "./culture.ts";
import { carbonateNumbers, hydroxylNumbers, mediumNumbers } from "./oxidants.data.ts";

/** Where one-electron oxidants are made. */
const places = ["med", "vesicle", "cyt"] as const;

/** What the oxidant beside ·OH and CO3·⁻ is, by the metals an agent frees. */
function otherOxidant(metals: ReadonlySet<string>): string {
  return metals.has("Cu") ? "ferryl and Cu(III)" : "ferryl";
}

/**
 * The oxidant fork: what H2O2 and a metal make is ·OH, CO3·⁻ or a higher-valent metal, and each ends elsewhere.
 *
 *     share_i = k_i·c_i / Σ k_j·c_j        [·OH] = source/Σ k_j·c_j        CO3·⁻ source = metals + share_HCO3·OH_source
 *
 * Radicals are fluxes: ·OH lives about a nanosecond in a cell, CO3·⁻ half a microsecond. The sums `OH_source__…`,
 * `CO3_source__…` and `X_source__…` (X: ferryl, Cu(III)) of `med`, `vesicle` and `cyt` gather what mechanisms make;
 * counters and `J_…` are per volume of cell and leave the medium out. Organics carry most of the ·OH sink and are its
 * floor: DNA and lipid are parts of them, not further sinks (lipid's part is `f_OHL` of lipid peroxidation). The little
 * ·OH that bicarbonate takes (1 in 10 000) is counted under both names. X has no known sinks and acts on lipid alone.
 *
 * @param medium  the medium makes oxidants too: its scavengers become numbers of the model
 * @param metals  metals that the agent frees, for the name of X
 * @limits  shares sum to 1; without sources nothing is made
 * @valid   5 mM GSH takes 6 % of ·OH, organics 93 %, bicarbonate 0.01 %
 */
export function oxidants(options: {
  cell: Cell;
  environment: Environment;
  medium?: boolean;
  metals?: ReadonlySet<string>;
}): Mechanism {
  const other = otherOxidant(options.metals ?? new Set());
  return {
    id: "oxidants",
    label: "·OH, CO3·- and ferryl or Cu(III), and their sinks",
    add(draft) {
      constants(draft, hydroxylNumbers);
      constants(draft, carbonateNumbers);
      useCell(draft, options.cell, { ascorbate_cyt: "ascorbate", phosphate_cyt: "phosphate" });
      for (const at of places) {
        draft.sum(`OH_source__${at}`, "M/s", `·OH made in ${at}`);
        draft.sum(`CO3_source__${at}`, "M/s", `CO3·- made by metals in ${at}`);
        draft.sum(`X_source__${at}`, "M/s", `${other} made in ${at}`);
      }
      hydroxylInCytosol(draft);
      carbonateInCytosol(draft);
      draft.rule("OH__vesicle", "M", "OH_source__vesicle/k_oh_organics", "·OH in endosomes and lysosomes");
      if (options.medium) hydroxylInMedium(draft, options.environment);
      counters(draft, other);
    },
  };
}

function hydroxylInCytosol(draft: Draft): void {
  const sinks: Sinks = {
    organics: "k_oh_organics",
    GSH: "k_oh_gsh*GSH__cyt",
    ascorbate: "k_oh_ascorbate*ascorbate_cyt",
    HCO3: "k_oh_bicarbonate*HCO3__cyt",
    phosphate: "k_oh_phosphate*phosphate_cyt",
    H2O2: "k_oh_peroxide*H2O2__cyt",
  };
  draft.rule("OH_sink", "1/s", Object.values(sinks).join(" + "), "total ·OH sink of the cytosol");
  for (const [name, sink] of Object.entries(sinks)) {
    draft.rule(`share_OH_${name}`, "1", `${sink}/OH_sink`, `share of ·OH taken by ${name}`);
  }
  draft.rule(
    "share_OH_DNA",
    "1",
    "k_oh_nucleotide*nucleotides/OH_sink",
    "share of ·OH that meets DNA, were it spread over the cell; a part of that of organics",
  );
  draft.rule("OH__cyt", "M", "OH_source__cyt/OH_sink", "·OH in the cytosol");
}

type Sinks = Readonly<Record<string, string>>;

function carbonateInCytosol(draft: Draft): void {
  const sinks: Sinks = {
    protein: "k_co3_other + k_co3_trp*trp_reachable + k_co3_tyr*tyr_reachable",
    GSH: "k_co3_gsh*GSH__cyt",
    H2O2: "k_co3_peroxide*H2O2__cyt",
    superoxide: "k_co3_superoxide*superoxide__cyt",
  };
  draft.rule(
    "CO3_made__cyt",
    "M/s",
    "CO3_source__cyt + share_OH_HCO3*OH_source__cyt",
    "CO3·- made in the cytosol",
  );
  draft.rule("CO3_sink", "1/s", Object.values(sinks).join(" + "), "total CO3·- sink of the cytosol");
  for (const [name, sink] of Object.entries(sinks)) {
    draft.rule(`share_CO3_${name}`, "1", `(${sink})/CO3_sink`, `share of CO3·- taken by ${name}`);
  }
  draft.rule("CO3r__cyt", "M", "CO3_made__cyt/CO3_sink", "CO3·- in the cytosol");
}

/** Scavengers of a medium; albumin stands for serum, amino acids and vitamins are the floor. */
function hydroxylInMedium(draft: Draft, environment: Environment): void {
  constants(draft, mediumNumbers);
  useEnvironment(draft, environment, {
    glucose_medium: "glucose",
    hepes_medium: "hepes",
    albumin_medium: "albumin",
    k_oh_medium: "scavengers",
  });
  draft.rule(
    "OH_sink__med",
    "1/s",
    "k_oh_medium + k_oh_glucose*glucose_medium + k_oh_hepes*hepes_medium + k_oh_albumin*albumin_medium" +
      " + k_oh_pyruvate*pyruvate__med + k_oh_bicarbonate*HCO3__med + k_oh_peroxide*H2O2__med",
    "total ·OH sink of the medium",
  );
  draft.rule("OH__med", "M", "OH_source__med/OH_sink__med", "·OH in the medium");
  draft.rule(
    "CO3_made__med",
    "M/s",
    "CO3_source__med + k_oh_bicarbonate*HCO3__med*OH__med",
    "CO3·- made in the medium",
  );
  draft.variable("OH_made__med", {
    label: "·OH made in the medium since the dose",
    unit: "mM",
    rate: "OH_source__med",
    counter: true,
  });
  draft.observe("OH.made in medium", {
    label: "·OH made in the medium, per volume of medium",
    unit: "mM",
    display: "uM",
    expr: "OH_made__med",
  });
}

function counters(draft: Draft, other: string): void {
  const vesicle = "V_vesicle/V_cyt";
  const made = [
    ["OH", "OH_source__cyt", "OH_source__vesicle", "·OH", "OH.made"],
    ["CO3", "CO3_made__cyt", "CO3_source__vesicle", "CO3·-", "CO3.made"],
    ["X", "X_source__cyt", "X_source__vesicle", other, "ferryl.made"],
  ] as const;
  for (const [id, cytosol, vesicles, name, read] of made) {
    draft.rule(`J_${id}`, "M/s", `${cytosol} + ${vesicles}*${vesicle}`, `${name} made per volume of cell`);
    draft.variable(`${id}_made`, {
      label: `${name} made in the cell since the dose`,
      unit: "mM",
      rate: `J_${id}`,
      counter: true,
    });
    draft.observe(read, { label: `${name} made`, unit: "mM", display: "uM", expr: `${id}_made` });
  }
  draft.observe("oxidant.made", {
    label: `·OH, CO3·- and ${other} made`,
    unit: "mM",
    display: "uM",
    expr: "OH_made + CO3_made + X_made",
  });
  surroundings(draft, "oxidant", "cyt");
}
