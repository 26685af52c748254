import { describe, expect, test } from "vitest";
import { compile, instantiate } from "#compile";
import { check, faultOf } from "#model";
import { solve } from "#solve";
import { sources } from "../sources.ts";
import { tumourHost } from "./antitumour-immunity.ts";

const day = 86400;
const model = tumourHost();
const compiled = compile(model);
const kernel = instantiate(compiled.program);

interface Step {
  readonly day: number;
  readonly fire?: "treat" | "vaccinate" | "challenge";
  readonly set?: Readonly<Record<string, number>>;
}

/** A host through a schedule: a read-out or state on each of the days. */
function host(
  steps: readonly Step[],
  days: readonly number[],
  set: Readonly<Record<string, number>> = {},
): (id: string) => number[] {
  const index = (id: string): number => {
    expect(compiled.parameters).toContain(id);
    return compiled.parameters.indexOf(id);
  };
  const parameters = compiled.nominal();
  for (const [id, value] of Object.entries(set)) parameters[index(id)] = value;
  const schedule = steps.map((s) => ({
    t: s.day * day,
    set: Object.entries(s.set ?? {}).map(([id, value]) => ({ parameter: index(id), value })),
    fire: s.fire ? [compiled.events.indexOf(s.fire)] : [],
  }));
  const times = Float64Array.from(days, (d) => d * day);
  const run = solve({ kernel, parameters, t0: 0, times, schedule }, { rtol: 1e-8, atol: 1e-6 });
  expect(run.status).toBe("done");
  return (id) =>
    days.map((_, i) => {
      const column = compiled.observables.indexOf(id);
      if (column >= 0) return run.observed[i * kernel.observables + column]!;
      expect(compiled.states).toContain(id);
      return run.states[i * kernel.n + compiled.states.indexOf(id)]!;
    });
}
/** All of every signal, or none. */
function signals(each: 0 | 1): Record<string, number> {
  return { given_CRT: each, given_ATP: each, given_HMGB1: each };
}
/** A tumour of ten million cells, cured on day 0, and a million living cells a month later. */
const cured = (immunogenic: 0 | 1): Step[] => [
  { day: 0, fire: "treat", set: { kill: 1, ...signals(immunogenic) } },
  { day: 30, fire: "challenge" },
];
const tumour = { tumour_start: 1e7 };

