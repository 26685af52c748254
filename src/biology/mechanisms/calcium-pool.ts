import type { Cell, Environment, Mechanism } from "../types.ts";
import { constants } from "./constants.ts";
import { useCell, useEnvironment, useStandardMedium } from "./culture.ts";
import { calciumNumbers } from "./ion-core.data.ts";
import { positive, potentialFactors, ratio } from "./membrane-flux.ts";

/**
 * Calcium of the cytosol as one rapidly buffered pool: leak, plasma membrane pump, and the Na⁺/Ca²⁺ exchanger that a
 * load of sodium turns round.
 *
 *     NCX   J = k·(Na³·Ca_o·e^{ηu} − Na_o³·Ca·e^{(η−1)u})/((K_Na³ + Na_o³)(K_Ca + Ca_o)(1 + k_sat·e^{(η−1)u}))
 *     PMCA  V·c²/(K² + c²)·ATP        leak  GHK of a divalent cation; P_Ca from rest        total = c + B·c/(K_B + c)
 *
 * The buffers' constant K_B follows from the free share at rest. J counts turns that bring one Ca²⁺ in and three Na⁺ out. The
 * exchanger is in equilibrium at c = Ca_o·(Na/Na_o)³·e^u. Stores, mitochondria and entry by store depletion are left out.
 *
 * @limits  at rest nothing changes; no exchanger leaves calcium untouched by sodium
 * @valid   slow changes of the average, minutes to hours; no oscillation
 * @source  cortassa2003 for the constants of the exchanger; its density outside the heart is an estimate
 */
