import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  type Agent,
  assemble,
  cells,
  environments,
  findAgent,
  type Probe,
  probes,
  records,
  sources,
} from "#biology";
import { type Compiled, compile, instantiate } from "#compile";
import { check, faultOf, imbalance } from "#model";
import { type Kernel, settle, solve } from "#solve";
import { uniform } from "#study";
import { exp, ln } from "#units";

const culture = { density: "1e5 1/mL", volume: "100 uL" };
const media = [environments.mediumPh65, environments.mediumPh74];
/** True for a probe whose analytes are in every culture. */
function readable({ needs }: Probe): boolean {
  return (needs ?? []).every(({ from }) => from === "fate");
}
/** Everything that can be asked for at once. */
const everything = {
  with: [
    "macrophages",
    "heat-arrhenius",
    "immunogenic-death",
    "gsh-synthesis",
    "protein-thiols",
    "iron-homeostasis",
    "population-thresholds",
    "uptake-spread",
  ],
  // Probes of ions need a core that these agents do not bring; their own test holds them.
  read: [...probes.filter(readable).map((p) => `probe.${p.id}`), "MRI.R1", "MRI.R2"],
  protocol: [
    { at: "4 h", for: "10 min", laser: { wavelength: "1064 nm", irradiance: "1 W/cm^2" } },
    { at: "5 h", for: "5 min", ultrasound: { intensity: "1 W/cm^2", frequency: "1 MHz" } },
    { at: "6 h", xray: { dose: "6 Gy", rate: "1 Gy/min" } },
    { at: "8 h", dose: 0.5 },
  ],
};
/** The ion core under all that may go with it. */
const ionic = {
  with: ["ion-core", "membrane-addition", "population-thresholds"],
  protocol: [{ at: "8 h", dose: 0.5 }],
};
/** The library's agents, and drugs in solution for one of each kind of act. */
const agents = [...records.agents, ...["erastin", "rsl3", "ascorbate"].map(findAgent)];
const sample = agents.flatMap((agent) =>
  media.flatMap((environment) =>
    ([{}, everything, ionic] as const).map((options) => {
      const assembly = assemble({ agent, cell: cells.tumourGeneric, environment, culture, ...options });
      const asked = options === everything ? ", everything asked for" : options === ionic ? ", ion core" : "";
      return { title: `${assembly.model.title}${asked}`, agent, assembly, plain: options !== everything };
    }),
  ),
);
/** Mechanisms that stand by themselves, and changes of medium, which no cell rests through; their own tests hold them. */
const alone = ["bulk-fenton", "medium-change", "antitumour-immunity"];

test("every mechanism of the library is in the sample", () => {
  const folder = new URL("../../src/biology/mechanisms/", import.meta.url);
  const written = readdirSync(folder)
    .filter((f) => f.endsWith(".ts") && !f.endsWith(".test.ts"))
    .flatMap((f) => [
      ...readFileSync(new URL(f, folder), "utf8").matchAll(/\bid: "([a-z0-9-]+)",\n\s+label:/g),
    ])
    .map((m) => m[1]!);
  expect(written.length).toBeGreaterThan(12);
  const met = new Set(sample.flatMap(({ assembly }) => assembly.mechanisms.map((m) => m.id)));
  expect(written.filter((id) => !met.has(id) && !alone.includes(id))).toEqual([]);
});

test("every number that an option brings has what its grade asks for", () => {
  const numbers = new Map(
    sample
      .flatMap(({ assembly }) => assembly.model.parameters)
      .flatMap((p) => (p.sourced ? [[p.path, p]] : [])),
  );
  for (const [path, { sourced }] of numbers) {
    expect(faultOf(sourced!), path).toBeUndefined();
    if (sourced!.source) expect(Object.keys(sources), path).toContain(sourced!.source);
    expect(sourced!.range !== undefined || sourced!.dist === "fixed", path).toBe(true);
  }
});

interface Ready {
  readonly compiled: Compiled;
  readonly kernel: Kernel;
}
const ready = new Map<string, Ready>();
function readyFor(title: string): Ready {
  const known = ready.get(title);
  if (known) return known;
  const compiled = compile(sample.find((s) => s.title === title)!.assembly.model);
  const made = { compiled, kernel: instantiate(compiled.program) };
  ready.set(title, made);
  return made;
}

const tolerances = { rtol: 1e-5, atol: 1e-11 };