describe("a host that remembers", () => {
  test("has no fault, and every number has what its grade asks for", () => {
    expect(check(model).filter((f) => f.severity === "error")).toEqual([]);
    for (const { id, sourced } of model.parameters) {
      if (!sourced) continue;
      expect(faultOf(sourced), id).toBeUndefined();
      if (sourced.source) expect(Object.keys(sources), id).toContain(sourced.source);
      expect(sourced.range !== undefined || sourced.dist === "fixed", id).toBe(true);
    }
  });
  test("without dead cells and memory is the published system", () => {
    const days = [5, 20, 60];
    const whole = host([], days, tumour);
    const [alone, bare] = [compile(tumourHost({ memory: false })), "tumour"];
    const parameters = alone.nominal();
    parameters[alone.parameters.indexOf("tumour_start")] = 1e7;
    const run = solve(
      {
        kernel: instantiate(alone.program),
        parameters,
        t0: 0,
        times: Float64Array.from(days, (d) => d * day),
      },
      { rtol: 1e-8, atol: 1e-6 },
    );
    days.forEach((_, i) => {
      const published = run.observed[i * alone.observables.length + alone.observables.indexOf(bare)]!;
      expect(whole("tumour")[i]! / published).toBeCloseTo(1, 6);
    });
    expect(whole("primed")).toEqual([0, 0, 0]);
    expect(whole("memory")).toEqual([0, 0, 0]);
  });
  test("cured by an immunogenic death keeps a challenge tenfold smaller than a naive host does", () => {
    const days = [29, 44, 58];
    const [before, , after] = host(cured(1), days, tumour)("tumour") as [number, number, number];
    const naive = host([{ day: 30, fire: "challenge" }], days)("tumour")[2]!;
    expect(before).toBe(0);
    expect(naive / after).toBeGreaterThan(10);
    // A silent cure protects less than an immunogenic one.
    const silent = host(cured(0), days, tumour)("tumour")[2]!;
    expect(silent).toBeGreaterThan(after);
    expect(silent).toBeLessThan(naive);
  });
  test("is not warned where one signal of the three is missing, and the less the less there is of each", () => {
    const seen = (set: Readonly<Record<string, number>>): number =>
      host([{ day: 0, fire: "vaccinate", set }], [0.001])("antigen")[0]!;
    const [all, none] = [seen(signals(1)), seen(signals(0))];
    expect(all / 1e6).toBeCloseTo(1, 2);
    expect(none / all).toBeCloseTo(0.05, 6);
    for (const id of Object.keys(signals(1))) {
      expect(seen({ ...signals(1), [id]: 0 })).toBeCloseTo(none, 6);
      // Half of the effect at a tenth, less what full signals fall short of saturation.
      expect((seen({ ...signals(1), [id]: 0.1 }) - none) / (all - none)).toBeCloseTo(0.55, 6);
    }
  });
  test("grows the living cells that come with a vaccine", () => {
    const set = { vaccine: 0, vaccine_living: 1e4 };
    const [grown] = host([{ day: 0, fire: "vaccinate", set }], [10])("tumour");
    expect(grown! / 1e4).toBeGreaterThan(3);
  });
  test("owes that to memory: without recall it does no better than with what effectors are left", () => {
    const days = [58];
    const remembered = host(cured(1), days, tumour)("tumour")[0]!;
    const forgotten = host(cured(1), days, { ...tumour, gain_recall: 0, f_memory: 0 })("tumour")[0]!;
    expect(forgotten / remembered).toBeGreaterThan(2);
  });
  test("answers a second time at once, a first time after days", () => {
    const first = host([{ day: 0, fire: "vaccinate" }], [0.5, 1, 4, 7, 12])("primed");
    const second = host(cured(1), [30, 30.5, 31], tumour)("primed");
    expect(first[1]!).toBeLessThan(300);
    expect(first[3]! / first[1]!).toBeGreaterThan(100);
    expect(second[1]! - second[0]!).toBeGreaterThan(1e3 * first[0]!);
  });
  test("expands, contracts to a small share, and remembers that share for months", () => {
    const days = Array.from({ length: 80 }, (_, i) => i + 1);
    const seen = host([{ day: 0, fire: "vaccinate" }], days);
    const primed = seen("primed");
    const peak = Math.max(...primed);
    expect(peak).toBeGreaterThan(1e5);
    expect(peak).toBeLessThanOrEqual(1e7);
    expect(primed.indexOf(peak)).toBeGreaterThan(5);
    expect(primed.at(-1)!).toBeLessThan(1e-4 * peak);
    // The number of divisions is not the number that was alive at once, so memory may pass f·peak.
    const memory = seen("memory");
    expect(memory.at(-1)! / peak).toBeGreaterThan(0.03);
    expect(memory.at(-1)! / peak).toBeLessThan(0.3);
  });
  test("never counts below zero, and no treatment kills more than there is", () => {
    const steps: Step[] = [
      { day: 1, fire: "treat", set: { kill: 0.99 } },
      { day: 2, fire: "treat" },
      { day: 20, fire: "vaccinate" },
      { day: 40, fire: "challenge" },
    ];
    const seen = host(steps, [1, 2, 3, 20, 40, 60, 200], tumour);
    for (const id of compiled.states) for (const x of seen(id)) expect(x, id).toBeGreaterThanOrEqual(-1e-6);
    const [first] = seen("antigen");
    expect(first! / 1e7).toBeLessThan(1.3);
  });
});
