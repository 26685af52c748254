import { describe, expect, test } from "vitest";
import { compile, instantiate } from "#compile";
import { sourced } from "#model";
import { settle, solve } from "#solve";
import { type AssembleOptions, assemble, type ProtocolStep } from "./assemble.ts";
import { agents, cells, environments } from "./catalogue.ts";
import type { Agent } from "./types.ts";

const laser = { wavelength: "1064 nm", irradiance: "1 W/cm^2" };
const ultrasound = { intensity: "1 W/cm^2", frequency: "1 MHz" };

/** A tumour cell in medium of pH 6.5 from rest through a dose in µg/mL; read-outs in base units. */
function culture(agent: Agent, dose: number, options: Partial<AssembleOptions> = {}) {
  const assembly = assemble({
    agent,
    cell: cells.tumourGeneric,
    environment: environments.mediumPh65,
    culture: { density: "1e5 1/mL", volume: "100 uL" },
    ...options,
  });
  const compiled = compile(assembly.model);
  const kernel = instantiate(compiled.program);
  const index = (id: string): number => compiled.parameters.indexOf(id);
  return (hours: number, read: string, set: Readonly<Record<string, number>> = {}): number => {
    const parameters = compiled.nominal();
    for (const [id, value] of Object.entries(set)) parameters[index(id)] = value;
    const problem = { kernel, parameters, t0: 0, times: Float64Array.of(hours * 3600) };
    const start = settle(problem, 2e6, compiled.program.counters, { rtol: 1e-7, atol: 1e-12 }).state;
    const schedule = assembly.schedule.map((e, i) => ({
      t: e.t,
      set: [
        ...(i === 0 ? [{ parameter: index("dose"), value: dose * 1e-3 }] : []),
        ...Object.entries(e.set ?? {}).map(([id, value]) => ({ parameter: index(id), value })),
      ],
      fire: (e.fire ?? []).map((id) => compiled.events.indexOf(id)),
    }));
    const run = solve({ ...problem, start, schedule }, { rtol: 1e-7, atol: 1e-12 });
    expect(run.status).toBe("done");
    const column = compiled.observables.indexOf(read);
    if (column >= 0) return run.observed[column]!;
    expect(compiled.states).toContain(read);
    return run.states[compiled.states.indexOf(read)]!;
  };
}
const { fe2pNanorods, fe3o4Spheres, sio2Spheres, cu3pNanocrystals } = agents;
const sonicated: readonly ProtocolStep[] = [{ at: "4 h", for: "5 min", ultrasound }];

describe("ultrasound", () => {
  test("is nothing to an agent without a receptor, and to no light", () => {
    const model = (protocol: readonly ProtocolStep[]): string =>
      JSON.stringify(
        assemble({
          agent: cu3pNanocrystals,
          cell: cells.tumourGeneric,
          environment: environments.mediumPh65,
          culture: { density: "1e5 1/mL", volume: "100 uL" },
          protocol,
        }),
      );
    expect(model(sonicated)).toBe(model([]));
  });
  test("needs a duration, as light does", () => {
    const without = { protocol: [{ at: "1 h", ultrasound }] };
    expect(() => culture(fe2pNanorods, 1, without)).toThrow(/missing-key.*duration/);
    expect(() => culture(fe2pNanorods, 1, { protocol: [{ at: "1 h", laser }] })).toThrow(
      /missing-key.*duration/,
    );
  });
  test("returns Fe(III) of the lysosome to Fe(II), warms, and opens lysosomes", () => {
    const during = [{ at: "4 h", for: "1 h", ultrasound }];
    const silent = culture(fe2pNanorods, 50);
    const loud = culture(fe2pNanorods, 50, { protocol: during });
    const fe3 = silent(5, "Fe3__vesicle");
    expect(fe3).toBeGreaterThan(0);
    expect(loud(5, "Fe3__vesicle", { k_US_escape: 0, G_US: 0, q_US: 0 })).toBeLessThan(0.6 * fe3);
    expect(loud(5, "temperature") - 310.15).toBeCloseTo(0.02 * 60, 2);
    expect(loud(5, "NP__cyt")).toBeGreaterThan(3 * silent(5, "NP__cyt"));
    const off = {
      protocol: [{ at: "4 h", for: "1 h", ultrasound: { ...ultrasound, intensity: "1e-9 W/cm^2" } }],
    };
    expect(culture(fe2pNanorods, 50, off)(5, "Fe3__vesicle") / fe3).toBeCloseTo(1, 5);
  });
  test("sonolysis leaves H2O2 in the medium at its yield", () => {
    const loud = culture(fe2pNanorods, 0, { protocol: [{ at: "0 h", for: "10 min", ultrasound }] });
    const still = { k_medium: 0, H2O2_medium: 0, kappa: 0, k_pyruvate_peroxide: 0 };
    // 10 min of 1 µM/min at 0.3 H2O2 per radical; the medium's pyruvate would take its share.
    expect(loud(10 / 60, "H2O2__med", still)).toBeCloseTo(3e-3, 6);
  });
  test("an agent's own rate of reduction takes the place of the default, by its path", () => {
    const reduction = sourced("5e-3 1/s", { grade: "C", why: "a test", dist: "fixed" });
    const own: Agent = { ...fe2pNanorods, triggers: [{ ultrasound: { reduction } }] };
    const { model } = assemble({
      agent: own,
      cell: cells.tumourGeneric,
      environment: environments.mediumPh65,
      culture: { density: "1e5 1/mL", volume: "100 uL" },
      protocol: sonicated,
    });
    const path = "agents/fe2p-nanorods/triggers/ultrasound/reduction";
    expect(model.parameters.find((p) => p.id === "k_US")?.path).toBe(path);
  });
});

