import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Program, rodas4, rodas5p } from "#solve";
import { compileSystem, type System } from "./index.ts";

const base: System = {
  states: { a: 1, b: "k" },
  parameters: { k: 2, n: 1.5 },
  rates: { a: "-k*a^n", b: "k*a^n - 0.5*b" },
  observables: { sum: "a + b" },
  events: { low: { when: "a < 0.5", set: { b: "b + 1" } }, dose: { set: { a: "a + 1" } } },
};

test("models that differ in parameter values and names share one module, whatever compiled them", () => {
  const other: System = {
    states: { x: 1, y: "rate" },
    parameters: { rate: 77, power: -3 },
    define: { power_law: "x^power" },
    rates: { x: "-rate*power_law", y: "rate*power_law - y*0.5" },
    observables: { total: "x + y" },
    events: { fall: { when: "x < 1/2", set: { y: "y + 1" } }, give: { set: { x: "x + 1" } } },
  };
  const [a, b, c] = [base, base, other].map((system) => compileSystem(system).program);
  for (const method of [rodas4, rodas5p]) {
    for (const lanes of [1, 2] as const) {
      expect(b!.machine(method, lanes)).toBe(a!.machine(method, lanes));
      expect(c!.machine(method, lanes)).toBe(a!.machine(method, lanes));
    }
  }
  expect(a!.machine(rodas4, 2).module).not.toBe(a!.machine(rodas5p, 2).module);
  expect(a!.machine(rodas4, 2).module).not.toBe(a!.machine(rodas4, 1).module);
});

describe("another structure has another module", () => {
  const { program } = compileSystem(base);
  test.each<[string, Partial<System>]>([
    ["a number in a rate", { rates: { ...base.rates, b: "k*a^n - 0.51*b" } }],
    ["a sign in a rate", { rates: { ...base.rates, b: "k*a^n + 0.5*b" } }],
    ["an operator", { rates: { ...base.rates, b: "k*a^n - max(0.5, b)" } }],
    ["the parameter that is read", { rates: { ...base.rates, b: "n*a^n - 0.5*b" } }],
    ["the state that is read", { rates: { ...base.rates, b: "k*b^n - 0.5*b" } }],
    ["rates the other way round", { rates: { a: base.rates["b"]!, b: base.rates["a"]! } }],
    ["a start value", { states: { a: 1.1, b: "k" } }],
    ["a start value of another parameter", { states: { a: 1, b: "n" } }],
    ["an observable", { observables: { sum: "a - b" } }],
    ["an observable less", { observables: {} }],
    ["a parameter more", { parameters: { ...base.parameters, unused: 1 } }],
    ["an algebraic row", { rates: { a: base.rates["a"]! }, algebraic: { b: base.rates["b"]! } }],
    ["the bound of a trigger", { events: { ...base.events, low: { when: "a < 0.6", set: { b: "b + 1" } } } }],
    ["the target of an event", { events: { ...base.events, low: { when: "a < 0.5", set: { a: "b + 1" } } } }],
    ["the parameter an event sets", { events: { ...base.events, dose: { set: { k: "a + 1" } } } }],
    ["events in another order", { events: { dose: base.events!["dose"]!, low: base.events!["low"]! } }],
    ["an event more", { events: { ...base.events, more: { set: { b: "0" } } } }],
  ])("%s", (_, change) => {
    const other = compileSystem({ ...base, ...change }).program;
    expect(other.hash).not.toBe(program.hash);
    expect(other.machine(rodas4, 2).module).not.toBe(program.machine(rodas4, 2).module);
  });
});

test("hashes of many structures do not meet", () => {
  const term = fc.constantFrom("a", "b", "k", "n", "1", "2", "exp(a)", "a*b", "k*a", "a^n");
  const rate = fc.array(term, { minLength: 1, maxLength: 4 }).map((terms) => [...terms].sort().join(" + "));
  /** The source of a program, its names numbered as they come. */
  const source = ({ javascript }: Program): string => {
    const names: string[] = [];
    return javascript.code.replace(/\bv\d+/g, (name) => {
      if (!names.includes(name)) names.push(name);
      return `v${names.indexOf(name)}`;
    });
  };
  const hashes = new Map<string, string>();
  for (const [a, b] of fc.sample(fc.tuple(rate, rate), { seed: 5, numRuns: 2000 })) {
    const { program } = compileSystem({ ...base, rates: { a: a!, b: b! } });
    const text = source(program);
    expect(hashes.get(program.hash) ?? text).toBe(text);
    hashes.set(program.hash, text);
  }
  expect(hashes.size).toBeGreaterThan(1000);
});

test("the modules used last are kept, however many others come and go", () => {
  const first = compileSystem(base).program.machine(rodas4, 1);
  for (let i = 0; i < 80; i++) {
    compileSystem({ states: { y: 1 }, rates: { y: `${i} - y` } }).program.machine(rodas4, 1);
    if (i % 20 === 0) expect(compileSystem(base).program.machine(rodas4, 1)).toBe(first);
  }
});
