import { type Draft, type Sourced, sourced } from "#model";
import type { Act, Drug, Environment, Mechanism } from "../types.ts";
import { type Constants, constants, surroundings } from "./constants.ts";
import { useEnvironment } from "./culture.ts";
import { splitDrug } from "./peroxide-bond.ts";

const gpx4Numbers: Constants = {
  k_turn_gpx4: {
    label: "turnover of GPX4",
    number: sourced("1e-5 1/s", {
      grade: "C",
      range: ["3e-6 1/s", "3e-5 1/s"],
      why: "half-life of about a day, as of most enzymes",
      needsPaper: true,
    }),
  },
};

/** Id of a drug in models: `ferrostatin-1` is `ferrostatin_1`. */
export function drugId(drug: Drug): string {
  return drug.id.replaceAll(/[^A-Za-z0-9]/g, "_").replace(/^(\d)/, "_$1");
}

/** Species that a dose of the drug is added to. */
export function mediumSpecies(drug: Drug): string {
  return drug.is === "H2O2" ? "H2O2__med" : `${drugId(drug)}__med`;
}

/** Formula of a drug in models: a lumped part of its own, so that what it turns into keeps the balance. */
export function drugFormula(drug: Drug): string {
  if (drug.is === "LOOH") return "{L}O2H";
  return `{${drugId(drug)}}${drug.acts.some((a) => "yields" in a) ? "H2" : ""}`;
}

/** Whether a drug takes GPX4 away, so that the model has to follow its level. */
export function followsGpx4(drugs: readonly Drug[]): boolean {
  return drugs.some((d) => d.acts.some((a) => "inactivates" in a));
}

/**
 * The level of GPX4, relative to its rest, made and lost by turnover; what inactivates it adds its loss.
 *
 *     dE/dt = k·(1 − E) − Σ losses
 *
 * @limits  nothing that inactivates it: 1 at all times
 */
export function gpx4Level(draft: Draft): void {
  constants(draft, gpx4Numbers);
  draft.variable("gpx4_level", { label: "GPX4 relative to rest", unit: "1", initial: "1" });
  draft.addTo("gpx4_level", "k_turn_gpx4*(1 - gpx4_level)");
  draft.observe("GPX4", { label: "GPX4 relative to rest", unit: "1", display: "%", expr: "gpx4_level" });
}

/**
 * Small molecules: given to the medium at a time, exchanged with the cytosol in first order, lost in first order, and
 * acting there as their records say.
 *
 *     enter  k·([D]med − [D]cyt)        inhibit  activity = 1/(1 + (c/IC50)ⁿ)        inactivate  k·[D]·E
 *     trap   k·P·[D]·LOO·                chelate  k·[D]·[Fe], n ligands to one iron      autoxidise  (k_Fe[Fe] + k_Cu[Cu])·[D]
 *     split  k·[D]·[Fe²⁺] (`splitDrug`)
 *
 * A drug without entry acts from the medium or in the membrane, by its concentration there. Ionophores add
 * permeabilities in proportion to it; a carrier that exchanges Na⁺ for H⁺ moves NaCl, as pH is not followed.
 * Inhibitions add up in `xc_block`, `gcl_block`, `fsp1_block`, `caspase_block`, `pump_block`, `nkcc_block`, `vrac_block`
 * and `atp_block`. A trap is regenerated and not used
 * up. Fe(II) that a chelator binds is oxidised by O2 at once, and no chelate takes part in redox chemistry. The event
 * `add_<drug>` adds what the setting `added_<drug>` holds, `wash_<drug>` replaces the medium by one without the drug.
 *
 * @param drugs        those of the protocol, of the agent's cargo, or the agent itself
 * @param environment  its traces of iron and copper catalyse autoxidation
 * @limits  no drug, no effect; iron is conserved in its chelates
 * @valid   below solubility; protein binding in the medium is left out
 */
export function drugActions(options: { drugs: readonly Drug[]; environment: Environment }): Mechanism {
  return {
    id: "drugs",
    label: "drugs: entry, loss, and what they inhibit, trap or bind",
    add(draft) {
      for (const drug of options.drugs) addDrug(draft, drug, options.environment);
    },
  };
}

