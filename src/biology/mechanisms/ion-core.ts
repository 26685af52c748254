import type { Draft } from "#model";
import type { Cell, Environment, Mechanism } from "../types.ts";
import { constants } from "./constants.ts";
import { useCell, useEnvironment, useStandardMedium } from "./culture.ts";
import { ionCoreNumbers } from "./ion-core.data.ts";
import { FARADAY, fluxOut, GAS, positive, potentialFactors, ratio } from "./membrane-flux.ts";
import { restingChloride } from "./resting-chloride.ts";

/** Ions that cross by leak, pump and cotransport, with their charge; calcium has a mechanism of its own. */
export const ions = [
  { id: "Na", charge: 1, label: "Na+" },
  { id: "K", charge: 1, label: "K+" },
  { id: "Cl", charge: -1, label: "Cl-" },
] as const;

/**
 * Pump–leak cell: Na⁺, K⁺ and Cl⁻ inside and outside, the water that follows them, and the membrane potential.
 *
 *     leak    J_s = P_s·(c_in·f(z·u) − c_out·f(−z·u))        f(u) = u/(1 − e⁻ᵘ), u = V·F/RT                    (GHK)
 *     pump    J_p = J_max·(Na/(Na + K_Na))³·(K_o/(K_o + K_K))²·f(ATP)      3 Na⁺ out, 2 K⁺ in
 *     NKCC    k_N·(Na_o·K_o·Cl_o² − Na·K·Cl²)               KCC   k_K·(K·Cl − K_o·Cl_o)
 *     VRAC    P_Cl + P_vr·a, P_K + P_vK·a        τ·da/dt = a∞(v) − a,  a∞ = vⁿ/(vⁿ + v_hⁿ) less its value at v = 1
 *     water   dW/dt = P_f·A·V_w·(Osm_in − Osm_out − ΔP/RT)      amounts  dn_s/dt = −A·ΣJ_s
 *     V       C_m·dV/dt = −F·Σ z·J   (capacitance), or 0 = Σ z·J at all times (`potential: "dae"`)
 *
 * The cytosol is its water: `V_cyt` = `V_rest`·`v_cell`, so that swelling dilutes all that is dissolved in it. The
 * permeabilities, J_max, k_N and k_K are not numbers of their own: they are what the resting row (Na, K, Cl, V, turnover
 * of the pump, shares of the cotransporters) needs to be at rest in the standard medium. Chloride lies between its
 * electrochemical equilibrium and that of NKCC1, else no row of positive constants holds it. The impermeant rest X closes
 * osmolarity there, its charge the sum of charges. A drawn row that no positive permeability could hold comes to rest
 * beside itself.
 *
 * Others take part by sums: `flow_out` and `charges__cyt`, `osmoles__cyt`, `osmoles__med`, `barium_block`, `pump_block`,
 * `nkcc_block`, `vrac_block`, `P_add_Na` …, and `Na_rest_out` … for what carries ions at rest already.
 *
 * @param potential  `capacitance` (default) or `dae`; they agree within 0.1 mV but for the first second after a jump
 * @limits  in its own medium the row as written is at rest: nothing flows. Without a pump the cell swells without bound
 * @valid   minutes to days; no action potentials, no pH regulation; the medium is well stirred
 * @source  kay2017 for the system; the gate of VRAC is an estimate held against regulatory volume decrease
 */
export function ionCore(options: {
  cell: Cell;
  environment: Environment;
  potential?: "capacitance" | "dae";
}): Mechanism {
  const { cell, environment } = options;
  return {
    id: "ion-core",
    label: "pump, leaks, cotransport, water and membrane potential",
    add(draft) {
      constants(draft, ionCoreNumbers);
      useCell(draft, cell, {
        J_pump_rest: "pumpTurnover",
        K_Na_pump: "pumpSodium",
        K_K_pump: "pumpPotassium",
        f_nkcc: "nkccShare",
        f_kcc: "kccShare",
        P_vrac_Cl: "vracChloride",
        P_vrac_K: "vracPotassium",
        v_vrac: "vracVolume",
        n_vrac: "vracSteepness",
        tau_vrac: "vracTime",
        P_water: "waterPermeability",
        fold: "membraneFolding",
      });
      medium(draft, environment);
      geometry(draft);
      rest(draft, cell);
      states(draft, options.potential ?? "capacitance");
      fluxes(draft, cell);
      readOuts(draft);
    },
  };
}

