import { type Sourced, sourced } from "#model";
import { ferricLogK, ferrihydriteLogKs } from "../speciation/ferric.ts";
import type { Constants } from "./constants.ts";

const millero = (text: string): Sourced =>
  sourced(text, { grade: "A", source: "millero1989", at: "abstract", dist: "fixed", when: { T: "5–45 °C" } });
/** A number of the public list of rate constants of electro-Fenton models. */
export const listed = (text: string, low: string, high: string, at = "list of rate constants"): Sourced =>
  sourced(text, { grade: "A(c)", range: [low, high], source: "electroFenton", at });
/** A number of De Laat and Gallard or the like, not re-read. */
export const recalled = (text: string, why: string): Sourced =>
  sourced(text, { grade: "B", why: `recalled, no source known: ${why}`, dist: "fixed", needsPaper: true });

/** Iron in water: the rate of Fe(II) with H2O2 in salt water, and the hydrolysis and solubility of Fe(III). */
export const ironWater: Constants = {
  log_k_acid: { label: "log k of Fe(II) + H2O2, acid channel, 1/T → 0", number: millero("8.37") },
  slope_acid: { label: "its slope in 1/T", number: millero("1866 K") },
  log_k_neutral: {
    label: "log k of Fe(II) + H2O2 at pH 6, pH-linear channel, 1/T → 0",
    number: millero("13.73"),
  },
  slope_neutral: { label: "its slope in 1/T", number: millero("2948 K") },
  root_I_neutral: { label: "its slope in √I", number: millero("1.70") },
  linear_I_neutral: { label: "its slope in I", number: millero("1.20") },
  x_acid: {
    label: "uncertainty of the acid channel, a factor",
    number: sourced("1", {
      grade: "C",
      range: ["0.77", "1.3"],
      why: "other sources give 40–80 1/(M·s) in acid",
      dist: "log-normal",
    }),
  },
  x_neutral: {
    label: "uncertainty of the pH-linear channel, a factor",
    number: sourced("1", {
      grade: "C",
      range: ["0.5", "2"],
      why: "units inferred from agreement in acid; carbonate complexes speed it up",
      dist: "log-normal",
    }),
  },
  log_Ks_Fe3: { label: "log Ks of fresh ferrihydrite", number: ferrihydriteLogKs },
  log_b1_Fe3: { label: "log β of FeOH²⁺", number: ferricLogK("log_b1_Fe3") },
  log_b2_Fe3: { label: "log β of Fe(OH)2⁺", number: ferricLogK("log_b2_Fe3") },
  log_b3_Fe3: { label: "log β of Fe(OH)3", number: ferricLogK("log_b3_Fe3") },
  log_b4_Fe3: { label: "log β of Fe(OH)4⁻", number: ferricLogK("log_b4_Fe3") },
  k_precipitate_Fe3: {
    label: "precipitation of Fe(III) above saturation",
    number: sourced("0.1 1/s", {
      grade: "C",
      range: ["1e-3 1/s", "1 1/s"],
      why: "turbidity within minutes; acts on the first minutes only",
    }),
  },
};

/**
 * Rate constant of Fe²⁺ + H2O2 in salt water, elementary (half the overall loss of Fe), 1/(M·s), over the
 * parameters of {@link ironWater}.
 *
 *     ½·(x_acid·10^(8.37 − 1866/T) + x_neutral·10^(13.73 − 2948/T − 1.70·√I + 1.20·I + pH − 6))
 *
 * @valid   pH 2–8.5, 5–45 °C, I below 0.7 M
 * @source  Millero and Sotolongo 1989 (abstract); units inferred from agreement with 63–76 at low pH
 */
export function milleroRate(options: { pH: string; T: string; I: string }): string {
  const { pH, T, I } = options;
  const i = `(${I}/1 [M])`;
  const neutral = `log_k_neutral - slope_neutral/${T} - root_I_neutral*sqrt(${i}) + linear_I_neutral*${i} + ${pH} - 6`;
  return `0.5 [1/(M*s)]*(x_acid*10^(log_k_acid - slope_acid/${T}) + x_neutral*10^(${neutral}))`;
}