function addDrug(draft: Draft, drug: Drug, environment: Environment): void {
  const id = drugId(drug);
  const path = `drugs/${drug.id}`;
  const med = mediumSpecies(drug);
  const formula = drugFormula(drug);
  if (drug.is !== "H2O2") draft.species(med, { label: `${drug.id} in the medium`, at: "med", formula });
  draft.setting(`added_${id}`, 0, "mM", `${drug.id} added to the medium`);
  draft.event(`add_${id}`, {
    label: `${drug.id} is added`,
    assignments: [[med, `${med} + added_${id}`]],
  });
  draft.event(`wash_${id}`, { label: `medium without ${drug.id}`, assignments: [[med, "0 [mM]"]] });
  const inCell = drug.entry !== undefined && drug.is === undefined;
  if (drug.entry) {
    draft.parameter(`k_in_${id}`, drug.entry, { label: `entry of ${drug.id}`, path: `${path}/entry` });
    if (inCell) draft.species(`${id}__cyt`, { label: `${drug.id} in the cytosol`, at: "cyt", formula });
    draft.reaction(`enter_${id}`, `${med} -> ${inCell ? `${id}__cyt` : "LOOH__cyt"}`, {
      at: "cyt",
      rate: inCell ? `k_in_${id}*(${med} - ${id}__cyt)` : `k_in_${id}*${med}`,
    });
  }
  if (drug.loss) {
    draft.parameter(`k_loss_${id}`, drug.loss, { label: `loss of ${drug.id}`, path: `${path}/loss` });
    for (const at of inCell ? ["med", "cyt"] : ["med"]) {
      const spent = `${id}_spent__${at}`;
      draft.species(spent, { label: `${drug.id}, spent`, at, formula, boundary: true });
      draft.reaction(`lose_${id}__${at}`, `${id}__${at} -> ${spent}`, {
        at,
        rate: `k_loss_${id}*${id}__${at}`,
      });
    }
  }
  if (inCell)
    draft.observe(`drug.${drug.id}`, {
      label: `${drug.id} in the cytosol`,
      unit: "mM",
      display: "uM",
      expr: `${id}__cyt`,
    });
  const where = drug.entry ? `${id}__cyt` : med;
  drug.acts.forEach((act, i) => {
    if ("yields" in act) autoxidise(draft, id, act, `${path}/acts/${i}`, environment);
    else if ("permeability" in act) leak(draft, id, where, act, `${path}/acts/${i}`);
    else if ("chelates" in act && act.chelates === "barium")
      draft.addTo(draft.sum("GLDA__med", "M", "GLDA, free and bound, med"), med);
    else if ("splits" in act) splitDrug(draft, id, where, act, `${path}/acts/${i}`, drug.id);
    else actInCell(draft, id, where, act, `${path}/acts/${i}`);
  });
}

const block = {
  xc: "xc_block",
  gcl: "gcl_block",
  fsp1: "fsp1_block",
  caspases: "caspase_block",
  pump: "pump_block",
  nkcc: "nkcc_block",
  vrac: "vrac_block",
  "atp-synthesis": "atp_block",
} as const;

/** Whether a drug acts on what the ion core follows. */
export function actsOnMembrane(drug: Drug): boolean {
  return drug.acts.some(
    (a) =>
      "conducts" in a ||
      "exchanges" in a ||
      ("inhibits" in a && ["pump", "nkcc", "vrac", "atp-synthesis"].includes(a.inhibits)),
  );
}

type CellAct = Exclude<
  Act,
  | { readonly chelates: "barium" }
  | { readonly yields: "H2O2" }
  | { readonly splits: "O-O" }
  | { readonly conducts: string }
  | { readonly exchanges: string }
>;

/** What makes the membrane leaky: channels and carriers, per concentration. */
function leak(
  draft: Draft,
  id: string,
  c: string,
  act: Extract<Act, { readonly permeability: Sourced }>,
  path: string,
): void {
  const ion = "conducts" in act ? act.conducts : act.exchanges;
  const p = `P_${ion}_${id}`;
  const label = `permeability for ${ion} by ${id}`;
  draft.parameter(p, act.permeability, { label, path: `${path}/permeability` });
  if ("conducts" in act) {
    draft.addTo(draft.sum(`P_add_${ion}`, "m/s", `permeability for ${ion} that others add`), `${p}*${c}`);
    return;
  }
  // Na+ for H+, then Cl- for HCO3-: both at equilibrium where the products of Na+ and Cl- are equal.
  draft.reaction(`exchange_${ion}_${id}`, "Na__med + Cl__med -> Na__cyt + Cl__cyt", {
    rate: `A_mem*${p}*${c}*(Na__med - Na__cyt*Cl__cyt/Cl__med)`,
    label: `Na+ for H+ by ${id}, and Cl- for HCO3-`,
  });
}

