import type { Draft } from "#model";
import type { Cell, Environment, Mechanism } from "../types.ts";
import { constants, surroundings } from "./constants.ts";
import { useCell, useEnvironment } from "./culture.ts";
import {
  persulfateNumbers,
  sulfateRadicalInCell,
  sulfateRadicalInMedium,
  sulfateRadicalNumbers,
} from "./persulfate.data.ts";
import { lightOnPersulfate } from "./persulfate-light.ts";
import { cytosolicChloride } from "./resting-chloride.ts";
import { addOsmoles, useSulfate } from "./sulfate.ts";

type Place = "med" | "vesicle" | "cyt";

/**
 * Persulfate and its radical: S2O8²⁻ falls apart by warmth, by ultraviolet and by Fe(II) or Cu(I), and SO4·⁻ meets organics, chloride,
 * glutathione and bicarbonate long before water turns it to ·OH.
 *
 *     S2O8²⁻ → 2 SO4·⁻                 v = f·k(T)·c          S2O8²⁻ + H2O → 2 SO4²⁻ + 2 H⁺ + ½ O2   v = (1 − f)·k(T)·c
 *     S2O8²⁻ + hν → 2 SO4·⁻            v = k_light·c (`lightOnPersulfate`, where a step of the protocol shines)
 *     S2O8²⁻ + M → SO4·⁻ + SO4²⁻ + M⁺  v = k_M·[M]·c         S2O8²⁻ + 2 GSH → GSSG + 2 SO4²⁻ + 2 H⁺  v = k·[GSH]·c
 *     [SO4·⁻] = source/(Σ k_j·c_j − k_Cl·[Cl⁻]·r)            r = k₋[SO4²⁻]·φ/(k₋[SO4²⁻]·φ + Σ chlorine's sinks)
 *
 * SO4·⁻ is at quasi-steady state, a flux with shares. Cl· and Cl2·⁻ are one pool: φ = 1/(1 + K[Cl⁻]) of it is Cl·, which
 * alone gives SO4·⁻ back; the pool's other ends are those of SO4·⁻, and its hits are counted with them. Products feed
 * `OH_source__…` (water, OH⁻), `CO3_source__…`, `radicals_made` and `thiyl_made` of the secondary radicals, `lipid_starts`
 * and `nuclear_source`, the last two by shares that nobody has measured. Iron that persulfate oxidised returns by the
 * reductants of `labileIron` and `iron`: that return, not persulfate, sets the pace.
 *
 * Left out: S2O8²⁻ through a membrane (an anion, no rate known: it comes in with particles, and waits in their endosomes,
 * with the sulfate it makes there, for `endosomeBurst`), solid persulfate in the light, what ultraviolet does to the cell itself, superoxide, SO4·⁻ with itself, with
 * S2O8²⁻ (below 1e4 1/(M·s)) and with Fe(II) (1 in 20 000 at 1 µM), e⁻aq of X-rays (below 1 µM at 3 Gy).
 *
 * @limits  no persulfate, no radical; each S2O8²⁻ takes two electrons and ends as two sulfates, whichever way it goes
 * @valid   pH 4–8 and 20–45 °C; half-life 90–160 d at 37 °C unaided, 7 h beside 1 µM Fe(II) held constant
 * @source  sulfateFlash1996 (water); waterlooPersulfate (unaided loss at 20 °C); liangSu2009 (which radical at which pH)
 */
