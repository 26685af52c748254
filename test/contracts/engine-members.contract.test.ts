import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CompiledSystem, compileSystem, instantiate } from "#compile";
import { type Batch, type BatchResult, carry, type Group } from "#run";
import { Engine, type JobOptions, Machine, type Member, methodFor, type Outcome, solve } from "#solve";
import { followedSystems, massAction } from "./random-systems.ts";

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
  engine: Pick<Engine, "run"> | Machine,
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
    switch (seed % 14) {
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
      case 7:
        parameters[index("cut")] = 0.1 + share;
        return { parameters, start };
      case 8:
        parameters[index("cross")] = 0;
        return { parameters, start, schedule };
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
    // Every way to end but by the budget, which only some systems come to.
    for (const status of ["done", "inconsistent-start", "not-finite", "step-too-small"])
      expect([...seen]).toContain(status);
  });

  test("are the same in mass action of any size", () => {
    fc.assert(
      fc.property(massAction(40), tolerance, (system, rtol) => {
        const compiled = compileSystem(system);
        const engine = new Engine(compiled.program);
        const members: Member[] = [0.5, 3, 1, 40, 0.01].map((factor) => ({
          parameters: compiled.nominal().map((k) => k * factor),
        }));
        const together = told(engine, compiled, members, job(rtol));
        members.forEach((member, i) => {
          expect(toldBySolve(engine, member, job(rtol)), `member ${i}`).toEqual(together[i]);
        });
        expect(told(engine, compiled, [...members].reverse(), job(rtol)).reverse()).toEqual(together);
      }),
      { seed: 9, numRuns: 20 },
    );
  });

  test("are the same where rest is looked for", () => {
    let rested = 0;
    fc.assert(
      fc.property(followedSystems, seeds, tolerance, (system, list, rtol) => {
        const compiled = compileSystem(system);
        const { program } = compiled;
        const restWeight = Float64Array.from(compiled.states, (_, i) => (i === 1 ? 0 : 1));
        const options = {
          ...job(rtol),
          t0: -1e3,
          tEnd: 0,
          times: new Float64Array(0),
          restTime: 1e3,
          restWeight,
        };
        const members = membersOf(compiled, list).map(({ schedule, ...member }) => member);
        const method = methodFor({ rtol }, () => program.operations);
        const machines = ([1, 2] as const).map((lanes) => new Machine(program.machine(method, lanes)));
        const [one, two] = machines.map((machine) => told(machine, compiled, members, options));
        expect(one).toEqual(two);
        members.forEach((member, i) => {
          expect(told(machines[1]!, compiled, [member], options)[0], `member ${i}`).toEqual(two![i]);
        });
        expect(told(machines[1]!, compiled, [...members].reverse(), options).reverse()).toEqual(two);
        rested += two!.filter(({ outcome }) => outcome !== undefined && outcome.rest <= 1).length;
      }),
      { seed: 10, numRuns: 25 },
    );
    expect(rested).toBeGreaterThan(20);
  });

  test("are the same whatever the number of workers, and as in a batch of one", async () => {
    const systems = fc
      .sample(followedSystems, { seed: 12, numRuns: 3 })
      .map((system) => compileSystem(system));
    const groups = systems.flatMap((compiled, program) =>
      membersOf(
        compiled,
        Array.from({ length: 70 }, (_, i) => 31 * i + 5),
      ).map(
        ({ parameters, start, schedule }): Group => ({
          program,
          parameters,
          runs: [{}, { ...(start && { start }), ...(schedule && { schedule }) }],
        }),
      ),
    );
    const batch: Batch = {
      programs: systems.map(({ program }) => program),
      groups,
      times: times.slice(0, 4),
      settle: 10,
      rtol: 1e-4,
      atol: systems.map(({ states }) => new Float64Array(states.length).fill(1e-7)),
      maxSteps: 2000,
    };
    const plain = ({ observed, status, steps, drift, messages }: BatchResult) => ({
      observed: bits(observed),
      drift: bits(drift),
      status,
      steps: [...steps],
      messages: [...messages],
    });
    const here = await carry(batch, { workers: 1 });
    expect(new Set(here.status).size).toBeGreaterThan(2);
    expect(plain(await carry(batch, { workers: 2 }))).toEqual(plain(here));
    for (const g of [0, 3, 8, 40, 71, 150, 209]) {
      const alone = await carry({ ...batch, groups: [groups[g]!] });
      const [from, to] = [here.offsets[2 * g]!, here.offsets[2 * g + 2]!];
      expect(bits(alone.observed), `group ${g}`).toEqual(bits(here.observed.slice(from, to)));
      expect(alone.status).toEqual(here.status.slice(2 * g, 2 * g + 2));
      expect([...alone.messages.values()]).toEqual(
        [2 * g, 2 * g + 1].flatMap((run) => here.messages.get(run) ?? []),
      );
    }
  });
});

