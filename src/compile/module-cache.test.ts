import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { readKept as readInBrowser } from "./module-cache.browser.ts";
import { keep as keepMade, readKept } from "./module-cache.node.ts";

let folder = "";
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), "kation-cache-")), "deep", "er");
  vi.stubEnv("KATION_CACHE", folder);
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  rmSync(join(folder, "..", ".."), { recursive: true, force: true });
});

const bytes = (...values: number[]): Uint8Array<ArrayBuffer> => Uint8Array.from(values);
const keep = (key: string, content: Uint8Array): void => keepMade(key, () => content);
const files = (): string[] => readdirSync(folder).sort();

test("nothing is made where nothing is kept", () => {
  vi.stubEnv("KATION_CACHE", "off");
  const make = vi.fn(() => bytes(1));
  keepMade("a", make);
  expect(make).not.toHaveBeenCalled();
});

describe("what is kept", () => {
  test("is read back under its key, and under no other", () => {
    expect(readKept("a")).toBeUndefined();
    keep("a", bytes(1, 2, 3));
    keep("b", bytes());
    expect(readKept("a")).toEqual(bytes(1, 2, 3));
    expect(readKept("b")).toEqual(bytes());
    expect(readKept("c")).toBeUndefined();
    keep("a", bytes(9));
    expect(readKept("a")).toEqual(bytes(9));
    expect(files()).toHaveLength(2);
  });

  test("is passed over when it was cut, changed, emptied or moved, and replaced by the next", () => {
    keep(
      "a",
      Uint8Array.from({ length: 500 }, (_, i) => i),
    );
    keep("b", bytes(1));
    const [a, b] = files().map((name) => join(folder, name)) as [string, string];
    const whole = readFileSync(a);
    const key = whole.length > 100 ? "a" : "b";
    for (const broken of [
      whole.subarray(0, whole.length - 1),
      whole.subarray(0, 10),
      Buffer.alloc(0),
      readFileSync(b),
    ]) {
      writeFileSync(a, broken);
      expect(readKept(key)).toBeUndefined();
    }
    const changed = Buffer.from(whole);
    changed[whole.length - 1]! ^= 1;
    writeFileSync(a, changed);
    expect(readKept(key)).toBeUndefined();
    keep(key, bytes(5));
    expect(readKept(key)).toEqual(bytes(5));
  });

  test("is bounded in size: what was used longest ago goes first, what is not ours stays", () => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "notes.txt"), "mine");
    const large = new Uint8Array(15 * 2 ** 20);
    const age = (key: string, seconds: number): void => {
      const before = files();
      keep(key, large);
      const [name] = files().filter((n) => !before.includes(n));
      const then = new Date(Date.now() - 1000 * seconds);
      utimesSync(join(folder, name!), then, then);
    };
    age("a", 400);
    age("b", 300);
    age("c", 200);
    age("d", 100);
    // Used again: no longer the oldest.
    expect(readKept("a")).toBeDefined();
    keep("e", large);
    expect(["a", "b", "c", "d", "e"].map((key) => readKept(key) !== undefined)).toEqual([
      true,
      false,
      false,
      true,
      true,
    ]);
    const total = files().reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
    expect(total).toBeLessThan(48 * 2 ** 20);
    expect(files()).toContain("notes.txt");
    keep("too large", new Uint8Array(16 * 2 ** 20 + 1));
    expect(readKept("too large")).toBeUndefined();
  });
});

describe("never throws", () => {
  test("where the folder cannot be made or read", () => {
    writeFileSync(join(folder, "..", "..", "file"), "");
    vi.stubEnv("KATION_CACHE", join(folder, "..", "..", "file", "cache"));
    expect(() => keep("a", bytes(1))).not.toThrow();
    expect(readKept("a")).toBeUndefined();
  });
  test("where an entry is a folder", () => {
    keep("a", bytes(1));
    const path = join(folder, files()[0]!);
    rmSync(path);
    mkdirSync(path);
    expect(() => keep("a", bytes(1))).not.toThrow();
    expect(readKept("a")).toBeUndefined();
    expect(files()).toHaveLength(1);
  });
});

