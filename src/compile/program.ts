import { buildModule, type MachineCode, type Method, type Program, type Shape } from "#solve";
import type { Equations } from "./equations.ts";
import { argumentsFirst, DEEP, type Node } from "./graph.ts";
import { Hash } from "./hash.ts";
import { javascript } from "./javascript.ts";
import { partsOf } from "./machine/parts.ts";
import { type KernelPlan, operationsOf, planKernel } from "./machine/plan.ts";
import {
  type Facts,
  methodKey,
  storedFacts,
  storedModule,
  storeFacts,
  storeModule,
} from "./machine/stored.ts";

/** Modules by structure, method and lanes, the latest used last. */
const modules = new Map<string, MachineCode>();
/** So many are kept. */
const KEPT = 64;

/**
 * From so many states on, what has been written is kept from one process to the next. Milliseconds from equations to
 * module for mass action of 50, 100, 200, 500, 1000 states: 49, 90, 167, 430, 400 in a fresh process and 12, 15, 68, 88,
 * 200 in a warm one where it is written; 2, 3, 16, 9, 7 and 1, 1, 2, 4, 17 where it is read. Smaller models are quick
 * to write, and many: they would fill the folder.
 */
const STORED_FROM = 100;

/** A compiled model that writes its code when it is first asked for, and shares modules with models of its structure. */
export class CompiledProgram implements Program {
  readonly counters: Int32Array;
  readonly hash: string;
  readonly #equations: Equations;
  readonly #parameters: number;
  readonly #triggerEvents: readonly number[];
  readonly #stores: boolean;
  #plan: KernelPlan | undefined;
  /** What an earlier process kept; null when that is nothing, undefined before it is asked for. */
  #facts: Facts | null | undefined;
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
    this.#stores = equations.rates.length >= STORED_FROM;
    this.hash = structureHash(equations, parameters, triggerEvents);
  }

  get shape(): Shape {
    this.#shape ??= this.#known()?.shape;
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
    this.#operations ??= this.#known()?.operations ?? operationsOf(this.#planned());
    return this.#operations;
  }

  machine(method: Method, lanes: 1 | 2): MachineCode {
    const key = `${this.hash}/${methodKey(method)}/${lanes}`;
    const known = modules.get(key);
    if (known) {
      modules.delete(key);
      modules.set(key, known);
      return known;
    }
    const made = this.#stored(method, lanes) ?? this.#written(method, lanes);
    modules.set(key, made);
    if (modules.size > KEPT) modules.delete(modules.keys().next().value!);
    return made;
  }

  #written(method: Method, lanes: 1 | 2): MachineCode {
    const built = buildModule(partsOf(this.#planned(), this.#triggerEvents), method, { lanes });
    if (this.#stores) {
      storeModule(this.hash, method, lanes, built);
      if (!this.#known()) storeFacts(this.hash, this);
    }
    return { module: new WebAssembly.Module(built.bytes), shape: this.shape, layout: built.layout };
  }

  #stored(method: Method, lanes: 1 | 2): MachineCode | undefined {
    if (!this.#known()) return undefined;
    const built = storedModule(this.hash, method, lanes);
    return built && { module: new WebAssembly.Module(built.bytes), shape: this.shape, layout: built.layout };
  }

  /** What an earlier process found of this structure; not asked for once the derivatives have been taken here. */
  #known(): Facts | undefined {
    if (this.#facts === undefined) {
      const found = this.#stores && !this.#plan ? storedFacts(this.hash) : undefined;
      const { rates, observables } = this.#equations;
      const { n, parameters, observables: reported } = found?.shape ?? {};
      const fits = n === rates.length && parameters === this.#parameters && reported === observables.length;
      this.#facts = found && fits ? found : null;
    }
    return this.#facts ?? undefined;
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
    if (node.depth > DEEP)
      argumentsFirst(
        [node],
        (arg) => !known.has(arg),
        (arg) => {
          if (arg !== node) walk(arg);
        },
      );
    const { args } = node;
    const places: number[] = [];
    for (let i = 0; i < args.length; i++) places.push(walk(args[i]!));
    hash.text(node.op);
    hash.number(node.value);
    for (let i = 0; i < places.length; i++) hash.whole(places[i]!);
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
