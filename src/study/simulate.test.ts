import { expect, test } from "vitest";
import { openSbml, sbmlModel } from "#formats";
import { Simulator } from "./simulate.ts";

/** dS/dt = −k·S from 1, in a litre; at S = 0 a rate with a logarithm is no number. */
const decay = (law: string): string => `<?xml version="1.0"?>
<sbml xmlns="http://www.sbml.org/sbml/level3/version2/core" level="3" version="2"><model>
<listOfParameters><parameter id="S" value="1" constant="false"/><parameter id="k" value="0.5" constant="true"/></listOfParameters>
<listOfRules><rateRule variable="S"><math xmlns="http://www.w3.org/1998/Math/MathML">${law}</math></rateRule></listOfRules>
</model></sbml>`;
const linear = "<apply><times/><apply><minus/><ci>k</ci></apply><ci>S</ci></apply>";
const broken = "<apply><minus/><apply><ln/><ci>S</ci></apply><cn>1</cn></apply>";

const simulatorOf = (law: string): Simulator => {
  const { document } = openSbml(decay(law), "decay.xml", () => {
    throw new Error("no other files");
  });
  return new Simulator(sbmlModel(document, { outputs: [{ id: "S" }] }));
};

const options = { times: Float64Array.of(0, 1, 2, 3), rtol: 1e-9, atol: 1e-12 };

test("arrays of an earlier run are written over where they fit, and left alone where they do not", () => {
  const simulator = simulatorOf(linear);
  const first = simulator.run(options);
  const second = simulator.run({ ...options, times: Float64Array.of(0, 2, 4, 6) }, first);
  expect(second.values.buffer).toBe(first.values.buffer);
  for (const [i, t] of [0, 2, 4, 6].entries()) expect(second.values[i]).toBeCloseTo(Math.exp(-t / 2), 8);
  const third = simulator.run({ ...options, times: Float64Array.of(0, 1) }, second);
  expect(third.values.buffer).not.toBe(second.values.buffer);
  expect(second.values[1]).toBeCloseTo(Math.exp(-1), 8);
  expect(third.values[1]).toBeCloseTo(Math.exp(-0.5), 8);
});

test("what a failed run does not reach is no number, whatever stood there before", () => {
  const whole = simulatorOf(linear).run(options);
  const failed = simulatorOf(broken).run(options, whole);
  expect(failed.values).toBe(whole.values);
  expect(failed.status).not.toBe("done");
  expect(failed.values[0]).toBe(1);
  expect(failed.values[3]).toBeNaN();
});