export function persulfate(options: { cell: Cell; environment: Environment; lit?: boolean }): Mechanism {
  const { cell, environment } = options;
  return {
    id: "persulfate",
    label: "persulfate, SO4·- and what takes it",
    add(draft) {
      for (const numbers of [
        persulfateNumbers,
        sulfateRadicalNumbers,
        sulfateRadicalInCell,
        sulfateRadicalInMedium,
      ])
        constants(draft, numbers);
      useSulfate(draft, options);
      if (options.lit) lightOnPersulfate(draft, environment);
      useCell(draft, cell, {
        thiol_vesicle: "vesicleThiol",
        chloride_vesicle: "vesicleChloride",
      });
      cytosolicChloride(draft, cell);
      useEnvironment(draft, environment, { chloride_medium: "chloride" });
      draft.species("SO4__vesicle", {
        label: "sulfate in endosomes and lysosomes beyond rest",
        at: "vesicle",
        formula: "SO4-2",
      });
      draft.rule(
        "k_S2O8",
        "1/s",
        "k_S2O8_20*exp(Ea_S2O8/R_gas*(1/293.15 [K] - 1/T))",
        "unaided loss of S2O8 2- at the temperature",
      );
      draft.rule(
        "k_SO4_water",
        "1/s",
        "A_SO4_water*water_M*exp(-Ea_SO4_water/(R_gas*T))",
        "SO4·- lost to water",
      );
      for (const at of ["med", "vesicle", "cyt"] as const) {
        activate(draft, at);
        radical(draft, at);
      }
      damage(draft);
      readOuts(draft);
    },
  };
}

/** S2O8²⁻ of a place and the four ways it goes. */
function activate(draft: Draft, at: Place): void {
  const s = `S2O8__${at}`;
  if (!draft.has(s)) draft.species(s, { label: `persulfate, ${at}`, at, formula: "S2O8-2" });
  if (at !== "vesicle") addOsmoles(draft, at, s);
  // Two sulfates and two protons, which buffers hold, for each persulfate: of four charges made two stay. Those that
  // sulfate takes along as BaSO4 it takes from Ba2+.
  const sulfates = draft.has("BaSO4__cyt") ? "SO4__cyt - BaSO4__cyt" : "SO4__cyt";
  if (at === "cyt" && draft.has("charges__cyt"))
    draft.addTo("charges__cyt", `sulfate_cyt/v_cell - ${sulfates} - 2*${s}`);
  const [water, o2, proton, radical] = ["water", "dioxygen", "proton", "sulfateRadical"].map((name) =>
    surroundings(draft, name, at),
  );
  const source = draft.sum(`SO4r_source__${at}`, "M/s", `SO4·- made in ${at}`);
  const warm = draft.rule(
    `thermal_S2O8_${at}`,
    "M/s",
    `f_S2O8_homolysis*k_S2O8*${s}`,
    `persulfate split by warmth, ${at}`,
  );
  draft.addTo(source, `2*${warm}`);
  draft.reaction(`split_S2O8__${at}`, `${s} -> 2 ${radical}`, { at, rate: warm });
  if (draft.has("k_light")) {
    const light = `k_light__${at === "med" ? "med" : "cyt"}*${s}`;
    draft.addTo(source, `2*${light}`);
    draft.reaction(`photolyse_S2O8__${at}`, `${s} -> 2 ${radical}`, { at, rate: light });
  }
  draft.reaction(`hydrolyse_S2O8__${at}`, `${s} + ${water} -> 2 SO4__${at} + 2 ${proton} + 0.5 ${o2}`, {
    at,
    rate: `(1 - f_S2O8_homolysis)*k_S2O8*${s}`,
  });
  for (const [metal, oxidised, k] of [
    ["Fe2", "Fe3", at === "cyt" ? "f_S2O8_ligated*k_S2O8_Fe2" : "k_S2O8_Fe2"],
    ["Cu1", "Cu2", "k_S2O8_Cu1"],
  ] as const) {
    if (!draft.has(`${metal}__${at}`)) continue;
    const flux = draft.rule(
      `activation_${metal}_${at}`,
      "M/s",
      `${k}*${metal}__${at}*${s}`,
      `persulfate activated by ${metal}, ${at}`,
    );
    draft.addTo(source, flux);
    draft.reaction(
      `activate_S2O8_${metal}__${at}`,
      `${s} + ${metal}__${at} -> ${radical} + SO4__${at} + ${oxidised}__${at}`,
      { at, rate: flux },
    );
  }
  if (at !== "cyt") return;
  draft.reaction("oxidise_GSH_S2O8__cyt", `${s} + 2 GSH__cyt -> GSSG__cyt + 2 SO4__cyt + 2 ${proton}`, {
    at,
    rate: `k_S2O8_thiol*GSH__cyt*${s}`,
  });
}

