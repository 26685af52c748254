import type { Draft } from "#model";
import { daviesExpression, sideReaction } from "../speciation/index.ts";
import { constants } from "./constants.ts";
import { ferrousNumbers, ironLigands } from "./iron-ligands.data.ts";
import { ironWater, milleroRate } from "./iron-water.ts";
import { bicarbonateAt, carbonateShare, type Fork, fork, useFork } from "./oxidant-fork.ts";

/** Ids of the ligand concentrations of a place; what is absent is not there. */
export interface Ligands {
  readonly citrate?: string;
  /** ATP that magnesium leaves free. */
  readonly ATP?: string;
  readonly phosphate?: string;
  readonly EDTA?: string;
  readonly humic?: string;
}

/** One ligand of Fe(II): what it weighs against water, its constant with H2O2, and what that makes. */
interface Form {
  readonly weight: string;
  readonly k: string;
  readonly fork: Fork;
}

/** Deprotonated share of EDTA at a pH. */
function deprotonatedEdta(pH: string): string {
  return `1/(1 + 10^(pK4_EDTA - ${pH}) + 10^(pK4_EDTA + pK3_EDTA - 2*${pH}))`;
}

/** A metal's forms over the free ion, from the library's stability constants: with water and phosphate, and by ligand. */
interface Forms {
  readonly inorganic: string;
  readonly citrate: string;
  readonly ATP: string;
}

/** Activity coefficients by Davies at the medium's ionic strength, stability constants at 37 °C. */
function formsOf(draft: Draft, metal: "Fe2" | "Fe3", at: string, ligands: Ligands): Forms {
  const davies = "davies_37C";
  if (!draft.has(davies)) draft.rule(davies, "1", daviesExpression("I__med", 310.15), "A·f(I) of Davies");
  const around = Object.entries({
    citrate: ligands.citrate,
    ATP: ligands.ATP,
    phosphate: ligands.phosphate,
  }).flatMap(([name, c]) => (c ? [[name, c]] : []));
  const side = sideReaction(metal, {
    pH: `pH__${at}`,
    ligands: Object.fromEntries(around),
    temperature: 310.15,
    davies,
  });
  constants(draft, side.constants);
  const sum = (wanted: (species: string) => boolean): string =>
    [...side.terms].flatMap(([species, term]) => (wanted(species) ? [term] : [])).join(" + ") || "0";
  return {
    inorganic: draft.rule(
      `${metal}_inorganic__${at}`,
      "1",
      sum((x) => !/Cit|ATP/.test(x)),
      `${metal} with water and phosphate over the free ion, ${at}`,
    ),
    citrate: sum((x) => x.includes("Cit")),
    ATP: sum((x) => x.includes("ATP")),
  };
}

/**
 * Fe(II) of a place by ligand, and what all of its forms together do with H2O2 and O2. Equilibrium is fast, so that
 * the shares are algebraic. Of a place where iron may outnumber its ligands, the aqueous share follows from their
 * amount, lumped into one of mean strength; the cytosol has proteins, RNA and lipids beyond those named and is taken
 * not to run out.
 *
 *     w_L = K'_L·[L]        aquo = 1/(1 + Σw), or with few ligands 2K/(b + √(b² + 4K·[Fe])), b = ΣL + K − [Fe], K = ΣL/Σw
 *     k = aquo·k_aq + (1 − aquo)·Σ w·k_L/Σ w        f_OH = (aquo·k_aq·f_aq + (1 − aquo)·Σ w·k_L·f_L/Σ w)/k
 *
 * Adds the rules `Fe2_aquo__<at>` (share), `k_fenton_Fe2_H2O2__<at>`, `k_oxygen_Fe2_O2__<at>` (first order in Fe(II)),
 * and the fork `f_OH_Fe__<at>`, `f_CO3_Fe__<at>`, `f_X_Fe__<at>`.
 *
 * @param ligands  ids of their concentrations
 * @param oxygen   id of the O2 there
 * @param few      the ligands may run out; default false
 * @returns  the fork's rules
 * @limits   without ligands the law of water; much ligand, that of the ligand; shares and forks sum to 1
 * @source   millero1989 (water), gonzalez2017 (citrate, humic), miller2016 and illes2020 (fork)
 */
