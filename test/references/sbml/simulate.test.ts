import { existsSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { openSbml, sbmlModel, writeSbml } from "#formats";
import { simulate } from "#study";
import { judgeControl } from "../../conformance/control.ts";
import { judgeSegmentPolarity } from "../../conformance/cross-simulator.ts";
import { judge, openFile } from "../../conformance/suite.ts";
import {
  apply,
  assign,
  call,
  ci,
  cn,
  event,
  first,
  list,
  math,
  parameter,
  rate,
  time,
  waiting,
} from "./words.ts";

/** A sample of the public suite, where it lies beside the repository; `npm run conformance -- sbml` runs all of it. */
const shared = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "..", "..", "shared");
const suite = join(shared, "sbml-test-suite", "semantic");
const here = existsSync(suite);

test.skipIf(!here)(
  `150 cases of the suite are passed or refused by name${here ? "" : ": skipped, ../shared/sbml-test-suite is not here"}`,
  { timeout: 120_000 },
  () => {
    const ids = readdirSync(suite).sort();
    // A fixed stride through the suite meets every kind of case.
    const verdicts = Array.from({ length: 150 }, (_, i) =>
      judge(join(suite, ids[(i * 487 + 11) % ids.length]!)),
    );
    expect(verdicts.filter((v) => v.outcome === "wrong")).toEqual([]);
    expect(verdicts.filter((v) => v.outcome === "refused" && !v.why.endsWith("package fbc"))).toEqual([]);
  },
);

test.skipIf(!here)(
  `a model written and read again is the same model${here ? "" : ": skipped, ../shared/sbml-test-suite is not here"}`,
  { timeout: 60_000 },
  () => {
    const ids = readdirSync(suite).sort();
    for (let i = 0; i < 150; i++) {
      const id = ids[(i * 487 + 11) % ids.length]!;
      const name = readdirSync(join(suite, id)).find((n) => n.startsWith(`${id}-sbml-l`))!;
      const document = openFile(join(suite, id, name));
      if (document.packages.some((p) => p.name === "fbc")) continue;
      const again = openSbml(writeSbml(document)).document;
      expect(sbmlModel(again), id).toEqual(sbmlModel(document));
    }
  },
);

const crossing = existsSync(join(shared, "cross-simulator"));
test.skipIf(!crossing)(
  `the segment polarity network is within 1e-5 of COPASI or AMICI${crossing ? "" : ": skipped, ../shared is not here"}`,
  { timeout: 60_000 },
  () => {
    expect(judgeSegmentPolarity(join(shared, "cross-simulator"))).toMatchObject([{ outcome: "passed" }]);
  },
);

const analysed = existsSync(join(shared, "steady-state-mca"));
test.skipIf(!analysed)(
  `steady states, Jacobians, eigenvalues and control coefficients are libRoadRunner's${analysed ? "" : ": skipped, ../shared is not here"}`,
  () => {
    const verdicts = judgeControl(join(shared, "steady-state-mca"), []);
    expect(verdicts.filter((v) => v.outcome !== "passed")).toEqual([]);
  },
);

/** Parameters of a small model at the whole times from 0 on. */
function follow(parts: string, ids: readonly string[], until = 4): number[][] {
  const text = `<sbml xmlns="http://www.sbml.org/sbml/level3/version2/core" level="3" version="2"><model>${parts}</model></sbml>`;
  const model = sbmlModel(openSbml(text).document, { outputs: ids.map((id) => ({ id })) });
  const run = simulate(model, { times: Float64Array.from({ length: until + 1 }, (_, i) => i) });
  expect(run.message).toContain("the end was reached");
  return ids.map((_, j) => Array.from(run.times, (__, i) => run.values[i * ids.length + j]!));
}
const near = (found: readonly number[], wanted: readonly number[]): void => {
  expect(found.length).toBe(wanted.length);
  for (const [i, value] of wanted.entries()) expect(found[i]).toBeCloseTo(value, 7);
};

describe("events", () => {
  const two = list("Parameters", parameter("x", 0), parameter("y", 0));
  test("act at the bit of time their condition becomes true", () => {
    const at = list("Events", event(apply("geq", time, cn(2)), assign("x", cn(1))));
    const behind = list("Events", event(apply("gt", time, cn(2)), assign("x", cn(1))));
    near(follow(two + at, ["x"])[0]!, [0, 0, 1, 1, 1]);
    near(follow(two + behind, ["x"])[0]!, [0, 0, 0, 1, 1]);
  });
  test("fire at the start only where the condition counts as false before", () => {
    const always = apply("geq", time, cn(0));
    near(follow(two + list("Events", event(always, assign("x", cn(1)))), ["x"])[0]!, [0, 0, 0, 0, 0]);
    near(
      follow(two + list("Events", event(always, assign("x", cn(1)), "", "start")), ["x"])[0]!,
      [1, 1, 1, 1, 1],
    );
  });
  test("wait, take values from the trigger or the execution, and are called off", () => {
    const clock = list(
      "Parameters",
      parameter("t", 0),
      parameter("x", 0),
      parameter("y", 0),
      parameter("z", 0),
    );
    const rules = list("Rules", rate("t", cn(1)));
    const trigger = apply("geq", time, cn(1));
    const short = apply("and", trigger, apply("lt", time, cn(1.5)));
    const events = list(
      "Events",
      event(trigger, assign("x", ci("t")), waiting(2)),
      event(trigger, assign("y", ci("t")), waiting(2), "late"),
      event(short, assign("z", cn(9)), waiting(2), "fleeting"),
    );
    const [x, y, z] = follow(clock + rules + events, ["x", "y", "z"]);
    near(x!, [0, 0, 0, 1, 1]);
    near(y!, [0, 0, 0, 3, 3]);
    near(z!, [0, 0, 0, 0, 0]);
  });
  test("of one moment go by priority, each seeing what the one before left", () => {
    const trigger = apply("geq", time, cn(1));
    const events = list(
      "Events",
      event(trigger, assign("x", apply("plus", ci("x"), cn(1))), first(1), "late"),
      event(trigger, assign("x", apply("times", cn(10), cn(1))), first(2), "late"),
    );
    near(follow(two + events, ["x"])[0]!, [0, 11, 11, 11, 11]);
  });
});

test("a rate that jumps is integrated exactly on either side", () => {
  const jump = `<piecewise><piece>${cn(1)}${apply("lt", time, cn(1.5))}</piece><otherwise>${cn(-2)}</otherwise></piecewise>`;
  const parts = list("Parameters", parameter("x", 0)) + list("Rules", rate("x", jump));
  near(follow(parts, ["x"])[0]!, [0, 1, 0.5, -1.5, -3.5]);
});

test("a value of the past drives a delay equation", () => {
  // x' = −x(t − 1), x = 1 before: 1 − t, then 1 − t + (t − 1)²/2, then that less (t − 2)³/6.
  const parts =
    list("Parameters", parameter("x", 1)) +
    list("Rules", rate("x", apply("minus", call("delay", ci("x"), cn(1)))));
  near(follow(parts, ["x"], 3)[0]!, [1, 0, -0.5, -1 / 6]);
});

test("an algebraic rule that is not linear is solved at all times", () => {
  const parts =
    list("Parameters", parameter("t", 1), parameter("r", 1)) +
    list(
      "Rules",
      rate("t", cn(1)),
      `<algebraicRule>${math(apply("minus", apply("power", ci("r"), cn(3)), ci("t")))}</algebraicRule>`,
    );
  near(follow(parts, ["r"])[0]!, [1, 2, 3, 4, 5].map(Math.cbrt));
});
