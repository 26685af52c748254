import { expect, test } from "vitest";
import { type Compiled, compile } from "#compile";
import { Draft, sourced } from "#model";
import { type Program, rodas5p } from "#solve";
import { exp, KationError } from "#units";
import { Module } from "#wasm";
import { carry, jobOf } from "./carry.ts";
import { openPool } from "./pool.node.ts";
import { layOut, toResult } from "./shared.ts";
import type { Batch, BatchResult, Group, Progress } from "./types.ts";

/** Cells that die in first order of dose, dN/dt = −k·dose·N, and a state that may blow up, dx/dt = blow·x². */
function killing(): Compiled {
  const draft = new Draft("first-order kill");
  draft.parameter("k", sourced("1 m^3/(kg*s)", { grade: "D", why: "a test" }));
  draft.setting("dose", 0, "kg/m^3", "dose");
  draft.setting("blow", 0, "1/s", "blow-up");
  draft.variable("N", { label: "cells", unit: "1", initial: "1", rate: "-k*dose*N" });
  draft.variable("x", { label: "x", unit: "1", initial: "1", rate: "blow*x^2" });
  draft.observe("viability", { label: "viability", unit: "1", expr: "N" });
  draft.observe("x", { label: "x", unit: "1", expr: "x" });
  return compile(draft.finish());
}

const compiled = killing();
const index = (id: string): number => compiled.parameters.indexOf(id);
const doses = [0, 0.5, 2];

function group(k: number, blow = 0, program = 0): Group {
  const parameters = compiled.nominal();
  parameters[index("k")] = k;
  const runs = doses.map((dose) => ({
    schedule: [
      {
        t: 0,
        set: [
          { parameter: index("dose"), value: dose },
          { parameter: index("blow"), value: blow },
        ],
      },
    ],
  }));
  return { program, parameters, runs };
}

function batchOf(groups: readonly Group[], extra: Partial<Batch> = {}): Batch {
  return {
    programs: [compiled.program],
    groups,
    times: Float64Array.of(0, 0.5, 1),
    settle: 100,
    rtol: 1e-8,
    atol: [Float64Array.of(1e-12, 1e-12)],
    maxSteps: 100_000,
    ...extra,
  };
}
const many = batchOf(Array.from({ length: 40 }, (_, i) => group(0.1 + i / 10)));
/** A program whose module calls itself without end. */
function bottomless(): Program {
  const { program } = compiled;
  const module = new Module(65536);
  const run = module.declare({ takes: [] });
  module.define(run, (f) => f.call(run, []));
  module.export("run", run);
  const code = { ...program.machine(rodas5p, 2), module: new WebAssembly.Module(module.toBytes()) };
  const { shape, hash, counters, javascript, operations } = program;
  return { shape, hash, counters, javascript, operations, machine: () => code };
}

const deadly = (program: Program): Batch => {
  const groups = [group(1), group(2), group(3), group(1, 0, 1), group(4), group(5), group(6)];
  return batchOf(groups, { programs: [compiled.program, program], atol: [many.atol[0]!, many.atol[0]!] });
};

/** Carries a batch in workers that leave at the second program. */
async function carryDying(batch: Batch): Promise<BatchResult> {
  const job = jobOf(batch);
  const columns = layOut(batch, job.pieces.length - 1);
  const messages = new Map<number, string>();
  const pool = openPool(2, new URL("./dying.boot.mjs", import.meta.url))!;
  await pool.carry(job, columns, messages, () => {}, undefined);
  return toResult(batch, columns, messages);
}

