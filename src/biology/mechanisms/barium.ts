import type { Draft } from "#model";
import { exp, toBase } from "#units";
import { daviesExpression, solids } from "../speciation/index.ts";
import type { Cell, Environment, Mechanism } from "../types.ts";
import { bariumBlocking, bariumNumbers, gldaNumbers } from "./barium.data.ts";
import { constants } from "./constants.ts";
import { useCell } from "./culture.ts";
import { addOsmoles, useSulfate } from "./sulfate.ts";

const places = ["med", "vesicle", "cyt"] as const;

/**
 * Ba²⁺ in medium, lysosome and cytosol: it blocks K⁺ channels, sulfate takes it out, GLDA holds a little of it.
 *
 *     open share of K⁺ conductance   1 − s + s/(1 + x)      x = [Ba²⁺]_out/Kd(V) + f·[Ba²⁺]_in/Kd0
 *     Kd(V) = Kd0·exp((V + 62 mV)/s_V)                      block is quasi-steady: τ is 3 ms at 0.1 mM
 *     Ba²⁺ + SO4²⁻ ⇄ BaSO4     v = k·(γ₂²[Ba²⁺][SO4²⁻]/Ksp − S/(S + S₀))      S the solid, S₀ a trace
 *     free Ba²⁺ beside GLDA (L) and Ca²⁺, from b + b·L_t/(b + K') = T,      K' = Kd_Ba·(1 + [Ca²⁺]/Kd_Ca)
 *
 * Block goes into the sum `barium_block` of the ion core as B = s·x/(1 + (1 − s)·x), so that 1/(1 + B) is the open share,
 * s being the share of the conductance that Ba²⁺ can block. Weaker in a depolarised cell: a tumour cell is spared.
 * Total GLDA is the sum `GLDA__med` and `GLDA__cyt`, zero until a carrier that frees it adds to it. Entry from the
 * medium is a leak that ends at the electrochemical balance, and its charge goes to `flow_out`. An endosome that is whole
 * holds Ba²⁺ as it holds persulfate (`endosomeBurst`). What the ion core has (`Vm`, `flow_out`, osmoles, Ca²⁺) is used where
 * it is there; without it V is −62 mV.
 *
 * Left out: BaCO3 and barium phosphates, which cap Ba²⁺ less tightly than sulfate does; block by Ba²⁺ of channels that are
 * not K⁺ channels; export (no pump is known to take Ba²⁺).
 *
 * @limits  no Ba²⁺, no block; with solid about, γ₂²[Ba²⁺][SO4²⁻] → Ksp: 5 µM Ba²⁺ beside 0.3 mM sulfate at 37 °C
 * @valid   −100 to 0 mV; I 0.15 M, γ by Davies
 * @source  quayle1988 (rate, voltage dependence and Kd of KATP channels of frog muscle)
 */
export function barium(options: { cell: Cell; environment: Environment }): Mechanism {
  const { cell } = options;
  return {
    id: "barium",
    label: "Ba2+: block of K+ channels, BaSO4, GLDA",
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
        precipitate(draft, at);
      }
      block(draft);
      transport(draft);
      const inCell = "Ba2__cyt + BaSO4__cyt + Ba2__vesicle*V_vesicle/V_cyt";
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

/** BaSO4 and back, without a corner: the solid's end is rounded at a trace. */
function precipitate(draft: Draft, at: "med" | "cyt"): void {
  if (!draft.has("davies_37C"))
    draft.rule("davies_37C", "1", daviesExpression("I__med", 310.15), "A·f(I) of Davies");
  if (!draft.has("Ksp_BaSO4")) {
    const { parameter, logK, enthalpy } = solids.find((s) => s.id === "barite")!;
    constants(draft, {
      [parameter]: { label: "log Ks of BaSO4, 25 °C", number: logK },
      dH_barite: { label: "heat of dissolution of BaSO4", number: enthalpy! },
    });
    draft.rule(
      "Ksp_BaSO4",
      "M^2",
      `10^${parameter}*exp(dH_barite/R_gas*(1/298.15 [K] - 1/T))*1 [M^2]`,
      "solubility product of BaSO4, activities",
    );
  }
  draft.species(`BaSO4__${at}`, { label: `BaSO4, ${at}`, at, formula: "BaSO4" });
  const over = draft.rule(
    `saturation_BaSO4__${at}`,
    "1",
    // γ of a divalent ion, twice: 10^(−2·4·A·f).
    `10^(-8*davies_37C)*Ba_free__${at}*SO4__${at}/Ksp_BaSO4`,
    `ion product over solubility product, ${at}`,
  );
  draft.reaction(`precipitate_BaSO4__${at}`, `Ba2__${at} + SO4__${at} -> BaSO4__${at}`, {
    at,
    rate: `k_BaSO4*(${over} - BaSO4__${at}/(BaSO4__${at} + BaSO4_trace))`,
  });
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
  draft.observe("barium.block", {
    label: "K+ conductance that Ba2+ blocks",
    unit: "1",
    display: "%",
    expr: "barium_block/(1 + barium_block)",
  });
}