/** Ions of the medium as it is, and as the standard medium has them, in which cells are at rest. */
function medium(draft: Draft, environment: Environment): void {
  const keysOf = (suffix: string) =>
    ({
      [`Na_${suffix}`]: "sodium",
      [`K_${suffix}`]: "potassium",
      [`Cl_${suffix}`]: "chloride",
      [`osmolarity_${suffix}`]: "osmolarity",
    }) as const;
  useEnvironment(draft, environment, keysOf("medium"));
  otherOsmolytes(draft, "medium", "medium");
  useStandardMedium(draft, keysOf("ref"));
  otherOsmolytes(draft, "ref", "standard medium");
  for (const { id, label, charge } of ions)
    draft.species(`${id}__med`, {
      label: `${label} in the medium`,
      at: "med",
      formula: `${id}${charge > 0 ? "+" : "-"}`,
      initial: `${id}_medium`,
    });
  draft.species("X__med", { label: "other osmolytes of the medium", at: "med", initial: "X_medium" });
}

/** What of a solution's osmolarity is not Na⁺, K⁺ or Cl⁻, as the rule `X_<suffix>`. */
export function otherOsmolytes(draft: Draft, suffix: string, solution: string): void {
  draft.rule(
    `X_${suffix}`,
    "mM",
    positive(`osmolarity_${suffix} - Na_${suffix} - K_${suffix} - Cl_${suffix}`, "1e-3 [mM]"),
    `osmolytes besides Na+, K+ and Cl-, ${solution}`,
  );
}

function geometry(draft: Draft): void {
  draft.rule(
    "radius_cell",
    "m",
    "(3*V_rest/12.566370614359172)^(1/3)",
    "radius of the cell as a sphere, at rest",
  );
  draft.rule("A_mem", "m^2", "fold*12.566370614359172*radius_cell^2", "membrane with its folds");
  draft.rule("V_cyt", "m^3", "V_rest*v_cell", "cytosol, its water");
}

/** Permeabilities, J_max and k_NKCC from the resting row, by what each ion needs to stand still. */
function rest(draft: Draft, cell: Cell): void {
  restingChloride(draft, cell);
  potentialFactors(draft, "rest", "Vm_held");
  for (const { id, label } of ions)
    draft.sum(`${id}_rest_out`, "mol/m^2/s", `${label} that other mechanisms carry out at rest`);
  draft.rule(
    "J_pump_max",
    "mol/m^2/s",
    `J_pump_rest/(${pumpLaw(cell, "Na_rest", "K_ref")})`,
    "pump cycles at saturation",
  );
  const drive = "(Na_ref*K_ref*Cl_ref^2 - Na_rest*K_rest*Cl_rest^2)";
  draft.rule(
    "k_nkcc",
    "mol/m^2/s/mM^4",
    `3*f_nkcc*J_pump_rest/sqrt(${drive}^2 + (1e-3*Na_ref*K_ref*Cl_ref^2)^2)`,
    "NKCC1",
  );
  draft.rule("J_nkcc_rest", "mol/m^2/s", `k_nkcc*${drive}`, "NKCC1 at rest, inwards");
  // Where NKCC runs backwards, KCC leaves the pump some potassium to bring: else no leak could balance it.
  const kcc = "2*f_kcc*sqrt(J_nkcc_rest^2 + (1e-3*J_pump_rest)^2)";
  const held = `${kcc}/(1 + (${kcc}/(0.75*(2*J_pump_rest + J_nkcc_rest)))^8)^0.125`;
  draft.rule(
    "k_kcc",
    "mol/m^2/s/mM^2",
    `${held}/${positive("K_rest*Cl_rest - K_ref*Cl_ref", "1 [mM^2]")}`,
    "KCC",
  );
  draft.rule("J_kcc_rest", "mol/m^2/s", "k_kcc*(K_rest*Cl_rest - K_ref*Cl_ref)", "KCC at rest, outwards");
  draft.rule("vrac_rest", "1", gate("1"), "VRAC at rest");
  const carried = {
    Na: "3*J_pump_rest - J_nkcc_rest + Na_rest_out",
    K: "J_kcc_rest - 2*J_pump_rest - J_nkcc_rest + K_rest_out",
    Cl: "J_kcc_rest - 2*J_nkcc_rest + Cl_rest_out",
  };
  for (const { id, charge, label } of ions) {
    const leak = fluxOut(`${id}_rest`, `${id}_ref`, charge, "rest");
    draft.rule(
      `P_${id}`,
      "m/s",
      positive(ratio(`-(${carried[id]})`, leak, "0.01 [mM]"), "1e-12 [m/s]"),
      `permeability for ${label} at rest`,
    );
  }
  draft.rule(
    "X_cyt_rest",
    "mM",
    positive("Na_ref + K_ref + Cl_ref + X_ref - Na_rest - K_rest - Cl_rest", "1e-3 [mM]"),
    "impermeant osmolytes at rest",
  );
  draft.rule(
    "z_X",
    "1",
    "(Cl_rest - Na_rest - K_rest)/X_cyt_rest",
    "mean charge of the impermeant osmolytes",
  );
}

