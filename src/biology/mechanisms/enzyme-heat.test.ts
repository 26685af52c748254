import { describe, expect, test } from "vitest";
import { compile, instantiate } from "#compile";
import { evaluate, symbolsOf } from "#expr";
import { settle } from "#solve";
import { assemble } from "../assemble.ts";
import { agents, cells, environments } from "../catalogue.ts";

const { model } = assemble({
  agent: agents.sio2Spheres,
  cell: cells.tumourGeneric,
  environment: environments.mediumPh74,
  culture: { density: "1e5 1/mL", volume: "100 uL" },
});
const factor = model.rules.find((r) => r.id === "heat_enzyme")!;

test.each([
  [20, 0.364],
  [30, 0.668],
  [37, 1],
  [42, 1.319],
  [45, 1.551],
])("at %s °C enzymes work at %s of their rate at 37 °C", (celsius, printed) => {
  const at = { Ea_enzyme: 45e3, R_gas: 8.31446, T: celsius + 273.15 };
  const found = evaluate(factor.expr, (id) => at[id as keyof typeof at]);
  expect(Math.abs(found / printed - 1)).toBeLessThan(2e-3);
  if (celsius === 37) expect(found).toBe(1);
});

/** Whether a rate depends on the factor, itself or through rules. */
function warmed(expr: (typeof factor)["expr"]): boolean {
  return [...symbolsOf(expr)].some(
    (id) => id === "heat_enzyme" || model.rules.some((r) => r.id === id && warmed(r.expr)),
  );
}

test("the steps of enzymes and transporters carry the factor, and no other step", () => {
  const found = model.reactions.filter((r) => warmed(r.rate)).map((r) => r.id);
  expect(found.sort()).toEqual([
    "catalase__cyt",
    "clear_LOOH__cyt",
    "condense_Prx__cyt",
    "gpx1__cyt",
    "gpx4__cyt",
    "lose_GSH__cyt",
    "lose_GSSG__cyt",
    "make_GSH__cyt",
    "oxidise_Prx__cyt",
    "reduce_GSSG__cyt",
    "reduce_Prx__cyt",
    "reduce_Trx__cyt",
    "regenerate_NADPH__cyt",
    "regenerate_TOH__cyt",
    "repair_Prx__cyt",
    "sulfinylate_Prx__cyt",
  ]);
});

describe("a cell at rest in a bath", () => {
  const compiled = compile(model);
  const kernel = instantiate(compiled.program);
  const rest = (celsius: number, Ea?: number): ((id: string) => number) => {
    const parameters = compiled.nominal();
    parameters[compiled.parameters.indexOf("T_medium")] = celsius + 273.15;
    if (Ea !== undefined) parameters[compiled.parameters.indexOf("Ea_enzyme")] = Ea;
    const problem = { kernel, parameters, t0: 0, times: Float64Array.of(0, 3600) };
    const { state } = settle(problem, 2e6, compiled.program.counters, { rtol: 1e-7, atol: 1e-13 });
    return (id) => state[compiled.states.indexOf(id)]!;
  };
  const cool = rest(37);

  test("is the same at 37 °C whatever the activation energy of its enzymes", () => {
    const other = rest(37, 60e3);
    for (const id of compiled.states) expect(Math.abs(other(id) - cool(id))).toBeLessThanOrEqual(1e-12);
  });
  test("holds less H2O2 when warm, by the factor, and keeps its glutathione", () => {
    const warm = rest(42);
    const ratio = cool("H2O2__cyt") / warm("H2O2__cyt");
    expect(ratio).toBeGreaterThan(1.25);
    expect(ratio).toBeLessThan(1.4);
    expect(Math.abs(warm("GSH__cyt") / cool("GSH__cyt") - 1)).toBeLessThan(0.01);
  });
});
