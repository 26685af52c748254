import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { compileSystem, type System } from "#compile";
import { rodas4, rodas5p } from "#solve";
import { engineVersion } from "../../src/compile/engine-version.ts";
import { digest, moduleOf, systems } from "./browser-hashes.ts";

/** A chain so long that every function of its module is cut into pieces. */
function long(): System {
  const names = Array.from({ length: 230 }, (_, i) => `s${i}`);
  const law = (i: number): string =>
    `k*s${i}^1.3*s${(i * 7) % 230}/(1 + s${(i * 11) % 230}) + 0.01*exp(-s${i})*t`;
  return {
    states: { ...Object.fromEntries(names.map((s, i) => [s, i % 3])), all: 0 },
    parameters: { k: 1 },
    rates: Object.fromEntries(names.map((s, i) => [s, `${i === 0 ? "0" : law(i - 1)} - (${law(i)})`])),
    algebraic: { all: `all - (${names.join(" + ")})` },
    events: { full: { when: "all > 100", set: { s0: "0.5*s0" } } },
  };
}

/** Rates that all hang on all states: factorised in loops. */
function full(): System {
  const names = Array.from({ length: 45 }, (_, i) => `s${i}`);
  const sum = names.map((s) => `${s}^2`).join(" + ");
  return {
    states: Object.fromEntries(names.map((s, i) => [s, i % 3])),
    define: { sum },
    rates: Object.fromEntries(names.map((s) => [s, `0.01*sum - ${s}`])),
  };
}

test("the engine's version names the code it writes", async () => {
  const all = Object.values({ ...systems, long: long(), full: full() });
  // What methods are chosen by is kept as well.
  const operations = JSON.stringify(all.map((system) => compileSystem(system).program.operations));
  const modules = all.flatMap((system) =>
    [rodas4, rodas5p].flatMap((method) => ([1, 2] as const).map((lanes) => moduleOf(system, method, lanes))),
  );
  const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
  const written = `${version}/${(await digest([...modules, new TextEncoder().encode(operations)])).slice(0, 16)}`;
  expect(
    engineVersion,
    `the engine writes other code than before, which modules kept by users must not outlive: write "${written}" to src/compile/engine-version.ts`,
  ).toBe(written);
});