describe("macrophages", () => {
  const beside = { with: ["macrophages"] };
  test("iron turns them and the tumour cells beside them die; silica does not", () => {
    expect(culture(fe3o4Spheres, 50, beside)(24, "macrophages.M1")).toBeGreaterThan(0.2);
    expect(culture(fe3o4Spheres, 50, beside)(24, "viability")).toBeLessThan(
      culture(fe3o4Spheres, 50)(24, "viability") - 0.01,
    );
    expect(culture(sio2Spheres, 50, beside)(24, "macrophages.M1")).toBe(0);
  });
  test("what they make is H2O2 of the medium", () => {
    const still = { k_medium: 0, H2O2_medium: 0, kappa: 0, k_oxygen_Fe2: 0, k_oxygen_Fe2_ligand: 0 };
    expect(culture(fe3o4Spheres, 50, beside)(24, "H2O2__med", still)).toBeGreaterThan(1e-6);
    expect(culture(fe3o4Spheres, 50)(24, "H2O2__med", still)).toBeLessThan(1e-9);
  });
});

test("MRI reads relaxation linear in the metal of particles, and only when asked", () => {
  const read = { read: ["MRI.R2"] };
  const rest = culture(fe2pNanorods, 0, read)(24, "MRI.R2");
  expect(rest).toBeCloseTo(10, 9);
  const nanorods = culture(fe2pNanorods, 50, read);
  // What is left undissolved of the metal in the cell, at 10⁶ cells/mL.
  const share = 1 - nanorods(24, "metal.freed");
  const mM = (nanorods(24, "metal") * share * 1e12) / 55.845e-3;
  expect(nanorods(24, "MRI.R2") - rest).toBeCloseTo(277.79 * mM, 6);
  expect(() => culture(fe3o4Spheres, 50, read)(24, "MRI.R2")).toThrow();
});

