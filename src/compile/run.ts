import type { Expr } from "#expr";
import type { Model, ModelEvent } from "#model";
import type { Program } from "#solve";
import { EquationBuilder, type Equations } from "./equations.ts";
import { type Graph, type Node, ON_PARAMETERS, ON_TIME } from "./graph.ts";
import { type CompiledHybrid, compileHybrid } from "./hybrid.ts";
import { isTruth } from "./machine/plan.ts";
import { jumping, ModeFinder } from "./modes.ts";
import { CompiledProgram } from "./program.ts";

/** A model that may be followed in time by the compiled step loop, its conditions as events of that loop. */
export interface PlainRun {
  readonly loop: "plain";
  readonly equations: Equations;
  readonly program: Program;
  readonly states: readonly string[];
  readonly observables: readonly string[];
  /** The values the model has, in base units; behind them when the run begins, and what is held during a step. */
  nominal(begin: number): Float64Array;
  /** Times, ascending, at which steps have to end since a condition on time changes there. */
  readonly stops: readonly number[];
  /** Times at which an equality with time holds: a run that one of them is in is one for the hybrid loop. */
  readonly moments: readonly number[];
  /** True when a condition may come and go, so that steps must not be long. */
  readonly watches: boolean;
  /** So many of the first events act on each other: a run in which two of them fire at one time is one for the hybrid loop. */
  readonly apart: number;
  /** Of these, those that do nothing at the start. */
  readonly quiet: ReadonlySet<number>;
  /** Events on equalities: a run in which one fires behind the start is one for the hybrid loop. */
  readonly doubtful: ReadonlySet<number>;
  /** Events from here on, in pairs, see the sides of an equality cross, up and down. */
  readonly crossings: number;
}

/** A model for `solveHybrid`, and why. */
export interface HybridRun extends Pick<CompiledHybrid, "states" | "observables" | "nominal"> {
  readonly loop: "hybrid";
  readonly because: string;
  readonly compiled: CompiledHybrid;
  readonly watches: boolean;
}

/**
 * Compiles any model there can be, to be followed in time: for the compiled step loop wherever that gives what the hybrid
 * loop gives, else for the hybrid loop, with the reason.
 *
 * A relation in a rate, `floor` and `ceil` are held in a parameter during a step; an event of the compiled loop fires where
 * what is held differs from what holds, and renews it. These come behind the model's own events, so that they hold what these
 * leave. Where a condition on time changes is known before the run: steps end there, at the bit.
 *
 * @throws as `compileHybrid`
 * @example  const compiled = compileRun(model); if (compiled.loop === "hybrid") console.log(compiled.because);
 */
export function compileRun(model: Model): PlainRun | HybridRun {
  const because = modelNeeds(model);
  const plain = because === undefined ? new PlainBuilder(model).build() : because;
  if (typeof plain !== "string") return plain;
  return hybridRun(model, plain);
}

/** A model for the hybrid loop, with the reason. */
export function hybridRun(model: Model, because: string): HybridRun {
  const compiled = compileHybrid(model);
  const { states, observables, nominal, kernel } = compiled;
  return { loop: "hybrid", because, compiled, states, observables, nominal, watches: kernel.roots > 0 };
}

/** Why a model needs the hybrid loop, as far as its parts say. */
function modelNeeds(model: Model): string | undefined {
  if ((model.delayed ?? []).length > 0) return "values of the past";
  if (model.reactions.some((r) => r.fast)) return "fast reactions";
  if (!model.variables.length && model.species.every((s) => s.boundary)) return "no states";
  return undefined;
}

function isZero(e: Expr): boolean {
  return e.kind === "number" && e.value === 0;
}

/** True for a relation that begins to hold at a time and holds from there on. */
function isRising({ op, args }: Node): boolean {
  return op === "ge" || op === "gt" ? args[0]!.op === "time" : args[1]?.op === "time";
}

/** Builds the plain form of a model, or says why there is none. */
class PlainBuilder {
  readonly #model: Model;
  readonly #builder: EquationBuilder;
  readonly #graph: Graph;
  readonly #values: Float64Array;
  readonly #modes: ModeFinder;
  readonly #triggers: Node[] = [];
  readonly #events: Equations["events"][number][] = [];
  readonly #begin: number;
  readonly #changed = new Set<number>();
  readonly #stops = new Set<number>();
  readonly #moments = new Set<number>();
  #watches = false;
  #apart = 0;
  readonly #doubtful = new Set<number>();
  readonly #quiet = new Set<number>();
  #crossings = 0;
  /** Equalities, with what has to hold beside them where that is known: else their sides may cross as they like. */
  readonly #equalities = new Map<Node, Node | undefined>();
  /** True when the condition looked through last has an equality. */
  #equal = false;

