import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { openSbml, readStudy, sbmlDocument, sbmlModel, withoutPlaces, writeSbml } from "#formats";
import { Engine } from "#solve";
import { type Arm, exportRun, interventions, plan, type Study, simulate } from "#study";

const file = new URL("../../../studies/copper-versus-iron.yaml", import.meta.url);
const study = readStudy(readFileSync(file, "utf8"), "copper-versus-iron.yaml", {
  read: () => "",
  overrides: { uncertainty: { draws: 0 } },
});
const { arms } = plan(study);

/** Largest difference between the read-outs of a run here and of the same run through SBML, of their largest. */
function difference(of: Study, arm: Arm): number {
  const dose = arm.particleDoses.at(-2)!;
  const { compiled } = arm;
  const times = Float64Array.from({ length: 9 }, (_, i) => (i * of.until) / 8);
  const engine = new Engine(compiled.program);
  const options = { rtol: 1e-8, atol: 1e-14, maxSteps: 200_000 };
  const start = engine.settle(compiled.nominal(), of.numerics.rest, compiled.program.counters, options)!;
  const problem = { parameters: compiled.nominal(), t0: 0, times, schedule: interventions(arm, dose), start };
  const own = engine.solve(problem, options);

  const text = writeSbml(sbmlDocument(compiled.model, exportRun(of, arm, dose)));
  const { document, warnings } = openSbml(text, "model.xml");
  expect(warnings.filter((w) => w.severity === "error")).toEqual([]);
  const readOuts = document.model.parameters.filter((p) => p.name?.includes(": "));
  const model = sbmlModel(document, { outputs: readOuts.map((p) => ({ id: p.id })) });
  const run = simulate(model, { times, rtol: 1e-8, atol: 1e-14 });
  expect(run.status).toBe("done");
  let most = 0;
  compiled.observables.forEach((id, j) => {
    const column = readOuts.findIndex((p) => p.name!.startsWith(`${id}: `));
    const values = Array.from(times, (_, i) => own.observed[i * compiled.observables.length + j]!);
    const largest = Math.max(...values.map(Math.abs), 1e-12);
    values.forEach((value, i) => {
      const other = run.values[i * readOuts.length + column]!;
      most = Math.max(most, Math.abs(value - other) / largest);
    });
  });
  return most;
}

test.each(arms.map((arm) => [`${arm.agent.id} in ${arm.cell.id}`, arm] as const))(
  "%s has the same course through SBML",
  (_, arm) => {
    expect(difference(study, arm)).toBeLessThan(1e-5);
  },
  60_000,
);

test("a document written and read again is the same, and so is its model", () => {
  const { model } = arms[0]!.compiled;
  const text = writeSbml(sbmlDocument(model));
  const { document } = openSbml(text);
  const again = openSbml(writeSbml(document)).document;
  expect(withoutPlaces(again)).toEqual(withoutPlaces(document));
  expect(sbmlModel(again)).toEqual(sbmlModel(document));
});

test("every number tells its source and grade", () => {
  const { model } = arms[0]!.compiled;
  const { document } = openSbml(writeSbml(sbmlDocument(model)));
  const silent = model.parameters.filter(
    (p) =>
      p.sourced && !document.model.parameters.find((q) => q.id === p.id)?.annotation?.includes(' grade="'),
  );
  expect(silent).toEqual([]);
});

test("ions and compartments say what they are, in terms of ChEBI and the Gene Ontology", () => {
  const { model } = arms[0]!.compiled;
  const { document } = openSbml(writeSbml(sbmlDocument(model)));
  const said = (id: string): string | undefined =>
    [...document.model.species, ...document.model.compartments].find((s) => s.id === id)?.annotation;
  expect(said("H2O2__cyt")).toContain('"https://identifiers.org/CHEBI:16240"');
  expect(said("H2O2__cyt")).toContain('rdf:about="#meta_H2O2__cyt"');
  expect(said("cyt")).toContain('"https://identifiers.org/GO:0005829"');
  expect(said("PrxSO2__cyt")).toBeUndefined();
});