export function ferrousForms(
  draft: Draft,
  at: "med" | "vesicle" | "cyt",
  options: { ligands: Ligands; oxygen: string; few?: boolean },
): Fork {
  constants(draft, ironWater);
  constants(draft, only(ironLigands, options.ligands));
  constants(draft, only(ferrousNumbers, options.ligands));
  useFork(draft);
  const ionProduct = "pKw - dH_water/(2.302585092994046*R_gas)*(1/310.15 [K] - 1/T)";
  if (!draft.has("pKw_T")) draft.rule("pKw_T", "1", ionProduct, "ion product of water at the temperature");
  const { ligands, oxygen } = options;
  const pH = `pH__${at}`;
  const bicarbonate = bicarbonateAt(draft, at);
  const carbonate = draft.rule(
    `share_carbonate__${at}`,
    "1",
    carbonateShare({ bicarbonate, ...(ligands.phosphate ? { phosphate: ligands.phosphate } : {}) }),
    `share of oxidants that bicarbonate can take, ${at}`,
  );
  const named = (["citrate", "ATP", "EDTA", "humic"] as const).filter((name) => ligands[name]);
  const known = formsOf(draft, "Fe2", at, ligands);
  const over = {
    citrate: known.citrate,
    ATP: known.ATP,
    EDTA: `10^log_K_Fe2_EDTA*1 [1/M]*${deprotonatedEdta(pH)}*${ligands.EDTA}`,
    humic: `10^log_K_Fe2_humic*1 [1/M]*${ligands.humic}`,
  };
  const forms = named.map((name): Form => {
    return {
      weight: draft.rule(
        `Fe2_w_${name}__${at}`,
        "1",
        `(${over[name]})/${known.inorganic}`,
        `Fe(II) with ${name} over aqueous, ${at}`,
      ),
      k: `heat_fenton*k_fenton_Fe2_${name}`,
      fork: ligandFork(name, carbonate),
    };
  });
  // The floor keeps a medium without citrate from asking for zero over zero.
  const side = draft.rule(
    `Fe2_side__${at}`,
    "1",
    [...forms.map((f) => f.weight), "1e-12"].join(" + "),
    `Fe(II) bound over aqueous, ${at}`,
  );
  const aquo = draft.rule(
    `Fe2_aquo__${at}`,
    "1",
    options.few && forms.length > 0
      ? aquoOfFew(draft, at, named.map((n) => ligands[n]!).join(" + "))
      : `1/(1 + ${side})`,
    `aqueous share of Fe(II), ${at}`,
  );
  const acid = `1/(1 + 10^(2*(${pH} - pH_fork_aqueous)))`;
  const water = fork({
    direct: `f_OH_Fe_aqueous + (1 - f_OH_Fe_aqueous)*${acid}`,
    carbonate: `x_carbonate_Fe*${carbonate}*(1 - ${acid})`,
  });
  const k = draft.rule(
    `k_fenton_Fe2_aquo__${at}`,
    "1/(M*s)",
    milleroRate({ pH, T: "T", I: "I__med" }),
    `aqueous Fe(II) + H2O2, ${at}`,
  );
  /** Mean over the forms of something of each. */
  const mean = (ofWater: string, ofForm: (form: Form) => string): string =>
    forms.length === 0
      ? ofWater
      : `(${aquo}*${ofWater} + (1 - ${aquo})*(${forms.map((f) => `${f.weight}*${ofForm(f)}`).join(" + ")})/${side})`;
  const rate = draft.rule(
    `k_fenton_Fe2_H2O2__${at}`,
    "1/(M*s)",
    mean(k, (f) => f.k),
    `Fe(II) + H2O2, ${at}`,
  );
  draft.rule(
    `k_oxygen_Fe2_O2__${at}`,
    "1/s",
    `${mean(`k_oxygen_Fe2*(10^(${pH} - pKw_T)*1 [M])^2/K_H_O2`, () => "k_oxygen_Fe2_ligand")}*${oxygen}`,
    `Fe(II) + O2, ${at}`,
  );
  const share = (kind: keyof Fork, label: string): string =>
    draft.rule(
      `f_${kind}_Fe__${at}`,
      "1",
      `${mean(`${k}*${water[kind]}`, (f) => `${f.k}*${f.fork[kind]}`)}/${rate}`,
      `share of ${label} of Fe(II) + H2O2, ${at}`,
    );
  return { OH: share("OH", "·OH"), CO3: share("CO3", "CO3·-"), X: share("X", "ferryl") };
}