export function calciumPool(options: { cell: Cell; environment: Environment }): Mechanism {
  const { cell, environment } = options;
  return {
    id: "calcium-pool",
    label: "calcium: leak, pump and exchange for sodium",
    add(draft) {
      constants(draft, calciumNumbers);
      useCell(draft, cell, { r_ncx: "ncx" });
      useEnvironment(draft, environment, { Ca_medium: "calcium" });
      useStandardMedium(draft, { Ca_ref: "calcium" });
      draft.species("Ca__med", {
        label: "Ca2+ in the medium",
        at: "med",
        formula: "Ca+2",
        initial: "Ca_medium",
      });
      draft.species("Ca__cyt", {
        label: "exchangeable calcium of the cytosol",
        at: "cyt",
        formula: "Ca+2",
        initial: "Ca_rest/f_Ca",
      });
      draft.rule(
        "K_buffer",
        "mM",
        "sites_Ca*f_Ca/(1 - f_Ca) - Ca_rest",
        "Ca2+ at half of its buffers, by rest",
      );
      draft.rule("Ca_over", "mM", "Ca__cyt - sites_Ca - K_buffer", "calcium over what buffers hold");
      draft.rule(
        "Ca_free",
        "mM",
        "2*K_buffer*Ca__cyt/(sqrt(Ca_over^2 + 4*K_buffer*Ca__cyt) - Ca_over)",
        "free Ca2+ of the cytosol",
      );
      draft.addTo("charges__cyt", "2*(Ca__cyt - Ca_rest/(f_Ca*v_cell))");
      draft.rule("per_area", "m", "V_rest/A_mem", "cytosol at rest per area of membrane");
      const ncx = (suffix: string, na: string, ca: string, naOut: string, caOut: string): string =>
        `k_ncx*(${na}^3*${caOut}*exp(eta_ncx*u_${suffix}) - ${naOut}^3*${ca}*exp((eta_ncx - 1)*u_${suffix}))` +
        `/((K_Na_ncx^3 + ${naOut}^3)*(K_Ca_ncx + ${caOut})*(1 + k_sat_ncx*exp((eta_ncx - 1)*u_${suffix})))`;
      const pmca = (c: string): string => `V_PMCA*per_area*${c}^2/(K_PMCA^2 + ${c}^2)`;
      for (const [suffix, potential] of [
        ["rest2", "2*Vm_held"],
        ["m2", "2*Vm"],
      ] as const)
        potentialFactors(draft, suffix, potential);
      // A living cell's exchanger brings in less calcium than its pump takes out, and less sodium: else none could rest.
      const turns = ncx("rest", "Na_rest", "Ca_rest", "Na_ref", "Ca_ref").replace(
        "k_ncx",
        "r_ncx*V_PMCA*per_area",
      );
      const brought = `${turns}/(0.8*${pmca("Ca_rest")})`;
      const drained = `-3*${turns}/(0.8*(3*J_pump_rest - J_nkcc_rest))`;
      draft.rule(
        "k_ncx",
        "mol/m^2/s",
        `r_ncx*V_PMCA*per_area/(1 + ${positive(brought, "0.01")}^8 + ${positive(drained, "0.01")}^8)^0.125`,
        "Na/Ca exchange, greatest turnover",
      );
      draft.rule(
        "J_ncx_rest",
        "mol/m^2/s",
        ncx("rest", "Na_rest", "Ca_rest", "Na_ref", "Ca_ref"),
        "Na/Ca exchange at rest, turns that bring Ca2+ in",
      );
      draft.rule(
        "P_Ca",
        "m/s",
        positive(
          ratio(`${pmca("Ca_rest")} - J_ncx_rest`, "(Ca_ref*g_rest2 - Ca_rest*f_rest2)", "1e-6 [mM]"),
          "1e-13 [m/s]",
        ),
        "permeability for Ca2+ at rest",
      );
      draft.sum("P_add_Ca", "m/s", "permeability for Ca2+ that others add");
      draft.rule(
        "J_ncx",
        "mol/m^2/s",
        ncx("m", "Na__cyt", "Ca_free", "Na__med", "Ca__med"),
        "Na/Ca exchange, turns that bring Ca2+ in",
      );
      const power = draft.has("ATP_pump") ? "*ATP_pump" : "";
      draft.rule(
        "J_pmca",
        "mol/m^2/s",
        `${pmca("Ca_free")}${power}*(1 - lysed_share)`,
        "plasma membrane Ca-ATPase",
      );
      draft.rule(
        "J_leak_Ca",
        "mol/m^2/s",
        "(P_Ca + P_add_Ca)*(Ca__med*g_m2 - Ca_free*f_m2)",
        "leak of Ca2+, inwards",
      );
      draft.reaction("ncx", "3 Na__cyt + Ca__med -> 3 Na__med + Ca__cyt", { rate: "A_mem*J_ncx" });
      draft.reaction("pmca", "Ca__cyt -> Ca__med", {
        rate: "A_mem*J_pmca",
        label: "plasma membrane Ca-ATPase",
      });
      draft.reaction("leak_Ca", "Ca__med -> Ca__cyt", { rate: "A_mem*J_leak_Ca", label: "leak of Ca2+" });
      if (power) {
        draft.addTo("ATP_flux", "J_pmca");
        draft.addTo("ATP_flux_rest", pmca("Ca_rest"));
      }
      draft.addTo("Na_rest_out", "3*J_ncx_rest");
      draft.addTo("flow_out", "J_ncx + 2*J_pmca - 2*J_leak_Ca");
      draft.variable("D_Ca", {
        label: "calcium damage",
        unit: "1",
        counter: true,
        rate: `w_Ca*${positive("Ca_free - Ca_borne", "1e-7 [mM]")} - k_rep_Ca*D_Ca`,
      });
      draft.sum("hazard_committed", "1/s", "hazard of damage that ends in apoptosis or other death");
      draft.addTo("hazard_committed", "h_max*D_Ca^n_damage/(D_Ca^n_damage + 1)");
      draft.observe("damage.calcium", { label: "calcium damage", unit: "1", expr: "D_Ca" });
      draft.observe("Ca", { label: "free Ca2+ in the cytosol", unit: "mM", display: "uM", expr: "Ca_free" });
      draft.observe("Ca.exchange", {
        label: "free Ca2+ at which Na/Ca exchange would stand still",
        unit: "mM",
        display: "uM",
        expr: "Ca__med*(Na__cyt/Na__med)^3*exp(u_m)",
      });
    },
  };
}
