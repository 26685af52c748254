import { type LuPlan, type Operations, planLu, type SparsePattern } from "#solve";
import type { Equations } from "../equations.ts";
import { argumentsFirst, type Node, ON_PARAMETERS, ON_TIME } from "../graph.ts";

/** New nodes in one function, about: larger ones take the engine's compiler disproportionately long. */
const PIECE = 1000;

/** True for what stands in memory or in the code itself and is never found twice. */
export function isLeaf(node: Node): boolean {
  return node.op === "number" || node.op === "parameter" || node.op === "state" || node.op === "time";
}

const truths = new Set(["lt", "le", "gt", "ge", "eq", "ne", "and", "or", "not"]);
/** True for nodes whose value is a truth: they are written as masks, anew at each use. */
export function isTruth(node: Node): boolean {
  return truths.has(node.op);
}

/** Where numbers that functions share are kept: one index each, in the order met. */
export class Places<K> {
  readonly #places = new Map<K, number>();

  get size(): number {
    return this.#places.size;
  }
  get keys(): readonly K[] {
    return [...this.#places.keys()];
  }
  has(key: K): boolean {
    return this.#places.has(key);
  }
  of(key: K): number {
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    const place = this.#places.size;
    this.#places.set(key, place);
    return place;
  }
  /** The place of what has one: once memory is laid out, there are no new ones. */
  at(key: K): number {
    const known = this.#places.get(key);
    if (known === undefined) throw new Error("something was written that was not planned");
    return known;
  }
}

/** A function of a model: what it finds, in pieces of bounded size. */
export interface Task {
  readonly outputs: readonly Node[];
  /** Indices of outputs, piece by piece. */
  readonly pieces: readonly (readonly number[])[];
  /** Nodes found in one piece and needed in a later one, in the order met. */
  readonly shared: ReadonlyMap<Node, number>;
  /** True when what hangs on parameters alone is read from its place instead of found. */
  readonly hoisted: boolean;
}

/** Everything that is written for a model, whatever method and lanes. */
export interface KernelPlan {
  readonly equations: Equations;
  readonly parameters: number;
  readonly pattern: SparsePattern;
  readonly lu: LuPlan;
  readonly autonomous: boolean;
  /** Nodes that hang on parameters alone and are kept behind them in `c`. */
  readonly constants: Places<Node>;
  /** Numbers in the code, kept in one table. */
  readonly numbers: Places<number>;
  /** Nodes that pieces leave for each other. */
  readonly scratch: Places<Node>;
  readonly tasks: Readonly<
    Record<"prepare" | "initial" | "evaluate" | "rates" | "triggers" | "observe", Task>
  >;
  readonly events: readonly Task[];
}

/** Plans the functions of a model: what is found once per member, what per call, and in how many pieces. */
export function planKernel(equations: Equations, parameters: number): KernelPlan {
  const { graph, rates, mass } = equations;
  const { pattern, values } = jacobianEntries(equations);
  const lu = planLu(pattern, mass && Uint8Array.from(mass));
  const autonomous = rates.every((r) => (r.on & ON_TIME) === 0);
  const slopes = autonomous ? [] : rates.map((r) => graph.timeDerivative(r));
  const constants = new Places<Node>();
  const scratch = new Places<Node>();
  const numbers = new Places<number>();
  const task = (outputs: readonly Node[], hoisted = true): Task =>
    planTask(outputs, hoisted, constants, scratch, numbers);
  const tasks = {
    initial: task(equations.initial, false),
    rates: task(rates),
    evaluate: task([...rates, ...values, ...slopes]),
    triggers: task(equations.triggers),
    observe: task(equations.observables),
  };
  const events = equations.events.map((assignments) => task(assignments.map((a) => a.value)));
  const prepare = task(constants.keys, false);
  return {
    equations,
    parameters,
    pattern,
    lu,
    autonomous,
    constants,
    numbers,
    scratch,
    tasks: { ...tasks, prepare },
    events,
  };
}

/** Symbolic non-zeros of df/dy by rows, the diagonal always among them. */
export function jacobianEntries(equations: Equations): { pattern: SparsePattern; values: Node[] } {
  const n = equations.rates.length;
  const starts = new Int32Array(n + 1);
  const columns: number[] = [];
  const values: Node[] = [];
  for (let i = 0; i < n; i++) {
    const rate = equations.rates[i]!;
    for (const j of [...new Set([...rate.states, i])].sort((a, b) => a - b)) {
      const value = equations.graph.derivative(rate, j);
      if (j !== i && value.op === "number" && value.value === 0) continue;
      columns.push(j);
      values.push(value);
    }
    starts[i + 1] = columns.length;
  }
  return { pattern: { n, starts, columns: Int32Array.from(columns) }, values };
}

function planTask(
  outputs: readonly Node[],
  hoisted: boolean,
  constants: Places<Node>,
  scratch: Places<Node>,
  numbers: Places<number>,
): Task {
  const pieces: number[][] = [[]];
  const home = new Map<Node, number>();
  const shared = new Map<Node, number>();
  let met = 0;
  /** Notes what a node needs. @returns whether its arguments are to be visited, too */
  const visit = (node: Node): boolean => {
    if (node.op === "number") {
      if (node.value !== 0) numbers.of(node.value);
      return false;
    }
    if (isLeaf(node)) return false;
    if (hoisted && (node.on & ~ON_PARAMETERS) === 0) {
      constants.of(node);
      return false;
    }
    const piece = pieces.length - 1;
    const known = home.get(node);
    if (known !== undefined) {
      if (known === piece) return false;
      if (!isTruth(node)) {
        scratch.of(node);
        if (!shared.has(node)) shared.set(node, shared.size);
        return false;
      }
    }
    home.set(node, piece);
    met++;
    return true;
  };
  const open: Node[] = [];
  outputs.forEach((node, i) => {
    if (met > PIECE) {
      pieces.push([]);
      met = 0;
    }
    pieces.at(-1)!.push(i);
    open.push(node);
    for (let next = open.pop(); next; next = open.pop())
      if (visit(next)) for (let k = next.args.length - 1; k >= 0; k--) open.push(next.args[k]!);
  });
  return { outputs, pieces, shared, hoisted };
}

/** Cost of an operation in multiplications, about; what is not named costs one. */
const costs: Readonly<Record<string, number>> = {
  number: 0,
  parameter: 0,
  state: 0,
  time: 0,
  div: 4,
  sqrt: 5,
  exp: 12,
  ln: 12,
  log10: 14,
  pow: 30,
  safepow: 30,
  sin: 20,
  cos: 20,
  tan: 30,
  asin: 30,
  acos: 30,
  atan: 30,
  sinh: 20,
  cosh: 20,
  tanh: 20,
};

/** What one call of each function costs, in multiplications: the measure that methods are chosen by. */
export function operationsOf(plan: KernelPlan): Operations {
  const count = ({ outputs }: Task): number => {
    let sum = 0;
    argumentsFirst(
      outputs,
      (node) => (node.on & ~ON_PARAMETERS) !== 0,
      (node) => {
        sum += costs[node.op] ?? 1;
      },
    );
    return sum;
  };
  return {
    rates: count(plan.tasks.rates),
    evaluate: count(plan.tasks.evaluate),
    factor: plan.lu.operations,
    solve: plan.lu.entries,
  };
}
