import { expect, test } from "vitest";
import { simulate } from "#study";
import { readNet } from "./read.ts";

const net = `# Created by BioNetGen 2.9.0
begin parameters
    1 kp    2*half  # ConstantExpression
    2 half  0.25  # Constant
    3 km    0.1
end parameters
begin functions
    1 rate() if(A_total>0,half*2,0)
end functions
begin species
    1 A(b) 10
    2 B(a) 4
    3 A(b!1).B(a!1) 0
    4 $Source() 3
end species
begin reactions
    1 1,2 3 kp #binding
    2 3 1,2 km #release
    3 4 1,4 rate() #made
    4 1,1 0 0.5*km #pairs
end reactions
begin groups
    1 A_total 1,3
    2 Weighted 2*3,1
end groups
`;

test("rates are laws times reactants, held species stay, groups weigh", () => {
  const model = readNet(net);
  expect(model.observables.map((o) => o.id)).toEqual(["A_total", "Weighted"]);
  const run = simulate(model, { times: Float64Array.of(0, 1e-6) });
  const [before, after] = [run.values.slice(0, 2), run.values.slice(2)];
  expect([...before]).toEqual([10, 10]);
  // A: -0.5·10·4 + 0.5·3 - 2·(0.05·100) ; AB: 0.5·10·4.
  expect((after[0]! - before[0]!) / 1e-6).toBeCloseTo(1.5 - 10, 3);
  expect((after[1]! - before[1]!) / 1e-6).toBeCloseTo(2 * 20 - 20 + 1.5 - 10, 3);
});

test("faults are told at their line", () => {
  expect(() => readNet(net.replace("1,1 0", "1,9 0"), "a.net")).toThrow(/no species 9/);
  expect(() => readNet(net.replace("1 2*half", "kp"), "a.net")).not.toThrow();
  expect(() => readNet(net.replace("0.5*km", "MM km half"))).toThrow(/rate law MM/);
  expect(() => readNet("begin model\nend model")).toThrow(/no species/);
  expect(() => readNet(net.replace("half*2,0)", "half*2)"))).toThrow(/cannot read the if/);
});
