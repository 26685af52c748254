import type { Draft } from "#model";
import { surroundings } from "./constants.ts";
import { addOxidants, type Fork, fork } from "./oxidant-fork.ts";
import { steadySuperoxide } from "./steady-superoxide.ts";

/** Cu(I) free or with chloride over Cu⁺: `1 + β₁[Cl⁻] + β₂[Cl⁻]²`. */
export function chlorideSide(chloride: string): string {
  return `(1 + 10^log_b1_CuCl*${chloride}/1 [M] + 10^log_b2_CuCl*(${chloride}/1 [M])^2)`;
}

/**
 * The fork of Cu(I) + H2O2 at a place: `f_OH` at pH 6.5 falls to none at pH 8; the rest is Cu(III).
 * @returns  the rule `f_OH_Cu__<at>` and what it leaves
 */
export function copperFork(draft: Draft, at: string): Fork {
  const share = draft.rule(
    `f_OH_Cu__${at}`,
    "1",
    `f_OH_Cu*(1 + 10^(2*(6.5 - pH_fork_Cu)))/(1 + 10^(2*(pH__${at} - pH_fork_Cu)))`,
    `·OH share of Cu(I) + H2O2, ${at}`,
  );
  return fork({ direct: share });
}

/**
 * Rate constant of Cu(I) + O2 at a place, 1/(M·s): chloride slows it, pH speeds it.
 *
 *     k = k₀/(1 + (k₀/k₁₅ − 1)·[Cl⁻]/0.15 M)·10^(slope·(pH − 7.4))
 */
export function cuprousOxygenRate(draft: Draft, at: string, chloride: string): string {
  return draft.rule(
    `k_oxygen_Cu1__${at}`,
    "1/(M*s)",
    `k_oxygen_Cu1_water/(1 + (k_oxygen_Cu1_water/k_oxygen_Cu1 - 1)*${chloride}/0.15 [M])*10^(slope_oxygen_Cu1*(pH__${at} - 7.4))`,
    `Cu(I) + O2, ${at}`,
  );
}

/**
 * Copper where there is no enzyme: the medium, where albumin holds Cu(II) out of reach of H2O2 and superoxide but not
 * Cu(I), and the lysosome, where Cu(II) is reduced and thiol holds some of
 * Cu(I) (GS⁻ is scarce in acid).
 *
 *     Cu⁺ + H2O2, Cu⁺ + O2 → Cu²⁺ + O2·⁻, Cu⁺ + O2·⁻ → H2O2, Cu²⁺ + O2·⁻, Cu²⁺ + H2O2 → Cu⁺ + O2·⁻
 *
 * Adds the reactions of a place over the species `Cu1__<at>` and `Cu2__<at>`, which are there. Superoxide is at steady
 * state, shared with iron.
 *
 * @limits  albumin in excess: only the metal's Cu(I) reacts
 * @source  zafiriou1998 (superoxide), ozawaUeda (albumin)
 */