/** A day after a dose from rest, with numbers of the environment in base units. */
function day(title: string, dose: number, environment: Readonly<Record<string, number>> = {}) {
  const { compiled, kernel } = readyFor(title);
  const { assembly } = sample.find((s) => s.title === title)!;
  const parameters = compiled.nominal();
  const index = (id: string): number => compiled.parameters.indexOf(id);
  for (const [id, value] of Object.entries(environment)) parameters[index(id)] = value;
  const problem = { kernel, parameters, t0: 0, times: Float64Array.of(0, 3600, 6 * 3600, 86400) };
  const rest = settle({ ...problem, times: Float64Array.of(0) }, 2e6, compiled.program.counters, tolerances);
  const schedule = assembly.schedule.map(({ t, set, fire, doses }, i) => ({
    t,
    set: [
      ...(i === 0 || doses !== undefined ? [{ parameter: index("dose"), value: dose * (doses ?? 1) }] : []),
      ...Object.entries(set ?? {}).map(([id, value]) => ({ parameter: index(id), value })),
    ],
    fire: (fire ?? []).map((id) => compiled.events.indexOf(id)),
  }));
  const run = solve({ ...problem, start: rest.state, schedule }, tolerances);
  const read = (id: string, at: number = 3): number =>
    run.observed[at * kernel.observables + compiled.observables.indexOf(id)]!;
  return { run, read, compiled, kernel };
}

/** States that fell below zero by more than what the tolerance lets through, but for those that have a sign. */
function negative({ run, compiled, kernel }: ReturnType<typeof day>): string[] {
  // A potential; Ba2+ that has come through the membrane, net; and the iron stored beyond rest, which a swelling cell draws on to keep its labile iron.
  const signed = compiled.states.includes("v_cell") ? ["Vm", "Ba_leaked", "FeStored__cyt"] : [];
  return compiled.states.filter((id, k) => {
    if (signed.includes(id)) return false;
    const values = Array.from({ length: 4 }, (_, i) => run.states[i * kernel.n + k]!);
    const largest = Math.max(...values.map(Math.abs));
    return values.some((x) => x < -1e-6 * largest - 1e-9);
  });
}

describe.each(sample.map((s) => [s.title, s] as const))("%s", (title, { assembly, agent, plain }) => {
  test("has no fault in names, units, mass or charge, and every reaction of chemistry is balanced", () => {
    expect(check(assembly.model).filter((f) => f.severity === "error")).toEqual([]);
    const unchecked = assembly.model.reactions.filter((r) => imbalance(assembly.model, r) === undefined);
    expect(unchecked.map((r) => r.id).filter((id) => !/_NP\d*$/.test(id))).toEqual([]);
  });

  test("nothing falls below zero within a day of a low and of a high dose", () => {
    for (const dose of [1e-3, 1]) {
      const found = day(title, dose);
      expect(found.run.status, `${dose} kg/m³`).toBe("done");
      expect(negative(found), `${dose} kg/m³`).toEqual([]);
      expect(found.read("viability")).toBeLessThanOrEqual(1 + 1e-9);
    }
  });

  test("runs through the environments it is said to hold in", () => {
    const seed = sample.findIndex((s) => s.title === title) + 1;
    for (let i = 0; i < 2; i++) {
      const u = (k: number): number => uniform(seed, k, i);
      const found = day(title, exp(u(0) * ln(1e3)) * 1e-3, {
        pH__med: 4 + 3.4 * u(1),
        T_medium: 293.15 + 35 * u(2),
        H2O2_medium: 1e-4 * exp(u(3) * ln(1e3)),
      });
      expect(found.run.status).toBe("done");
      expect(negative(found)).toEqual([]);
    }
  });

  if (plain)
    test("without a dose the cell lives and holds what it held", () => {
      const { read } = day(title, 0);
      expect(read("viability")).toBeGreaterThan(0.9999);
      if (agent.solute === undefined) expect(read("load")).toBe(0);
      expect(Math.abs(read("GSH") / read("GSH", 0) - 1)).toBeLessThan(1e-3);
    });
  if (plain && inert(agent))
    test("frees nothing and makes no more ·OH than an untreated cell", () => {
      const [dosed, control] = [day(title, 1), day(title, 0)];
      expect(dosed.read("load")).toBeGreaterThan(0);
      expect(Math.abs(dosed.read("OH.made") / control.read("OH.made") - 1)).toBeLessThan(1e-3);
    });
});

/** No metal is freed from any of its layers, and it carries no drug. */
function inert(agent: Agent): boolean {
  if (agent.solute !== undefined || agent.cargo.length > 0) return false;
  return !sample.some((s) => s.agent === agent && s.assembly.mechanisms.some((m) => m.id === "dissolution"));
}
