import { describe, expect, test } from "vitest";
import { compileHybrid } from "#compile";
import { openSbml, sbmlModel } from "#formats";
import type { Model } from "#model";
import { solveHybrid } from "#solve";
import { Simulator } from "#study";
import { apply, assign, call, ci, cn, event, list, math, parameter, rate, time, waiting } from "./words.ts";

const modelOf = (parts: string): Model =>
  sbmlModel(
    openSbml(
      `<sbml xmlns="http://www.sbml.org/sbml/level3/version2/core" level="3" version="2"><model>${parts}</model></sbml>`,
    ).document,
  );
const when = (condition: string, then: string, otherwise: string): string =>
  `<piecewise><piece>${then}${condition}</piece><otherwise>${otherwise}</otherwise></piecewise>`;
const two = list("Parameters", parameter("x", 1), parameter("y", 0), parameter("z", 0));
const fall = rate("x", apply("times", cn(-1), ci("x")));
const rise = rate("y", cn(1));
const times = Float64Array.from({ length: 41 }, (_, i) => i / 10);

/** Two events of which one makes the other fire at the same time, or later. */
const acting = (later: boolean): string =>
  two +
  list("Rules", fall) +
  list(
    "Events",
    event(apply("lt", ci("x"), cn(0.5)), assign("y", cn(1))),
    event(
      later
        ? apply("and", apply("gt", ci("y"), cn(0.5)), apply("lt", ci("x"), cn(0.4)))
        : apply("gt", ci("y"), cn(0.5)),
      assign("z", cn(1)),
      assign("x", apply("plus", ci("x"), ci("y"))),
    ),
  );

/** Models that the compiled loop runs. */
const plain: Readonly<Record<string, string>> = {
  "rates alone": two + list("Rules", fall, rise),
  "a rate with the time in it": two + list("Rules", rate("x", apply("times", time, ci("x")))),
  "a condition on a state in a rate":
    two + list("Rules", fall, rate("y", when(apply("lt", ci("x"), cn(0.3)), cn(1), ci("x")))),
  "a condition on time in a rate":
    two + list("Rules", rate("y", when(apply("geq", time, cn(1.5)), cn(2), cn(-1)))),
  "steps of a floor": two + list("Rules", rate("y", apply("floor", apply("times", cn(3), time)))),
  "an event on a state":
    two + list("Rules", fall) + list("Events", event(apply("lt", ci("x"), cn(0.5)), assign("x", cn(1)))),
  "an event that changes what a rate asks for":
    two +
    list("Rules", fall, rate("y", when(apply("lt", ci("x"), cn(0.5)), cn(1), cn(-1)))) +
    list("Events", event(apply("lt", ci("x"), cn(0.5)), assign("x", cn(2)))),
  "events at known times, one after the other, on one parameter":
    two +
    list("Rules", rate("y", ci("z"))) +
    list(
      "Events",
      event(apply("geq", time, cn(1)), assign("z", cn(3))),
      event(apply("gt", time, cn(2)), assign("z", cn(0))),
    ),
  "an event right behind the start":
    two +
    list("Rules", rate("y", ci("z"))) +
    list("Events", event(apply("gt", time, cn(0)), assign("z", cn(3)))),
  "events on a condition and on its opposite":
    two +
    list(
      "Rules",
      rate("x", call("time")).replace(/<math.*<\/math>/, math(apply("cos", time))),
      rate("y", ci("z")),
    ) +
    list(
      "Events",
      event(apply("geq", ci("x"), cn(1.5)), assign("z", cn(1))),
      event(apply("lt", ci("x"), cn(1.5)), assign("z", cn(-1))),
    ),
  "an equality that comes to hold":
    two + list("Rules", rise) + list("Events", event(apply("eq", ci("y"), cn(2)), assign("x", cn(2)))),
  "an equality that never holds":
    two + list("Rules", rise) + list("Events", event(apply("eq", ci("y"), cn(-2)), assign("x", cn(2)))),
  "an equality that holds at the start, ends and comes back":
    two +
    list("Rules", rate("y", apply("minus", cn(1), time))) +
    list("Events", event(apply("eq", ci("y"), cn(0)), assign("x", cn(2)))),
  "events that act on each other at one time": acting(false),
  "events that could act on each other and do not": acting(true),
  "an equality of what only jumps":
    two + list("Rules", fall, rate("y", when(apply("eq", apply("floor", time), cn(2)), cn(1), cn(0)))),
  "a delay of nothing":
    two +
    list("Rules", fall) +
    list("Events", event(apply("lt", ci("x"), cn(0.5)), assign("x", cn(1)), waiting(0))),
  "events a known while after a known time":
    two +
    list("Rules", fall, rate("y", ci("z"))) +
    list(
      "Events",
      event(apply("geq", time, cn(1)), assign("x", cn(2)), waiting(0.7)),
      event(apply("lt", cn(2), time), assign("z", cn(3)), waiting(1)),
      event(apply("gt", time, cn(3)), assign("z", cn(0)), waiting(5)),
    ),
  "a known while after the same time, and at it":
    two +
    list("Rules", rate("y", ci("z"))) +
    list(
      "Events",
      event(apply("gt", time, cn(1)), assign("z", cn(3)), waiting(1)),
      event(apply("gt", time, cn(2)), assign("z", cn(1))),
    ),
  "an equality with time":
    two + list("Rules", fall) + list("Events", event(apply("eq", time, cn(2)), assign("x", cn(2)))),
  "an equality with a time to come":
    two + list("Rules", fall) + list("Events", event(apply("eq", cn(7), time), assign("x", cn(2)))),
  "an equality with a time that events set":
    two +
    list("Rules", fall) +
    list(
      "Events",
      event(apply("geq", time, cn(1)), assign("z", time)),
      event(
        apply("and", apply("gt", ci("z"), cn(0)), apply("eq", time, apply("plus", ci("z"), cn(0.5)))),
        assign("x", cn(2)),
      ),
    ),
  "an equality with a time that passes while something else does not hold":
    two +
    list("Rules", fall) +
    list(
      "Events",
      event(apply("geq", time, cn(3)), assign("z", cn(1))),
      event(
        apply("and", apply("eq", ci("z"), cn(1)), apply("eq", time, apply("plus", ci("z"), cn(2)))),
        assign("x", cn(2)),
      ),
    ),
};