const rejection = async (promise: Promise<unknown>): Promise<KationError> => {
  try {
    await promise;
  } catch (error) {
    if (error instanceof KationError) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
};

test("runs are what the closed form says, row by row", async () => {
  const { observed, offsets, status, runs } = await carry(many, { workers: 1 });
  expect(runs).toBe(120);
  expect(new Set(status)).toEqual(new Set(["done"]));
  for (let run = 0; run < runs; run++) {
    for (const [i, t] of many.times.entries()) {
      const expected = exp(-(0.1 + Math.floor(run / 3) / 10) * doses[run % 3]! * t);
      expect(Math.abs(observed[offsets[run]! + 2 * i]! / expected - 1)).toBeLessThan(1e-6);
    }
  }
});

test("one worker, two and three leave the same bytes", async () => {
  const [one, two, three] = await Promise.all([1, 2, 3].map((workers) => carry(many, { workers })));
  expect(two!.observed).toEqual(one!.observed);
  expect(three!.observed).toEqual(one!.observed);
  for (const other of [two!, three!]) {
    expect(other.steps).toEqual(one!.steps);
    expect(other.status).toEqual(one!.status);
  }
});

test("a group does not depend on those before it", async () => {
  const alone = await carry(batchOf([many.groups[17]!]));
  const among = await carry(many, { workers: 1 });
  const size = 3 * 3 * 2;
  expect(Array.from(alone.observed)).toEqual(Array.from(among.observed.subarray(17 * size, 18 * size)));
});

test.each([1, 2])("a run that fails is a row with its status and sentence (%i workers)", async (workers) => {
  const result = await carry(batchOf([group(1), group(1, 4), group(2), group(3)]), { workers });
  expect(result.status.slice(0, 3)).toEqual(["done", "done", "done"]);
  for (const run of [3, 4, 5]) {
    expect(["step-too-small", "not-finite", "too-many-steps"]).toContain(result.status[run]);
    expect(result.messages.get(run)).toMatch(/t = 0\.2/);
    // 1/(1 − 4t): before the pole at 0.25 s the numbers stand, behind it there are none.
    expect(result.observed[result.offsets[run]! + 1]).toBe(1);
    expect(result.observed[result.offsets[run]! + 5]).toBeNaN();
  }
  expect([...result.messages.keys()]).toEqual([3, 4, 5]);
});

test("how far a group was from rest is told: the share by which a state would move over a run", async () => {
  const still = group(1);
  const growing = group(1);
  growing.parameters[index("blow")] = 0.001;
  const { drift, status } = await carry(batchOf([still, growing]));
  expect(new Set(status)).toEqual(new Set(["done"]));
  // x = 1/(1 − 0.001·100) after the time to rest; over one second it moves by 0.001·x², a share of 0.001·x.
  expect([...drift]).toEqual([0, expect.closeTo(0.001 / 0.9, 5)]);
  expect([...(await carry(batchOf([still], { settle: 0 }))).drift]).toEqual([Number.NaN]);
});

test("a group that finds no rest has all its runs marked with why", async () => {
  const restless = group(1);
  restless.parameters[index("blow")] = 1;
  const result = await carry(batchOf([restless]));
  expect(result.status).not.toContain("done");
  expect([...result.messages.values()]).toEqual(
    Array(3).fill(expect.stringMatching(/^no rest before the first dose: /)),
  );
  expect(result.observed.every(Number.isNaN)).toBe(true);
});

test.each([1, 2])("a kernel that throws marks its own group and no other (%i workers)", async (workers) => {
  const result = await carry(deadly(bottomless()), { workers });
  expect(result.status.map((s, run) => (s === "crashed" ? run : -1)).filter((run) => run >= 0)).toEqual([
    9, 10, 11,
  ]);
  expect(result.messages.get(9)).toMatch(/^the kernel threw: /);
  expect(result.observed.subarray(result.offsets[9], result.offsets[12]).every(Number.isNaN)).toBe(true);
});

test("a worker that dies loses its group alone; the others go on", async () => {
  const result = await carryDying(deadly(compiled.program));
  expect(result.messages.get(9)).toBe("the worker that carried it died: it left with code 3");
  expect([...result.messages.keys()]).toEqual([9, 10, 11]);
  expect(result.status.filter((s) => s === "done")).toHaveLength(18);
  expect(result.observed.subarray(result.offsets[9], result.offsets[12]).every(Number.isNaN)).toBe(true);
});

test("when all workers die the rest is said not to be reached, and nothing hangs", async () => {
  const batch = deadly(compiled.program);
  const lost = Array.from({ length: 100 }, () => ({ ...group(1), program: 1 }));
  const result = await carryDying({ ...batch, groups: lost });
  expect(new Set(result.status)).toEqual(new Set(["crashed"]));
  expect(result.messages.get(299)).toBe("not reached: all workers died (it left with code 3)");
});

/** Work of some seconds. */
const slow = (): Batch =>
  batchOf(
    Array.from({ length: 3000 }, (_, i) => group(1 + (i % 50))),
    {
      times: Float64Array.from({ length: 400 }, (_, i) => i / 399),
      rtol: 1e-12,
    },
  );

test.each([1, 2])("an abort stops the work in the middle (%i workers)", async (workers) => {
  const controller = new AbortController();
  const seen: Progress[] = [];
  const error = await rejection(
    carry(slow(), {
      workers,
      signal: controller.signal,
      onProgress: (p) => {
        seen.push(p);
        if (p.done > 0) controller.abort();
      },
    }),
  );
  expect(error.code).toBe("interrupted");
  expect(seen.at(-1)!.done).toBeLessThan(9000);
});

test("a signal raised before the start stops it there", async () => {
  const controller = new AbortController();
  controller.abort();
  for (const workers of [1, 2])
    expect((await rejection(carry(many, { workers, signal: controller.signal }))).code).toBe("interrupted");
});

test.each([1, 2])("a listener that throws ends the run with its error (%i workers)", async (workers) => {
  const fault = carry(slow(), {
    workers,
    onProgress: () => {
      throw new KationError("failed-write", "the terminal is gone");
    },
  });
  expect((await rejection(fault)).code).toBe("failed-write");
});

test("progress ends with everything done", async () => {
  for (const workers of [1, 2]) {
    let last: Progress | undefined;
    await carry(many, {
      workers,
      onProgress: (p) => {
        last = p;
      },
    });
    expect(last).toMatchObject({ done: 120, total: 120 });
    expect(last!.text).toMatch(/^120\/120 runs · .* · done$/);
  }
});

test.each([0, -1, 1.5, Number.NaN, 65])("%d workers are refused", async (workers) => {
  expect((await rejection(carry(many, { workers }))).code).toBe("out-of-range");
});

test("an empty batch has an empty result", async () => {
  expect(await carry(batchOf([]))).toMatchObject({ runs: 0, status: [] });
});
