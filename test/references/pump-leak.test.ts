import { describe, expect, test } from "vitest";
import { type AssembleOptions, cells, type ProtocolStep } from "#biology";
import { every, type IonTreatment, ionCell, salt } from "./ion-cell.ts";

/** Relative deviation. */
const off = (value: number, from: number): number => Math.abs(value / from - 1);

/** Medium of the worked table: Na 145, K 5, Cl 110 mM of 300 mOsm, in which the row is at rest. */
const plasma = { Na_medium: 145, Na_ref: 145, K_medium: 5, K_ref: 5, Cl_medium: 110, Cl_ref: 110 };
const two = [
  { cell: cells.normalGeneric, volume: 2e-15 },
  { cell: cells.tumourGeneric, volume: 2.5e-15 },
] as const;

/** Place of chloride and share of KCC by which a row of mM, V and mol/m²/s has its chloride and its KCC in that medium. */
function cotransport(row: {
  Na: number;
  K: number;
  Cl: number;
  V: number;
  pump: number;
  nkcc: number;
  kcc: number;
}) {
  const u = (row.V * 96485.33) / (8.31446 * 310.15);
  const beside = 0.5 * Math.log((145 * 5) / (row.Na * row.K));
  return {
    place_Cl: (Math.log(row.Cl / 110) - u) / (beside - u),
    f_kcc: (row.kcc * (row.K * row.Cl - 5 * 110)) / (2 * 3 * row.nkcc * row.pump),
  };
}
const rows = [
  cotransport({ Na: 12, K: 140, Cl: 30, V: -0.055, pump: 1e-8, nkcc: 0.25, kcc: 2e-12 }),
  cotransport({ Na: 28, K: 125, Cl: 45, V: -0.03, pump: 1.6e-8, nkcc: 0.3, kcc: 1e-12 }),
];

/** Salt of `dose` mM of the cell's volume, delivered over `time`. */
function delivered(dose: number, time: number, volume: number): IonTreatment {
  return {
    more: salt,
    switches: [
      { t: 0, set: { delivery: (dose * volume) / time } },
      { t: time, set: { delivery: 0 } },
    ],
  };
}

describe("salt delivered to the cytosol", () => {
  const bare: AssembleOptions["without"] = ["calcium-pool", "energy", "membrane"];
  // Highest volume over rest and highest sodium, mM: normal and tumour, over 1 s, 5 min and 30 min.
  test.each([
    [
      100,
      1,
      [
        [1.56, 110],
        [1.43, 125],
      ],
    ],
    [
      100,
      300,
      [
        [1.44, 67],
        [1.29, 79],
      ],
    ],
    [
      100,
      1800,
      [
        [1.15, 41],
        [1.06, 61],
      ],
    ],
    [
      200,
      1,
      [
        [2.12, 203],
        [1.77, 217],
      ],
    ],
    [
      200,
      300,
      [
        [1.95, 99],
        [1.63, 117],
      ],
    ],
    [
      200,
      1800,
      [
        [1.29, 82],
        [1.12, 100],
      ],
    ],
  ] as const)(
    "%i mM over %i s: the volumes and sodium of an independent calculation within 3 %%",
    (dose, time, printed) => {
      two.forEach(({ cell, volume }, i) => {
        const run = ionCell({
          cell,
          without: bare,
          set: { ...plasma, ...rows[i]!, V_rest: volume, fold: 1.6, tau_vrac: 0.01 },
          seconds: every(5, 2700),
          ...delivered(dose, time, volume),
        });
        expect(off(run.peak("volume"), printed[i]![0])).toBeLessThan(0.03);
        expect(off(run.peak("Na"), printed[i]![1])).toBeLessThan(0.03);
      });
    },
  );

  test("a bolus swells by the isotonic law, 1 + 2Δ/300, while chloride cannot leave", () => {
    for (const dose of [50, 100, 200]) {
      const run = ionCell({
        cell: cells.normalGeneric,
        without: bare,
        set: { ...plasma, V_rest: 2e-15, P_vrac_Cl: 0, P_vrac_K: 0, P_water: 2e-4 },
        seconds: [0, 30],
        ...delivered(dose, 1, 2e-15),
      });
      expect(off(run.read("volume")[1]!, 1 + (2 * dose) / 300)).toBeLessThan(0.03);
    }
  });
});

