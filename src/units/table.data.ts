/** SI prefixes, `u` and `µ` alike; `da` before `d`. */
export const prefixes: Readonly<Record<string, number>> = {
  da: 1e1, Y: 1e24, Z: 1e21, E: 1e18, P: 1e15, T: 1e12, G: 1e9, M: 1e6, k: 1e3, h: 1e2, d: 1e-1, c: 1e-2, m: 1e-3,
  u: 1e-6, µ: 1e-6, n: 1e-9, p: 1e-12, f: 1e-15, a: 1e-18, z: 1e-21,
};

/**
 * Factor to base units, exponents of m kg s A K mol cd, and marks: `p` takes prefixes, `c` is °C.
 * Things that are counted (cell, item, particle) and angles are dimensionless: 1/mL and cell/mL are one unit.
 */
export const unitTable: Readonly<Record<string, readonly [number, readonly number[], string?]>> = {
  m: [1, [1], "p"], g: [1e-3, [0, 1], "p"], s: [1, [0, 0, 1], "p"], A: [1, [0, 0, 0, 1], "p"], K: [1, [0, 0, 0, 0, 1], "p"],
  mol: [1, [0, 0, 0, 0, 0, 1], "p"], cd: [1, [0, 0, 0, 0, 0, 0, 1], "p"],
  min: [60, [0, 0, 1]], h: [3600, [0, 0, 1]], d: [86400, [0, 0, 1]], day: [86400, [0, 0, 1]], week: [604800, [0, 0, 1]],
  year: [31557600, [0, 0, 1]], sec: [1, [0, 0, 1]], hour: [3600, [0, 0, 1]], minute: [60, [0, 0, 1]],
  L: [1e-3, [3], "p"], l: [1e-3, [3], "p"], M: [1e3, [-3, 0, 0, 0, 0, 1], "p"],
  N: [1, [1, 1, -2], "p"], Pa: [1, [-1, 1, -2], "p"], J: [1, [2, 1, -2], "p"], W: [1, [2, 1, -3], "p"], Hz: [1, [0, 0, -1], "p"],
  C: [1, [0, 0, 1, 1], "p"], V: [1, [2, 1, -3, -1], "p"], ohm: [1, [2, 1, -3, -2], "p"], S: [1, [-2, -1, 3, 2], "p"],
  F: [1, [-2, -1, 4, 2], "p"], T: [1, [0, 1, -2, -1], "p"], Gy: [1, [2, 0, -2], "p"], Sv: [1, [2, 0, -2], "p"], Bq: [1, [0, 0, -1], "p"],
  kat: [1, [0, 0, -1, 0, 0, 1], "p"], U: [1e-6 / 60, [0, 0, -1, 0, 0, 1], "p"], eV: [1.602176634e-19, [2, 1, -2], "p"],
  cal: [4.184, [2, 1, -2], "p"], Da: [1.6605390666e-27, [0, 1], "p"], bar: [1e5, [-1, 1, -2], "p"], atm: [101325, [-1, 1, -2]],
  mmHg: [133.322387415, [-1, 1, -2]], Å: [1e-10, [1]], rad: [1, []], item: [1, []], items: [1, []], cell: [1, []], cells: [1, []],
  particle: [1, []], particles: [1, []], "%": [0.01, []], "%ID": [0.01, []], "%ID/g": [10, [0, -1]], ppm: [1e-6, []], ppb: [1e-9, []],
  degC: [1, [0, 0, 0, 0, 1], "c"], "°C": [1, [0, 0, 0, 0, 1], "c"], lm: [1, [0, 0, 0, 0, 0, 0, 1], "p"],
};
