import { buildModule, type MachineCode, type Method, type Program, type Shape } from "#solve";
import type { Equations } from "./equations.ts";
import type { Node } from "./graph.ts";
import { javascript } from "./javascript.ts";
import { partsOf } from "./machine/parts.ts";
import { type KernelPlan, operationsOf, planKernel } from "./machine/plan.ts";

/** Modules by structure, method and lanes, the latest used last. */
const modules = new Map<string, MachineCode>();
/** So many are kept. */
const KEPT = 64;

/** A compiled model that writes its code when it is first asked for, and shares modules with models of its structure. */
export class CompiledProgram implements Program {
  readonly counters: Int32Array;
  readonly hash: string;
  readonly #equations: Equations;
  readonly #parameters: number;
  readonly #triggerEvents: readonly number[];
  #plan: KernelPlan | undefined;
  #shape: Shape | undefined;
  #operations: Program["operations"] | undefined;
  #javascript: Program["javascript"] | undefined;

  constructor(
    equations: Equations,
    parameters: number,
    triggerEvents: readonly number[],
    counters: Int32Array,
  ) {
    this.#equations = equations;
    this.#parameters = parameters;
    this.#triggerEvents = triggerEvents;
    this.counters = counters;
    this.hash = structureHash(equations, parameters, triggerEvents);
  }

  get shape(): Shape {
    if (this.#shape) return this.#shape;
    const { pattern, autonomous, constants } = this.#planned();
    const { rates, observables, triggers, events, mass } = this.#equations;
    this.#shape = {
      n: rates.length,
      parameters: this.#parameters,
      constants: this.#parameters + constants.size,
      observables: observables.length,
      roots: triggers.length,
      events: events.length,
      autonomous,
      pattern,
      ...(mass && { mass: Uint8Array.from(mass) }),
      triggerEvents: this.#triggerEvents,
    };
    return this.#shape;
  }

  get javascript(): Program["javascript"] {
    this.#javascript ??= javascript(this.#equations, this.#parameters);
    return this.#javascript;
  }

  get operations(): Program["operations"] {
    this.#operations ??= operationsOf(this.#planned());
    return this.#operations;
  }

  machine(method: Method, lanes: 1 | 2): MachineCode {
    const key = `${this.hash}/${method.name}/${lanes}`;
    const known = modules.get(key);
    if (known) {
      modules.delete(key);
      modules.set(key, known);
      return known;
    }
    const { bytes, layout } = buildModule(partsOf(this.#planned(), this.#triggerEvents), method, { lanes });
    const made = { module: new WebAssembly.Module(bytes), shape: this.shape, layout };
    modules.set(key, made);
    if (modules.size > KEPT) modules.delete(modules.keys().next().value!);
    return made;
  }

  #planned(): KernelPlan {
    this.#plan ??= planKernel(this.#equations, this.#parameters);
    return this.#plan;
  }
}

/** 128 bits in hex of equations as a graph: names of states and values of parameters are not in it. */
function structureHash(equations: Equations, parameters: number, triggerEvents: readonly number[]): string {
  const hash = new Hash();
  const known = new Map<Node, number>();
  const walk = (node: Node): number => {
    const at = known.get(node);
    if (at !== undefined) return at;
    const args = node.args.map(walk);
    hash.text(node.op);
    hash.number(node.value);
    for (const arg of args) hash.number(arg);
    const place = known.size;
    known.set(node, place);
    return place;
  };
  const list = (nodes: readonly Node[]): void => {
    hash.number(nodes.length);
    for (const node of nodes) hash.number(walk(node));
  };
  const { rates, mass, initial, observables, triggers, events } = equations;
  for (const nodes of [rates, initial, observables, triggers]) list(nodes);
  for (const event of events) {
    hash.number(event.length);
    for (const { state, parameter, value } of event) {
      hash.number(state ?? -1);
      hash.number(parameter ?? -1);
      hash.number(walk(value));
    }
  }
  for (const value of mass ?? []) hash.number(value);
  for (const event of triggerEvents) hash.number(event);
  hash.number(parameters);
  return hash.hex();
}

/** Four 32-bit sums that mix what they are given: names a structure in caches, secures nothing. */
class Hash {
  readonly #state = Uint32Array.of(0x9e3779b9, 0x243f6a88, 0xb7e15162, 0x85ebca6b);
  readonly #float = new Float64Array(1);
  readonly #words = new Uint32Array(this.#float.buffer);

  number(value: number): void {
    this.#float[0] = value;
    this.#mix(this.#words[0]!);
    this.#mix(this.#words[1]!);
  }

  text(value: string): void {
    for (let i = 0; i < value.length; i++) this.#mix(value.charCodeAt(i));
    this.#mix(0x10000);
  }

  hex(): string {
    for (let k = 0; k < 8; k++) this.#mix(k);
    return Array.from(this.#state, (x) => x.toString(16).padStart(8, "0")).join("");
  }

  #mix(word: number): void {
    const s = this.#state;
    const [a, b, c, d] = [s[0]!, s[1]!, s[2]!, s[3]!];
    s[0] = b ^ Math.imul(a ^ word, 0x9e3779b1);
    s[1] = c ^ Math.imul(b ^ word, 0x85ebca77) ^ (a >>> 15);
    s[2] = d ^ Math.imul(c ^ word, 0xc2b2ae3d) ^ (b >>> 13);
    s[3] = a ^ Math.imul(d ^ word, 0x27d4eb2f) ^ (c >>> 16);
  }
}