describe("a shock of 200 mOsm", () => {
  const shock: readonly ProtocolStep[] = [{ at: "0 h", medium: "hypotonic-200" }];
  const minutes = [0, 120, 600, 3600];
  test("swells the cell to 1.44 in 2 min; VRAC and K+ channels bring it back to 1.29 and 1.25 in 10 and 60 min", () => {
    const [, at2, at10, at60] = ionCell({
      cell: cells.normalGeneric,
      protocol: shock,
      seconds: minutes,
    }).read("volume");
    expect(off(at2!, 1.44)).toBeLessThan(0.03);
    expect(off(at10!, 1.29)).toBeLessThan(0.03);
    expect(off(at60!, 1.25)).toBeLessThan(0.03);
  });
  test("is regulated less with DCPIB, most in the normal cell, which has little chloride permeability at rest", () => {
    const protocol: readonly ProtocolStep[] = [
      ...shock,
      { at: "0 h", drug: "dcpib", concentration: "500 uM" },
    ];
    for (const [cell, much] of [
      [cells.normalGeneric, 1.4],
      [cells.tumourGeneric, 1.1],
    ] as const) {
      const free = ionCell({ cell, protocol: shock, seconds: minutes }).read("volume");
      const blocked = ionCell({ cell, protocol, seconds: minutes }).read("volume");
      expect(blocked[2]! - 1).toBeGreaterThan(much * (free[2]! - 1));
    }
  });
});

describe("charge and potential", () => {
  const changes: readonly (readonly [string, readonly ProtocolStep[]])[] = [
    ["sodium-free", [{ at: "0 h", medium: "sodium-free", for: "10 min" }]],
    ["potassium-free", [{ at: "0 h", medium: "potassium-free", for: "10 min" }]],
    ["hypotonic-200", [{ at: "0 h", medium: "hypotonic-200", for: "10 min" }]],
    ["low-chloride", [{ at: "0 h", medium: "low-chloride", for: "10 min" }]],
    ["ouabain", [{ at: "0 h", drug: "ouabain", concentration: "10 uM" }]],
    ["gramicidin", [{ at: "0 h", drug: "gramicidin", concentration: "1 uM" }]],
    ["a23187", [{ at: "0 h", drug: "a23187", concentration: "1 uM" }]],
    ["monensin", [{ at: "0 h", drug: "monensin", concentration: "10 uM" }]],
  ];
  const seconds = [0.5, 1, 2, 10, 60, 599, 601, 602, 1200, 7200, 86400];
  test.each(changes)(
    "%s: the cytosol is neutral but for the membrane's charge, to 1e-4",
    (_name, protocol) => {
      for (const { cell } of two)
        for (const charge of ionCell({ cell, protocol, seconds }).read("charge"))
          expect(Math.abs(charge)).toBeLessThan(1e-4);
    },
  );
  test.each(changes)(
    "%s: both forms of the potential agree within 0.1 mV from 1 s after the change on",
    (_name, protocol) => {
      for (const { cell } of two) {
        const held = ionCell({ cell, protocol, seconds }).read("potential");
        const free = ionCell({ cell, protocol, seconds, with: ["potential-dae"] }).read("potential");
        seconds.forEach((t, i) => {
          if (t >= 1 && t !== 601) expect(Math.abs(held[i]! - free[i]!)).toBeLessThan(1e-4);
        });
      }
    },
  );
});