describe("WebAssembly and JavaScript", () => {
  test("agree on trajectories and events to tolerance", () => {
    let events = 0;
    fc.assert(
      fc.property(followedSystems, fc.nat(10_000), (system, seed) => {
        const compiled = compileSystem(system);
        const [member] = membersOf(compiled, [14 * seed + 8 + (seed % 6)]) as [Member];
        // Steps so short that no event can rise and fall within one, whatever their lengths.
        const options = { rtol: 1e-8, atol: 1e-10, maxSteps: 20_000, hMax: 0.02 };
        const problem = { ...member, t0: 0, times };
        const a = new Engine(compiled.program).solve(problem, options);
        const b = solve({ ...problem, kernel: instantiate(compiled.program) }, options);
        expect(a.status).toBe(b.status);
        expect(a.fired.map(({ event }) => event)).toEqual(b.fired.map(({ event }) => event));
        a.fired.forEach(({ t }, i) => {
          expect(Math.abs(t - b.fired[i]!.t)).toBeLessThan(1e-5);
        });
        events += a.fired.length;
        // Two runs of one tolerance, each as far from the truth as errors have grown.
        a.states.forEach((x, i) => {
          const y = b.states[i]!;
          if (!Number.isNaN(y) || !Number.isNaN(x))
            expect(Math.abs(x - y)).toBeLessThan(1e-5 * (1 + Math.abs(y)));
        });
      }),
      { seed: 13, numRuns: 60 },
    );
    expect(events).toBeGreaterThan(50);
  });
});

test("a solution's arrays are written over where they fit, and only there", () => {
  const compiled = compileSystem({
    states: { y: 1 },
    parameters: { k: 1, b: 0 },
    rates: { y: "-k*y + b*y^2" },
  });
  const engine = new Engine(compiled.program);
  const options = { rtol: 1e-6, atol: 1e-9 };
  const problem = (k: number, b: number, rows = times) => ({
    parameters: Float64Array.of(k, b),
    t0: 0,
    times: rows,
  });
  const first = engine.solve(problem(1, 0), options);
  const kept = { ...first, states: first.states.slice() };
  const second = engine.solve(problem(2, 0), options, first);
  expect(second.states).toBe(first.states);
  expect(second).toEqual(engine.solve(problem(2, 0), options));
  expect(engine.solve(problem(1, 0), options, second).states).toEqual(kept.states);
  // A run that fails leaves nothing of the one before.
  const failed = engine.solve(problem(0, 2), options, second);
  expect(failed.status).not.toBe("done");
  expect([...failed.states].map(Number.isNaN)).toEqual([...times].map((t) => t >= 0.5));
  const shorter = engine.solve(problem(1, 0, times.slice(0, 3)), options, failed);
  expect(shorter.states).not.toBe(failed.states);
  expect(shorter).toEqual(engine.solve(problem(1, 0, times.slice(0, 3)), options));
});
