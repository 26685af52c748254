import { describe, expect, test } from "vitest";
import {
  agents,
  assemble,
  cells,
  complexes,
  environments,
  findAgent,
  fluids,
  genericCell,
  receptors,
  records,
  solids,
  sources,
  standardMedium,
} from "#biology";
import { compile, instantiate } from "#compile";
import { check, faultOf, imbalance, invariants, type Sourced } from "#model";
import { settle, solve } from "#solve";

const culture = { density: "1e5 1/mL", volume: "100 uL" };

/** Every sourced number inside a value, with its path. */
function numbersIn(value: unknown, path: string): [string, Sourced][] {
  if (typeof value !== "object" || value === null) return [];
  if ("grade" in value && "value" in value) return [[path, value as Sourced]];
  return Object.entries(value).flatMap(([k, v]) => numbersIn(v, `${path}/${k}`));
}

const all = [
  ...records.agents.flatMap((r) => numbersIn(r, `agents/${r.id}`)),
  ...records.cells.flatMap((r) => numbersIn(r, `cells/${r.id}`)),
  ...records.environments.flatMap((r) => numbersIn(r, `environments/${r.id}`)),
  ...records.phases.flatMap((r) => numbersIn(r, `phases/${r.id}`)),
  ...records.drugs.flatMap((r) => numbersIn(r, `drugs/${r.id}`)),
  ...complexes.flatMap((r) => numbersIn(r, `speciation/${r.species}`)),
  ...solids.flatMap((r) => numbersIn(r, `speciation/${r.id}`)),
  ...fluids.flatMap((r) => numbersIn(r, `fluids/${r.id}`)),
  ...numbersIn(genericCell, "cells/generic"),
  ...numbersIn(standardMedium, "environments/standard-medium"),
  ...records.agents.flatMap((agent) =>
    assemble({
      agent,
      cell: cells.tumourGeneric,
      environment: environments.mediumPh74,
      culture,
    }).model.parameters.flatMap((p): [string, Sourced][] => (p.sourced ? [[p.path, p.sourced]] : [])),
  ),
];
const numbers = [...new Map(all).entries()];

describe("the lines of cells", () => {
  const lines = records.cells.filter((c) => !c.id.endsWith("-generic"));
  test("are at least eight of tumours and four of normal tissue", () => {
    expect(lines.filter((c) => c.kind === "tumour").length).toBeGreaterThanOrEqual(8);
    expect(lines.filter((c) => c.kind === "normal").length).toBeGreaterThanOrEqual(4);
  });
  test.each(lines.map((c) => [c.id, c] as const))(
    "%s has a number of its own and says what it lacks",
    (_id, c) => {
      expect(Object.keys(c.own).length).toBeGreaterThan(0);
      expect(c.note).toMatch(/generic cell/);
    },
  );
  test("bear only receptors that particles can be directed to", () => {
    for (const c of lines) expect(receptors).toEqual(expect.arrayContaining([...(c.receptors ?? [])]));
  });
});

describe("every number of every record", () => {
  test("there are hundreds", () => expect(numbers.length).toBeGreaterThan(150));
  test.each(numbers)("%s has what its grade asks for and lies in its range", (_path, number) =>
    expect(faultOf(number)).toBeUndefined(),
  );
  test.each(numbers.filter(([, n]) => n.source))("%s cites a work of the bibliography", (_path, number) =>
    expect(Object.keys(sources)).toContain(number.source),
  );
  test("what has no range says that it is fixed", () => {
    expect(numbers.filter(([, n]) => !n.range && n.dist !== "fixed").map(([path]) => path)).toEqual([]);
  });
});

const solutions = records.drugs.map((d) => findAgent(d.id));
describe.each([...records.agents, ...solutions].map((a) => [a.id, a] as const))(
  "the model of %s",
  (_id, agent) => {
    const { model } = assemble({
      agent,
      cell: cells.tumourGeneric,
      environment: environments.mediumPh65,
      culture,
    });
    const compiled = compile(model);
    const kernel = instantiate(compiled.program);

    test("has no fault in units, names, mass or charge", () => {
      expect(check(model).filter((f) => f.severity === "error")).toEqual([]);
    });
    test("every reaction of chemistry is balanced; only counts of particles are not checked", () => {
      const unchecked = model.reactions.filter((r) => imbalance(model, r) === undefined).map((r) => r.id);
      expect(unchecked.filter((id) => !/_NP\d*$/.test(id))).toEqual([]);
    });
    test("keeps its conserved sums to 1e-9 through a dose", () => {
      const parameters = compiled.nominal();
      parameters[compiled.parameters.indexOf("dose")] = 0.05;
      const fire = [compiled.events.indexOf("start"), compiled.events.indexOf("give")];
      const run = solve(
        { kernel, parameters, t0: 0, times: Float64Array.of(0, 3600, 86400), schedule: [{ t: 0, fire }] },
        { rtol: 1e-5, atol: 1e-12 },
      );
      expect(run.status).toBe("done");
      const volume = volumes(model, parameters);
      for (const { terms } of invariants(model)) {
        const sum = (i: number): number =>
          terms.reduce(
            (s, { species, factor }) =>
              s + factor * run.states[i * kernel.n + compiled.states.indexOf(species)]! * volume(species),
            0,
          );
        const scale = terms.reduce(
          (s, { species, factor }) =>
            s + Math.abs(factor * run.states[compiled.states.indexOf(species)]! * volume(species)),
          0,
        );
        expect(Math.abs(sum(2) - sum(0))).toBeLessThanOrEqual(1e-9 * scale + 1e-40);
      }
    });
  },
);

/** Volume of a species' compartment from the parameters alone. */
function volumes(
  model: ReturnType<typeof assemble>["model"],
  parameters: Float64Array,
): (species: string) => number {
  const value = (id: string): number => parameters[model.parameters.findIndex((p) => p.id === id)]!;
  // A cytosol that swells holds amounts over its volume at rest.
  const cyt = value(model.parameters.some((p) => p.id === "V_rest") ? "V_rest" : "V_cyt");
  const of: Record<string, number> = {
    med: 1 / value("culture_density"),
    cyt,
    vesicle: value("f_vesicle") * cyt,
  };
  return (species) => of[model.species.find((s) => s.id === species)!.compartment]!;
}

describe.each(
  records.cells.flatMap((cell) => records.environments.map((e) => [cell.id, e.id, cell, e] as const)),
)("%s in %s", (_c, _e, cell, environment) => {
  const compiled = compile(assemble({ agent: agents.sio2Spheres, cell, environment, culture }).model);
  const kernel = instantiate(compiled.program);
  const options = { rtol: 1e-6, atol: 1e-13 };
  const problem = { kernel, parameters: compiled.nominal(), t0: 0, times: Float64Array.of(0, 72 * 3600) };
  const rest = settle(problem, 2e6, compiled.program.counters, options);

  test("comes to a rest that stays", () => {
    const later = settle({ ...problem, start: rest.state }, 72 * 3600, compiled.program.counters, options);
    const moved = later.state.map(
      (x, i) => Math.abs(x - rest.state[i]!) - 1e-4 * Math.abs(rest.state[i]!) - 1e-10,
    );
    expect(Math.max(...moved)).toBeLessThanOrEqual(0);
  });
  test("is viable over 72 h without treatment", () => {
    const run = solve(
      { ...problem, start: rest.state, schedule: [{ t: 0, fire: [compiled.events.indexOf("start")] }] },
      options,
    );
    expect(run.observed[kernel.observables + compiled.observables.indexOf("viability")]).toBeGreaterThan(
      0.999,
    );
  });
});