describe("sodium against calcium", () => {
  const rest = (sodium: number) =>
    ionCell({ set: { ...plasma, Na_rest: sodium, Vm_rest: -0.03 }, unsettled: true }).read("Ca.exchange")[0]!;
  test("at −30 mV the exchanger stands still at 2.8 µM of calcium with 28 mM sodium, near 30 µM with 60 mM", () => {
    expect(off(rest(28), 2.8e-3)).toBeLessThan(0.03);
    expect(rest(60)).toBeGreaterThan(10e-3);
    expect(off(rest(60), 30e-3)).toBeLessThan(0.1);
  });
  test("a load of salt turns the exchanger round: calcium rises, and not without exchanger", () => {
    const load = (set: Readonly<Record<string, number>>): number =>
      ionCell({
        set: { ...plasma, V_rest: 2.5e-15, ...set },
        seconds: every(20, 1800),
        ...delivered(200, 300, 2.5e-15),
      }).peak("Ca");
    expect(load({ r_ncx: 100 })).toBeGreaterThan(1e-3);
    expect(load({ r_ncx: 0 })).toBeLessThan(0.2e-3);
  });
});

describe("calcium and ATP", () => {
  const given = (...drugs: readonly string[]): readonly ProtocolStep[] =>
    drugs.map((drug) => ({ at: "0 h", drug, concentration: "1 uM" }));
  test("an ionophore kills by apoptosis in part, and hardly at all by it when ATP cannot be made", () => {
    for (const { cell } of two) {
      const share = (protocol: readonly ProtocolStep[]): number => {
        const run = ionCell({ cell, protocol, seconds: [24 * 3600] });
        const dead = 1 - run.read("viability")[0]!;
        expect(dead).toBeGreaterThan(0.5);
        return run.read("death.apoptotic")[0]! / dead;
      };
      expect(share(given("a23187"))).toBeGreaterThan(0.4);
      expect(share(given("a23187", "oligomycin-2-deoxyglucose"))).toBeLessThan(0.01);
    }
  });
  test("without calcium outside the ionophore spares the cell", () => {
    const protocol: readonly ProtocolStep[] = [{ at: "0 h", medium: "calcium-free" }, ...given("a23187")];
    expect(ionCell({ protocol, seconds: [24 * 3600] }).read("viability")[0]).toBeGreaterThan(0.99);
  });
});

describe("one cell that bursts", () => {
  const volume = 2.5e-15;
  const burst = (rtol: number) =>
    ionCell({
      with: ["lysis-event"],
      set: { V_rest: volume, fold: 1.4, P_water: 1e-4 },
      seconds: [0, 1, 60, 600, 3600],
      rtol,
      ...delivered(300, 1, volume),
    });
  test("does so where its membrane is strained by 4 %, to the tolerance of the run, and keeps that volume", () => {
    for (const rtol of [1e-5, 1e-8]) {
      const v = burst(rtol).read("volume");
      expect(off(v.at(-1)!, (1.4 * 1.04) ** 1.5)).toBeLessThan(Math.max(20 * rtol, 1e-5));
      expect(burst(rtol).read("lysed").at(-1)).toBe(1);
      expect(burst(rtol).read("living cells").at(-1)).toBeLessThan(1e-9);
    }
  });
  test("loses no ion on the way: what leaves the cell is in the medium", () => {
    const run = burst(1e-7);
    const density = 1e11;
    for (const [ion, brought] of [
      ["Na", 300 * volume],
      ["K", 0],
      ["Cl", 300 * volume],
      ["Ca", 0],
    ] as const) {
      const inside = run.state(`${ion}__cyt`).map((c) => c * volume);
      const outside = run.state(`${ion}__med`).map((c) => c / density);
      const scale = Math.max(...inside);
      for (const i of [1, 2, 3, 4]) {
        const total = inside[i]! + outside[i]! - inside[0]! - outside[0]! - brought;
        expect(Math.abs(total)).toBeLessThan(1e-6 * scale);
      }
    }
    expect(run.state("K__cyt").at(-1)! / run.state("K__cyt")[0]!).toBeLessThan(0.1);
  });
});
