import { readFileSync } from "node:fs";
import { type CompiledSystem, compileSystem, type System } from "#compile";
import type { Solution, SolveOptions } from "#solve";

/** A published problem: its equations as text, where they stand, and what is known of its solution. */
export interface Published {
  readonly name: string;
  readonly system: System;
  /** Work and place that equations, start and end values were taken from. */
  readonly source: string;
  /** Published values of what is observed at the last time. */
  readonly end: readonly number[];
  /** Relative difference allowed between published and computed end values. */
  readonly agree: number;
  /** Errors stay below this many times rtol, in the norm of {@link errorOf}; 10 unless the problem says why not. */
  readonly bound: number;
  /** Error that rounding alone may leave, whatever the tolerance. */
  readonly rounding: number;
  /** Relative tolerances it is solved at. */
  readonly tolerances: readonly number[];
  /** Absolute tolerance as a share of rtol times the largest value of each state. */
  readonly share: number;
  /** Of states that are not observed: their largest value. */
  readonly sizes: Readonly<Record<string, number>>;
}

/** A published problem, compiled, with its reference solution. */
export interface Reference extends Published {
  readonly compiled: CompiledSystem;
  readonly times: readonly number[];
  /** Row-major times × observables. */
  readonly values: Float64Array;
  /** Largest value of each observable on the way. */
  readonly largest: Float64Array;
}

type Given = Pick<Published, "name" | "system" | "source" | "end"> & Partial<Published>;

const testSet = "Test Set for IVP Solvers, release 2.4 (Mazzia and Magherini 2008)";
const book = "Hairer and Wanner, Solving Ordinary Differential Equations II, §IV.10";

/** Rates of a network as sums of its reactions' rates: `{ a: "-r1 +r2" }`. */
function sums(rates: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(rates).map(([s, text]) => [s, text.replaceAll(/([+-])(\d+)/g, " $1 r$2")]),
  );
}

const zeros = (names: readonly string[]): Record<string, number> =>
  Object.fromEntries(names.map((name) => [name, 0]));

/** Names counted from 1: y1, y2, … */
const counted = (letter: string, n: number): string[] =>
  Array.from({ length: n }, (_, i) => `${letter}${i + 1}`);

/** Three species, rate constants over nine decades, times over twelve. */
const robertson: Given = {
  name: "robertson",
  source: `${testSet}, rober; Robertson 1966; ${book}`,
  system: {
    states: { y1: 1, y2: 0, y3: 0 },
    rates: {
      y1: "-0.04*y1 + 1e4*y2*y3",
      y2: "0.04*y1 - 1e4*y2*y3 - 3e7*y2^2",
      y3: "3e7*y2^2",
    },
  },
  end: [0.2083340149701255e-7, 0.8333360770334713e-13, 0.999999979166505],
};

/** High irradiance responses of photomorphogenesis. */
const hires: Given = {
  name: "hires",
  source: `${testSet}, hires; Schäfer 1975; ${book}`,
  system: {
    states: { ...zeros(counted("y", 8)), y1: 1, y8: 0.0057 },
    define: { v: "280*y6*y8" },
    rates: {
      y1: "-1.71*y1 + 0.43*y2 + 8.32*y3 + 0.0007",
      y2: "1.71*y1 - 8.75*y2",
      y3: "-10.03*y3 + 0.43*y4 + 0.035*y5",
      y4: "8.32*y2 + 1.71*y3 - 1.12*y4",
      y5: "-1.745*y5 + 0.43*(y6 + y7)",
      y6: "-v + 0.69*y4 + 1.71*y5 - 0.43*y6 + 0.69*y7",
      y7: "v - 1.81*y7",
      y8: "-v + 1.81*y7",
    },
  },
  end: [
    0.7371312573325668e-3, 0.1442485726316185e-3, 0.5888729740967575e-4, 0.1175651343283149e-2,
    0.2386356198831331e-2, 0.6238968252742796e-2, 0.2849998395185769e-2, 0.2850001604814231e-2,
  ],
};

