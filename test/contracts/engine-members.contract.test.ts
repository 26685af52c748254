import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CompiledSystem, compileSystem } from "#compile";
import { Engine, type JobOptions, type Member, type Outcome } from "#solve";
import { followedSystems } from "./random-systems.ts";

/** All that an ensemble tells of one member. */
interface Told {
  readonly outcome: Outcome;
  readonly states: readonly bigint[];
  readonly observed: readonly bigint[];
  readonly end: readonly bigint[];
  readonly fired: readonly (readonly [number, number])[];
}

const times = Float64Array.of(0, 0.1, 0.25, 0.3, 0.7, 1, 1.5);
const job = (rtol: number) => ({ t0: 0, tEnd: 1.5, times, rtol, atol: 1e-8, maxSteps: 3000 });

/** Bits, one pattern for all that is no number. */
function bits(values: Float64Array): bigint[] {
  return [...new BigUint64Array(values.map((v) => (Number.isNaN(v) ? Number.NaN : v)).buffer)];
}

/** What an engine tells of members run together. */
function told(
  engine: Engine,
  { program }: CompiledSystem,
  members: readonly Member[],
  options: JobOptions,
): Told[] {
  const { n, observables } = program.shape;
  const rows = options.times.length;
  const all = members.map(() => ({
    states: new Float64Array(rows * n),
    observed: new Float64Array(rows * observables),
    end: new Float64Array(n),
    fired: [] as [number, number][],
    outcome: undefined as Outcome | undefined,
  }));
  engine.run(members, options, {
    states: (member) => all[member]!.states,
    observed: (member) => all[member]!.observed,
    end: (member) => all[member]!.end,
    outcome: (member, outcome) => {
      expect(all[member]!.outcome, "told once").toBeUndefined();
      all[member]!.outcome = outcome;
    },
    fired: (member, event, t) => all[member]!.fired.push([event, t]),
  });
  return all.map(({ states, observed, end, fired, outcome }) => ({
    outcome: outcome!,
    states: bits(states),
    observed: bits(observed),
    end: bits(end),
    fired,
  }));
}

/** What the engine tells of one member run by `solve`, in one lane. */
function toldBySolve(
  engine: Engine,
  member: Member,
  options: ReturnType<typeof job>,
): Omit<Told, "outcome"> & { outcome: object } {
  const run = engine.solve({ ...member, t0: options.t0, times: options.times }, options);
  const { status, tEnd, message, stats } = run;
  return {
    outcome: {
      status,
      tEnd,
      message: status === "done" ? "" : message,
      steps: stats.steps,
      rejected: stats.rejected,
      evaluations: stats.jacobians,
      rest: Number.NaN,
    },
    states: bits(run.states),
    observed: bits(run.observed),
    end: bits(run.end),
    fired: run.fired.map(({ event, t }) => [event, t]),
  };
}

/** Members that run well, fail in all ways there are, or take much longer than others. */
function membersOf(compiled: CompiledSystem, seeds: readonly number[]): Member[] {
  const index = (name: string): number => compiled.parameters.indexOf(name);
  const dose = compiled.events.indexOf("dose");
  return seeds.map((seed) => {
    const parameters = compiled.nominal();
    const share = (seed % 97) / 97;
    parameters[index("p0")] = 0.3 + share;
    parameters[index("p1")] = 0.4 + ((seed * 7) % 89) / 60;
    const start = Float64Array.from(compiled.states, (_, i) => 0.1 + ((seed + 13 * i) % 31) / 20);
    const schedule = [
      { t: 0, set: [{ parameter: index("p2"), value: 1.5 + share }] },
      { t: 0.25, fire: [dose] },
      { t: 0.25, set: [{ parameter: index("p0"), value: 0.5 }], fire: [dose] },
      { t: 0.4 + share / 2, set: [{ parameter: index("p1"), value: 0.9 }] },
    ];
    switch (seed % 12) {
      case 0:
        parameters[index("blow")] = 3 + share;
        return { parameters, schedule };
      case 1:
        parameters[index("p1")] = Number.NaN;
        return { parameters };
      case 2:
        start[0] = 1e200;
        return { parameters, start };
      case 3:
        return {
          parameters,
          start,
          schedule: [{ t: 0.6, set: [{ parameter: index("blow"), value: 1e300 }] }],
        };
      case 4:
        // Very fast: many steps.
        parameters[index("p0")] = 1e4;
        return { parameters, start };
      case 5:
        return { parameters, start: start.fill(0) };
      case 6:
        return {
          parameters,
          start,
          schedule: [
            { t: 0, fire: [dose] },
            { t: 1.5, fire: [dose] },
          ],
        };
      default:
        return seed % 2 === 0 ? { parameters, schedule } : { parameters, start, schedule };
    }
  });
}

const seeds = fc.array(fc.nat(10_000), { minLength: 3, maxLength: 9 });
const tolerance = fc.constantFrom(1e-3, 1e-6);

describe("a member's bits", () => {
  test("are the same alone, among others, in any order, and in one lane", () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(followedSystems, seeds, tolerance, (system, list, rtol) => {
        const compiled = compileSystem(system);
        const engine = new Engine(compiled.program);
        const members = membersOf(compiled, list);
        const together = told(engine, compiled, members, job(rtol));
        members.forEach((member, i) => {
          expect(told(engine, compiled, [member], job(rtol))[0], `member ${i} alone`).toEqual(together[i]);
          expect(toldBySolve(engine, member, job(rtol)), `member ${i} in one lane`).toEqual(together[i]);
          seen.add(together[i]!.outcome.status);
        });
        const reversed = told(engine, compiled, [...members].reverse(), job(rtol)).reverse();
        expect(reversed).toEqual(together);
        const shifted = told(engine, compiled, [members.at(-1)!, ...members], job(rtol));
        expect(shifted).toEqual([together.at(-1), ...together]);
      }),
      { seed: 8, numRuns: 60 },
    );
    expect([...seen].sort()).toEqual([
      "done",
      "inconsistent-start",
      "not-finite",
      "step-too-small",
      "too-many-steps",
    ]);
  });
});