describe("the folder", () => {
  test("is nowhere when told off, and nothing is written", () => {
    vi.stubEnv("KATION_CACHE", "off");
    vi.stubEnv("XDG_CACHE_HOME", folder);
    keep("a", bytes(1));
    expect(readKept("a")).toBeUndefined();
    expect(() => files()).toThrow();
  });
  test.runIf(process.platform !== "win32")("is the user's where nothing else is said", () => {
    vi.stubEnv("KATION_CACHE", undefined);
    vi.stubEnv("XDG_CACHE_HOME", folder);
    keep("a", bytes(1));
    expect(readdirSync(join(folder, "kation"))).toHaveLength(1);
    vi.stubEnv("XDG_CACHE_HOME", undefined);
    vi.stubEnv("HOME", folder);
    keep("b", bytes(2));
    expect(readdirSync(join(folder, ".cache", "kation"))).toHaveLength(1);
    expect(readKept("b")).toEqual(bytes(2));
  });
});

test("browsers keep nothing", () => {
  expect(readInBrowser("a")).toBeUndefined();
});

/** A model of many states, and a room that has not seen it. */
async function fresh() {
  vi.resetModules();
  const { compileSystem, Graph } = await import("./index.ts");
  const { Engine, rodas5p } = await import("#solve");
  const derivatives = vi.spyOn(Graph.prototype, "derivative");
  const names = Array.from({ length: 220 }, (_, i) => `s${i}`);
  const compiled = compileSystem({
    states: { ...Object.fromEntries(names.map((s, i) => [s, i === 0 ? 10 : 0])), sum: 10 },
    parameters: { k: 50 },
    rates: Object.fromEntries(
      names.map((s, i) => [s, `${i === 0 ? "0" : `k*s${i - 1}`} - k*s${i}*exp(-0.1*t)`]),
    ),
    algebraic: { sum: `sum - (${names.join(" + ")})` },
    events: { late: { when: "s100 > 0.1", set: { s0: "s0 + 1" } } },
  });
  const run = () =>
    new Engine(compiled.program).solve(
      { parameters: compiled.nominal(), t0: 0, times: Float64Array.of(1, 3) },
      { method: rodas5p, rtol: 1e-5, atol: 1e-8 },
    );
  return { compiled, derivatives, run, rodas5p };
}

describe("a large model", () => {
  test("is written once, and read by the next process without a derivative taken", async () => {
    const first = await fresh();
    const a = first.run();
    expect(a.status).toBe("done");
    expect(first.derivatives).toHaveBeenCalled();
    expect(files()).toHaveLength(2);
    first.derivatives.mockRestore();

    const second = await fresh();
    const { shape, operations, hash } = second.compiled.program;
    expect(second.run()).toEqual(a);
    expect(second.derivatives).not.toHaveBeenCalled();
    expect(hash).toBe(first.compiled.program.hash);
    expect(shape).toEqual(first.compiled.program.shape);
    expect(operations).toEqual(first.compiled.program.operations);
    expect(files()).toHaveLength(2);
  });

  test("is written anew where what was kept is broken", async () => {
    const a = (await fresh()).run();
    for (const name of files()) writeFileSync(join(folder, name), "not a module");
    const second = await fresh();
    expect(second.run()).toEqual(a);
    expect(second.derivatives).toHaveBeenCalled();
    second.derivatives.mockRestore();
    const third = await fresh();
    expect(third.run()).toEqual(a);
    expect(third.derivatives).not.toHaveBeenCalled();
  });

  test("is another one with other lanes, and with another method of the same name", async () => {
    const { compiled, rodas5p } = await fresh();
    const { tableau } = rodas5p;
    compiled.program.machine(rodas5p, 1);
    compiled.program.machine(rodas5p, 2);
    expect(files()).toHaveLength(3);
    const other = { ...rodas5p, tableau: { ...tableau, error: tableau.error.map((e) => 2 * e) } };
    expect(compiled.program.machine(other, 2)).not.toBe(compiled.program.machine(rodas5p, 2));
    expect(files()).toHaveLength(4);
  });
});

test("a small model is not kept", async () => {
  const { compileSystem } = await import("./index.ts");
  const { rodas4 } = await import("#solve");
  compileSystem({ states: { y: 1 }, rates: { y: "1 - 2*y" } }).program.machine(rodas4, 2);
  expect(() => files()).toThrow();
});
