import { describe, expect, test } from "vitest";
import { agents, assemble, environments, records } from "#biology";
import { compile, instantiate } from "#compile";
import { check, imbalance } from "#model";
import { settle, solve } from "#solve";

const cases = ["gsh-synthesis", "protein-thiols"].flatMap((addOn) =>
  records.cells.map((cell) => [addOn, cell.id, cell] as const),
);

describe.each(cases)("with %s, %s", (addOn, _id, cell) => {
  const { model } = assemble({
    agent: agents.sio2Spheres,
    cell,
    environment: environments.mediumPh74,
    culture: { density: "1e5 1/mL", volume: "100 uL" },
    with: [addOn],
  });
  const compiled = compile(model);
  const kernel = instantiate(compiled.program);
  const options = { rtol: 1e-6, atol: 1e-13 };
  const problem = { kernel, parameters: compiled.nominal(), t0: 0, times: Float64Array.of(0, 72 * 3600) };
  const rest = settle(problem, 2e6, compiled.program.counters, options);

  test("has no fault and balanced reactions", () => {
    expect(check(model).filter((f) => f.severity === "error")).toEqual([]);
    const unchecked = model.reactions.filter((r) => imbalance(model, r) === undefined).map((r) => r.id);
    expect(unchecked.filter((id) => !/_NP\d*$/.test(id))).toEqual([]);
  });
  test("comes to a rest that stays, and lives for 72 h", () => {
    const later = settle({ ...problem, start: rest.state }, 72 * 3600, compiled.program.counters, options);
    const moved = later.state.map(
      (x, i) => Math.abs(x - rest.state[i]!) - 1e-4 * Math.abs(rest.state[i]!) - 1e-10,
    );
    expect(Math.max(...moved)).toBeLessThanOrEqual(0);
    const run = solve(
      { ...problem, start: rest.state, schedule: [{ t: 0, fire: [compiled.events.indexOf("start")] }] },
      options,
    );
    expect(run.observed[kernel.observables + compiled.observables.indexOf("viability")]).toBeGreaterThan(
      0.999,
    );
  });
});
