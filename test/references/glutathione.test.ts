import { describe, expect, test } from "vitest";
import { agents, assemble, cells, environments } from "#biology";
import { compile, instantiate } from "#compile";
import { evaluate } from "#expr";
import { Draft, type Model } from "#model";
import { settle, solve } from "#solve";
import { culture, glutathione, gshSynthesis } from "../../src/biology/mechanisms/index.ts";

const plate = { density: "1e5 1/mL", volume: "100 uL" };
const [cell, environment] = [cells.tumourGeneric, environments.mediumPh74];

/** A model at rest, and where it is some hours after parameters have changed; concentrations in mM. */
function at(model: Model, change: Readonly<Record<string, number>> = {}) {
  const compiled = compile(model);
  const kernel = instantiate(compiled.program);
  const options = { rtol: 1e-8, atol: 1e-14 };
  const set = (values: Readonly<Record<string, number>>): Float64Array => {
    const p = compiled.nominal();
    for (const [id, value] of Object.entries(values)) {
      expect(compiled.parameters, id).toContain(id);
      p[compiled.parameters.indexOf(id)] = value;
    }
    return p;
  };
  const zero = { kernel, t0: 0, times: Float64Array.of(0) };
  const rest = settle({ ...zero, parameters: set(change) }, 4e6, compiled.program.counters, options).state;
  return {
    rest: (id: string): number => rest[compiled.states.indexOf(id)]!,
    after: (hours: number, then: Readonly<Record<string, number>>): ((id: string) => number) => {
      const times = Float64Array.of(hours * 3600);
      const run = solve({ ...zero, parameters: set({ ...change, ...then }), start: rest, times }, options);
      return (id) => run.states[compiled.states.indexOf(id)]!;
    },
  };
}

const within = (found: number, printed: number, share: number): void =>
  expect(Math.abs(found / printed - 1), `${found} against ${printed}`).toBeLessThanOrEqual(share);

/** The add-on between the liver model's own supply of cysteine, peroxidase and reductase (BIOMD0000000268). */
function liver(block: Readonly<Record<string, string>> = {}): Model {
  const draft = new Draft("glutathione of the liver");
  culture({ cell, environment, culture: plate }).add(draft);
  const held = { at: "cyt", boundary: true } as const;
  draft.species("H2O2__cyt", { label: "H2O2", formula: "H2O2", initial: "1e-5 [mM]", ...held });
  draft.species("NADPH__cyt", { label: "NADPH", formula: "{NADP}H", initial: "5e-2 [mM]", ...held });
  draft.species("NADP__cyt", { label: "NADP+", formula: "{NADP}+", ...held });
  draft.species("blood_Cys__cyt", { label: "cysteine of the blood", formula: "C3H7NO2S", ...held });
  draft.setting("K_trxr_nadph", 6e-3, "mM", "not used here");
  draft.rule(
    "v_gr__cyt",
    "M/s",
    "892.5 [uM/h]*GSSG__cyt/(107 [uM] + GSSG__cyt)*NADPH__cyt/(10.4 [uM] + NADPH__cyt)",
  );
  draft.setting("heat_enzyme", 1, "1", "at 37 °C");
  glutathione({ cell, environment, detailed: true }).add(draft);
  gshSynthesis().add(draft);
  for (const [sum, term] of Object.entries(block)) draft.addTo(sum, term);
  draft.reaction("blood", "blood_Cys__cyt -> Cys__cyt", {
    at: "cyt",
    // From blood cysteine of 185.5 µM, and from 36.9 µM cystathionine.
    rate: "14950 [uM/h]*185.5/(2100 + 185.5) + 1500 [uM/h]*36.88/(500 + 36.88)",
  });
  draft.reaction("gpx", "H2O2__cyt + 2 GSH__cyt -> GSSG__cyt + 2 water__cyt", {
    at: "cyt",
    rate: "4500 [uM/h]*(GSH__cyt/(1330 [uM] + GSH__cyt))^2*H2O2__cyt/(0.09 [uM] + H2O2__cyt)",
  });
  draft.reaction("gr", "GSSG__cyt + NADPH__cyt + proton__cyt -> 2 GSH__cyt + NADP__cyt", {
    at: "cyt",
    rate: "v_gr__cyt",
  });
  return draft.finish();
}

describe("V8: in the liver model's surroundings the add-on rests where that model does", () => {
  const rest = at(liver(), { V_xc: 0, Glu_cytosol: 3.219, Gly_cytosol: 0.9244 });
  test.each([
    ["GSH__cyt", 6.591],
    ["GSSG__cyt", 61.3e-3],
    ["Cys__cyt", 195e-3],
    ["gGC__cyt", 9.8e-3],
  ])("%s", (id, printed) => within(rest.rest(id), printed, 0.01));
});

