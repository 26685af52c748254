import { expect, test } from "vitest";
import { bulkFenton } from "#biology";
import { compile, instantiate } from "#compile";
import { Draft, molarMass } from "#model";
import { solve } from "#solve";
import { toBase } from "#units";
import { referenceCell } from "./cell-network.ts";

const within = (found: number, printed: number, share: number): void =>
  expect(Math.abs(found / printed - 1), `${found} against ${printed}`).toBeLessThanOrEqual(share);

test.each([
  ["Fe", 10.5],
  ["Cu", 9.3],
  ["Mn", 10.7],
])("V25: 1 pg of %s in a cell of 1.7 pL", (metal, printed) => {
  within(toBase("1 pg") / (molarMass(metal) * 1e-3) / toBase("1.7 pL"), printed, 0.01);
});
test("V25: 0.37 pg of MnO2 titrates the glutathione of a cell, two for one", () => {
  const moles = toBase("0.37 pg") / (molarMass("MnO2") * 1e-3);
  within(moles, 4.25e-15, 0.01);
  within(2 * moles, toBase("5 mM") * toBase("1.7 pL"), 0.01);
});
test("V7: superoxide at 6.6e-7 M/s and 10 µM SOD", () => {
  // No labile iron, so that dismutation is the only sink.
  const run = referenceCell({ v_superoxide: 6.6e-4, SOD: 1e-2, LIP: 0 });
  within(run.rest("superoxide__cyt"), 4.1e-11, 0.05);
});
test.each([
  [7.4, 2.0e5],
  [6.5, 1.5e6],
])("V3: dismutation of superoxide without enzyme at pH %s", (pH, printed) => {
  const draft = new Draft("superoxide alone");
  bulkFenton({ pH, ferrous: 0, ferric: 0, peroxide: 0, probe: 1e-3, superoxide: 1e-6, pKa: 4.69 }).add(draft);
  const compiled = compile(draft.finish());
  const run = solve(
    {
      kernel: instantiate(compiled.program),
      parameters: compiled.nominal(),
      t0: 0,
      times: Float64Array.of(1),
    },
    { rtol: 1e-8, atol: 1e-16 },
  );
  const left = run.observed[compiled.observables.indexOf("superoxide")]! / 1000;
  // 2 O2·⁻ → …: the loss is 2·k·c², so 1/c grows by 2·k·t.
  within((1 / left - 1 / 1e-6) / 2, printed, 0.05);
});