/** What takes SO4·⁻ at a place, and the balanced equations of its ends. */
function radical(draft: Draft, at: Place): void {
  const chloride = draft.has(`Cl__${at}`) ? `Cl__${at}` : at === "med" ? "chloride_medium" : `chloride_${at}`;
  const bicarbonate = at === "vesicle" ? "HCO3__cyt*10^(pH__vesicle - pH__cyt)" : `HCO3__${at}`;
  const thiol = { med: undefined, vesicle: "thiol_vesicle*GSH__cyt", cyt: "GSH__cyt" }[at];
  const pool = at === "med" ? "medium" : "organics";
  const sinks: Record<string, string> = {
    organics: `k_SO4_${pool}`,
    Cl: `k_SO4_chloride*${chloride}`,
    ...(thiol ? { GSH: `k_SO4_thiol*${thiol}` } : {}),
    HCO3: `k_SO4_bicarbonate*${bicarbonate}`,
    water: "k_SO4_water",
    OH: `k_SO4_hydroxide*10^(pH__${at} - 14)*1 [M]`,
  };
  const total = draft.rule(
    `SO4r_sink__${at}`,
    "1/s",
    Object.values(sinks).join(" + "),
    `total sink of SO4·-, ${at}`,
  );
  for (const [name, sink] of Object.entries(sinks))
    draft.rule(
      `share_SO4r_${name}__${at}`,
      "1",
      `${sink}/${total}`,
      `share of SO4·- taken by ${name}, ${at}`,
    );
  const back = draft.rule(
    `chlorine_back__${at}`,
    "1/s",
    `k_chlorine_sulfate*SO4__${at}/(1 + K_dichlorine*${chloride})`,
    `Cl· and Cl2·- back to SO4·-, ${at}`,
  );
  const chlorine: Record<string, string> = {
    organics: `k_chlorine_${pool}`,
    ...(thiol ? { GSH: `k_chlorine_thiol*${thiol}` } : {}),
    HCO3: `k_chlorine_bicarbonate*${bicarbonate}`,
  };
  const lost = draft.rule(
    `chlorine_sink__${at}`,
    "1/s",
    Object.values(chlorine).join(" + "),
    `sinks of Cl· and Cl2·-, ${at}`,
  );
  const c = draft.rule(
    `SO4r__${at}`,
    "M",
    `SO4r_source__${at}/(${total} - ${sinks["Cl"]}*${back}/(${back} + ${lost}))`,
    `SO4·- in ${at}`,
  );
  // The pool of Cl· and Cl2·⁻ hands on what it takes, less what goes back.
  const chlorineLeft = `${sinks["Cl"]}*${c}/(${back} + ${lost})`;
  const flux = (end: string): string =>
    draft.rule(
      `SO4r_to_${end}__${at}`,
      "M/s",
      [
        `${sinks[end]}*${c}`,
        ...(chlorine[end] === undefined ? [] : [`${chlorine[end]}*${chlorineLeft}`]),
      ].join(" + "),
      `SO4·- that ended on ${end}, by way of chlorine too, ${at}`,
    );
  ends(draft, at, { organics: flux("organics"), HCO3: flux("HCO3"), GSH: thiol && flux("GSH") });
}

