import { describe, expect, test } from "vitest";
import { compile, instantiate } from "#compile";
import { Draft } from "#model";
import { settle, solve } from "#solve";
import { assemble } from "../assemble.ts";
import { cells, environments, findAgent } from "../catalogue.ts";
import { immunogenicDeath } from "./immunogenic-death.ts";

const hour = 3600;
const hours = Array.from({ length: 145 }, (_, i) => i / 2);
const signals = ["ICD.calreticulin", "ICD.ATP", "ICD.HMGB1"] as const;

/** A tumour cell after H2O2 in mM, with read-outs every half hour for three days. */
function dose(peroxide: number, set: Readonly<Record<string, number>> = {}): (id: string) => number[] {
  const assembly = assemble({
    agent: findAgent("hydrogen-peroxide"),
    cell: cells.tumourGeneric,
    environment: environments.mediumPh74,
    culture: { density: "1e5 1/mL", volume: "100 uL" },
    with: ["immunogenic-death"],
  });
  const compiled = compile(assembly.model);
  const kernel = instantiate(compiled.program);
  const parameters = compiled.nominal();
  for (const [id, value] of Object.entries(set)) parameters[compiled.parameters.indexOf(id)] = value;
  const problem = { kernel, parameters, t0: 0, times: Float64Array.from(hours, (h) => h * hour) };
  const options = { rtol: 1e-7, atol: 1e-12 };
  const start = settle(problem, 2e6, compiled.program.counters, options).state;
  const schedule = assembly.schedule.map(({ t, fire }, i) => ({
    t,
    set: i === 0 ? [{ parameter: compiled.parameters.indexOf("dose"), value: peroxide * 34.0147e-3 }] : [],
    fire: (fire ?? []).map((id) => compiled.events.indexOf(id)),
  }));
  const run = solve({ ...problem, start, schedule }, options);
  expect(run.status).toBe("done");
  return (id) => {
    const column = compiled.observables.indexOf(id);
    if (column >= 0) return hours.map((_, i) => run.observed[i * kernel.observables + column]!);
    expect(compiled.states).toContain(id);
    return hours.map((_, i) => run.states[i * kernel.n + compiled.states.indexOf(id)]!);
  };
}
/** Hours at which a signal has risen to half of its maximum. */
function halfway(values: readonly number[]): number {
  const half = Math.max(...values) / 2;
  const after = values.findIndex((x) => x >= half);
  const [low, high] = [values[after - 1]!, values[after]!];
  return hours[after - 1]! + ((half - low) / (high - low)) * (hours[after]! - hours[after - 1]!);
}

/** Signals of a wave of commitment, all or none of it through the caspase arm, without the rest of a cell. */
function wave(caspases: boolean): (id: string) => number[] {
  const draft = new Draft("a wave of deaths");
  draft.setting("hazard", 0.2, "1/h", "hazard");
  draft.setting("hazard_apoptotic", caspases ? 0.2 : 0, "1/h", "caspase arm");
  draft.setting("t_dying", 3, "h", "time to loss of the membrane");
  draft.variable("N_live", { label: "living", unit: "1", initial: "1", rate: "-hazard*N_live" });
  draft.variable("N_dying", { label: "dying", unit: "1", rate: "hazard*N_live - N_dying/t_dying" });
  immunogenicDeath().add(draft);
  const compiled = compile(draft.finish());
  const times = Float64Array.from(hours, (x) => x * hour);
  const run = solve(
    { kernel: instantiate(compiled.program), parameters: compiled.nominal(), t0: 0, times },
    { rtol: 1e-8, atol: 1e-12 },
  );
  const width = compiled.observables.length;
  return (id) => hours.map((_, i) => run.observed[i * width + compiled.observables.indexOf(id)]!);
}

describe("signals of an immunogenic death", () => {
  const seen = dose(3);
  test("come in their order where caspases do the killing: calreticulin, ATP, HMGB1", () => {
    const [calreticulin, atp, hmgb1] = signals.map((id) => halfway(wave(true)(id))) as [
      number,
      number,
      number,
    ];
    expect(calreticulin + 0.3).toBeLessThan(atp);
    expect(atp + 5).toBeLessThan(hmgb1);
  });
  test("of H2O2 come early and late: calreticulin and ATP before most of the dead are gone, HMGB1 after", () => {
    const [calreticulin, atp, hmgb1] = signals.map((id) => halfway(seen(id))) as [number, number, number];
    const gone = halfway(seen("N_live").map((n, i) => 1 - n - seen("dying cells")[i]!));
    expect(calreticulin).toBeLessThan(gone);
    expect(atp).toBeLessThan(gone);
    expect(hmgb1).toBeGreaterThan(gone + 2);
  });
  test("are as many as the dead allow", () => {
    const died = seen("death.apoptotic").map(
      (x, i) => x + seen("death.other")[i]! + seen("death.ferroptotic")[i]!,
    );
    expect(died.at(-1)).toBeGreaterThan(0.5);
    const dying = seen("dying cells");
    hours.forEach((_, i) => {
      expect(seen("ICD.calreticulin")[i]!).toBeLessThanOrEqual(0.5 * dying[i]! + 1e-9);
      // Growth makes a few more than were seeded.
      expect(seen("ICD.ATP")[i]! + seen("ATP_dying")[i]!).toBeLessThan(1.6 * died[i]! + 1e-9);
      expect(seen("ICD.HMGB1")[i]! + seen("HMGB1_held")[i]!).toBeLessThan(1.6 * died[i]! + 1e-9);
      for (const id of signals) expect(seen(id)[i]!).toBeGreaterThanOrEqual(-1e-9);
    });
  });
  test("do not come from a culture that lives", () => {
    const quiet = dose(0);
    for (const id of signals) expect(Math.max(...quiet(id))).toBeLessThan(1e-4);
  });
  test("leave the fate of the cells as it is", () => {
    const assembly = (with_: string[]) =>
      assemble({
        agent: findAgent("hydrogen-peroxide"),
        cell: cells.tumourGeneric,
        environment: environments.mediumPh74,
        culture: { density: "1e5 1/mL", volume: "100 uL" },
        with: with_,
      }).model;
    const [bare, more] = [assembly([]), assembly(["immunogenic-death"])];
    expect(more.variables.filter((v) => v.module !== "immunogenic-death")).toEqual(bare.variables);
    expect(more.variables.filter((v) => v.module === "immunogenic-death").every((v) => v.counter)).toBe(true);
    expect(more.rules).toEqual(bare.rules);
    expect(more.reactions).toEqual(bare.reactions);
  });
  test("of ATP hang on the caspase arm, which lets it out before the membrane goes", () => {
    const most = (caspases: boolean): number => Math.max(...wave(caspases)("ICD.ATP"));
    expect(most(true) / most(false)).toBeGreaterThan(1.1);
  });
});
