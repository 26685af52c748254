import { assemble, findAgent, findCell, findEnvironment, type Mechanism } from "#biology";
import { compile } from "#compile";
import { Draft } from "#model";
import { Engine } from "#solve";
import { drawWorlds } from "#study";
import { ln } from "#units";
import { type Claim, caseDraws } from "../claim.ts";

/** The same salt straight into the cytosol over a second, five minutes and half an hour. */
const claim: Claim = {
  id: "salt-delivered-faster-bursts-more",
  says: "Of 200 mM of salt put straight into the cytosol a second's delivery bursts more cells than one of five minutes, and that at least twice as many as one of half an hour.",
  source: "jiang2019",
  kind: "emergent",
  unsourced: true,
  expect: { verdict: "undecided", margin: -0.556079 },
  distance: "the lesser of ln(burst in 1 s / 5 min) and ln(burst in 5 min / 30 min) − ln 2",
  because:
    "Slow delivery gives pump and channels their time: five minutes burst more than twice as many as half an hour in 122 of 128 worlds. Between a second and five minutes there is little, and in 9 worlds the second bursts fewer, since a cell that lets salt through has lost some of it before water is in: with water a hundred times as fast the second bursts more in all. How much salt comes in at what pace nobody has reported.",
  async worlds() {
    const burst = burstBySalt(200, [1, 300, 1800]);
    return burst.map(([second, minutes, half]) =>
      Math.min(ln((second! + 1e-9) / (minutes! + 1e-9)), ln((minutes! + 1e-9) / (half! + 1e-9)) - ln(2)),
    );
  },
};
export default claim;

/** Salt that comes into the cytosol at the pace of the setting `delivery`, per resting volume. */
const delivery: Mechanism = {
  id: "delivery",
  label: "salt put straight into the cytosol",
  add(draft) {
    draft.setting("delivery", 0, "mM/s", "salt delivered to the cytosol, per resting volume");
    draft.species("NaCl__given", {
      label: "salt to be delivered",
      at: "med",
      formula: "NaCl",
      boundary: true,
    });
    draft.reaction("deliver", "NaCl__given -> Na__cyt + Cl__cyt", { rate: "delivery*V_rest" });
  },
};

/**
 * Shares of tumour cells that burst within four hours of salt put straight into the cytosol, without particles: a row
 * for every world, a column for every time over which the same amount is given.
 *
 * @param amount   mM of the resting volume
 * @param seconds  over which it is given
 */
function burstBySalt(amount: number, seconds: readonly number[]): number[][] {
  const assembly = assemble({
    agent: findAgent("sodium-chloride"),
    cell: findCell("tumour-generic"),
    environment: findEnvironment("medium-ph7.4"),
    culture: { density: "1e5 1/mL", volume: "100 uL" },
    without: ["redox"],
  });
  const draft = new Draft("a cell and salt put into it");
  for (const mechanism of [...assembly.mechanisms, delivery]) mechanism.add(draft);
  const compiled = compile(draft.finish());
  const { model, program } = compiled;
  const engine = new Engine(program);
  const drawn = drawWorlds(model.parameters, { draws: caseDraws, sampler: "latin", vary: "all", seed: 1 });
  const paths = new Map(drawn.varied.map(({ path }, j) => [path, j]));
  const pace = compiled.parameters.indexOf("delivery");
  const lysed = compiled.observables.indexOf("lysed");
  const given = (length: number) => [
    {
      t: 0,
      set: [{ parameter: pace, value: amount / length }],
      fire: [compiled.events.indexOf("start")],
    },
    { t: length, set: [{ parameter: pace, value: 0 }] },
  ];
  const options = { rtol: 1e-5, atol: 1e-12, maxSteps: 200_000 };
  return Array.from({ length: drawn.count }, (_, w) => {
    const parameters = compiled.nominal();
    model.parameters.forEach((p, i) => {
      const j = paths.get(p.path);
      if (j !== undefined) parameters[i] = drawn.values[w * drawn.varied.length + j]!;
    });
    const start = engine.settle(parameters, 2e6, program.counters, options);
    return seconds.map((length) => {
      const run = engine.solve(
        {
          parameters,
          t0: 0,
          times: Float64Array.of(4 * 3600),
          schedule: given(length),
          ...(start && { start }),
        },
        options,
      );
      return run.observed[lysed]!;
    });
  });
}
