import { type Graph, type Node, ON_TIME } from "./graph.ts";

/** What jumps where its arguments cross. */
export const jumping: ReadonlySet<string> = new Set(["lt", "le", "gt", "ge", "eq", "ne", "floor", "ceil"]);

/** Finds what jumps in rates and conditions, and puts parameters in its place. */
export class ModeFinder {
  readonly values: Node[] = [];
  readonly places: number[] = [];
  parameters = 0;
  readonly #graph: Graph;
  readonly #delays: { readonly from: number; readonly to: number };
  readonly #first: number;
  readonly #held = new Map<Node, Node>();
  readonly #pasts = new Map<Node, boolean>();
  readonly #watched = new Set<Node>();

  /**
   * @param delays  parameters that hold values of the past
   * @param first   first parameter of modes
   */
  constructor(graph: Graph, delays: { readonly from: number; readonly to: number }, first: number) {
    this.#graph = graph;
    this.#delays = delays;
    this.#first = first;
  }

  get timed(): Uint8Array {
    return Uint8Array.from(this.values, (v) => (v.states.length === 0 && !this.readsPast(v) ? 1 : 0));
  }

  /** True when a value of the past is in a node. */
  readsPast(node: Node): boolean {
    const { from, to } = this.#delays;
    if (node.op === "parameter") return node.value >= from && node.value < to;
    if (node.args.length === 0 || from === to) return false;
    const known = this.#pasts.get(node);
    if (known !== undefined) return known;
    const reads = node.args.some((arg) => this.readsPast(arg));
    this.#pasts.set(node, reads);
    return reads;
  }

  /** The node with a parameter for everything in it that jumps. */
  held(node: Node): Node {
    if (node.args.length === 0 || !this.#varies(node)) return node;
    const known = this.#held.get(node);
    if (known) return known;
    const made = jumping.has(node.op) ? this.#mode(node) : this.#rebuilt(node);
    this.#held.set(node, made);
    return made;
  }

  /** Ends steps where a condition changes. */
  watch(condition: Node): void {
    if (condition.op === "number" || !this.#varies(condition) || this.#watched.has(condition)) return;
    this.#watched.add(condition);
    this.#add(condition, -1);
    this.#equalities(condition);
  }

  #mode(node: Node): Node {
    const parameter = this.#first + this.parameters++;
    this.#add(node, parameter);
    this.#equalities(node);
    return this.#graph.parameter(parameter);
  }

  /** An equality holds for a moment: the steps end where its sides cross. */
  #equalities(node: Node): void {
    if (node.op === "eq" || node.op === "ne") {
      const crossing = this.#graph.apply("lt", node.args);
      if (this.#varies(crossing) && !this.#watched.has(crossing)) {
        this.#watched.add(crossing);
        this.#add(crossing, -1);
      }
    }
    for (const arg of node.args) this.#equalities(arg);
  }

  #add(value: Node, place: number): void {
    this.values.push(value);
    this.places.push(place);
  }

  #varies(node: Node): boolean {
    return node.states.length > 0 || (node.on & ON_TIME) !== 0 || this.readsPast(node);
  }

  #rebuilt(node: Node): Node {
    const args = node.args.map((arg) => this.held(arg));
    if (args.every((arg, i) => arg === node.args[i])) return node;
    return this.#graph.rebuild(node, args);
  }
}
