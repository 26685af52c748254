import { agents, assemble, cells, environments } from "#biology";
import { compile, instantiate } from "#compile";
import { settle, solve } from "#solve";

const { model } = assemble({
  agent: agents.sio2Spheres,
  cell: cells.tumourGeneric,
  environment: environments.mediumPh74,
  culture: { density: "1e6 1/mL", volume: "100 uL" },
  without: ["iron-storage", "calibration"],
});
const compiled = compile(model);
const kernel = instantiate(compiled.program);

/** The constants of the reference cell, base units: concentrations in mM, per mM and s. */
const reference: Readonly<Record<string, number>> = {
  // 600 volumes of medium per cell volume at 1e6 cells/mL.
  V_cyt: 1e-12 / 600,
  kappa: 10.4,
  s_peroxide: 1e-3,
  v_superoxide: 5e-4,
  k_catalase: 20,
  PrxT: 0.1,
  k_prx_condensation: 7,
  k_prx_sulfinylation: 3,
  k_srx: 2e-3,
  TrxT: 0.025,
  V_trxr: 0.2,
  GPx1: 1e-3,
  V_gr: 0.1,
  NADPT: 0.0606,
  V_g6pdh: 0.375,
  k_gsh_synthesis: 1.1e-3,
  k_gsh_loss: 2e-4,
  LIP: 1e-3,
  // All iron on citrate, every oxidant ·OH.
  citrate_cyt: 1e9,
  f_OH_Fe_citrate: 1,
  HCO3__cyt: 0,
  f_OHL: 1e-2,
  k_red_Fe3__cyt: 1e-2,
  GPX4: 2e-4,
  TOH_membrane: 0.1,
  LH: 300,
  V_reg: 1e-5,
  // Left out of the reference: loss of GSSG, the medium's own H2O2, uncatalysed GSH oxidation, Fe(II) + O2, Fe(III) + superoxide,
  // Fe(III) + LOOH, ascorbate or reductases.
  k_gssg_loss: 0,
  V_gssg_export: 0,
  k_medium: 0,
  H2O2_medium: 0,
  pyruvate_medium: 0,
  k_gsh_peroxide: 0,
  k_oxygen_Fe2: 0,
  k_oxygen_Fe2_ligand: 0,
  k_red_Fe3_ascorbate: 0,
  k_red_Fe3_reductase: 0,
  k_superoxide_Fe3__cyt: 0,
  k_LOOH_Fe3: 0,
};

/** One run of the reference cell from rest; concentrations read in M. */
export interface ReferenceRun {
  /** Concentration at rest, M. */
  rest(id: string): number;
  /** Concentration at report time `i`, M. */
  at(id: string, i: number): number;
  /** A read-out at report time `i`. */
  read(id: string, i: number): number;
}

/**
 * Runs the reference cell: rest for 2e5 s, then `hours`.
 * @param change  parameters in base units
 * @param start   changes the state at rest before the run, mM
 */
export function referenceCell(
  change: Readonly<Record<string, number>> = {},
  hours: readonly number[] = [0.5, 1, 4, 24],
  start: (y: Float64Array, index: (id: string) => number) => void = () => {},
): ReferenceRun {
  const index = (id: string): number => compiled.states.indexOf(id);
  const nominal = compiled.nominal();
  const apply = (values: Readonly<Record<string, number>>): Float64Array => {
    const p = nominal.slice();
    for (const [id, value] of Object.entries(values)) {
      if (!compiled.parameters.includes(id)) throw new Error(`no parameter ${id}`);
      p[compiled.parameters.indexOf(id)] = value;
    }
    return p;
  };
  const options = { rtol: 1e-7, atol: 1e-15 };
  // Inhibition begins with the run, not at rest; the density of the culture does not matter there.
  const {
    gpx4_inhibition: _gpx4,
    xc_inhibition: _xc,
    culture_density: _density,
    ...atRest
  } = change as Record<string, number>;
  const zero = { kernel, t0: 0, times: Float64Array.of(0) };
  const rest = settle(
    { ...zero, parameters: apply({ ...reference, ...atRest }) },
    2e5,
    compiled.program.counters,
    options,
  ).state;
  const from = rest.slice();
  start(from, index);
  const solution = solve(
    {
      kernel,
      parameters: apply({ ...reference, ...change }),
      start: from,
      t0: 0,
      times: Float64Array.from(hours, (h) => h * 3600),
      schedule: [{ t: 0, fire: [compiled.events.indexOf("start")] }],
    },
    options,
  );
  if (solution.status !== "done") throw new Error(solution.message);
  return {
    rest: (id) => rest[index(id)]! / 1e3,
    at: (id, i) => solution.states[i * kernel.n + index(id)]! / 1e3,
    read: (id, i) => solution.observed[i * kernel.observables + compiled.observables.indexOf(id)]!,
  };
}