function states(draft: Draft, potential: "capacitance" | "dae"): void {
  for (const { id, label, charge } of ions)
    draft.species(`${id}__cyt`, {
      label: `${label} in the cytosol`,
      at: "cyt",
      formula: `${id}${charge > 0 ? "+" : "-"}`,
      initial: `${id}_rest`,
    });
  draft.rule("X__cyt", "mM", "X_cyt_rest/v_cell", "impermeant osmolytes");
  draft.sum("osmoles__cyt", "mM", "osmolytes that other mechanisms bring into the cytosol");
  draft.sum("osmoles__med", "mM", "osmolytes that other mechanisms bring into the medium");
  draft.sum("charges__cyt", "mM", "charges that other mechanisms bring into the cytosol, over rest");
  for (const at of ["cyt", "med"])
    draft.rule(
      `osmolarity__${at}`,
      "mM",
      `Na__${at} + K__${at} + Cl__${at} + X__${at} + osmoles__${at}`,
      `osmolarity, ${at}`,
    );
  draft.sum("pressure", "Pa", "hydrostatic pressure in the cell");
  draft.sum("lysed_share", "1", "1 when the membrane has burst");
  draft.variable("v_cell", {
    label: "cell volume over that at rest",
    unit: "1",
    initial: "1",
    rate: `P_water*A_mem*V_w*(osmolarity__cyt - osmolarity__med - pressure/(${GAS}*T_medium))*(1 - lysed_share)/V_rest`,
  });
  draft.variable("vrac", {
    label: "VRAC and volume-activated K+ channels, open share",
    unit: "1",
    initial: "vrac_rest",
    rate: `(${gate("v_cell")} - vrac)/tau_vrac`,
  });
  draft.sum("flow_out", "mol/m^2/s", "outward flow of positive charge");
  draft.variable("Vm", {
    label: "membrane potential",
    unit: "V",
    initial: "Vm_held",
    rate: `-${FARADAY}*flow_out/C_m`,
    ...(potential === "dae" ? { algebraic: true } : {}),
  });
  potentialFactors(draft, "m", "Vm");
}