test("an inhibitor of the ligase at three times its constant leaves a quarter of its rate", () => {
  const given = { V_xc: 0, Glu_cytosol: 3.219, Gly_cytosol: 0.9244 };
  const [free, blocked] = [at(liver(), given), at(liver({ gcl_block: "3" }), given)];
  const quarter = at(liver(), { ...given, V_gcl: 0.25e-3 });
  within(blocked.rest("GSH__cyt"), quarter.rest("GSH__cyt"), 1e-6);
  expect(blocked.rest("GSH__cyt")).toBeLessThan(free.rest("GSH__cyt"));
});
test("an inhibitor of xc- at three times its constant is a quarter of the transporter", () => {
  const given = { V_xc: 4e-4 };
  const blocked = at(liver({ xc_block: "3" }), given);
  const quarter = at(liver(), { V_xc: 1e-4 });
  within(blocked.rest("GSH__cyt"), quarter.rest("GSH__cyt"), 1e-6);
});

describe("glutathione synthesis step by step in a tumour cell", () => {
  const { model } = assemble({
    agent: agents.sio2Spheres,
    cell,
    environment,
    culture: plate,
    with: ["gsh-synthesis"],
  });
  const whole = at(model);
  test("rests at a plausible level", () => {
    expect(whole.rest("GSH__cyt")).toBeGreaterThan(1);
    expect(whole.rest("GSH__cyt")).toBeLessThan(10);
  });
  test("without cystine, cysteine runs out within hours, then glutathione", () => {
    const later = whole.after(24, { xc_inhibition: 1 });
    expect(later("Cys__cyt")).toBeLessThan(0.1 * whole.rest("Cys__cyt"));
    expect(later("GSH__cyt")).toBeLessThan(0.25 * whole.rest("GSH__cyt"));
  });
  test("without ligase, cysteine rises while glutathione runs out", () => {
    const later = whole.after(24, { V_gcl: 0 });
    expect(later("Cys__cyt")).toBeGreaterThan(whole.rest("Cys__cyt"));
    expect(later("GSH__cyt")).toBeLessThan(0.25 * whole.rest("GSH__cyt"));
  });
  test("glutathione holds back its own synthesis: twice the ligase, less than twice the glutathione", () => {
    const more = at(model, { V_gcl: 2e-3 }).rest("GSH__cyt") / whole.rest("GSH__cyt");
    expect(more).toBeGreaterThan(1);
    expect(more).toBeLessThan(2);
  });
  test("a flood of H2O2 raises synthesis to at most three times what the liver has", () => {
    const value = (id: string, H2O2__cyt: number): number => {
      const lookup = (name: string): number =>
        name === "H2O2__cyt" ? H2O2__cyt : name === "Ka_gcl" ? 1e-5 : value(name, H2O2__cyt);
      return evaluate(model.rules.find((r) => r.id === id)!.expr, lookup);
    };
    within(value("gcl_activation", 0), 0.5, 1e-3);
    within(value("gcl_activation", 1e-5), 1, 0.01);
    within(value("gcl_activation", 1), 3, 1e-6);
  });
});

describe("the lumped glutathione", () => {
  const { model } = assemble({ agent: agents.sio2Spheres, cell, environment, culture: plate });
  const whole = at(model);
  test("rests at k_syn/k_loss", () => within(whole.rest("GSH__cyt"), 5.5, 1e-3));
  test("a medium without cystine feeds no synthesis: half is gone in 58 min", () => {
    within(
      whole.after(Math.LN2 / 0.72, { cystine_medium: 0 })("GSH__cyt"),
      0.5 * whole.rest("GSH__cyt"),
      0.01,
    );
  });
  test("what GSH oxidised to GSSG is counted, by whatever mechanism", () => {
    const compiled = compile(model);
    const kernel = instantiate(compiled.program);
    const parameters = compiled.nominal();
    const options = { rtol: 1e-8, atol: 1e-14 };
    const zero = { kernel, parameters, t0: 0, times: Float64Array.of(0, 600) };
    const start = settle(zero, 2e6, compiled.program.counters, options).state;
    start[compiled.states.indexOf("H2O2__med")]! = 0.3;
    const run = solve({ ...zero, start }, options);
    const spent = (i: number): number =>
      run.observed[i * kernel.observables + compiled.observables.indexOf("GSH.spent")]!;
    // GPx1 takes what a bolus brings until glutathione reductase, 0.1 mM/s, is what limits it.
    expect(spent(1) - spent(0)).toBeGreaterThan(60);
    expect(spent(1) - spent(0)).toBeLessThan(2 * 0.1 * 600 + start[compiled.states.indexOf("GSH__cyt")]!);
  });
});
