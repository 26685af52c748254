import { ln, pow } from "#units";

/** Temperatures at which water's dielectric constant and density are stated, K. */
export const waterRange: readonly [number, number] = [273.15, 373.15];

/** Dielectric constant of water at 1 bar. @source waterDielectric */
export function dielectricConstant(T: number): number {
  const at1000 = 342.79 * pow(Math.E, -5.0866e-3 * T + 9.469e-7 * T * T);
  const c = -2.0525 + 3115.9 / (-182.89 + T);
  const b = -8032.5 + 4.2142e6 / T + 2.1417 * T;
  return at1000 + c * ln((b + 1) / (b + 1000));
}

/** Density of water at 1 bar, g/cm³. @source waterDensity */
export function waterDensity(T: number): number {
  const t = T - 273.15;
  const above =
    999.83952 +
    t * (16.945176 + t * (-7.9870401e-3 + t * (-46.170461e-6 + t * (105.56302e-9 + t * -280.54253e-12))));
  return above / (1 + 16.87985e-3 * t) / 1000;
}

/**
 * Debye–Hückel slope of log10 γ, M^-½: 0.5092 at 25 °C.
 *
 *     A = 1.82483e6·√ρ/(ε·T)^1.5
 *
 * @param T  temperature, K, 273.15–373.15
 */
export function debyeHueckelSlope(T: number): number {
  return (1.82483e6 * Math.sqrt(waterDensity(T))) / pow(dielectricConstant(T) * T, 1.5);
}

/**
 * −log10 γ of a charge of one over the slope, by Davies: `√I/(1 + √I) − 0.3·I`.
 * @param I  ionic strength, M, ≥ 0
 * @valid    I ≤ 0.5 M
 * @source   davies1962
 */
export function daviesTerm(I: number): number {
  const root = Math.sqrt(I);
  return root / (1 + root) - 0.3 * I;
}
