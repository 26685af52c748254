import type { Code, Mask, Real, RealLocal, Reals, V128 } from "#wasm";
import { argumentsFirst, DEEP, type Node, ON_PARAMETERS } from "../graph.ts";
import { isLeaf, isTruth, type Places } from "./plan.ts";

/** Functions that the machine has no instruction for. */
const calls = new Set([
  "exp",
  "ln",
  "log10",
  "pow",
  "safepow",
  "sin",
  "cos",
  "tan",
  "asin",
  "acos",
  "atan",
  "sinh",
  "cosh",
  "tanh",
]);

/** Where a piece of code finds what it does not compute. */
export interface Sources {
  readonly state: (index: number) => Real;
  /** Parameters, and behind them what hangs on them alone. */
  readonly constant: (place: number) => Real;
  readonly number: (value: number) => Real;
  readonly time: () => Real;
  /** What pieces leave for each other. */
  readonly scratch: (place: number) => Real;
  readonly keep: (place: number, value: () => Real) => void;
  /** Index of a function on pairs of numbers. */
  readonly elementary: (name: string) => number;
}

/** Numbers and nodes by their places. */
export interface Tables {
  readonly parameters: number;
  readonly constants: Places<Node>;
  readonly scratch: Places<Node>;
  readonly hoisted: boolean;
  readonly shared: ReadonlyMap<Node, number>;
  /** Shared nodes that earlier pieces have kept. */
  readonly kept: Set<Node>;
}

/**
 * Writes nodes as code in order of need. What is used once stays on the stack, what is used again in a local.
 *
 * In one lane, functions without an instruction are found two at a time: those that do not wait for each other are
 * paired before anything else is written.
 */
export class NodeWriter {
  readonly #f: Code;
  readonly #real: Reals;
  readonly #sources: Sources;
  readonly #tables: Tables;
  readonly #uses = new Map<Node, number>();
  readonly #locals = new Map<Node, RealLocal>();

  constructor(f: Code, real: Reals, sources: Sources, tables: Tables) {
    this.#f = f;
    this.#real = real;
    this.#sources = sources;
    this.#tables = tables;
  }

  /** Writes all nodes, each followed by what `store` writes; `store` takes the value from its argument once. */
  all(nodes: readonly Node[], store: (index: number, value: () => Real) => void): void {
    const pending: Node[][] = [];
    const levels = new Map<Node, number>();
    this.#count(nodes, levels, pending);
    for (const node of nodes) if (node.depth > DEEP) this.#rungs(node);
    if (this.#real.lanes === 1) for (const level of pending) this.#pairs(level);
    nodes.forEach((node, i) => {
      store(i, () => this.value(node));
    });
  }

  /**
   * Of a deep node every so many levels get locals, the lowest first: what is written from one to the next takes no more
   * calls within calls than that.
   */
  #rungs(deep: Node): void {
    const { hoisted, kept } = this.#tables;
    argumentsFirst(
      [deep],
      (node) =>
        node.depth >= DEEP &&
        !this.#locals.has(node) &&
        !kept.has(node) &&
        !(hoisted && (node.on & ~ON_PARAMETERS) === 0),
      (node) => {
        if (node.depth % DEEP > 0 || isTruth(node) || isLeaf(node)) return;
        const local = this.#real.local();
        this.#real.set(local, this.#apply(node));
        this.#locals.set(node, local);
      },
    );
  }