export function copperInWater(draft: Draft, at: "med" | "vesicle"): void {
  const place = at === "med" ? "med" : "cyt";
  const peroxide = `H2O2__${place}`;
  const [o2, hydroxide, oxidant, proton] = ["dioxygen", "hydroxide", "oxidant", "proton"].map((s) =>
    surroundings(draft, s, at),
  );
  const cuprous = at === "med" ? "Cu1__med" : reactiveInVesicle(draft);
  const cupric = at === "med" ? cupricBesideAlbumin(draft) : "Cu2__vesicle";
  const superoxide = steadySuperoxide(draft, at);
  const s = `superoxide__${at}`;
  const flux = draft.rule(
    `fenton_Cu_${at}`,
    "M/s",
    `heat_diffusion*k_fenton_Cu1_H2O2*${cuprous}*${peroxide}`,
    `Cu(I) + H2O2 flux, ${at}`,
  );
  addOxidants(draft, { metal: "Cu", at, flux, shares: copperFork(draft, at) });
  draft.reaction(
    `fenton_Cu1_H2O2__${at}`,
    `Cu1__${at} + ${peroxide} -> Cu2__${at} + ${hydroxide} + ${oxidant}`,
    { at, rate: flux },
  );
  const k = cuprousOxygenRate(draft, at, at === "med" ? "chloride_medium" : "chloride_vesicle");
  const oxidation = draft.rule(
    `oxidation_Cu_${at}`,
    "M/s",
    `${k}*${cuprous}*O2__${place}`,
    `Cu(I) + O2, ${at}`,
  );
  draft.addTo(`superoxide_source__${at}`, oxidation);
  draft.reaction(`oxidise_Cu1_O2__${at}`, `Cu1__${at} + ${o2} -> Cu2__${at} + ${superoxide}`, {
    at,
    rate: oxidation,
  });
  draft.addTo(`superoxide_sink__${at}`, `k_superoxide_Cu1*${cuprous} + k_superoxide_Cu2*${cupric}`);
  draft.reaction(
    `oxidise_Cu1_superoxide__${at}`,
    `Cu1__${at} + ${superoxide} + 2 ${proton} -> Cu2__${at} + ${peroxide}`,
    { at, rate: `k_superoxide_Cu1*${cuprous}*${s}` },
  );
  draft.reaction(`reduce_Cu2_superoxide__${at}`, `Cu2__${at} + ${superoxide} -> Cu1__${at} + ${o2}`, {
    at,
    rate: `k_superoxide_Cu2*${cupric}*${s}`,
  });
  const back = draft.rule(
    `reduction_H2O2_Cu_${at}`,
    "M/s",
    `k_peroxide_Cu2*${cupric}*${peroxide}`,
    `Cu(II) + H2O2, ${at}`,
  );
  draft.addTo(`superoxide_source__${at}`, back);
  draft.reaction(
    `reduce_Cu2_H2O2__${at}`,
    `Cu2__${at} + ${peroxide} -> Cu1__${at} + ${superoxide} + 2 ${proton}`,
    { at, rate: back },
  );
}

/** Cu(II) of the medium that albumin's one site does not hold. */
function cupricBesideAlbumin(draft: Draft): string {
  const half = draft.rule(
    "K_Cu2_albumin",
    "M",
    "10^(-log_K_Cu2_albumin)*1 [M]",
    "Cu(II) free when half is held",
  );
  const over = `(Cu2__med - albumin_medium - ${half})`;
  return draft.rule(
    "Cu2_free__med",
    "M",
    `0.5*(${over} + sqrt(${over}^2 + 4*${half}*Cu2__med))`,
    "Cu(II) in the medium that albumin does not hold",
  );
}

/** Cu(I) of the lysosome that thiol does not hold; Cu(II) is reduced there as Fe(III) is, at the cell's expense. */
function reactiveInVesicle(draft: Draft): string {
  const [proton, reductant] = ["proton", "reductant"].map((s) => surroundings(draft, s, "vesicle"));
  draft.reaction("reduce_Cu2__vesicle", `Cu2__vesicle + 0.5 ${reductant} -> Cu1__vesicle + ${proton}`, {
    at: "vesicle",
    rate: "k_red_Cu2__vesicle*Cu2__vesicle",
  });
  draft.rule(
    "K_CuGS2__vesicle",
    "1/M^2",
    `10^beta_CuGS2*1 [1/M^2]/(1 + 10^(pKa_GSH - pH__vesicle))^2/${chlorideSide("chloride_vesicle")}`,
    "Cu(I) with two thiols over Cu(I) free or with chloride, lysosome",
  );
  return draft.rule(
    "Cu1_free__vesicle",
    "M",
    "Cu1__vesicle/(1 + K_CuGS2__vesicle*(thiol_vesicle*GSH__cyt)^2)",
    "Cu(I) in the lysosome that thiol does not hold",
  );
}
