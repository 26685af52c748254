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
  // A floor far below dismutation: without metal the sink is zero, and zero over zero is nothing.
  draft.addTo(sink, "1e-3 [1/s]");
  draft.rule(`share_HO2__${at}`, "1", `1/(1 + 10^(pH__${at} - pKa_HO2))`, `share of HO2·, ${at}`);
  const k = draft.rule(`k_dismutation__${at}`, "1/(M*s)", dismutationRate(`pH__${at}`), `dismutation, ${at}`);
  const s = draft.rule(
    `superoxide__${at}`,
    "M",
    `2*${source}/(${sink} + sqrt(${sink}^2 + 8*${k}*${source}))`,
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