/**
 * Solubility of Fe(III) over fresh ferrihydrite, M: `Ks·[H⁺]³·(1 + Σ βₙ/[H⁺]ⁿ)`, over the parameters of {@link ironWater}.
 * @source Stefansson 2007
 */
export function ferricSolubility(pH: string): string {
  const terms = ["", "log_b1_Fe3", "log_b2_Fe3", "log_b3_Fe3", "log_b4_Fe3"].map(
    (beta, n) => `10^(log_Ks_Fe3 ${beta && `+ ${beta}`} - ${3 - n}*${pH})`,
  );
  return `1 [M]*(${terms.join(" + ")})`;
}

/** Total dissolved Fe(III) over Fe³⁺: `1 + Σ βₙ/[H⁺]ⁿ`, with [H⁺] in M as the expression `h`. */
export function ferricHydrolysis(h: string): string {
  return `1 + ${[1, 2, 3, 4].map((n) => `10^log_b${n}_Fe3/${h}^${n}`).join(" + ")}`;
}

/** Fe(II) and Fe(III) with superoxide, Fe(III) with H2O2, and ferrihydrite going back into solution. */
export const ironRadicals: Constants = {
  k_Fe3_complex: {
    label: "decay of Fe(III)-hydroperoxo complexes",
    number: recalled("2.7e-3 1/s", "De Laat and Gallard"),
  },
  K_FeHO2: { label: "formation of FeHO2²⁺", number: recalled("3.1e-3", "De Laat and Gallard") },
  K_FeOHHO2: { label: "formation of Fe(OH)HO2⁺", number: recalled("2.0e-4", "De Laat and Gallard") },
  k_HO2_Fe2: { label: "Fe(II) + HO2·", number: listed("1.2e6 1/(M*s)", "0.7e6 1/(M*s)", "1.2e6 1/(M*s)") },
  k_O2_Fe2: { label: "Fe(II) + O2·⁻", number: listed("1e7 1/(M*s)", "0.9e7 1/(M*s)", "1.1e7 1/(M*s)") },
  k_HO2_FeOH: {
    label: "FeOH²⁺ + HO2·",
    number: sourced("2e4 1/(M*s)", {
      grade: "C",
      range: ["2e3 1/(M*s)", "4e5 1/(M*s)"],
      why: "sources spread from below 2e3 to 4e5",
    }),
  },
  k_HO2_Fe3: {
    label: "Fe³⁺ + HO2·",
    number: sourced("2e3 1/(M*s)", {
      grade: "C",
      range: ["2e2 1/(M*s)", "4e4 1/(M*s)"],
      why: "below that of FeOH²⁺",
    }),
  },
  k_O2_Fe3: { label: "Fe(III) + O2·⁻", number: listed("5e7 1/(M*s)", "5e7 1/(M*s)", "1.5e8 1/(M*s)") },
  k_dissolve_Fe3: {
    label: "dissolution of ferrihydrite",
    number: sourced("1e-5 1/s", { grade: "C", range: ["1e-6 1/s", "1e-4 1/s"], why: "days" }),
  },
};

/** What water holds of Fe(III), as expressions: [H⁺] in M, FeOH²⁺ over Fe³⁺, and {@link ferricHydrolysis}. */
export interface FerricWater {
  readonly h: string;
  readonly FeOH: string;
  readonly hydrolysis: string;
}

/** Fe(III) + H2O2 by way of its hydroperoxo complexes: 1/s at 1 M H2O2, over {@link ironRadicals}. */
export function ferricPeroxideRate(water: FerricWater): string {
  return `k_Fe3_complex*(K_FeHO2 + K_FeOHHO2*${water.FeOH})/(${water.h}*${water.hydrolysis})`;
}

/** Dissolved Fe(III) + HO2·, 1/(M·s), by the shares of FeOH²⁺ and Fe³⁺, over {@link ironRadicals}. */
export function ferricPerhydroxylRate(water: Omit<FerricWater, "h">): string {
  return `(k_HO2_FeOH*${water.FeOH} + k_HO2_Fe3)/${water.hydrolysis}`;
}