function actInCell(draft: Draft, id: string, c: string, act: CellAct, path: string): void {
  if ("inhibits" in act) {
    const at = `${act.inhibits.replaceAll("-", "_")}_${id}`;
    draft.parameter(`IC50_${at}`, act.ic50, {
      label: `half-effect of ${id} on ${act.inhibits}`,
      path: `${path}/ic50`,
    });
    draft.parameter(`hill_${at}`, act.hill, {
      label: `steepness of ${id} on ${act.inhibits}`,
      path: `${path}/hill`,
    });
    draft.addTo(
      draft.sum(block[act.inhibits], "1", `inhibitors of ${act.inhibits}`),
      `(${c}/IC50_${at})^hill_${at}`,
    );
    return;
  }
  const label =
    "inactivates" in act ? "inactivation of GPX4" : "traps" in act ? "trapping of LOO·" : "binding of iron";
  const k = "inactivates" in act ? `k_gpx4_${id}` : "traps" in act ? `k_trap_${id}` : `k_chelate_${id}`;
  draft.parameter(k, act.rate, { label: `${label} by ${id}`, path: `${path}/rate` });
  if ("inactivates" in act) {
    draft.addTo("gpx4_level", `-${k}*${c}*gpx4_level`);
    const bound = draft.species(`${id}_bound__cyt`, {
      label: `${id} on GPX4`,
      at: "cyt",
      formula: `{${id}}`,
      boundary: true,
    });
    draft.reaction(`bind_GPX4_${id}__cyt`, `${c} -> ${bound}`, {
      at: "cyt",
      rate: `${k}*${c}*GPX4*gpx4_level`,
    });
    return;
  }
  const reductant = surroundings(draft, "reductant", "cyt");
  if ("traps" in act) {
    draft.parameter(`partition_${id}`, act.partition, {
      label: `${id} in the lipid phase over free`,
      path: `${path}/partition`,
    });
    draft.reaction(`trap_chain_${id}__cyt`, `LOO__cyt + 0.5 ${reductant} -> LOOH__cyt`, {
      at: "cyt",
      rate: `${k}*partition_${id}*${c}*LOO__cyt`,
      label: `LOO· trapped by ${id}, which is regenerated`,
    });
    return;
  }
  const [o2, proton, water] = ["dioxygen", "proton", "water"].map((s) => surroundings(draft, s, "cyt"));
  const n = act.ligands === 1 ? "" : `${act.ligands} `;
  const chelate = draft.species(`${id}_Fe__cyt`, {
    label: `iron bound by ${id}`,
    at: "cyt",
    formula: `{${id}}${act.ligands}Fe+3`,
  });
  draft.reaction(`chelate_Fe3_${id}__cyt`, `Fe3__cyt + ${n}${c} -> ${chelate}`, {
    at: "cyt",
    rate: `${k}*Fe3__cyt*${c}`,
  });
  draft.reaction(
    `chelate_Fe2_${id}__cyt`,
    `Fe2__cyt + ${n}${c} + 0.25 ${o2} + ${proton} -> ${chelate} + 0.5 ${water}`,
    { at: "cyt", rate: `${k}*Fe2__cyt*${c}`, label: `Fe(II) bound by ${id} and oxidised` },
  );
  draft.observe(`iron.bound.${id}`, {
    label: `iron bound by ${id}`,
    unit: "mM",
    display: "uM",
    expr: chelate,
  });
}

function autoxidise(
  draft: Draft,
  id: string,
  act: Extract<Act, { readonly yields: "H2O2" }>,
  path: string,
  environment: Environment,
): void {
  useEnvironment(draft, environment, { Fe_trace__med: "ironTrace", Cu_trace__med: "copperTrace" });
  draft.parameter(`k_autox_Fe_${id}`, act.byIron, {
    label: `autoxidation of ${id} by iron`,
    path: `${path}/byIron`,
  });
  draft.parameter(`k_autox_Cu_${id}`, act.byCopper, {
    label: `autoxidation of ${id} by copper`,
    path: `${path}/byCopper`,
  });
  const o2 = surroundings(draft, "dioxygen", "med");
  const spent = draft.species(`${id}_oxidised__med`, {
    label: `${id}, oxidised`,
    at: "med",
    formula: `{${id}}`,
    boundary: true,
  });
  draft.reaction(`autoxidise_${id}__med`, `${id}__med + ${o2} -> ${spent} + H2O2__med`, {
    at: "med",
    rate: `(k_autox_Fe_${id}*Fe_trace__med + k_autox_Cu_${id}*Cu_trace__med)*${id}__med`,
  });
}