/** Aqueous share where ligands are few: the root of one lumped ligand's mass balance, written so that it never cancels. */
function aquoOfFew(draft: Draft, at: string, amounts: string): string {
  const total = draft.rule(`Fe2_sites__${at}`, "M", `${amounts} + 1e-15 [M]`, `ligands of Fe(II), ${at}`);
  const half = draft.rule(
    `Fe2_half__${at}`,
    "M",
    `${total}/Fe2_side__${at}`,
    `their mean dissociation constant, ${at}`,
  );
  const b = `(${total} + ${half} - Fe2__${at})`;
  return `2*${half}/(${b} + sqrt(${b}^2 + 4*${half}*Fe2__${at}))`;
}

/** EDTA gives ·OH whatever the bicarbonate; humic matter is taken for it, a polydentate as well. */
function ligandFork(name: "citrate" | "ATP" | "EDTA" | "humic", carbonate: string): Fork {
  if (name === "citrate") return fork({ direct: "f_OH_Fe_citrate", carbonate });
  if (name === "ATP") return fork({ direct: "f_OH_Fe_ATP", carbonate: `x_carbonate_Fe*${carbonate}` });
  return fork({ direct: "1", carbonate: "0" });
}

/**
 * Fe(III) of a place that no organic ligand holds (aqueous and hydrolysed, what ferrihydrite is in equilibrium with),
 * from one strong ligand of limited amount, citrate or EDTA, and phosphate.
 *
 *     free = ½·(c − L − K + √((c − L − K)² + 4·K·c)),   K = (hydrolysis + phosphate)/K'
 *
 * Adds the rule `Fe3_free__<at>`. The dimer Fe2(OH)2⁴⁺ is left out: ferrihydrite forms before it matters above pH 3.
 *
 * @limits  no ligand, all is free; ligand in excess, free → c·K/L
 */
export function ferricFree(draft: Draft, at: "med" | "vesicle", ligands: Ligands): string {
  constants(draft, ironWater);
  constants(draft, only(ironLigands, ligands));
  const pH = `pH__${at}`;
  const strong = ligands.EDTA ? "EDTA" : ligands.citrate ? "citrate" : undefined;
  const id = `Fe3_free__${at}`;
  const label = `Fe(III) that no ligand holds, ${at}`;
  if (!strong) return draft.rule(id, "M", `Fe3__${at}`, label);
  // Per mM of citrate: what it binds in proportion to its amount, Fe(OH)citrate⁻ included.
  const known = formsOf(draft, "Fe3", at, { ...ligands, citrate: "1 [mM]" });
  const hydroxo = `10^(log_b_FeOH_citrate + ${pH})*1e-3/(1 + 10^(pK3_citrate - ${pH}))`;
  const k =
    strong === "EDTA" ? `10^log_K_Fe3_EDTA*1e-3*${deprotonatedEdta(pH)}` : `(${known.citrate} + ${hydroxo})`;
  const half = draft.rule(
    `Fe3_half__${at}`,
    "M",
    `1 [mM]*${known.inorganic}/(${k})`,
    `free ${strong} at which half of Fe(III) is held, ${at}`,
  );
  const over = `(Fe3__${at} - ${ligands[strong]} - ${half})`;
  return draft.rule(id, "M", `0.5*(${over} + sqrt(${over}^2 + 4*${half}*Fe3__${at}))`, label);
}

/** The numbers of the ligands that are there; those that name no ligand always. */
function only<T>(numbers: Readonly<Record<string, T>>, ligands: Ligands): Readonly<Record<string, T>> {
  const all = ["citrate", "ATP", "EDTA", "humic"];
  const here = new Set(Object.entries(ligands).flatMap(([name, c]) => (c ? [name] : [])));
  return Object.fromEntries(
    Object.entries(numbers).filter(([id]) => all.every((name) => !id.includes(name) || here.has(name))),
  );
}
