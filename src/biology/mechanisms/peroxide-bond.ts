import { type Draft, sourced } from "#model";
import type { Act } from "../types.ts";
import { type Constants, constants, surroundings } from "./constants.ts";

/** A peroxide whose O–O bond labile Fe2+ splits. */
export interface PeroxideBond {
  /** Species of the cytosol. */
  readonly peroxide: string;
  /** What is left of it when its radical has found an H. */
  readonly alcohol: string;
  /** Bonds split per volume and time, and the share of their radicals that starts a lipid chain. */
  readonly flux: string;
  readonly chains: string;
  /** Both halves keep an O: the second H is water's. */
  readonly bothHalves?: boolean;
  /** Ids of the two reactions. */
  readonly branch: string;
  readonly chainless: string;
  readonly label?: string;
}

/**
 * Labile Fe2+ splits the O–O bond of a peroxide; of the radicals a share starts lipid chains, the rest is reduced.
 *
 *     Fe²⁺ + ROOH → Fe³⁺ + OH⁻ + RO·,   Fe²⁺ + ROOR → Fe³⁺ + RO⁻ + RO·        RO· + LH + O2 → ROH + LOO·
 *
 * One law for the cell's lipid hydroperoxides and for peroxides given as drugs. An endoperoxide keeps both halves, and
 * its alkoxyl radical turns into one centred on carbon within 10 ns (read: 1e8 1/s or faster), which finds its H likewise.
 *
 * @limits  no Fe2+, no radical; each bond split makes one radical and one Fe3+
 */
export function splitByIron(draft: Draft, bond: PeroxideBond): void {
  const [hydroxide, o2, reductant] = ["hydroxide", "dioxygen", "reductant"].map((s) =>
    surroundings(draft, s, "cyt"),
  );
  const from = `Fe2__cyt + ${bond.peroxide}${bond.bothHalves ? ` + ${surroundings(draft, "water", "cyt")}` : ""}`;
  const to = `Fe3__cyt + ${hydroxide} + ${bond.alcohol}`;
  const label = bond.label === undefined ? {} : { label: bond.label };
  draft.reaction(bond.branch, `${from} + LH__cyt + ${o2} -> ${to} + LOO__cyt`, {
    at: "cyt",
    rate: `${bond.chains}*${bond.flux}`,
    ...label,
  });
  draft.reaction(bond.chainless, `${from} + 0.5 ${reductant} -> ${to}`, {
    at: "cyt",
    rate: `(1 - ${bond.chains})*${bond.flux}`,
    ...label,
  });
}

const numbers: Constants = {
  w_A: {
    label: "damage per protein alkylated",
    number: sourced("0.01 1/uM", {
      grade: "C",
      range: ["0.001 1/uM", "0.1 1/uM"],
      why: "proteins stand at some mM; adducts on a few per cent of them (0.3–30 %) are taken to kill half as fast as can be",
      needsPaper: true,
    }),
  },
  k_rep_A: {
    label: "loss of protein adducts",
    number: sourced("0.03 1/h", {
      grade: "C",
      range: ["0.01 1/h", "0.1 1/h"],
      why: "turnover of proteins, about a day",
      needsPaper: true,
    }),
  },
};

/**
 * A drug with an O–O bond: labile Fe2+ splits it in the cytosol, and its radicals alkylate proteins or start lipid chains.
 *
 *     v = k·[Fe²⁺]·[D]        alkylated  a·v        chains  (1 − a)·c·v        reduced  (1 − a)·(1 − c)·v
 *     dD_A/dt = w_A·Σ a·v − k_rep,A·D_A,   whose hazard is that of the other damages
 *
 * Neither GPX4 nor catalase nor glutathione removes it: it has no OOH. Heme, which splits endoperoxides faster, and
 * Fe3+, a thousandth of labile iron, are left out.
 *
 * @limits  no labile iron, no radical and no death by it; the drug is spent, one molecule to a Fe2+
 */
export function splitDrug(
  draft: Draft,
  id: string,
  species: string,
  act: Extract<Act, { readonly splits: "O-O" }>,
  path: string,
  name: string,
): void {
  draft.parameter(`k_split_${id}`, act.rate, { label: `Fe2+ + ${name}`, path: `${path}/rate` });
  draft.parameter(`chains_${id}`, act.chains, {
    label: `chains started per radical of ${name}`,
    path: `${path}/chains`,
  });
  const flux = `split_${id}`;
  draft.rule(flux, "M/s", `k_split_${id}*Fe2__cyt*${species}`, `${name} split by Fe2+`);
  const alcohol = draft.species(`${id}_reduced__cyt`, {
    label: `${name}, split and reduced`,
    at: "cyt",
    formula: `{${id}}H2`,
    boundary: true,
  });
  if (act.alkylates) {
    draft.parameter(`alkylates_${id}`, act.alkylates, {
      label: `share of radicals of ${name} that alkylate proteins`,
      path: `${path}/alkylates`,
    });
    alkylate(draft, id, species, name);
  }
  const left = act.alkylates ? `(1 - alkylates_${id})*${flux}` : flux;
  splitByIron(draft, {
    peroxide: species,
    alcohol,
    flux: left,
    chains: `chains_${id}`,
    bothHalves: true,
    branch: `branch_${id}__cyt`,
    chainless: `split_chainless_${id}__cyt`,
    label: `${name} + Fe2+`,
  });
  draft.addTo("chains_branched", `chains_${id}*${left}`);
  draft.variable(`made_radicals_${id}`, {
    label: `radicals made of ${name} since the dose`,
    unit: "mM",
    rate: flux,
    counter: true,
  });
  draft.observe(`radicals.${name}`, {
    label: `radicals made of ${name} by Fe2+`,
    unit: "mM",
    display: "uM",
    expr: `made_radicals_${id}`,
  });
}

/** Radicals that add to proteins, and the damage that does. */
function alkylate(draft: Draft, id: string, species: string, name: string): void {
  const [hydroxide, o2, water, organic] = ["hydroxide", "dioxygen", "water", "organic"].map((s) =>
    surroundings(draft, s, "cyt"),
  );
  const adduct = draft.species(`${id}_adduct__cyt`, {
    label: `protein alkylated by ${name}`,
    at: "cyt",
    formula: `{${id}}{R}H`,
    boundary: true,
  });
  draft.reaction(
    `alkylate_${id}__cyt`,
    `Fe2__cyt + ${species} + ${organic} + 0.5 ${water} + 0.25 ${o2} -> Fe3__cyt + ${hydroxide} + ${adduct}`,
    { at: "cyt", rate: `alkylates_${id}*split_${id}`, label: `${name} + Fe2+, alkylating` },
  );
  if (!draft.has("D_A")) {
    constants(draft, numbers);
    draft.sum("alkylated", "M/s", "proteins alkylated");
    draft.variable("D_A", {
      label: "damage by alkylation",
      unit: "1",
      counter: true,
      rate: "w_A*alkylated - k_rep_A*D_A",
    });
    draft.observe("damage.alkylation", { label: "damage by alkylation", unit: "1", expr: "D_A" });
    draft.addTo("hazard_committed", "h_max*D_A^n_damage/(D_A^n_damage + 1)");
  }
  draft.addTo("alkylated", `alkylates_${id}*split_${id}`);
}