/** The oscillator in Liénard's time with ε = 1e-6 (μ = 1000). */
const vanderpol: Given = {
  name: "vanderpol",
  source: `${testSet}, vdpol; ${book}`,
  system: {
    states: { y1: 2, y2: 0 },
    parameters: { eps: 1e-6 },
    rates: { y1: "y2", y2: "((1 - y1^2)*y2 - y1)/eps" },
  },
  end: [1.706167732170483, -0.8928097010247975],
};

/** The Belousov–Zhabotinskii reaction: the Oregonator. */
const orego: Given = {
  name: "orego",
  source: `${testSet}, orego; Field and Noyes 1974; ${book}`,
  system: {
    states: { y1: 1, y2: 2, y3: 3 },
    parameters: { s: 77.27, q: 8.375e-6, w: 0.161 },
    rates: { y1: "s*(y2 + y1*(1 - q*y1 - y2))", y2: "(y3 - (1 + y1)*y2)/s", y3: "w*(y1 - y3)" },
  },
  end: [1.000814870318523, 1228.178521549917, 132.0554942846706],
};

/**
 * E5 of the stiff DETEST set: four species between 1e-3 and 1e-290.
 *
 * y2 = y3 + y4 always, and y4 vanishes; the published y2 and y3 differ in their third digit. So much has
 * rounding moved them apart, and at the end they follow dy/dt = −1.13e9·y², which does not forget. In the same way
 * rounding of y1 (4e-19) reaches y3, of whose size 1/1000 is 8e-15: 3e-6 was measured.
 */
const e5: Given = {
  name: "e5",
  source: `${testSet}, e5; Enright, Hull and Lindberg 1975; ${book}`,
  system: {
    states: { y1: 1.76e-3, y2: 0, y3: 0, y4: 0 },
    parameters: { A: 7.89e-10, B: 1.1e7, C: 1.13e3, M: 1e6 },
    define: { r1: "A*y1", r2: "B*y1*y3", r3: "M*C*y2*y3", r4: "C*y4" },
    rates: { y1: "-r1 - r2", y2: "r1 - r3", y3: "r1 - r2 - r3 + r4", y4: "r2 - r4" },
  },
  end: [0.1152903278711829e-290, 0.886765551764212e-22, 0.8854814626268838e-22, 0],
  agree: 1e-3,
  rounding: 2e-5,
  share: 1e-13,
};

const pollutionRates = [
  "0.35*y1",
  "26.6*y2*y4",
  "12.3e3*y5*y2",
  "0.86e-3*y7",
  "0.82e-3*y7",
  "15e3*y7*y6",
  "0.13e-3*y9",
  "24e3*y9*y6",
  "16.5e3*y11*y2",
  "9e3*y11*y1",
  "0.022*y13",
  "12e3*y10*y2",
  "1.88*y14",
  "16.3e3*y1*y6",
  "4.8e6*y3",
  "0.35e-3*y4",
  "0.0175*y4",
  "1e8*y16",
  "4.44e11*y16",
  "1240*y17*y6",
  "2.1*y19",
  "5.78*y19",
  "0.0474*y1*y4",
  "1780*y19*y1",
  "3.12*y20",
];

/** Air pollution: 20 species, 25 reactions. */
const pollution: Given = {
  name: "pollution",
  source: `${testSet}, pollu; Verwer 1994`,
  system: {
    states: { ...zeros(counted("y", 20)), y2: 0.2, y4: 0.04, y7: 0.1, y8: 0.3, y9: 0.01, y17: 0.007 },
    define: Object.fromEntries(pollutionRates.map((text, i) => [`r${i + 1}`, text])),
    rates: sums({
      y1: "-1 -10 -14 -23 -24 +2 +3 +9 +11 +12 +22 +25",
      y2: "-2 -3 -9 -12 +1 +21",
      y3: "-15 +1 +17 +19 +22",
      y4: "-2 -16 -17 -23 +15",
      y5: "-3 +4 +4 +6 +7 +13 +20",
      y6: "-6 -8 -14 -20 +3 +18 +18",
      y7: "-4 -5 -6 +13",
      y8: "+4 +5 +6 +7",
      y9: "-7 -8",
      y10: "-12 +7 +9",
      y11: "-9 -10 +8 +11",
      y12: "+9",
      y13: "-11 +10",
      y14: "-13 +12",
      y15: "+14",
      y16: "-18 -19 +16",
      y17: "-20",
      y18: "+20",
      y19: "-21 -22 -24 +23 +25",
      y20: "-25 +24",
    }),
  },
  end: [
    0.5646255480022769e-1, 0.1342484130422339, 0.4139734331099427e-8, 0.5523140207484359e-2,
    0.2018977262302196e-6, 0.1464541863493966e-6, 0.7784249118997964e-1, 0.3245075353396018,
    0.7494013383880406e-2, 0.1622293157301561e-7, 0.1135863833257075e-7, 0.2230505975721359e-2,
    0.208716288279863e-3, 0.1396921016840158e-4, 0.8964884856898295e-2, 0.4352846369330103e-17,
    0.6899219696263405e-2, 0.1007803037365946e-3, 0.1772146513969984e-5, 0.5682943292316392e-4,
  ],
};

