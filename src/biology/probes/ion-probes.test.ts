import { describe, expect, test } from "vitest";
import { compile, instantiate } from "#compile";
import { check, Draft, faultOf, type Model } from "#model";
import { solve } from "#solve";
import { KationError } from "#units";
import { sources } from "../sources.ts";
import { probes, probesRead } from "./index.ts";

const ionic = ["SBFI", "PBFI", "CoroNa", "ANG2", "MQAE", "DiBAC"];

/** A cell of which only ions, potential and fate are known, read by probes. */
function cell(ids: readonly string[], parts: "ions" | "fate" | "both"): Model {
  const draft = new Draft("a cell under probes");
  draft.setting("V_cyt", "2.5 pL", "m^3", "cytosol");
  draft.compartment("cyt", { label: "cytosol", size: "V_cyt" });
  if (parts !== "fate") {
    for (const [id, formula, rest] of [
      ["Na", "Na+", 12],
      ["K", "K+", 123],
      ["Cl", "Cl-", 30],
    ] as const) {
      draft.setting(`${id}_rest`, rest, "mM", `${id} at the start`);
      draft.species(`${id}__cyt`, { label: id, at: "cyt", formula, initial: `${id}_rest` });
    }
    draft.setting("Vm_rest", -55, "mV", "potential at the start");
    draft.variable("Vm", { label: "potential", unit: "V", initial: "Vm_rest", rate: "0 [V/s]" });
  }
  if (parts !== "ions") {
    draft.setting("hazard", 0.3, "1/h", "hazard");
    draft.setting("t_dying", 3, "h", "time to loss of the membrane");
    draft.variable("N_live", { label: "living", unit: "1", initial: "1", rate: "-hazard*N_live" });
    draft.variable("N_dying", { label: "dying", unit: "1", rate: "hazard*N_live - N_dying/t_dying" });
  }
  for (const probe of probesRead(ids.map((id) => `probe.${id}`))) {
    draft.module = probe.id;
    probe.add(draft);
  }
  return draft.finish();
}
/** A read-out at hours, with settings and numbers in base units. */
function seen(
  model: Model,
  read: string,
  set: Readonly<Record<string, number>> = {},
  hours: readonly number[] = [0.001],
): number[] {
  const compiled = compile(model);
  const parameters = compiled.nominal();
  for (const [id, value] of Object.entries(set)) {
    expect(compiled.parameters).toContain(id);
    parameters[compiled.parameters.indexOf(id)] = value;
  }
  const times = Float64Array.from(hours, (h) => h * 3600);
  const run = solve(
    { kernel: instantiate(compiled.program), parameters, t0: 0, times },
    { rtol: 1e-8, atol: 1e-12 },
  );
  const column = compiled.observables.indexOf(read);
  expect(column).toBeGreaterThanOrEqual(0);
  return hours.map((_, i) => run.observed[i * compiled.observables.length + column]!);
}

const ions = cell(ionic, "ions");
const read = (id: string, set: Readonly<Record<string, number>> = {}): number => seen(ions, id, set)[0]!;

