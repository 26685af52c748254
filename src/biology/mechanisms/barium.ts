import type { Draft } from "#model";
import { exp, toBase } from "#units";
import { complexes, daviesExpression, solids } from "../speciation/index.ts";
import type { Cell, Environment, Mechanism } from "../types.ts";
import { bariumBlocking, bariumNumbers, gldaNumbers } from "./barium.data.ts";
import { constants, surroundings } from "./constants.ts";
import { useCell } from "./culture.ts";
import { addOsmoles, useSulfate } from "./sulfate.ts";

const places = ["med", "vesicle", "cyt"] as const;

/**
 * Ba²⁺ in medium, lysosome and cytosol: it blocks K⁺ channels, sulfate and carbonate take it out, GLDA holds a little of it.
 *
 *     open share of K⁺ conductance   1 − s + s/(1 + x)      x = [Ba²⁺]_out/Kd(V) + f·[Ba²⁺]_in/Kd0
 *     Kd(V) = Kd0·exp((V + 62 mV)/s_V)                      block is quasi-steady: τ is 3 ms at 0.1 mM
 *     Ba²⁺ + SO4²⁻ ⇄ BaSO4     v = k·(γ₂²[Ba²⁺][SO4²⁻]/Ksp − S/√(S² + S₀²))      S the solid, S₀ a trace
 *     Ba²⁺ + HCO3⁻ ⇄ BaCO3 + H⁺      the same of γ₂[Ba²⁺]·γ₁[HCO3⁻]·10^(pH − pK₂), with a k of its own
 *     free Ba²⁺ beside GLDA (L) and Ca²⁺, from b + b·L_t/(b + K') = T,      K' = Kd_Ba·(1 + [Ca²⁺]/Kd_Ca)
 *
 * Block goes into the sum `barium_block` of the ion core as B = s·x/(1 + (1 − s)·x), so that 1/(1 + B) is the open share,
 * s being the share of the conductance that Ba²⁺ can block. Weaker in a depolarised cell: a tumour cell is spared.
 * Total GLDA is the sum `GLDA__med` and `GLDA__cyt`: the drug `glda` adds to the first; no coating frees what it holds. Entry from the
 * medium is a leak that ends at the electrochemical balance, and its charge goes to `flow_out`. An endosome that is whole
 * holds Ba²⁺ as it holds persulfate (`endosomeBurst`). What the ion core has (`Vm`, `flow_out`, osmoles, Ca²⁺) is used where
 * it is there; without it V is −62 mV.
 *
 * Sulfate is tighter but is used up. Bicarbonate is held, since the CO2 of the incubator and of respiration makes what
 * barium takes: BaO2 + CO2 + H2O → BaCO3 + H2O2, with no proton left over. Where BaCO3 grows, no cell holds tens of mM of Ba²⁺ for long.
 *
 * Left out: barium phosphates, for which no constant was found; block by Ba²⁺ of channels that are not K⁺ channels; export
 * (no pump is known to take Ba²⁺).
 *
 * @limits  no Ba²⁺, no block; with solid about, γ₂²[Ba²⁺][SO4²⁻] → Ksp: 5 µM Ba²⁺ beside 0.3 mM sulfate at 37 °C; where
 *          sulfate is used up, 0.3 mM beside 24 mM bicarbonate at pH 7.4, 1 mM beside 12 mM at pH 7.2
 * @valid   −100 to 0 mV; I 0.15 M, γ by Davies
 * @source  quayle1988 (rate, voltage dependence and Kd of KATP channels of frog muscle)
 */
export function barium(options: { cell: Cell; environment: Environment }): Mechanism {
  const { cell } = options;
  return {
    id: "barium",
    label: "Ba2+: block of K+ channels, BaSO4, BaCO3, GLDA",
    add(draft) {
      constants(draft, bariumNumbers);
      useSulfate(draft, options);
      useCell(draft, cell, {
        Kd0_Ba: "bariumKd",
        s_Ba_block: "bariumShare",
      });
      for (const at of places) {
        const id = `Ba2__${at}`;
        if (!draft.has(id)) draft.species(id, { label: `Ba2+, ${at}`, at, formula: "Ba+2" });
      }
      for (const at of ["med", "cyt"] as const) {
        addOsmoles(draft, at, `Ba2__${at}`);
        chelate(draft, at);
        for (const solid of ["sulfate", "carbonate"] as const) precipitate(draft, at, solid);
      }
      block(draft);
      transport(draft);
      const inCell = `${bariumOf("cyt")} + Ba2__vesicle*V_vesicle/V_cyt`;
      if (draft.has("metal_in_cell")) draft.addTo("metal_in_cell", `137.327 [g/mol]*(${inCell})*V_cyt`);
      if (draft.has("ions_in_cell")) draft.addTo("ions_in_cell", inCell);
      if (draft.has("high_Z")) draft.addTo("high_Z", `100*137.327 [g/mol]*(${inCell})/1 [kg/L]`);
      readOuts(draft);
    },
  };
}

