import { type Sourced, sourced } from "#model";
import type { Agent, Mechanism } from "../types.ts";
import { type Constants, constants } from "./constants.ts";

const gel = (text: string, low: string, high: string): Sourced =>
  sourced(text, {
    grade: "C",
    range: [low, high],
    why: "cells in a gel at clinical fields, order of magnitude",
    needsPaper: true,
  });

const numbers: Constants = {
  R1_0: { label: "longitudinal relaxation without the agent", number: gel("0.5 1/s", "0.3 1/s", "0.8 1/s") },
  R2_0: { label: "transverse relaxation without the agent", number: gel("10 1/s", "5 1/s", "20 1/s") },
};

/**
 * What magnetic resonance sees of an agent: relaxation rates, linear in the metal of undissolved particles in washed
 * cells that are embedded at `phantom_density`.
 *
 *     1/T = 1/T₀ + r·[metal]        [metal] = metal per cell × cells per volume of gel
 *
 * Adds the read-outs `MRI.R1` and `MRI.R2` for the relaxivities that the agent has; nothing reacts. Freed ions, whose
 * relaxivity is another, are left out.
 *
 * @limits  no agent, 1/T = 1/T₀
 * @valid   particles apart from each other; packed into lysosomes they relax less, with dependence on the field
 */
export function relaxation(options: { agent: Agent }): Mechanism {
  const { id, relaxivity } = options.agent;
  return {
    id: "relaxation",
    label: "relaxation rates in magnetic resonance",
    add(draft) {
      draft.setting("phantom_density", 1e12, "1/m^3", "washed cells per volume of gel");
      draft.rule(
        "metal_in_gel",
        "mM",
        "metal_in_particles/(metal_share/metal_molality)*phantom_density",
        "metal of particles per volume of gel",
      );
      for (const [name, r, rest, kind] of [
        ["R1", "r1", "R1_0", "longitudinal"],
        ["R2", "r2", "R2_0", "transverse"],
      ] as const) {
        const number = relaxivity?.[r];
        if (!number) continue;
        constants(draft, { [rest]: numbers[rest]! });
        draft.parameter(r, number, { label: `${kind} relaxivity`, path: `agents/${id}/relaxivity/${r}` });
        draft.observe(`MRI.${name}`, {
          label: `${kind} relaxation rate, 10⁶ cells/mL`,
          unit: "1/s",
          expr: `${rest} + ${r}*metal_in_gel`,
        });
      }
    },
  };
}