  constructor(model: Model) {
    this.#model = model;
    const assigned = new Set(model.events.flatMap((e) => e.assignments.map((a) => a.symbol)));
    this.#builder = new EquationBuilder(model, [], (at) => {
      const parameter = model.parameters[at];
      return parameter && !assigned.has(parameter.id) ? this.#values[at] : undefined;
    });
    this.#graph = this.#builder.graph;
    this.#values = Float64Array.from(model.parameters, (p) => p.value * p.unit.factor + p.unit.offset);
    const slots = model.parameters.length;
    this.#begin = slots;
    this.#modes = new ModeFinder(this.#graph, { from: slots, to: slots }, slots + 1);
  }

  build(): PlainRun | string {
    const builder = this.#builder;
    const model = this.#model;
    for (const { id, assignments } of model.events)
      for (const { symbol } of assignments) {
        const { parameter } = builder.target(symbol, id);
        if (parameter !== undefined) this.#changed.add(parameter);
      }
    const rates = builder.rates().map((rate) => this.#modes.held(rate));
    const rest = builder.rest();
    const unfit = this.#addEvents() ?? this.#addModes();
    if (unfit !== undefined) return unfit;
    this.#watchEqualities();
    if (rest.mass && this.#triggers.length > 0) return "conditions beside algebraic rules";
    const stops = [...this.#stops].sort((a, b) => a - b);
    const equations: Equations = { ...rest, rates, triggers: this.#triggers, events: this.#events };
    const parameters = this.#begin + 1 + this.#modes.parameters;
    const order = this.#triggers.map((_, i) => i);
    return {
      loop: "plain",
      equations,
      program: new CompiledProgram(equations, parameters, order, new Int32Array(0)),
      states: builder.states,
      observables: model.observables.map((o) => o.id),
      nominal: (begin) => {
        const out = new Float64Array(parameters);
        out.set(this.#values);
        out[this.#begin] = begin;
        return out;
      },
      stops,
      moments: [...this.#moments],
      watches: this.#watches,
      apart: this.#apart,
      quiet: this.#quiet,
      doubtful: this.#doubtful,
      crossings: this.#crossings,
    };
  }

  /** Events without assignments where the sides of an equality cross. */
  #watchEqualities(): void {
    this.#crossings = this.#events.length;
    const graph = this.#graph;
    for (const [{ args }, beside] of this.#equalities)
      for (const sides of [args, [...args].reverse()]) {
        const apart = graph.apply("sub", sides);
        this.#triggers.push(beside ? graph.apply("piecewise", [apart, beside, graph.number(-1)]) : apart);
        this.#events.push([]);
      }
  }

  /** What jumps in rates: held in its parameter, renewed where it differs. */
  #addModes(): string | undefined {
    const { values, places } = this.#modes;
    for (const [i, value] of values.entries()) {
      const parameter = places[i]!;
      // Crossings that are only watched belong to equalities, whose sides do not cross here.
      if (parameter < 0) continue;
      const unfit = this.#look(value, false);
      if (unfit !== undefined) return unfit;
      const differs = this.#graph.apply("ne", [value, this.#graph.parameter(parameter)]);
      this.#fireWhere(differs, value, [{ parameter, value }]);
    }
    return undefined;
  }

  #addEvents(): string | undefined {
    const { events } = this.#model;
    const graph = this.#graph;
    const found: (FoundEvent & Turning & { readonly event: ModelEvent })[] = [];
    for (const event of events) {
      const trigger = event.trigger ? this.#builder.node(event.trigger) : graph.number(0);
      const condition = event.queue ? trigger : graph.apply("gt", [trigger, graph.number(0)]);
      const assignments = this.#builder.assignments(event);
      const put = this.#putOff(event, condition, assignments);
      if (put === "unknown") return "events with a delay";
      found.push({
        event,
        assignments,
        turns: put?.turns ?? condition,
        condition: put?.condition ?? condition,
      });
    }
    const acting = actOnEachOther(found, (node) => this.#stopOf(node));
    for (const { event, condition, turns, assignments } of found) {
      const initially = event.queue?.initialValue ?? true;
      if (condition.op === "number" && (condition.value === 0 || initially)) continue;
      if (!isTruth(condition) && condition.op !== "number") return "an event whose condition is a number";
      this.#equal = false;
      const unfit = this.#look(condition, true);
      if (unfit !== undefined) return unfit;
      if (this.#equal) this.#doubtful.add(this.#events.length);
      // What holds from the beginning does not act then, unless it counts as false before.
      const later = graph.apply("gt", [graph.time(), graph.parameter(this.#begin)]);
      const acts = assignments.map(({ value, ...target }) => ({
        ...target,
        value: initially
          ? graph.apply("piecewise", [
              value,
              later,
              target.state === undefined ? graph.parameter(target.parameter!) : graph.state(target.state),
            ])
          : value,
      }));
      if (initially) this.#quiet.add(this.#events.length);
      this.#fireWhere(condition, turns, acts);
    }
    if (acting) this.#apart = this.#events.length;
    return undefined;
  }

  /**
   * The condition of an event that is carried out a known while after a known time: time has come that far, and the run began
   * before the event was triggered.
   *
   * @returns nothing for an event without a delay; `unknown` where time or delay hang on the run
   */
  #putOff(
    { queue }: ModelEvent,
    condition: Node,
    assignments: FoundEvent["assignments"],
  ): Turning | "unknown" | undefined {
    if (!queue?.delay || isZero(queue.delay)) return undefined;
    const graph = this.#graph;
    const [at, by] = [this.#stopOf(condition), this.#constant(this.#builder.node(queue.delay))];
    if (at === undefined || by === undefined || !(by >= 0) || !isRising(condition)) return "unknown";
    if (!(queue.initialValue ?? true)) return "unknown";
    if (queue.valuesFromTrigger && assignments.some((a) => this.#constant(a.value) === undefined))
      return "unknown";
    const turns = graph.apply("ge", [graph.time(), graph.number(at + by)]);
    const begun = graph.apply("lt", [graph.parameter(this.#begin), graph.number(at)]);
    return { condition: graph.apply("and", [turns, begun]), turns };
  }

  /**
   * Fires an event where a condition begins to hold. Its trigger has the sign of the condition and, where that turns as a
   * comparison does, the size of the difference, so that the time is found in a few looks instead of by halving.
   */
  #fireWhere(condition: Node, turns: Node, assignments: Equations["events"][number]): void {
    const { graph } = this.#builder;
    const sides = graph.apply("sub", [condition, graph.number(0.5)]);
    const compares = turns.op in strictness;
    const size = compares
      ? graph.apply("max", [
          graph.apply("abs", [graph.apply("sub", turns.args)]),
          graph.number(Number.MIN_VALUE * 2 ** 60),
        ])
      : graph.number(1);
    this.#triggers.push(graph.mul(sides, size));
    this.#events.push(assignments);
  }

  /**
   * Looks through a condition for what only the hybrid loop meets, and for the times at which it changes.
   *
   * @param exact  whether states jump where it changes, so that the time must be met at its bit
   */
  #look(condition: Node, exact: boolean): string | undefined {
    const open = [condition];
    const seen = new Set<Node>(open);
    for (const node of open) {
      if ((node.op === "eq" || node.op === "ne") && !node.args.every(isStepwise)) {
        const moment = node.args.every((arg) => arg.states.length === 0);
        if (!exact || node.args.length !== 2) return "equalities in conditions";
        this.#equal = true;
        if (moment) {
          // Time passes what hangs on parameters alone once: at a time that is known, or where a step finds it.
          const other = node.args[1 - node.args.findIndex((arg) => arg.op === "time")];
          if (!other || (other.on & ~ON_PARAMETERS) !== 0) return "equalities in conditions";
          const value = this.#constant(other);
          if (value !== undefined) this.#moments.add(value);
          else
            this.#equalities.set(
              node,
              this.#equalities.has(node) ? undefined : this.#beside(node, condition),
            );
          continue;
        }
        this.#equalities.set(node, undefined);
        this.#watches = true;
        for (const arg of node.args)
          if (!seen.has(arg)) {
            seen.add(arg);
            open.push(arg);
          }
        continue;
      }
      if (jumping.has(node.op)) {
        if (node.states.length > 0) this.#watches = true;
        else if ((node.on & ON_TIME) !== 0) {
          const stop = this.#stopOf(node);
          if (stop !== undefined) this.#stops.add(stop);
          else if (exact) return "an event on a function of time";
          else this.#watches = true;
        }
      }
      for (const arg of node.args) {
        if (seen.has(arg)) continue;
        seen.add(arg);
        open.push(arg);
      }
    }
    return undefined;
  }

  /** What else has to hold for a condition that is a list of them. */
  #beside(node: Node, { op, args }: Node): Node | undefined {
    const others = op === "and" && args.includes(node) ? args.filter((arg) => arg !== node) : [];
    if (others.length === 0) return undefined;
    return others.length === 1 ? others[0] : this.#graph.apply("and", others);
  }

  /** Where a comparison of time with what never changes begins or ends to hold; nothing for other conditions. */
  #stopOf({ op, args }: Node): number | undefined {
    const at = args.findIndex((arg) => arg.op === "time");
    const other = args[1 - at];
    if (at < 0 || !other || !(op in strictness)) return undefined;
    if ((other.on & ~ON_PARAMETERS) !== 0) return undefined;
    const value = this.#constant(other);
    if (value === undefined) return undefined;
    return strictness[op]![at] ? nextNumber(value) : value;
  }

  /** The value of a node on parameters alone, where none of them is changed by events. */
  #constant(node: Node): number | undefined {
    const { op, value } = node;
    if (op === "number") return value;
    if (op === "state" || op === "time") return undefined;
    if (op === "parameter") return this.#changed.has(value) ? undefined : this.#values[value];
    const args = node.args.map((arg) => this.#constant(arg));
    if (args.includes(undefined)) return undefined;
    return this.#graph.rebuild(
      node,
      args.map((arg) => this.#graph.number(arg!)),
    ).value;
  }
}

/** True for what is constant but for jumps, so that two of its kind are equal for a while or not at all. */
function isStepwise(node: Node): boolean {
  if (node.states.length === 0 && (node.on & ON_TIME) === 0) return true;
  if (node.op === "state" || node.op === "time") return false;
  return jumping.has(node.op) || node.args.every(isStepwise);
}

/** Whether a relation with time on its left or right changes behind the bound instead of at it. */
const strictness: Readonly<Record<string, readonly [boolean, boolean]>> = {
  ge: [false, true],
  lt: [false, true],
  gt: [true, false],
  le: [true, false],
};

/** What a condition is, and the relation that it turns with. */
interface Turning {
  readonly condition: Node;
  readonly turns: Node;
}

interface FoundEvent {
  readonly condition: Node;
  readonly assignments: Equations["events"][number];
}

/** True when events that may fire at one time could give something else in another order, or each by itself. */
function actOnEachOther(events: readonly FoundEvent[], stopOf: (node: Node) => number | undefined): boolean {
  const sets = events.map(({ condition, assignments }) => ({
    condition,
    stop: stopOf(condition),
    targets: assignments.map(({ state, parameter }) => (state === undefined ? `p${parameter}` : `s${state}`)),
    touches: readsOf([condition, ...assignments.map((a) => a.value)]),
  }));
  return sets.some((one, i) =>
    sets.some(
      (other, j) =>
        i !== j &&
        !(one.stop !== undefined && other.stop !== undefined && one.stop !== other.stop) &&
        !opposite(one.condition, other.condition) &&
        one.targets.some((t) => other.touches.has(t) || other.targets.includes(t)),
    ),
  );
}

/** True when one relation holds exactly where the other does not. */
function opposite(a: Node, b: Node): boolean {
  return opposites[a.op] === b.op && a.args.every((arg, i) => arg === b.args[i]);
}

const opposites: Readonly<Record<string, Node["op"]>> = { ge: "lt", lt: "ge", gt: "le", le: "gt" };

/** States and parameters that nodes read. */
function readsOf(nodes: readonly Node[]): ReadonlySet<string> {
  const reads = new Set<string>();
  const seen = new Set(nodes);
  for (const node of seen) {
    if (node.op === "state") reads.add(`s${node.value}`);
    if (node.op === "parameter") reads.add(`p${node.value}`);
    for (const arg of node.args) seen.add(arg);
  }
  return reads;
}

/** The smallest number above another. */
function nextNumber(x: number): number {
  if (!Number.isFinite(x)) return x;
  const place = new Float64Array([x === 0 ? 0 : x]);
  const bits = new BigInt64Array(place.buffer);
  bits[0] = x >= 0 ? bits[0]! + 1n : bits[0]! - 1n;
  return place[0]!;
}