describe("probes", () => {
  test("are added by being read, once each, and leave the cell as it was", () => {
    const seen = culture(fe2pNanorods, 50, { read: ["probe.DCF", "probe.DCF.OH_share", "viability"] });
    expect(seen(24, "viability")).toBe(culture(fe2pNanorods, 50)(24, "viability"));
    expect(seen(24, "OH.made")).toBe(culture(fe2pNanorods, 50)(24, "OH.made"));
    expect(() => culture(fe2pNanorods, 1, { read: ["probe.DFC"] })).toThrow(/unknown-name.*"DFC"/);
  });
  test("saturate at their dye", () => {
    const seen = culture(fe2pNanorods, 50, { read: ["probe.DCF", "probe.C11"] });
    const signal = seen(24, "probe.DCF", { background_DCF: 1 });
    // By light alone all of the dye turns, and no more than all.
    expect(signal).toBeGreaterThan(0.9 * 0.02);
    expect(signal).toBeLessThanOrEqual(0.02);
    expect(seen(24, "probe.C11", { background_C11: 1 })).toBeLessThanOrEqual(1);
    expect(seen(24, "probe.C11")).toBeGreaterThan(0);
  });
  test("without analyte and background there is no signal", () => {
    const seen = culture(sio2Spheres, 0, { read: ["probe.DCF", "probe.TA", "probe.MB"] });
    expect(seen(24, "probe.MB")).toBe(0);
    expect(seen(24, "probe.TA.OH_share")).toBe(0);
    const dark = seen(24, "probe.DCF", { background_DCF: 0 });
    expect(dark).toBeGreaterThan(0);
    expect(
      seen(24, "probe.DCF", { background_DCF: 0, s_peroxide: 0, v_superoxide: 0, H2O2_medium: 0 }),
    ).toBeLessThan(1e-3 * dark);
  });
  test("two probes of the same ·OH follow their affinity for it", () => {
    const seen = culture(agents.ironSalt, 50, { read: ["probe.TA", "probe.coumarin"] });
    const clean = { rate_X_TA: 0, rate_X_coumarin: 0 };
    const ta = seen(0.01, "probe.TA", clean);
    expect(ta).toBeGreaterThan(0);
    // k·dye·yield of each, over the same sinks plus the dye itself: the medium's without the dye follows from one of two.
    const coumarin = seen(0.01, "probe.coumarin", clean);
    const ratio = (sink: number): number =>
      (((4.4e9 * 5e-4) / (sink + 4.4e9 * 5e-4)) * 0.36) /
      (((6.88e9 * 1e-4) / (sink + 6.88e9 * 1e-4)) * 0.029);
    expect(ta / coumarin).toBeGreaterThan(ratio(5e7));
    expect(ta / coumarin).toBeLessThan(ratio(3e8));
    expect(seen(0.01, "probe.TA.OH_share", clean)).toBeCloseTo(1, 9);
  });
  test("terephthalate reads ·OH, DCFH what is beside it", () => {
    const seen = culture(fe2pNanorods, 50, { read: ["probe.TA", "probe.DCF"] });
    expect(seen(24, "probe.TA.OH_share")).toBeGreaterThan(0.9);
    expect(seen(24, "probe.DCF.OH_share")).toBeLessThan(0.1);
  });
  test("calcein is quenched by Fe(III) four times as much as by Fe(II)", () => {
    const seen = culture(fe2pNanorods, 0, { read: ["probe.calcein"] });
    const ferrous = seen(1, "probe.calcein");
    const [fe2, fe3] = ["Fe2__cyt", "Fe3__cyt"].map((ion) => seen(1, ion) / 1e-3) as [number, number];
    // 1 µM at K 0.3 µM binds 77 %; a fifth of what Fe(II) holds is seen, 0.85 of what Fe(III) holds.
    expect(ferrous).toBeCloseTo((0.2 * fe2 + 0.85 * fe3) / (0.3 + fe2 + fe3), 6);
    expect(fe2).toBeGreaterThan(4 * fe3);
    const oxidised = Object.fromEntries(
      ["k_red_Fe3__cyt", "k_superoxide_Fe3__cyt", "k_red_Fe3_ascorbate", "k_red_Fe3_reductase"].map((k) => [
        k,
        0,
      ]),
    );
    expect(seen(1, "probe.calcein", oxidised)).toBeGreaterThan(3 * ferrous);
  });
  test("Ellman's reagent counts more than glutathione", () => {
    const seen = culture(fe2pNanorods, 0, { read: ["probe.DTNB"] });
    const share = seen(1, "probe.DTNB.GSH_share");
    expect(share).toBeGreaterThan(0.9);
    expect(share).toBeLessThan(0.99);
    expect(seen(1, "probe.DTNB")).toBeCloseTo((1.415 * seen(1, "GSH") * 0.1) / share, 2);
  });
  test("MTT of a cell short of NADPH sees fewer cells than live", () => {
    const seen = culture(cu3pNanocrystals, 100, { read: ["probe.MTT"] });
    const live = seen(6, "viability");
    expect(seen(6, "probe.MTT")).toBeLessThanOrEqual(live);
    expect(seen(6, "probe.MTT", { V_g6pdh: 1e-5 }) / seen(6, "viability", { V_g6pdh: 1e-5 })).toBeLessThan(
      0.9,
    );
  });
});