describe("probes of ions", () => {
  test("have no fault in units, and every number has what its grade asks for", () => {
    const both = cell([...ionic, "LDH", "annexin"], "both");
    expect(check(both).filter((f) => f.severity === "error")).toEqual([]);
    const numbers = both.parameters.flatMap((p) => (p.sourced ? [p] : []));
    expect(numbers.length).toBeGreaterThan(10);
    for (const { path, sourced } of numbers) {
      expect(faultOf(sourced!), path).toBeUndefined();
      expect(path).toMatch(/^probes\/\w+\/\w+$/);
      if (sourced!.source) expect(Object.keys(sources), path).toContain(sourced!.source);
      expect(sourced!.range !== undefined || sourced!.dist === "fixed", path).toBe(true);
    }
  });
  test.each(probes.filter((p) => p.needs).map((p) => [p.id, p] as const))(
    "%s is refused where nothing brings what it reads, and says what would",
    (id, { needs }) => {
      const lacking = id === "LDH" || id === "annexin" ? "ions" : "fate";
      let fault: unknown;
      try {
        cell([id], lacking);
      } catch (error) {
        fault = error;
      }
      expect(fault).toBeInstanceOf(KationError);
      const { code, what, why, fix } = fault as KationError;
      expect(code).toBe("unknown-species");
      expect(what).toContain(needs![0]!.id);
      expect(why).toContain(needs![0]!.from);
      expect(fix).toContain(`leave probe.${id} out`);
    },
  );
  test("SBFI binds as its crown does: 3.8 mM without K+, 11.3 mM with Na+ and K+ at 135 mM", () => {
    const solution = { incell_SBFI: 1 };
    expect(read("probe.SBFI", { ...solution, Na_rest: 3.8, K_rest: 0 })).toBeCloseTo(0.5, 6);
    expect(read("probe.SBFI", { ...solution, Na_rest: 11.3, K_rest: 135 - 11.3 })).toBeCloseTo(0.5, 2);
    expect(read("probe.PBFI", { K_rest: 5, Na_rest: 0 })).toBeCloseTo(0.5, 6);
    expect(read("probe.PBFI", { K_rest: 45, Na_rest: 90 })).toBeCloseTo(0.5, 1);
  });
  test("a calibration states what there is as long as Na+ and K+ add up as in it", () => {
    for (const sodium of [5, 28, 90]) {
      const cell = { Na_rest: sodium, K_rest: 135 - sodium };
      expect(read("probe.SBFI.stated", cell)).toBeCloseTo(sodium, 6);
      expect(read("probe.PBFI.stated", cell)).toBeCloseTo(135 - sodium, 6);
      expect(read("probe.SBFI.misread", cell)).toBeCloseTo(1, 6);
    }
  });
  test("each is misled by the other ion: K+ lost reads as Na+ gained, Na+ gained as K+ lost", () => {
    const before = read("probe.SBFI.stated", { Na_rest: 12, K_rest: 123 });
    expect(read("probe.SBFI.stated", { Na_rest: 12, K_rest: 40 })).toBeGreaterThan(1.5 * before);
    const potassium = read("probe.PBFI.stated", { Na_rest: 12, K_rest: 123 });
    expect(read("probe.PBFI.stated", { Na_rest: 80, K_rest: 123 })).toBeLessThan(0.7 * potassium);
  });
  test("the green dyes saturate: ANG-2 at concentrations where CoroNa still answers", () => {
    const [little, much] = [{ Na_rest: 1 }, { Na_rest: 100 }];
    for (const id of ["CoroNa", "ANG2"]) {
      expect(read(`probe.${id}`, little)).toBeLessThan(read(`probe.${id}`, much));
      expect(read(`probe.${id}.gain`, little)).toBeGreaterThan(0.9);
    }
    expect(read("probe.CoroNa", { Na_rest: 80 })).toBeCloseTo(0.5, 9);
    expect(read("probe.ANG2.gain", much)).toBeLessThan(0.25);
    expect(read("probe.CoroNa.gain", much)).toBeGreaterThan(0.4);
    // K+ does not reach them; that of SBFI it does.
    expect(read("probe.ANG2", { K_rest: 10 })).toBe(read("probe.ANG2"));
    expect(read("probe.SBFI", { K_rest: 10 })).toBeGreaterThan(1.2 * read("probe.SBFI"));
  });
  test("MQAE is quenched by Stern and Volmer's law", () => {
    expect(read("probe.MQAE", { Cl_rest: 0 })).toBe(1);
    expect(read("probe.MQAE", { Cl_rest: 40 })).toBeCloseTo(0.5, 9);
  });
  test("DiBAC shines more in a depolarised cell, and less steeply than its partition", () => {
    const [rest, tumour, none] = [-0.055, -0.03, 0].map((v) => read("probe.DiBAC", { Vm_rest: v })) as [
      number,
      number,
      number,
    ];
    expect(none).toBe(1);
    expect(tumour).toBeGreaterThan(rest);
    expect(read("probe.DiBAC.partition", { Vm_rest: -0.055 })).toBeLessThan(rest);
    // 1–2 % of light per mV.
    const per = read("probe.DiBAC", { Vm_rest: -0.054 }) / rest - 1;
    expect(per).toBeGreaterThan(0.01);
    expect(per).toBeLessThan(0.02);
  });
});

describe("probes of death", () => {
  const dead = cell(["LDH", "annexin"], "fate");
  const hours = [0.001, 3, 24, 72];
  test("LDH never reads more than has been lysed, and loses what was let out early", () => {
    const [signal, truth] = [seen(dead, "probe.LDH", {}, hours), seen(dead, "probe.LDH.lysed", {}, hours)];
    signal.forEach((x, i) => {
      expect(x).toBeLessThanOrEqual(truth[i]! + 1e-9);
    });
    const stable = seen(dead, "probe.LDH", { halflife_LDH: 1e12 }, hours);
    stable.forEach((x, i) => {
      expect(x).toBeCloseTo(truth[i]!, 6);
    });
    // A slow death: what came out a day ago has mostly decayed.
    const slow = (id: string): number => seen(dead, id, { hazard: 0.03 / 3600 }, [36])[0]!;
    expect(slow("probe.LDH")).toBeLessThan(0.8 * slow("probe.LDH.lysed"));
  });
  test("annexin V alone comes and goes, propidium iodide stays, and with the living they are all", () => {
    const [intact, open] = [
      seen(dead, "probe.annexin", {}, hours),
      seen(dead, "probe.annexin.PI", {}, hours),
    ];
    expect(intact[0]).toBeLessThan(1e-3);
    expect(intact[1]).toBeGreaterThan(0.2);
    expect(intact[3]).toBeLessThan(1e-3);
    for (let i = 1; i < hours.length; i++) expect(open[i]!).toBeGreaterThan(open[i - 1]!);
    expect(open[3]).toBeGreaterThan(0.99);
    intact.forEach((x, i) => {
      expect(x + open[i]!).toBeLessThanOrEqual(1 + 1e-9);
    });
  });
  test("count the same cells once when read together", () => {
    expect(dead.variables.filter((v) => v.id === "N_lysed")).toHaveLength(1);
    expect(
      dead.variables.filter((v) => ["N_lysed", "LDH_outside"].includes(v.id)).every((v) => v.counter),
    ).toBe(true);
  });
});