/**
 * How Ba²⁺ outside blocks one channel: the share of time it is blocked, and the time in which that settles, s.
 *
 *     τ = 1/(k_on·[Ba²⁺] + k_off)      k_on = k·exp(−(V + 62 mV)/s_V), k_off = Kd·k at every voltage
 */
export function bariumBlockKinetics(options: { barium: string; voltage: string }): {
  blocked: number;
  tau: number;
} {
  const c = toBase(options.barium, "mM");
  const value = (of: typeof bariumBlocking, id: string): number => toBase(of[id]!.number.value);
  const away = (toBase(options.voltage, "V") + 0.062) / value(bariumNumbers, "s_Ba_voltage");
  const k = value(bariumBlocking, "k_on_Ba");
  const on = k * exp(-away) * c;
  const off = k * value(bariumBlocking, "Kd_Ba");
  return { blocked: on / (on + off), tau: 1 / (on + off) };
}

/** Apparent dissociation constant of GLDA with an ion at a pH, over {@link gldaNumbers}. */
export function gldaKd(ion: "Ba" | "Ca", pH: string): string {
  return `(1 + 10^(pKa_GLDA - ${pH}))*10^(-log_K_GLDA_${ion})*1 [M]`;
}

/** Free Ba²⁺ of a place beside GLDA and Ca²⁺, as a rule `Ba_free__<at>`. */
function chelate(draft: Draft, at: "med" | "cyt"): void {
  constants(draft, gldaNumbers);
  const total = draft.sum(`GLDA__${at}`, "M", `GLDA, free and bound, ${at}`);
  const held = at === "cyt" ? "Ca_free" : draft.has("Ca__med") ? "Ca__med" : "calcium_held";
  const calcium = draft.has(held) ? `(1 + ${held}/(${gldaKd("Ca", `pH__${at}`)}))` : "1";
  const K = draft.rule(
    `Kd_GLDA_Ba__${at}`,
    "M",
    `${gldaKd("Ba", `pH__${at}`)}*${calcium}`,
    `Ba2+ at half binding of GLDA, beside Ca2+, ${at}`,
  );
  const rest = `(${K} + ${total} - Ba2__${at})`;
  draft.rule(
    `Ba_free__${at}`,
    "M",
    `2*${K}*Ba2__${at}/(${rest} + sqrt(${rest}^2 + 4*${K}*Ba2__${at}))`,
    `Ba2+ that GLDA does not hold, ${at}`,
  );
}

/** Barium of a place, dissolved and as solid. */
export function bariumOf(at: "med" | "cyt"): string {
  return `Ba2__${at} + BaSO4__${at} + BaCO3__${at}`;
}

/**
 * A solid and back, without a corner: the solid's end is rounded at a trace, by a form that draws a solid of less than nothing
 * back to it. S/(S + S₀) does not: beyond −S₀ a step too long dissolves what is not there, for ever.
 */
function precipitate(draft: Draft, at: "med" | "cyt", anion: "sulfate" | "carbonate"): void {
  const sulfate = anion === "sulfate";
  const [id, K] = sulfate
    ? ["BaSO4", solubility(draft, "barite")]
    : ["BaCO3", solubility(draft, "witherite")];
  draft.species(`${id}__${at}`, { label: `${id}, ${at}`, at, formula: id });
  // γ of an ion of charge z is 10^(−z²·A·f).
  const activities = sulfate
    ? `10^(-8*davies_37C)*Ba_free__${at}*SO4__${at}`
    : `10^(-5*davies_37C)*Ba_free__${at}*HCO3__${at}*10^(pH__${at} - ${secondStep(draft)})`;
  const over = draft.rule(
    `saturation_${id}__${at}`,
    "1",
    `${activities}/${K}`,
    `ion product over solubility product of ${id}, ${at}`,
  );
  const equation = sulfate
    ? `Ba2__${at} + SO4__${at} -> BaSO4__${at}`
    : `Ba2__${at} + ${surroundings(draft, "bicarbonate", at)} -> BaCO3__${at} + ${surroundings(draft, "proton", at)}`;
  draft.reaction(`precipitate_${id}__${at}`, equation, {
    at,
    rate: `k_${id}*(${over} - ${id}__${at}/sqrt(${id}__${at}^2 + Ba_solid_trace^2))`,
  });
}