/** The ends of SO4·⁻: reactions, and the sums that carry on from them. */
function ends(
  draft: Draft,
  at: Place,
  flux: { organics: string; HCO3: string; GSH: string | undefined },
): void {
  const [held, water, proton, oxidant, organic, carbon] = [
    "sulfateRadical",
    "water",
    "proton",
    "oxidant",
    "organic",
    "radical",
  ].map((name) => surroundings(draft, name, at));
  const wet = draft.rule(
    `SO4r_to_OH__${at}`,
    "M/s",
    `(k_SO4_water + k_SO4_hydroxide*10^(pH__${at} - 14)*1 [M])*SO4r__${at}`,
    `SO4·- that became ·OH, ${at}`,
  );
  draft.addTo(draft.sum(`OH_source__${at}`, "M/s", `·OH made in ${at}`), wet);
  draft.addTo(draft.sum(`CO3_source__${at}`, "M/s", `CO3·- made in ${at}`), flux.HCO3);
  draft.reaction(`SO4r_water__${at}`, `${held} + ${water} -> SO4__${at} + ${proton} + ${oxidant}`, {
    at,
    rate: `${wet} + ${flux.HCO3}`,
    label: `SO4·- to ·OH and CO3·-, ${at}`,
  });
  draft.reaction(`SO4r_organics__${at}`, `${held} + ${organic} -> SO4__${at} + ${proton} + ${carbon}`, {
    at,
    rate: flux.organics,
    label: `SO4·- on organics, ${at}`,
  });
  if (flux.GSH === undefined) return;
  if (at === "cyt") {
    const thiyl = surroundings(draft, "thiyl", at);
    draft.reaction("SO4r_GSH__cyt", `${held} + GSH__cyt -> SO4__cyt + ${proton} + ${thiyl}`, {
      at,
      rate: flux.GSH,
      label: "SO4·- on GSH",
    });
    draft.addTo("thiyl_made", flux.GSH);
    draft.addTo("radicals_made", flux.organics);
    return;
  }
  // Thiols of the lysosome are no state.
  draft.reaction("SO4r_thiol__vesicle", `${held} + ${organic} -> SO4__vesicle + ${proton} + ${carbon}`, {
    at,
    rate: flux.GSH,
    label: "SO4·- on thiols of the lysosome",
  });
}

/** What SO4·⁻ does to nucleus and lipid, by shares of that of ·OH. */
function damage(draft: Draft): void {
  draft.rule(
    "J_SO4r",
    "M/s",
    "SO4r_source__cyt + SO4r_source__vesicle*V_vesicle/V_cyt",
    "SO4·- made per volume of cell",
  );
  draft.addTo(
    draft.sum("nuclear_source", "M/s", "oxidants that reach the nucleus, as ·OH made in the cytosol"),
    "f_SO4_nuclear*SO4r_source__cyt",
  );
  draft.addTo(
    draft.sum("lipid_starts", "M/s", "lipid chains started by oxidants"),
    "f_OHL*f_SO4_lipid*J_SO4r",
  );
}

function readOuts(draft: Draft): void {
  draft.variable("SO4r_made", {
    label: "SO4·- made in the cell since the dose",
    unit: "mM",
    rate: "J_SO4r",
    counter: true,
  });
  draft.observe("SO4.made", { label: "SO4·- made", unit: "mM", display: "uM", expr: "SO4r_made" });
  draft.variable("SO4r_wet", {
    label: "·OH that SO4·- left in the cytosol since the dose",
    unit: "mM",
    rate: "SO4r_to_OH__cyt",
    counter: true,
  });
  draft.observe("SO4.hydroxyl", {
    label: "·OH that SO4·- left in the cytosol",
    unit: "mM",
    display: "nM",
    expr: "SO4r_wet",
  });
  draft.observe("SO4", { label: "SO4·- in the cytosol", unit: "mM", display: "pM", expr: "SO4r__cyt" });
  draft.observe("persulfate", {
    label: "persulfate in the cytosol",
    unit: "mM",
    expr: "S2O8__cyt",
  });
  draft.observe("persulfate in medium", {
    label: "persulfate in the medium",
    unit: "mM",
    expr: "S2O8__med",
  });
}
