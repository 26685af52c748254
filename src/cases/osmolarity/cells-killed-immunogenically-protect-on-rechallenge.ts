import { tumourHost } from "#biology";
import { compile, instantiate } from "#compile";
import { solve } from "#solve";
import { drawWorlds } from "#study";
import { ln } from "#units";
import { type Claim, caseDraws } from "../claim.ts";

const day = 86400;

/** Tumour four weeks after a million living cells, given a month after a million dead ones, or after nothing. */
const claim: Claim = {
  id: "cells-killed-immunogenically-protect-on-rechallenge",
  says: "A host given a million cells that died immunogenically holds a million living ones, a month later, at less than a tenth of the tumour of a naive host and of one given cells that died silently.",
  source: "jiang2019",
  kind: "encoded",
  unsourced: true,
  expect: { verdict: "undecided", margin: -2.33414 },
  distance: "ln(the smaller tumour, naive or after silent death / tumour after immunogenic death / 10)",
  because:
    "That memory protects is put in; how much is not. Against a naive host the tumour is tenfold smaller in 73 % of worlds, 40-fold in the median; against silent death in 17 %, " +
    "since nobody knows how few of the dead are enough to warn: if a twentieth of a million is, silent death vaccinates as well. Doses and times are not reported where they could be read.",
  async worlds() {
    const model = tumourHost();
    const compiled = compile(model);
    const kernel = instantiate(compiled.program);
    const event = (id: string): number => compiled.events.indexOf(id);
    const drawn = drawWorlds(model.parameters, { draws: caseDraws, sampler: "latin", vary: "all", seed: 1 });
    const column = new Map(drawn.varied.map(({ path }, j) => [path, j]));
    const immunogenic = compiled.parameters.indexOf("immunogenic");
    const tumour = (parameters: Float64Array, given: 0 | 1 | undefined): number => {
      const challenge = { t: 30 * day, fire: [event("challenge")] };
      const set = [{ parameter: immunogenic, value: given ?? 0 }];
      const dead = { t: 0, set, fire: [event("vaccinate")] };
      const schedule = given === undefined ? [challenge] : [dead, challenge];
      const run = solve(
        { kernel, parameters, t0: 0, times: Float64Array.of(58 * day), schedule },
        { rtol: 1e-7, atol: 1e-6 },
      );
      return run.observed[compiled.observables.indexOf("tumour")]!;
    };
    return Array.from({ length: drawn.count }, (_, w) => {
      const parameters = compiled.nominal();
      for (const { id, path } of model.parameters) {
        const j = column.get(path);
        if (j !== undefined)
          parameters[compiled.parameters.indexOf(id)] = drawn.values[w * drawn.varied.length + j]!;
      }
      const [naive, silent, warned] = [undefined, 0, 1].map((given) =>
        tumour(parameters, given as 0 | 1 | undefined),
      ) as [number, number, number];
      return ln(Math.min(naive, silent) / Math.max(warned, 1) / 10);
    });
  },
};
export default claim;
