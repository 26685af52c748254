import { type Draft, sourced } from "#model";
import { layersOf, particleSets } from "../shape.ts";
import type { Agent, Mechanism, Phase, UltrasoundTrigger } from "../types.ts";
import { type Constants, constants, surroundings } from "./constants.ts";

const numbers: Constants = {
  G_US: {
    label: "radicals made by sonolysis at 1 W/cm², 1 MHz",
    number: sourced("1 uM/min", {
      grade: "B",
      range: ["0.1 uM/min", "10 uM/min"],
      why: "recalled, no source known: 0.1–10 µM/min",
      needsPaper: true,
    }),
  },
  y_US_H2O2: {
    label: "H2O2 per radical of sonolysis",
    number: sourced("0.3", {
      grade: "C",
      range: ["0.1", "0.5"],
      why: "·OH pairs in the bubble's shell, and H· ends as HO2·; at most one H2O2 for two radicals",
    }),
  },
  q_US: {
    label: "warming at 1 W/cm²",
    number: sourced("0.02 K/s", {
      grade: "C",
      range: ["0.002 K/s", "0.06 K/s"],
      why: "a few kelvin in minutes on a plate; absorption of tissue alone gives 0.03 K/s",
      needsPaper: true,
    }),
  },
  k_US_escape: {
    label: "opening of lysosomes at 1 W/cm²",
    number: sourced("1e-4 1/s", {
      grade: "C",
      range: ["1e-6 1/s", "1e-2 1/s"],
      why: "reported as seen, not measured as a rate",
      needsPaper: true,
    }),
  },
};

const reduction = sourced("1e-3 1/s", {
  grade: "C",
  range: ["1e-4 1/s", "1e-2 1/s"],
  why: "fitted, not predicted: reductants of sonolysis, 0.1–10 µM/min, cannot reduce 50 µM in 5 min; it takes an organic H-donor or the particle's surface",
  needsPaper: true,
});

/**
 * Ultrasound on an agent that answers to it: Fe(III) goes back to Fe(II), water is split, the medium warms, lysosomes
 * open. All in proportion to the intensity.
 *
 *     Fe³⁺ + ½ H2(donor) → Fe²⁺ + H⁺,  v = k_US·I/I₀·[Fe³⁺]      2 H2O → H2O2 + H2,  v = y·G·I/I₀
 *     ·OH in the medium (1 − 2y)·G·I/I₀      dT/dt + q·I/I₀      lysosome → cytosol + k·I/I₀,      I₀ = 1 W/cm²
 *
 * The reduction is fitted to the claim that it exists, not predicted. ·OH made in the medium does not reach the cell;
 * its H2O2 does. The setting `ultrasound` (W/m²) is switched by the schedule; `heat` makes `T` a state for it.
 *
 * @limits  no intensity, no effect
 * @valid   0.3–3 W/cm², about 1 MHz; the threshold of cavitation is left out
 */
export function ultrasound(options: { agent: Agent; phases: (id: string) => Phase }): Mechanism {
  const { agent, phases } = options;
  return {
    id: "ultrasound",
    label: "ultrasound: Fe(III) to Fe(II), sonolysis, warming, opening of lysosomes",
    add(draft) {
      constants(draft, numbers);
      const own = ultrasoundOf(agent)?.reduction;
      draft.parameter("k_US", own ?? reduction, {
        label: "reduction of Fe(III) at 1 W/cm², fitted",
        path: own ? `agents/${agent.id}/triggers/ultrasound/reduction` : "chemistry/k_US",
      });
      draft.setting("ultrasound", 0, "W/m^2", "ultrasound intensity");
      draft.rule("sound", "1", "ultrasound/1e4 [W/m^2]", "intensity over 1 W/cm²");
      for (const at of ["med", "vesicle", "cyt"]) if (draft.has(`Fe3__${at}`)) reduceIron(draft, at);
      const water = surroundings(draft, "water", "med");
      draft.reaction("sonolyse__med", `2 ${water} -> H2O2__med + ${surroundings(draft, "hydrogen", "med")}`, {
        at: "med",
        rate: "y_US_H2O2*G_US*sound",
      });
      draft.sum("OH_source__med", "M/s", "·OH made in med");
      draft.addTo("OH_source__med", "(1 - 2*y_US_H2O2)*G_US*sound");
      draft.addTo("T", "q_US*sound");
      openLysosomes(draft, agent, phases);
    },
  };
}

/** What an agent's record says of its answer to ultrasound: an empty record for the bare word, nothing without. */
export function ultrasoundOf(agent: Agent): UltrasoundTrigger["ultrasound"] | undefined {
  for (const trigger of agent.triggers) {
    if (trigger === "ultrasound") return {};
    if ("ultrasound" in trigger) return trigger.ultrasound;
  }
  return undefined;
}

function reduceIron(draft: Draft, at: string): void {
  const [reductant, proton] = ["reductant", "proton"].map((s) => surroundings(draft, s, at));
  draft.reaction(`reduce_Fe3_ultrasound__${at}`, `Fe3__${at} + 0.5 ${reductant} -> Fe2__${at} + ${proton}`, {
    at,
    rate: `k_US*sound*Fe3__${at}`,
  });
}

/** Particles and ions of lysosomes move on to the cytosol, besides what escapes anyway. */
function openLysosomes(draft: Draft, agent: Agent, phases: (id: string) => Phase): void {
  const pairs = particleSets(agent).flatMap((set) => {
    const layers = layersOf(set, phases).map((l) => l.id);
    return [set.id, ...layers].map((id) => [`${id}__late__vesicle`, `${id}__cyt`] as const);
  });
  const ions = ["Fe2", "Fe3", "Cu1", "Cu2", "Mn2", "S2O8", "SO4", "Ba2"].map(
    (ion) => [`${ion}__vesicle`, `${ion}__cyt`] as const,
  );
  for (const [from, to] of [...pairs, ...ions]) {
    if (!draft.has(from) || !draft.has(to)) continue;
    draft.reaction(`open_${from.split("__")[0]}`, `${from} -> ${to}`, {
      at: "vesicle",
      rate: `k_US_escape*sound*${from}`,
    });
  }
}
