import { compileElasticities } from "#compile";
import type { Model } from "#model";
import { type Eigenvalues, eigenvalues, type Kernel, steadyState } from "#solve";
import { KationError } from "#units";
import {
  columns,
  independentRows,
  inverse,
  type Matrix,
  matrix,
  multiply,
  rows,
  solveLeft,
} from "./matrices.ts";

/** A steady state and what it takes to move it. Rows and columns are in the order of `species` and `reactions`. */
export interface Control {
  readonly species: readonly string[];
  readonly reactions: readonly string[];
  /** State of each species: its concentration, or its amount where the model keeps that. */
  readonly state: Float64Array;
  readonly fluxes: Float64Array;
  /** Change of each state by one turn of each reaction. */
  readonly stoichiometry: Matrix;
  /** Species whose rows are independent; the states of the others follow from them and the conserved sums. */
  readonly independent: readonly string[];
  /** Stoichiometry = link · its independent rows. */
  readonly link: Matrix;
  readonly jacobian: Matrix;
  readonly eigenvalues: Eigenvalues;
  /** Of the independent species, conserved sums held. */
  readonly reducedJacobian: Matrix;
  readonly reducedEigenvalues: Eigenvalues;
  /** ∂flux/∂state. */
  readonly elasticity: Matrix;
  /** d state/d rate and d flux/d rate at the steady state. */
  readonly stateControl: Matrix;
  readonly fluxControl: Matrix;
  /** The same three relative to fluxes and states: ∂ln/∂ln. */
  readonly scaled: {
    readonly elasticity: Matrix;
    readonly stateControl: Matrix;
    readonly fluxControl: Matrix;
  };
  /** Response of states and fluxes to a parameter, scaled: d ln(state)/d ln(parameter). @throws `unknown-name` */
  response(parameter: string): { readonly states: Float64Array; readonly fluxes: Float64Array };
}

/** How the steady state is searched for. */
export interface ControlOptions {
  /** Default 1e-10. */
  readonly rtol?: number;
  /** Default 1e-14. */
  readonly atol?: number;
  /** Order of species; the model's when absent. */
  readonly order?: readonly string[];
}

/**
 * Metabolic control analysis of a network at its steady state, with the conserved sums of its start.
 *
 *     N = L·N_R,   J = N·E,   J_R = N_R·E·L,   C^S = −L·J_R⁻¹·N_R,   C^J = I + E·C^S
 *
 * @throws `failed-integration` when no steady state is found; `unsupported-feature` when states other than species move
 * @source Reder, J. Theor. Biol. 135, 175 (1988), doi:10.1016/S0022-5193(88)80073-0
 * @example  const { fluxes, scaled } = control(model);
 */
export function control(model: Model, options: ControlOptions = {}): Control {
  const { kernel, states, reactions, nominal } = compileElasticities(model);
  const parameters = nominal();
  const found = steadyState(
    { kernel, parameters, t0: 0 },
    { rtol: options.rtol ?? 1e-10, atol: options.atol ?? 1e-14 },
  );
  if (found.status !== "done") throw new KationError("failed-integration", found.message);
  const species = options.order ?? states.filter((id) => model.species.some((s) => s.id === id));
  const index = species.map((id) => {
    const at = states.indexOf(id);
    if (at < 0) throw new KationError("unknown-name", `no state is called ${id}`);
    return at;
  });
  const here = rateTable(kernel, parameters, found.state, reactions.length);
  const elasticity = columns(here.slopes, index);
  const stoichiometry = rows(here.turns, index);
  const jacobian = multiply(stoichiometry, elasticity);
  const chosen = independentRows(stoichiometry);
  const reduced = rows(stoichiometry, chosen);
  const link = solveLeft(stoichiometry, reduced);
  const reducedJacobian = multiply(multiply(reduced, elasticity), link);
  const negative = multiply(multiply(link, inverse(reducedJacobian)), reduced);
  const stateControl = matrix(negative.rows, negative.columns, (i, j) => -negative.at(i, j));
  const indirect = multiply(elasticity, stateControl);
  const count = reactions.length;
  const fluxControl = matrix(count, count, (i, j) => indirect.at(i, j) + (i === j ? 1 : 0));
  const state = Float64Array.from(index, (k) => found.state[k]!);
  const { rates: fluxes } = here;
  const scale = (m: Matrix, by: Float64Array, of: Float64Array): Matrix =>
    matrix(m.rows, m.columns, (i, j) => (m.at(i, j) * by[j]!) / of[i]!);
  return {
    species,
    reactions,
    state,
    fluxes,
    stoichiometry,
    independent: chosen.map((i) => species[i]!),
    link,
    jacobian,
    eigenvalues: eigenvaluesOf(jacobian),
    reducedJacobian,
    reducedEigenvalues: eigenvaluesOf(reducedJacobian),
    elasticity,
    stateControl,
    fluxControl,
    scaled: {
      elasticity: scale(elasticity, state, fluxes),
      stateControl: scale(stateControl, fluxes, state),
      fluxControl: scale(fluxControl, fluxes, fluxes),
    },
    response: (id) => {
      const at = model.parameters.findIndex((p) => p.id === id);
      if (at < 0) throw new KationError("unknown-name", `no parameter is called ${id}`);
      const slopes = parameterSlopes(kernel, parameters, at, found.state, count);
      const value = parameters[at]!;
      const ofStates = multiply(stateControl, slopes);
      const ofFluxes = multiply(fluxControl, slopes);
      return {
        states: state.map((s, i) => (ofStates.at(i, 0) * value) / s),
        fluxes: fluxes.map((f, i) => (ofFluxes.at(i, 0) * value) / f),
      };
    },
  };
}

function eigenvaluesOf(m: Matrix): Eigenvalues {
  const found = eigenvalues(m.rows, Float64Array.from(m.values));
  if (!found) throw new KationError("failed-integration", "the eigenvalues of a Jacobian could not be found");
  return found;
}

function prepared(kernel: Kernel, parameters: Float64Array): Float64Array {
  const c = new Float64Array(kernel.constants);
  c.set(parameters);
  kernel.prepare(c);
  return c;
}

/** Rates of all reactions at a state, their derivatives to all states, and what one turn of each adds to the states. */
function rateTable(
  kernel: Kernel,
  parameters: Float64Array,
  y: Float64Array,
  count: number,
): { rates: Float64Array; slopes: Matrix; turns: Matrix } {
  const out = new Float64Array(kernel.observables);
  kernel.observe(0, y, prepared(kernel, parameters), out);
  const { n } = kernel;
  return {
    rates: out.slice(0, count),
    slopes: matrix(count, n, (i, j) => out[count + i * n + j]!),
    turns: matrix(n, count, (i, j) => out[count + count * n + j * n + i]!),
  };
}

/** ∂rate/∂parameter, by central differences: a column. */
function parameterSlopes(
  kernel: Kernel,
  parameters: Float64Array,
  at: number,
  y: Float64Array,
  count: number,
): Matrix {
  const step = 2 ** -17 * Math.max(Math.abs(parameters[at]!), 2 ** -40);
  const moved = (by: number): Float64Array => {
    const p = parameters.slice();
    p[at]! += by;
    return rateTable(kernel, p, y, count).rates;
  };
  const [above, below] = [moved(step), moved(-step)];
  return matrix(count, 1, (i) => (above[i]! - below[i]!) / (2 * step));
}
