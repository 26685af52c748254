/** Quantiles over published assays. */
export interface Spread {
  readonly n: number;
  readonly p5: number;
  readonly median: number;
  readonly p95: number;
}

/**
 * Peroxidase constants of oxide and sulfide particles with H2O2 varied, from the ChemX table of nanozymes (MIT licence;
 * articles by DOI in it; a quarter of the articles is kept back). Made by bench/nanozyme-kinetics.ts: kcat in 1/s per
 * metal atom of a geometric surface with 10 atoms/nm², Km in M, efficiency kcat/Km in 1/(M·s).
 */
export const surfaceActivities: {
  readonly pooled: { readonly Km: Spread; readonly kcat: Spread; readonly efficiency: Spread };
  readonly materials: Readonly<Record<string, { readonly Km?: Spread; readonly kcat?: Spread }>>;
} = {"pooled":{"Km":{"n":100,"p5":0.00000505,"median":0.00307,"p95":0.265},"kcat":{"n":29,"p5":0.0000414,"median":0.000671,"p95":0.0812},"efficiency":{"n":29,"p5":0.000593,"median":0.183,"p95":636}},"materials":{"Fe3O4":{"Km":{"n":21,"p5":0.000741,"median":0.0546,"p95":0.48},"kcat":{"n":8,"p5":0.0000554,"median":0.000422,"p95":0.0224}},"Fe2O3":{"Km":{"n":8,"p5":0.0952,"median":0.13,"p95":0.153},"kcat":{"n":1,"p5":0.00000173,"median":0.00000173,"p95":0.00000173}},"MnO2":{"Km":{"n":1,"p5":0.00134,"median":0.00134,"p95":0.00134}},"CuO":{"Km":{"n":5,"p5":0.000186,"median":0.0148,"p95":0.294},"kcat":{"n":3,"p5":0.00133,"median":0.00988,"p95":0.0181}},"Cu2O":{"Km":{"n":1,"p5":0.0204,"median":0.0204,"p95":0.0204},"kcat":{"n":1,"p5":0.161,"median":0.161,"p95":0.161}},"FeS2":{"Km":{"n":3,"p5":0.0000994,"median":0.000227,"p95":0.000292},"kcat":{"n":1,"p5":0.0553,"median":0.0553,"p95":0.0553}},"CuFe2O4":{"Km":{"n":2,"p5":0.0000016,"median":0.0000243,"p95":0.00037},"kcat":{"n":1,"p5":0.000513,"median":0.000513,"p95":0.000513}}}};

/**
 * Log-linear fit of log10 kcat: slope per pH unit, activation energy (kJ/mol), slope per decade of size (nm), and the
 * standard deviation of log10 kcat before and after. What the three explain is small against what separates laboratories.
 */
export const surfaceFit: {
  readonly n: number;
  readonly pH: number;
  readonly activation: number;
  readonly size: number;
  readonly before: number;
  readonly after: number;
} = {"n":29,"pH":0.169,"activation":-3.84,"size":0.472,"before":1.22,"after":1.24};
