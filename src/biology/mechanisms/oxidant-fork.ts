import { type Draft, sourced } from "#model";
import { type Constants, constants } from "./constants.ts";

/** Numbers of the fork that are not one metal's: where bicarbonate takes over, and how phosphate pushes it back. */
export const forkNumbers: Constants = {
  K_fork_bicarbonate: {
    label: "bicarbonate at which half of the oxidant of Fe(II) + H2O2 is CO3·-",
    number: sourced("1 mM", {
      grade: "C",
      range: ["0.1 mM", "10 mM"],
      source: "illes2020",
      why: "no ·OH with physiological bicarbonate is read; the amount that makes half of it is not",
      needsPaper: true,
    }),
  },
  K_fork_phosphate: {
    label: "phosphate that doubles the bicarbonate needed",
    number: sourced("5 mM", {
      grade: "C",
      range: ["0.5 mM", "50 mM"],
      why: "only the sign is known: phosphate turns CO3·- back to ·OH",
      needsPaper: true,
    }),
  },
};

/** What one reaction of a metal with H2O2 makes: shares of ·OH, CO3·⁻ and a higher-valent metal. They sum to 1. */
export interface Fork {
  readonly OH: string;
  readonly CO3: string;
  readonly X: string;
}

/**
 * The fork of one reaction, the same at every site and for every metal.
 *
 *     f_CO3 = carbonate        f_OH = direct·(1 − carbonate)        f_X = (1 − direct)·(1 − carbonate)
 *
 * @param direct     share of ·OH where there is no bicarbonate, 0–1; the rest is ferryl or Cu(III)
 * @param carbonate  share that bicarbonate turns to CO3·⁻, 0–1; default none. See {@link carbonateShare}
 * @limits  no bicarbonate leaves `direct`; the shares sum to 1 whatever the expressions are
 */
export function fork(options: { direct: string; carbonate?: string }): Fork {
  const direct = `(${options.direct})`;
  if (options.carbonate === undefined) return { OH: direct, CO3: "0", X: `(1 - ${direct})` };
  const rest = `(1 - (${options.carbonate}))`;
  return { OH: `${direct}*${rest}`, CO3: `(${options.carbonate})`, X: `(1 - ${direct})*${rest}` };
}

/**
 * Share of the oxidant that bicarbonate makes CO3·⁻: `b/(b + K·(1 + P/K_P))`, b bicarbonate and P phosphate.
 * Needs {@link forkNumbers} declared.
 */
export function carbonateShare(options: { bicarbonate: string; phosphate?: string }): string {
  const { bicarbonate, phosphate } = options;
  const pushed = phosphate ? `*(1 + ${phosphate}/K_fork_phosphate)` : "";
  return `${bicarbonate}/(${bicarbonate} + K_fork_bicarbonate${pushed})`;
}

/**
 * Bicarbonate of a place. CO2 crosses membranes, so that of the lysosome follows from the cytosol's by pH.
 * @returns  the id, declared when it is not there
 */
export function bicarbonateAt(draft: Draft, at: string): string {
  const id = `HCO3__${at}`;
  if (at === "vesicle" && !draft.has(id)) {
    draft.rule(
      id,
      "M",
      "HCO3__cyt*10^(pH__vesicle - pH__cyt)",
      "bicarbonate in the lysosome, at the cell's CO2",
    );
  }
  return id;
}

/**
 * Puts the flux of a metal's reaction with H2O2 into the sums that the fates of the oxidants start from, and into the
 * metal's own counter `oxidant.<metal>` (per volume of cell; the medium's part is in the sums only).
 */
export function addOxidants(
  draft: Draft,
  options: { metal: "Fe" | "Cu" | "Mn"; at: "med" | "vesicle" | "cyt"; flux: string; shares: Fork },
): void {
  const { metal, at, flux, shares } = options;
  for (const [kind, label] of [
    ["OH", "·OH"],
    ["CO3", "CO3·-"],
    ["X", "ferryl or Cu(III)"],
  ] as const) {
    const sum = draft.sum(`${kind}_source__${at}`, "M/s", `${label} made in ${at}`);
    if (shares[kind] !== "0") draft.addTo(sum, `${shares[kind]}*${flux}`);
  }
  const counter = `oxidant_${metal}`;
  if (!draft.has(counter)) {
    draft.sum(`J_${counter}`, "M/s", `oxidants made by ${metal} per volume of cell`);
    draft.variable(counter, {
      label: `oxidants made by ${metal} in the cell since the dose`,
      unit: "mM",
      rate: `J_${counter}`,
      counter: true,
    });
    draft.observe(`oxidant.${metal}`, {
      label: `oxidants made by ${metal}`,
      unit: "mM",
      display: "uM",
      expr: counter,
    });
  }
  if (at !== "med") draft.addTo(`J_${counter}`, at === "cyt" ? flux : `${flux}*V_vesicle/V_cyt`);
}

/** Declares the numbers of the fork. */
export function useFork(draft: Draft): void {
  constants(draft, forkNumbers);
}