/** Solubility product of a solid of Ba²⁺ at the temperature of the model, over activities. */
function solubility(draft: Draft, id: "barite" | "witherite"): string {
  const rule = id === "barite" ? "Ksp_BaSO4" : "Ksp_BaCO3";
  if (draft.has(rule)) return rule;
  if (!draft.has("davies_37C"))
    draft.rule("davies_37C", "1", daviesExpression("I__med", 310.15), "A·f(I) of Davies");
  const { parameter, logK, enthalpy, names } = solids.find((s) => s.id === id)!;
  constants(draft, {
    [parameter]: { label: `log Ks of ${names[0]}, 25 °C`, number: logK },
    [`dH_${id}`]: { label: `heat of dissolution of ${names[0]}`, number: enthalpy! },
  });
  return draft.rule(
    rule,
    "M^2",
    `10^${parameter}*${warmed(`dH_${id}`)}*1 [M^2]`,
    "solubility product, activities",
  );
}

/** −log K of HCO3⁻ → H⁺ + CO3²⁻ at the temperature of the model, as the rule `pK2_carbonate`. */
function secondStep(draft: Draft): string {
  if (draft.has("pK2_carbonate")) return "pK2_carbonate";
  const { id, label, logK, enthalpy } = complexes.find((c) => c.species === "HCO3-")!;
  constants(draft, {
    [id]: { label, number: logK },
    dH_HCO3: { label: "heat of HCO3- from CO3-2 and H+", number: enthalpy! },
  });
  return draft.rule("pK2_carbonate", "1", `${id} + ln(${warmed("dH_HCO3")})/ln(10)`, "log K of HCO3-");
}

/** van 't Hoff: what a constant at 25 °C is multiplied with. */
function warmed(enthalpy: string): string {
  return `exp(${enthalpy}/R_gas*(1/298.15 [K] - 1/T))`;
}

function block(draft: Draft): void {
  const voltage = draft.has("Vm") ? "*exp((Vm + 62 [mV])/s_Ba_voltage)" : "";
  draft.rule("Kd_Ba_block", "M", `Kd0_Ba${voltage}`, "Ba2+ outside at half block, at the membrane's voltage");
  draft.rule(
    "x_Ba_block",
    "1",
    "Ba_free__med/Kd_Ba_block + f_Ba_inside*Ba_free__cyt/Kd0_Ba",
    "Ba2+ over its constant of block",
  );
  draft.addTo(
    draft.sum("barium_block", "1", "block of K+ channels, over what is open"),
    "s_Ba_block*x_Ba_block/(1 + (1 - s_Ba_block)*x_Ba_block)",
  );
}

function transport(draft: Draft): void {
  const potential = draft.has("u_m") ? "*exp(2*u_m)" : "";
  const entry = draft.rule(
    "entry_Ba",
    "M/s",
    `k_Ba_entry*(Ba_free__med - Ba_free__cyt${potential})`,
    "Ba2+ that leaks into the cytosol",
  );
  draft.reaction("enter_Ba2", "Ba2__med -> Ba2__cyt", { at: "cyt", rate: entry });
  if (draft.has("flow_out") && draft.has("A_mem")) {
    draft.addTo("flow_out", `-2*${entry}*V_cyt/A_mem`);
  }
  if (draft.has("charges__cyt")) {
    draft.variable("Ba_leaked", {
      label: "Ba2+ that has come through the membrane, net, per cytosol at rest",
      unit: "mM",
      rate: `${entry}*v_cell`,
      counter: true,
    });
    draft.addTo("charges__cyt", "2*Ba_leaked/v_cell");
  }
}

function readOuts(draft: Draft): void {
  const amount = { unit: "mM", display: "uM" } as const;
  draft.observe("barium", { label: "Ba2+ in the cytosol", ...amount, expr: "Ba2__cyt" });
  draft.observe("barium.free", { label: "Ba2+ in the medium, free", ...amount, expr: "Ba_free__med" });
  draft.observe("barium.sulfate", { label: "BaSO4 in the cytosol", ...amount, expr: "BaSO4__cyt" });
  draft.observe("barium.carbonate", { label: "BaCO3 in the cytosol", ...amount, expr: "BaCO3__cyt" });
  draft.observe("barium.block", {
    label: "K+ conductance that Ba2+ blocks",
    unit: "1",
    display: "%",
    expr: "barium_block/(1 + barium_block)",
  });
}