/**
 * Ring modulator with C_s = 2e-12 F: 15 states, stiff, and ringing at 5 MHz for thousands of periods.
 *
 * Errors of phase add up over the periods: up to 100 rtol was measured at 1e-3 (rodas4), 40 at 1e-5 (rodas5p).
 * At 1e-7 rodas4 needs some 320 000 steps, too many for a test. The published values were found in double
 * precision at rtol 1e-12.
 */
const ring: Given = {
  name: "ring",
  source: `${testSet}, ringmod; Horneber 1976; Kampowsky, Rentrop and Schmidt 1992`,
  system: {
    states: zeros(counted("y", 15)),
    parameters: {
      C: 1.6e-8,
      Cs: 2e-12,
      Cp: 1e-8,
      R: 25e3,
      Rp: 50,
      Lh: 4.45,
      Ls1: 2e-3,
      Ls2: 5e-4,
      Ls3: 5e-4,
      Rg1: 36.3,
      Rg2: 17.3,
      Rg3: 17.3,
      Ri: 50,
      Rc: 600,
      gamma: 40.67286402e-9,
      delta: 17.7493332,
      pi: Math.PI,
    },
    define: {
      U1: "0.5*sin(2000*pi*t)",
      U2: "2*sin(20000*pi*t)",
      q1: "gamma*(exp(delta*(y3 - y5 - y7 - U2)) - 1)",
      q2: "gamma*(exp(delta*(-y4 + y6 - y7 - U2)) - 1)",
      q3: "gamma*(exp(delta*(y4 + y5 + y7 + U2)) - 1)",
      q4: "gamma*(exp(delta*(-y3 - y6 + y7 + U2)) - 1)",
    },
    rates: {
      y1: "(y8 - 0.5*y10 + 0.5*y11 + y14 - y1/R)/C",
      y2: "(y9 - 0.5*y12 + 0.5*y13 + y15 - y2/R)/C",
      y3: "(y10 - q1 + q4)/Cs",
      y4: "(-y11 + q2 - q3)/Cs",
      y5: "(y12 + q1 - q3)/Cs",
      y6: "(-y13 - q2 + q4)/Cs",
      y7: "(-y7/Rp + q1 + q2 - q3 - q4)/Cp",
      y8: "-y1/Lh",
      y9: "-y2/Lh",
      y10: "(0.5*y1 - y3 - Rg2*y10)/Ls2",
      y11: "(-0.5*y1 + y4 - Rg3*y11)/Ls3",
      y12: "(0.5*y2 - y5 - Rg2*y12)/Ls2",
      y13: "(-0.5*y2 + y6 - Rg3*y13)/Ls3",
      y14: "(-y1 + U1 - (Ri + Rg1)*y14)/Ls1",
      y15: "(-y2 - (Rc + Rg1)*y15)/Ls1",
    },
  },
  end: [
    -0.2339057358486745e-1, -0.7367485485540825e-2, 0.2582956709291169, -0.406446572128345,
    -0.4039455665149794, 0.2607966765422943, 0.1106761861269975, 0.2939904342435596e-6,
    -0.2840029933642329e-7, 0.7267198267264553e-3, 0.792948719696084e-3, -0.7255283495698965e-3,
    -0.7941401968526521e-3, 0.7088495416976114e-4, 0.239005907523657e-4,
  ],
  agree: 1e-9,
  bound: 200,
  tolerances: [1e-3, 1e-5],
};