/** Models that it does not, and why. */
const hybrid: Readonly<Record<string, string>> = {
  "values of the past": two + list("Rules", rate("x", apply("minus", call("delay", ci("x"), cn(1))))),
  "events with a delay":
    two +
    list("Events", event(apply("geq", ci("y"), cn(1)), assign("x", cn(2)), waiting(1))) +
    list("Rules", rise),
  "equalities in conditions":
    two + list("Rules", rise, rate("z", when(apply("eq", ci("y"), cn(2)), cn(1), cn(0)))),
  "an event on a function of time":
    two +
    list("Rules", rise) +
    list("Events", event(apply("gt", apply("sin", time), cn(0)), assign("x", cn(2)))),
};

describe("the compiled loop gives what the hybrid loop gives", () => {
  test.each(Object.keys(plain))("%s", (name) => {
    const model = modelOf(plain[name]!);
    const simulator = new Simulator(model);
    expect(simulator.because).toBeUndefined();
    const found = simulator.run({ times, states: true });
    const { kernel, plan, nominal } = compileHybrid(model);
    const wanted = solveHybrid(
      { kernel, plan, parameters: nominal(), t0: 0, times },
      { rtol: 1e-9, atol: 1e-12, hMax: 0.1 },
    );
    expect(found.status).toBe("done");
    found.values.forEach((value, i) => {
      expect(value).toBeCloseTo(wanted.observed[i]!, 6);
    });
    found.states.forEach((value, i) => {
      expect(value).toBeCloseTo(wanted.states[i]!, 6);
    });
    // Nothing of a run is left in the next.
    simulator.run({ times: times.subarray(0, 20), rtol: 1e-3 });
    expect(simulator.run({ times }).values).toEqual(found.values);
    expect(new Simulator(model).run({ times }).values).toEqual(found.values);
  });
});

describe("what only the hybrid loop can do says so", () => {
  test.each(Object.keys(hybrid))("%s", (because) => {
    expect(new Simulator(modelOf(hybrid[because]!)).because).toBe(because);
  });
  test("what was triggered before the run began is not carried out in it", () => {
    const late = event(apply("geq", time, cn(1)), assign("x", cn(2)), waiting(1));
    const simulator = new Simulator(modelOf(two + list("Rules", rise) + list("Events", late)));
    const last = (begin: number): number => {
      const { columns, values } = simulator.run({ begin, times: Float64Array.of(begin, 3) });
      return values[columns.length + columns.indexOf("x")]!;
    };
    expect([0.5, 1, 1.5].map(last)).toEqual([2, 1, 1]);
  });
  test("conditions on time that change within rounding of each other are met one by one", () => {
    const events = [apply("geq", time, cn(2)), apply("gt", time, cn(2))].map((c, i) =>
      event(c, assign(i === 0 ? "x" : "z", cn(5))),
    );
    const simulator = new Simulator(modelOf(two + list("Rules", rise) + list("Events", ...events)));
    const { columns, values } = simulator.run({ times: Float64Array.of(0, 2, 3) });
    const at = (row: number, id: string): number => values[row * columns.length + columns.indexOf(id)]!;
    expect([at(1, "x"), at(1, "z"), at(2, "z")]).toEqual([5, 0, 5]);
  });
});
