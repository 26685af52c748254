import { sourced } from "#model";
import type { Constants } from "./constants.ts";

/** A number of the liver model; what the file states without a spread of its own is varied twofold. */
const reed = (value: string, at: string, range?: readonly [string, string]): Constants[string]["number"] =>
  sourced(value, {
    grade: "A(c)",
    source: "reed2008",
    at: `BIOMD0000000268, ${at}`,
    ...(range ? { range } : { dist: "fixed" }),
  });

/** Constants of glutathione synthesis and export in the liver, per hour and micromolar as the model states them. */
export const liver: Constants = {
  V_gcl: { label: "GCL, Vmax", number: reed("3600 uM/h", "Vm_GCS", ["1800 uM/h", "7200 uM/h"]) },
  K_cys: { label: "GCL, half-saturation in cysteine", number: reed("100 uM", "K_cys_GCS", ["50 uM", "300 uM"]) },
  K_glu: { label: "GCL, half-saturation in glutamate", number: reed("1900 uM", "K_glu_GCS", ["1000 uM", "3000 uM"]) },
  Ki_gcl: { label: "GCL, inhibition by GSH", number: reed("8200 uM", "Ki_GCS", ["2000 uM", "12000 uM"]) },
  Keq_gcl: { label: "GCL, equilibrium constant", number: reed("5597 1/uM", "Ke_GCS") },
  Ka_gcl: { label: "GCL, activation by H2O2", number: reed("0.01 uM", "Ka_GCS = ssH2O2", ["0.005 uM", "0.02 uM"]) },
  V_gs: { label: "glutathione synthetase, Vmax", number: reed("5400 uM/h", "Vm_GS", ["2700 uM/h", "10800 uM/h"]) },
  K_gly: { label: "glutathione synthetase, half-saturation in glycine", number: reed("300 uM", "K_gly_GS", ["150 uM", "600 uM"]) },
  K_ggc: { label: "glutathione synthetase, half-saturation in γ-glutamylcysteine", number: reed("22 uM", "K_glc_GS", ["11 uM", "44 uM"]) },
  Kp_gs: { label: "glutathione synthetase, product term", number: reed("30 1/uM", "Kp_GS") },
  Keq_gs: { label: "glutathione synthetase, equilibrium constant", number: reed("5600 1/uM", "Ke_GS") },
  V_gsh_high: { label: "GSH export, high affinity, Vmax", number: reed("150 uM/h", "V_gshHb", ["75 uM/h", "300 uM/h"]) },
  K_gsh_high: { label: "GSH export, high affinity, half-saturation", number: reed("150 uM", "K_gshHb", ["75 uM", "300 uM"]) },
  V_gsh_low: { label: "GSH export, low affinity, Vmax", number: reed("1100 uM/h", "V_gshLb", ["550 uM/h", "2200 uM/h"]) },
  K_gsh_low: { label: "GSH export, low affinity, half-saturation", number: reed("3000 uM", "K_gshLb", ["1500 uM", "6000 uM"]) },
  h_gsh_low: { label: "GSH export, low affinity, Hill exponent", number: reed("3", "h_gshLb") },
  V_gssg_high: { label: "GSSG export, high affinity, Vmax", number: reed("40 uM/h", "V_gsgHb", ["20 uM/h", "80 uM/h"]) },
  K_gssg_high: { label: "GSSG export, high affinity, half-saturation", number: reed("1250 uM", "K_gsgHb", ["625 uM", "2500 uM"]) },
  k_gsh_degradation: { label: "GSH degradation", number: reed("0.002 1/h", "c_gsh_degr", ["0.001 1/h", "0.004 1/h"]) },
  k_cys_use: { label: "cysteine into protein and other products, second order", number: reed("1.75e-3 1/(uM*h)", "cys_usage, 0.35·Cys²/200 µM", ["0.9e-3 1/(uM*h)", "3.5e-3 1/(uM*h)"]) },
  Glu_cytosol: { label: "glutamate in the cytosol", number: reed("3.2 mM", "steady state, 3219 µM", ["1.6 mM", "6.4 mM"]) },
  Gly_cytosol: { label: "glycine in the cytosol", number: reed("0.92 mM", "steady state, 924 µM", ["0.46 mM", "1.8 mM"]) },
  Cys_start: { label: "cysteine, where rest is looked for", number: reed("195 uM", "steady state, 195 µM") },
  gGC_start: { label: "γ-glutamylcysteine, where rest is looked for", number: reed("9.8 uM", "steady state, 9.8 µM") },
};