const stars = [1, 2, 3, 4, 5, 6, 7];
const pull = (i: number, along: string): string =>
  stars
    .filter((j) => j !== i)
    .map((j) => `${j}*(${along}${j} - ${along}${i})/((x${i} - x${j})^2 + (y${i} - y${j})^2)^1.5`)
    .join(" + ");

/**
 * Seven stars in a plane, masses 1 … 7, with close encounters: not stiff. Columns x, y and their velocities u,
 * v.
 *
 * A change of one start value by 1e-7 of its size grows in the norm of errors by up to 5 400. Measured: 1 300
 * rtol with rodas5p, 51 with rodas4, which takes two to three times the steps.
 */
const pleiades: Given = {
  name: "pleiades",
  source: `${testSet}, plei; Hairer, Nørsett and Wanner, Solving Ordinary Differential Equations I, p. 245`,
  system: {
    states: {
      ...zeros(["x", "y", "u", "v"].flatMap((letter) => counted(letter, 7))),
      ...{ x1: 3, x2: 3, x3: -1, x4: -3, x5: 2, x6: -2, x7: 2 },
      ...{ y1: 3, y2: -3, y3: 2, y6: -4, y7: 4, u6: 1.75, u7: -1.5, v4: -1.25, v5: 1 },
    },
    rates: Object.fromEntries(
      stars.flatMap((i) => [
        [`x${i}`, `u${i}`],
        [`y${i}`, `v${i}`],
        [`u${i}`, pull(i, "x")],
        [`v${i}`, pull(i, "y")],
      ]),
    ),
  },
  end: [
    0.3706139143970502, 3.237284092057233, -3.222559032418324, 0.659709145577531, 0.3425581707156584,
    1.562172101400631, -0.7003092922212495, -3.943437585517392, -3.27138097397255, 5.225081843456543,
    -2.59061243497747, 1.198213693392275, -0.2429682344935824, 1.09144924042898, 3.417003806314313,
    1.354584501625501, -2.590065597810775, 2.025053734714242, -1.155815100160448, -0.8072988170223021,
    0.595239635420871, -3.74124496123401, 0.377345968575063, 0.9386858869551073, 0.3667922227200571,
    -0.347404635380849, 2.344915448180937, -1.947020434263292,
  ],
  bound: 3000,
};

/** Chemical Akzo Nobel: five species and one algebraic state, of index 1. */
const akzo: Given = {
  name: "akzo",
  source: `${testSet}, chemakzo`,
  system: {
    states: { y1: 0.444, y2: 0.00123, y3: 0, y4: 0.007, y5: 0, y6: "Ks*0.444*0.007" },
    parameters: { k1: 18.7, k2: 0.58, k3: 0.09, k4: 0.42, K: 34.4, kla: 3.3, Ks: 115.83, p: 0.9, H: 737 },
    define: {
      r1: "k1*y1^4*sqrt(y2)",
      r2: "k2*y3*y4",
      r3: "k2/K*y1*y5",
      r4: "k3*y1*y4^2",
      r5: "k4*y6^2*sqrt(y2)",
      Fin: "kla*(p/H - y2)",
    },
    rates: {
      y1: "-2*r1 + r2 - r3 - r4",
      y2: "-0.5*r1 - r4 - 0.5*r5 + Fin",
      y3: "r1 - r2 + r3",
      y4: "-r2 + r3 - 2*r4",
      y5: "r2 - r3 + r5",
    },
    algebraic: { y6: "Ks*y1*y4 - y6" },
  },
  end: [
    0.1150794920661702, 0.1203831471567715e-2, 0.1611562887407974, 0.3656156421249283e-3,
    0.1708010885264404e-1, 0.4873531310307455e-2,
  ],
};

/**
 * Transistor amplifier, of index 1.
 *
 * Published with node voltages y1 … y8 and a singular mass matrix of 2 × 2 blocks, one for each capacitor
 * between two nodes. With the voltages over capacitors (a, b, c, d, e) as differential states, and y2, y5, y8
 * from the sum of the two rows of a block, which have no derivative in them, it is the same system with a mass
 * matrix of zeros and ones.
 *
 * At the end, where a step lands, errors are below rtol; inside steps the interpolant adds up to 12 rtol
 * (rodas4, 1e-7).
 */
