import { describe, expect, test } from "vitest";
import { compile, instantiate } from "#compile";
import { Draft } from "#model";
import { solve } from "#solve";

const F = "96485.33212 [C/mol]";

/**
 * The pump–leak cell of Kay (2017) as its code has it: ohmic conductances, a pump of constant rate, RT/F of 25.69 mV,
 * with the water and charge equations of the ion core.
 */
function kay(potential: "capacitance" | "dae") {
  const draft = new Draft("Kay's cell");
  draft.setting("pump", 5e-3, "A/m^2", "charge that a third of the pump's sodium carries");
  draft.setting("V_0", (4 / 3) * Math.PI * 5e-6 ** 3, "m^3", "sphere of 5 µm");
  draft.setting("A_mem", 4 * Math.PI * 5e-6 ** 2, "m^2", "its surface");
  draft.setting("RTF", 0.02569, "V", "RT/F");
  draft.rule("V_cell", "m^3", "V_0*v", "water of the cell");
  draft.compartment("in", { label: "cell", size: "V_cell", reference: "V_0" });
  draft.sum("flow", "A/m^2", "outward current");
  const ions = [
    ["Na", 1, 0.1, 147, 120, 3],
    ["K", 1, 3, 3, 30, -2],
    ["Cl", -1, 2, 150, 100, 0],
  ] as const;
  for (const [id, charge, g, outside, initial, pumped] of ions) {
    draft.species(id, { label: id, at: "in", initial: `${initial} [mM]` });
    draft.rule(`E_${id}`, "V", `${charge}*RTF*ln(${outside} [mM]/${id})`, `equilibrium of ${id}`);
    draft.rule(
      `I_${id}`,
      "A/m^2",
      `${g} [S/m^2]*(Vm - E_${id}) + ${charge * pumped}*pump`,
      `current of ${id}`,
    );
    draft.reaction(`move_${id}`, `${id} -> `, { rate: `${charge}*A_mem*I_${id}/${F}` });
    draft.addTo("flow", `I_${id}`);
  }
  draft.rule("X", "mM", "50 [mM]/v", "impermeant anions");
  draft.variable("v", {
    label: "volume over that at the start",
    unit: "1",
    initial: "1",
    rate: "2e-2 [m/s]*A_mem*1.8e-5 [m^3/mol]*(Na + K + Cl + X - 300 [mM])/V_0",
  });
  draft.variable("Vm", {
    label: "potential",
    unit: "V",
    initial: "0 [V]",
    rate: "-flow/0.01 [F/m^2]",
    ...(potential === "dae" ? { algebraic: true } : {}),
  });
  for (const id of ["Na", "K", "Cl", "X"]) draft.observe(id, { label: id, unit: "mM", expr: id });
  draft.observe("V", { label: "potential", unit: "V", expr: "Vm" });
  draft.observe("v", { label: "volume", unit: "1", expr: "v" });
  const compiled = compile(draft.finish());
  const kernel = instantiate(compiled.program);
  const times = Float64Array.of(1, 10, 100, 1000, 5000, 6000, 10_000, 25_000, 55_000);
  const off = [
    { t: 5000.001, set: [{ parameter: compiled.parameters.indexOf("pump"), value: 0 }], fire: [] },
  ];
  const run = solve(
    { kernel, parameters: compiled.nominal(), t0: 0, times, schedule: off },
    { rtol: 1e-8, atol: 1e-12 },
  );
  expect(run.status).toBe("done");
  return (id: string): number[] =>
    [...times].map((_, i) => run.observed[i * kernel.observables + compiled.observables.indexOf(id)]!);
}

describe.each(["capacitance", "dae"] as const)(
  "the cell of Kay 2017 with its potential by %s",
  (potential) => {
    const read = kay(potential);
    const near = (value: number, printed: number, digit: number): void =>
      expect(Math.abs(value - printed)).toBeLessThanOrEqual(Math.max(0.005 * Math.abs(printed), digit));

    test("comes with its pump to the printed ions, volume and potential", () => {
      const rest = 4;
      near(read("Na")[rest]!, 16.71, 0.005);
      near(read("K")[rest]!, 133.29, 0.005);
      near(read("Cl")[rest]!, 3.84, 0.005);
      near(read("X")[rest]!, 146.16, 0.005);
      near(read("v")[rest]!, 0.342, 5e-4);
      near(read("V")[rest]!, -94.13e-3, 5e-6);
    });
    test("swells without bound once the pump is off, as printed after 1, 5, 20 and 50 thousand seconds", () => {
      [0.412, 0.758, 1.357, 2.047].forEach((v, i) => {
        near(read("v")[5 + i]!, v, 5e-4);
      });
      [-40.9, -14.2, -6.9, -4.3].forEach((mV, i) => {
        near(read("V")[5 + i]!, mV * 1e-3, 5e-5);
      });
    });
    test("holds as many osmoles as the medium at all times", () => {
      read("Na").forEach((na, i) => {
        expect(Math.abs(na + read("K")[i]! + read("Cl")[i]! + read("X")[i]! - 300)).toBeLessThan(0.03);
      });
    });
  },
);