  /** The value of a node on the stack. */
  value(node: Node): Real {
    const { parameters, constants, hoisted, scratch, shared, kept } = this.#tables;
    switch (node.op) {
      case "number":
        return node.value === 0 ? this.#real.const(0) : this.#sources.number(node.value);
      case "parameter":
        return this.#sources.constant(node.value);
      case "time":
        return this.#sources.time();
    }
    const known = this.#locals.get(node);
    if (known) return this.#real.get(known);
    if (hoisted && node.op !== "state" && (node.on & ~ON_PARAMETERS) === 0)
      return this.#sources.constant(parameters + constants.at(node));
    if (isTruth(node)) return this.#real.truth(this.#mask(node));
    const stored = kept.has(node);
    const again = (this.#uses.get(node) ?? 1) > 1;
    const make = (): Real =>
      node.op === "state"
        ? this.#sources.state(node.value)
        : stored
          ? this.#sources.scratch(scratch.at(node))
          : this.#apply(node);
    if (!again && !(shared.has(node) && !stored)) return make();
    const local = this.#real.local();
    const value = this.#real.tee(local, make());
    this.#locals.set(node, local);
    return value;
  }

  /** Writes what later pieces need of this one. */
  keep(): void {
    const { shared, kept, scratch } = this.#tables;
    // Of thousands of shared nodes a piece has found a few: they are looked for among its own.
    const own = [...this.#locals].filter(([node]) => shared.has(node) && !kept.has(node));
    own.sort(([a], [b]) => shared.get(a)! - shared.get(b)!);
    for (const [node, local] of own) {
      this.#sources.keep(scratch.at(node), () => this.#real.get(local));
      kept.add(node);
    }
  }

  /** Counts uses; gathers functions by how many others they wait for. */
  #count(nodes: readonly Node[], levels: Map<Node, number>, pending: Node[][]): void {
    const { hoisted, kept } = this.#tables;
    const outside = (node: Node): boolean =>
      node.op === "number" ||
      node.op === "parameter" ||
      node.op === "time" ||
      (hoisted && node.op !== "state" && (node.on & ~ON_PARAMETERS) === 0);
    const open: { readonly node: Node; next: number }[] = [];
    /** Goes into a node unless it is known by now; truths are written anew at each use, and counted so. */
    const begin = (node: Node): void => {
      if (outside(node)) return;
      const truth = isTruth(node);
      if (!truth) {
        const uses = this.#uses.get(node) ?? 0;
        this.#uses.set(node, uses + 1);
        if (uses > 0) return;
      }
      if (node.op !== "state" && !kept.has(node)) open.push({ node, next: 0 });
    };
    for (const root of nodes) {
      begin(root);
      for (let top = open.at(-1); top; top = open.at(-1)) {
        const { node } = top;
        if (top.next < node.args.length) {
          begin(node.args[top.next++]!);
          continue;
        }
        open.pop();
        let level = 0;
        for (const arg of node.args) level = Math.max(level, levels.get(arg) ?? 0);
        if (calls.has(node.op)) {
          while (pending.length <= level) pending.push([]);
          pending[level]!.push(node);
          level++;
        }
        levels.set(node, level);
      }
    }
  }

  /** Finds functions two by two. */
  #pairs(nodes: readonly Node[]): void {
    const byName = new Map<string, Node[]>();
    for (const node of nodes) {
      const list = byName.get(node.op) ?? [];
      list.push(node);
      byName.set(node.op, list);
    }
    const f = this.#f;
    for (const [name, list] of byName) {
      for (let k = 0; k + 1 < list.length; k += 2) {
        const two = [list[k]!, list[k + 1]!] as const;
        // Arguments first: they may be written as several statements' worth of locals.
        const count = two[0].args.length;
        const args: V128[] = [];
        for (let i = 0; i < count; i++) {
          const first = f.vsplat(this.value(two[0].args[i]!) as never);
          args.push(this.#base(name, i, f.vreplace(first, 1, this.value(two[1].args[i]!) as never)));
        }
        const pair = f.vector();
        f.set(pair, f.call<V128>(this.#sources.elementary(name), args, 1));
        two.forEach((node, half) => {
          const local = this.#real.local();
          this.#real.set(local, f.vlane(f.get(pair), half as 0 | 1) as never);
          this.#locals.set(node, local);
        });
        f.release(pair);
      }
    }
  }

  #apply(node: Node): Real {
    const real = this.#real;
    const arg = (i: number): Real => this.value(node.args[i]!);
    switch (node.op) {
      case "add":
      case "sub":
      case "mul":
      case "div":
        return real[node.op](arg(0), arg(1));
      case "neg":
      case "sqrt":
      case "abs":
      case "floor":
      case "ceil":
        return real[node.op](arg(0));
      case "min":
      case "max": {
        let value = arg(0);
        for (let i = 1; i < node.args.length; i++) value = real[node.op](value, arg(i));
        return value;
      }
      case "piecewise":
        return this.#piecewise(node, 0);
      default:
        return this.#call(node);
    }
  }

  /** The first value whose condition holds, else the last one, else not a number. */
  #piecewise(node: Node, from: number): Real {
    const { args } = node;
    if (from === args.length) return this.#real.const(Number.NaN);
    if (from === args.length - 1) return this.value(args[from]!);
    const value = this.value(args[from]!);
    const rest = this.#piecewise(node, from + 2);
    return this.#real.select(value, rest, this.#mask(args[from + 1]!));
  }

  #mask(node: Node): Mask {
    const real = this.#real;
    // A condition on parameters alone has been found; what it was found from may have no place of its own.
    if (this.#tables.hoisted && (node.on & ~ON_PARAMETERS) === 0)
      return real.compare(this.value(node), real.const(0), "ne");
    switch (node.op) {
      case "lt":
      case "le":
      case "gt":
      case "ge":
      case "eq":
      case "ne":
        return real.compare(this.value(node.args[0]!), this.value(node.args[1]!), node.op);
      case "and":
      case "or": {
        let mask = this.#mask(node.args[0]!);
        for (const arg of node.args.slice(1)) mask = real[node.op](mask, this.#mask(arg));
        return mask;
      }
      case "not":
        return real.not(this.#mask(node.args[0]!));
      default:
        return real.compare(this.value(node), real.const(0), "ne");
    }
  }

  #call(node: Node): Real {
    const f = this.#f;
    const index = this.#sources.elementary(node.op);
    const two = this.#real.lanes === 2;
    const args = node.args.map((arg, i) => {
      const value = this.value(arg);
      return this.#base(node.op, i, two ? (value as unknown as V128) : f.vsplat(value as never));
    });
    const pair = f.call<V128>(index, args, 1);
    return (two ? pair : f.vlane(pair, 0)) as unknown as Real;
  }

  /** The base of a safe power is cut at 0; what is not a number stays so. */
  #base(name: string, argument: number, value: V128): V128 {
    return name === "safepow" && argument === 0 ? this.#f.vpmax(value, this.#f.v64(0)) : value;
  }
}