const amplifier: Given = {
  name: "amplifier",
  source: `${testSet}, transamp`,
  system: {
    states: { a: 3, b: 3, c: -3, d: 3, e: -6, y2: 3, y5: 3, y8: 0 },
    parameters: { Ub: 6, UF: 0.026, alpha: 0.99, beta: 1e-6, R0: 1000, R: 9000, pi: Math.PI },
    define: {
      y1: "y2 - a",
      y3: "b",
      y4: "y5 - c",
      y6: "d",
      y7: "y8 - e",
      U: "0.1*sin(200*pi*t)",
      F1: "beta*(exp((y2 - y3)/UF) - 1)",
      F2: "beta*(exp((y5 - y6)/UF) - 1)",
    },
    rates: {
      a: "(y1 - U)/R0/1e-6",
      b: "(F1 - y3/R)/2e-6",
      c: "((y4 - Ub)/R + alpha*F1)/3e-6",
      d: "(F2 - y6/R)/4e-6",
      e: "((y7 - Ub)/R + alpha*F2)/5e-6",
    },
    algebraic: {
      y2: "(y1 - U)/R0 + y2/R + (y2 - Ub)/R + (1 - alpha)*F1",
      y5: "(y4 - Ub)/R + alpha*F1 + y5/R + (y5 - Ub)/R + (1 - alpha)*F2",
      y8: "(y7 - Ub)/R + alpha*F2 + y8/R",
    },
    observables: Object.fromEntries(counted("y", 8).map((y) => [y, y])),
  },
  end: [
    -0.5562145012262709e-2, 3.006522471903042, 2.849958788608128, 2.926422536206241, 2.704617865010554,
    2.761837778393145, 4.770927631616772, 1.236995868091548,
  ],
  bound: 40,
  sizes: { a: 3, b: 3, c: 3, d: 3, e: 6 },
};

/** All of them. */
export const published: readonly Reference[] = [
  robertson,
  hires,
  vanderpol,
  orego,
  e5,
  pollution,
  ring,
  pleiades,
  akzo,
  amplifier,
].map(withReference);

function withReference(given: Given): Reference {
  const file = new URL(`../references/solve/${given.name}.csv`, import.meta.url);
  const lines = readFileSync(file, "utf8").trim().split("\n");
  const cells = lines.filter((line) => !line.startsWith("#")).map((line) => line.split(","));
  const [head, most, ...rows] = cells as [string[], string[], ...string[][]];
  const compiled = compileSystem(given.system);
  if (head.slice(1).join() !== compiled.observables.join())
    throw new Error(`${file} has other columns than ${given.name}`);
  return {
    ...{ agree: 3e-13, bound: 10, rounding: 0, tolerances: [1e-3, 1e-5, 1e-7], share: 1e-3, sizes: {} },
    ...given,
    compiled,
    times: rows.map((row) => Number(row[0])),
    values: Float64Array.from(rows.flatMap((row) => row.slice(1).map(Number))),
    largest: Float64Array.from(most.slice(1).map(Number)),
  };
}

/** Tolerances of a problem at one rtol: atol is a share of rtol times the size of each state. */
export function tolerances(problem: Reference, rtol: number): Pick<SolveOptions, "rtol" | "atol"> {
  const { compiled, largest, sizes, share } = problem;
  const size = (state: string): number => sizes[state] ?? largest[compiled.observables.indexOf(state)]!;
  return { rtol, atol: Float64Array.from(compiled.states, (state) => share * rtol * size(state)) };
}

/**
 * Largest over report times of the root mean square over observables of |y − y_ref| / (|y_ref| +
 * largest/1000): errors relative to each value, down to a thousandth of the size of what it is a value of.
 */
export function errorOf(problem: Reference, observed: Solution["observed"]): number {
  const n = problem.largest.length;
  let most = 0;
  for (let k = 0; k < problem.times.length; k++) {
    let total = 0;
    for (let i = 0; i < n; i++) {
      const wanted = problem.values[k * n + i]!;
      total += ((observed[k * n + i]! - wanted) / (Math.abs(wanted) + 1e-3 * problem.largest[i]!)) ** 2;
    }
    most = Math.max(most, Math.sqrt(total / n));
  }
  return most;
}