function fluxes(draft: Draft, cell: Cell): void {
  for (const [id, what] of [
    ["pump_block", "inhibitors of Na/K-ATPase"],
    ["nkcc_block", "inhibitors of NKCC1"],
    ["vrac_block", "blockers of VRAC"],
    ["barium_block", "Ba2+ on K+ channels"],
  ] as const)
    draft.sum(id, "1", `${what}, each as (c/IC50)^n`);
  for (const { id, label } of ions)
    draft.sum(`P_add_${id}`, "m/s", `permeability for ${label} that others add`);
  const power = draft.has("ATP_pump") ? "*ATP_pump" : "";
  draft.rule(
    "J_pump",
    "mol/m^2/s",
    `J_pump_max*${pumpLaw(cell, "Na__cyt", "K__med")}${power}/(1 + pump_block)*(1 - lysed_share)`,
    "pump cycles",
  );
  draft.rule(
    "J_nkcc",
    "mol/m^2/s",
    "k_nkcc*(Na__med*K__med*Cl__med^2 - Na__cyt*K__cyt*Cl__cyt^2)/(1 + nkcc_block)",
    "NKCC1, inwards",
  );
  draft.rule("J_kcc", "mol/m^2/s", "k_kcc*(K__cyt*Cl__cyt - K__med*Cl__med)", "KCC, outwards");
  draft.rule(
    "P_K_now",
    "m/s",
    "P_K/(1 + barium_block) + P_vrac_K*(vrac - vrac_rest) + P_add_K",
    "permeability for K+",
  );
  draft.rule("P_Na_now", "m/s", "P_Na + P_add_Na", "permeability for Na+");
  draft.rule(
    "P_Cl_now",
    "m/s",
    "P_Cl + P_vrac_Cl*(vrac - vrac_rest)/(1 + vrac_block) + P_add_Cl",
    "permeability for Cl-",
  );
  for (const { id, charge, label } of ions) {
    const flux = draft.rule(
      `J_leak_${id}`,
      "mol/m^2/s",
      `P_${id}_now*${fluxOut(`${id}__cyt`, `${id}__med`, charge, "m")}`,
      `leak of ${label}, outwards`,
    );
    draft.addTo("flow_out", charge > 0 ? flux : `-${flux}`);
    draft.reaction(`leak_${id}`, `${id}__cyt -> ${id}__med`, {
      rate: `A_mem*${flux}`,
      label: `leak of ${label}`,
    });
  }
  draft.addTo("flow_out", "J_pump");
  if (power) {
    draft.addTo("ATP_flux", "J_pump");
    draft.addTo("ATP_flux_rest", "J_pump_rest");
  }
  draft.reaction("pump_NaK", "3 Na__cyt + 2 K__med -> 3 Na__med + 2 K__cyt", {
    rate: "A_mem*J_pump",
    label: "Na/K-ATPase",
  });
  draft.reaction("nkcc", "Na__med + K__med + 2 Cl__med -> Na__cyt + K__cyt + 2 Cl__cyt", {
    rate: "A_mem*J_nkcc",
    label: "NKCC1",
  });
  draft.reaction("kcc", "K__cyt + Cl__cyt -> K__med + Cl__med", { rate: "A_mem*J_kcc", label: "KCC" });
}

/** Share of the pump's greatest rate. */
function pumpLaw(cell: Cell, sodium: string, potassium: string): string {
  return cell.pump === "cardiac"
    ? `1/(1 + (K_Na_pump/${sodium})^1.5)*${potassium}/(${potassium} + K_K_pump)`
    : `(${sodium}/(${sodium} + K_Na_pump))^3*(${potassium}/(${potassium} + K_K_pump))^2`;
}

/** a∞ above its value at rest; the corner at rest is rounded over a thousandth, so that steps do not pile up there. */
function gate(volume: string): string {
  return positive(`1/(1 + (v_vrac/(${volume}))^n_vrac) - 1/(1 + v_vrac^n_vrac)`, "1e-3");
}

function readOuts(draft: Draft): void {
  draft.observe("potential", { label: "membrane potential", unit: "V", display: "mV", expr: "Vm" });
  draft.observe("volume", { label: "cell volume over that at rest", unit: "1", expr: "v_cell" });
  for (const { id, label } of ions)
    draft.observe(id, { label: `${label} in the cytosol`, unit: "mM", expr: `${id}__cyt` });
  draft.observe("osmolarity", { label: "osmolarity of the cytosol", unit: "mM", expr: "osmolarity__cyt" });
  draft.observe("osmolarity.medium", {
    label: "osmolarity of the medium",
    unit: "mM",
    expr: "osmolarity__med",
  });
  draft.observe("pump", {
    label: "Na/K-ATPase over its greatest rate",
    unit: "1",
    display: "%",
    expr: "J_pump/J_pump_max",
  });
  draft.observe("charge", {
    label: "charge of the cytosol not held by the membrane's capacitance, over its ions",
    unit: "1",
    expr:
      `(Na__cyt + K__cyt - Cl__cyt + z_X*X__cyt + charges__cyt - C_m*A_mem*(Vm - Vm_held)/(${FARADAY}*V_cyt))` +
      "/(Na__cyt + K__cyt + Cl__cyt + X__cyt)",
  });
}
