import type { Draft } from "#model";
import { constants, surroundings } from "./constants.ts";
import { dismutationRate, superoxideNumbers } from "./superoxide.ts";

/**
 * Superoxide of a place where no enzyme is: at steady state between what metals and O2 make of it, what metals take,
 * and dismutation. It lives milliseconds where there is metal, so no state follows it.
 *
 *     source = a·s + 2k·s²        s = 2·source/(a + √(a² + 8k·source))
 *
 * Adds the sums `superoxide_source__<at>` and `superoxide_sink__<at>` (a), the rules `superoxide__<at>` and
 * `share_HO2__<at>`, and the dismutation. Asked for again it adds nothing.
 *
 * @returns  the held species that equations name
 * @limits   no source, no superoxide
 * @source   bielski1978
 */
export function steadySuperoxide(draft: Draft, at: "med" | "vesicle"): string {
  const held = surroundings(draft, "steadySuperoxide", at);
  if (draft.has(`superoxide__${at}`)) return held;
  constants(draft, superoxideNumbers);
  const source = draft.sum(`superoxide_source__${at}`, "M/s", `superoxide made in ${at}`);
  const sink = draft.sum(`superoxide_sink__${at}`, "1/s", `superoxide taken by metals in ${at}`);
  draft.rule(`share_HO2__${at}`, "1", `1/(1 + 10^(pH__${at} - pKa_HO2))`, `share of HO2·, ${at}`);
  const k = draft.rule(`k_dismutation__${at}`, "1/(M*s)", dismutationRate(`pH__${at}`), `dismutation, ${at}`);
  // Metals a hair below zero, as within a tolerance, must not turn source or sink negative: both are rounded off, the
  // sink at 1e-3 1/s, far below dismutation.
  const a = draft.rule(
    `superoxide_taken__${at}`,
    "1/s",
    `sqrt(${sink}^2 + (1e-3 [1/s])^2)`,
    `its sink, ${at}`,
  );
  const v = draft.rule(
    `superoxide_made__${at}`,
    "M/s",
    `0.5*(${source} + sqrt(${source}^2 + (1e-18 [M/s])^2))`,
    `its source, ${at}`,
  );
  const s = draft.rule(
    `superoxide__${at}`,
    "M",
    `2*${v}/(${a} + sqrt(${a}^2 + 8*${k}*${v}))`,
    `superoxide, ${at}, at steady state`,
  );
  const [proton, o2] = ["proton", "dioxygen"].map((x) => surroundings(draft, x, at));
  const peroxide = at === "med" ? "H2O2__med" : "H2O2__cyt";
  draft.reaction(`dismutate__${at}`, `${held} + ${proton} -> 0.5 ${peroxide} + 0.5 ${o2}`, {
    at,
    rate: `2*${k}*${s}^2`,
    label: `dismutation of superoxide, ${at}`,
  });
  return held;
}
