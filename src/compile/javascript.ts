import { type LuPlan, planLu, type SparsePattern } from "#solve";
import type { Equations } from "./equations.ts";
import { argumentsFirst, DEEP, type Node, ON_PARAMETERS, ON_TIME } from "./graph.ts";
import { jacobianEntries } from "./machine/plan.ts";

/** Larger factorisations, in multiply–subtracts, are left to lists of indices. */
const WRITTEN = 20_000;

/** What the generated source needs to be told besides itself. */
export interface Generated {
  readonly code: string;
  readonly constants: number;
  readonly luLength: number;
  readonly pattern: SparsePattern;
  readonly autonomous: boolean;
}

const functions: Readonly<Record<string, string>> = {
  exp: "F.exp",
  ln: "F.ln",
  log10: "F.log10",
  sin: "F.sin",
  cos: "F.cos",
  tan: "F.tan",
  asin: "F.asin",
  acos: "F.acos",
  atan: "F.atan",
  sinh: "F.sinh",
  cosh: "F.cosh",
  tanh: "F.tanh",
  sqrt: "Math.sqrt",
  abs: "Math.abs",
  min: "Math.min",
  max: "Math.max",
  floor: "Math.floor",
  ceil: "Math.ceil",
};
const infix: Readonly<Record<string, string>> = { add: "+", sub: "-", mul: "*", div: "/" };
const relations: Readonly<Record<string, string>> = {
  lt: "<",
  le: "<=",
  gt: ">",
  ge: ">=",
  eq: "===",
  ne: "!==",
};

/**
 * Writes the kernel of a model as JavaScript source: one closure of straight-line functions over typed arrays.
 *
 * Names in it are made here (`v12`); no text of a model reaches the source, so no id can inject code. What hangs on
 * parameters alone is found by `prepare` and kept in `c` behind the parameters.
 */
export function javascript(
  equations: Equations,
  parameters: number,
  writtenMost: number = WRITTEN,
): Generated {
  const { graph, rates } = equations;
  const jacobian = jacobianEntries(equations);
  const autonomous = rates.every((r) => (r.on & ON_TIME) === 0);
  const time = autonomous ? [] : rates.map((r) => graph.timeDerivative(r));
  const slots = new Slots(parameters);
  const bodies = [
    fn("initial", "c,out", slots, equations.initial, (i, v) => `out[${i}]=${v};`),
    fn("rates", "t,y,c,out", slots, rates, (i, v) => `out[${i}]=${v};`),
    fn("jacobian", "t,y,c,out", slots, jacobian.values, (i, v) => `out[${i}]=${v};`),
    fn("timeDerivative", "t,y,c,out", slots, time, (i, v) => `out[${i}]=${v};`),
    fn("triggers", "t,y,c,out", slots, equations.triggers, (i, v) => `out[${i}]=${v};`),
    fn("observe", "t,y,c,out", slots, equations.observables, (i, v) => `out[${i}]=${v};`),
    fn("ask", "t,y,c,out", slots, equations.asked ?? [], (i, v) => `out[${i}]=${v};`),
    fire(equations, slots),
  ];
  const mass = equations.mass && Uint8Array.from(equations.mass);
  const plan = planLu(jacobian.pattern, mass);
  const written = plan.operations <= writtenMost;
  // Lists are made from the rows' kinds, which must tell sources apart where the elimination does not.
  const lu = written
    ? luCode(plan, jacobian.pattern, mass)
    : { code: `/*${mass?.join("") ?? ""}*/`, length: plan.entries };
  const code = [
    '"use strict";',
    slots.prepare(),
    ...bodies,
    lu.code,
    `return{prepare,initial,rates,jacobian,timeDerivative,triggers,observe,ask,fire${written ? ",factor,backsolve" : ""}};`,
  ].join("\n");
  return { code, constants: slots.count, luLength: lu.length, pattern: jacobian.pattern, autonomous };
}

/** Places in `c` of everything that hangs on parameters alone and is needed where states vary. */
class Slots {
  readonly #places = new Map<Node, number>();
  readonly #nodes: Node[] = [];
  readonly #parameters: number;

  constructor(parameters: number) {
    this.#parameters = parameters;
  }

  get count(): number {
    return this.#parameters + this.#nodes.length;
  }

  place(node: Node): number {
    const known = this.#places.get(node);
    if (known !== undefined) return known;
    const place = this.count;
    this.#places.set(node, place);
    this.#nodes.push(node);
    return place;
  }

  /** Source of `prepare`: every slot in turn, from parameters and from each other. */
  prepare(): string {
    const writer = new Writer(undefined);
    const lines = this.#nodes.map((node) => `c[${this.#places.get(node)}]=${writer.value(node)};`);
    return `function prepare(c){${writer.lines.join("")}${lines.join("")}}`;
  }
}

/** Writes nodes as statements in order of need. */
class Writer {
  readonly lines: string[] = [];
  readonly #names = new Map<Node, string>();
  readonly #slots: Slots | undefined;

  /** Without slots everything is spelled out from parameters: the form `prepare` itself needs. */
  constructor(slots: Slots | undefined) {
    this.#slots = slots;
  }

  value(node: Node): string {
    if (node.op === "number") return literal(node.value);
    if (node.op === "parameter") return `c[${node.value}]`;
    if (node.op === "time") return "t";
    const known = this.#names.get(node);
    if (known !== undefined) return known;
    if (this.#slots && (node.on & ~ON_PARAMETERS) === 0) return `c[${this.#slots.place(node)}]`;
    if (node.depth > DEEP)
      argumentsFirst(
        [node],
        (arg) => arg === node || (arg.args.length > 0 && !this.#names.has(arg)),
        (arg) => {
          if (arg !== node) this.value(arg);
        },
      );
    const text = node.op === "state" ? `y[${node.value}]` : this.#apply(node);
    const name = `v${node.id}`;
    this.lines.push(`const ${name}=${text};`);
    this.#names.set(node, name);
    return name;
  }

  #apply(node: Node): string {
    const args = node.args.map((arg) => this.value(arg));
    const sign = infix[node.op];
    if (sign !== undefined) return `${args[0]}${sign}${args[1]!.startsWith("-") ? `(${args[1]})` : args[1]}`;
    const relation = relations[node.op];
    if (relation !== undefined) return `${args[0]}${relation}${args[1]}?1:0`;
    switch (node.op) {
      case "neg":
        return `-(${args[0]})`;
      case "pow":
        return `F.pow(${args[0]},${args[1]})`;
      case "safepow":
        return `F.pow(Math.max(${args[0]},0),${args[1]})`;
      case "and":
        return `${args.map((a) => `${a}!==0`).join("&&")}?1:0`;
      case "or":
        return `${args.map((a) => `${a}!==0`).join("||")}?1:0`;
      case "not":
        return `${args[0]}===0?1:0`;
      case "piecewise":
        return piecewise(args);
      default:
        return `${functions[node.op]}(${args.join(",")})`;
    }
  }
}

function piecewise(args: readonly string[]): string {
  const otherwise = args.length % 2 === 1 ? args.at(-1)! : "NaN";
  let text = otherwise;
  for (let i = args.length - (args.length % 2) - 2; i >= 0; i -= 2)
    text = `(${args[i + 1]}!==0?${args[i]}:${text})`;
  return text;
}

function literal(value: number): string {
  if (Number.isNaN(value)) return "NaN";
  if (!Number.isFinite(value)) return value > 0 ? "Infinity" : "(-Infinity)";
  return value < 0 || Object.is(value, -0) ? `(${value})` : String(value);
}

function fn(
  name: string,
  args: string,
  slots: Slots,
  nodes: readonly Node[],
  store: (i: number, value: string) => string,
): string {
  const writer = new Writer(slots);
  nodes.forEach((node, i) => {
    const value = writer.value(node);
    writer.lines.push(store(i, value));
  });
  return `function ${name}(${args}){${writer.lines.join("")}}`;
}

/** Events: all right-hand sides are found before any target changes. */
function fire(equations: Equations, slots: Slots): string {
  const cases = equations.events.map((assignments, index) => {
    const writer = new Writer(slots);
    const values = assignments.map((a) => writer.value(a.value));
    const held = values.map((v, i) => `const n${i}=${v};`).join("");
    const stores = assignments
      .map((a, i) => (a.state !== undefined ? `y[${a.state}]=n${i};` : `c[${a.parameter}]=n${i};`))
      .join("");
    return `case ${index}:{${writer.lines.join("")}${held}${stores}break;}`;
  });
  return `function fire(index,t,y,c){switch(index){${cases.join("")}}}`;
}

/** Straight-line factorisation of shift·M − J and the two triangular solves, in the order of the plan. */
function luCode(
  plan: LuPlan,
  pattern: SparsePattern,
  mass: Uint8Array | undefined,
): { code: string; length: number } {
  const declared = new Set<string>();
  const load: string[] = [];
  for (let i = 0; i < pattern.n; i++) {
    for (let k = pattern.starts[i]!; k < pattern.starts[i + 1]!; k++) {
      const j = pattern.columns[k]!;
      declared.add(`${i}_${j}`);
      load.push(
        i === j && mass?.[i] !== 0 ? `let w${i}_${j}=shift-jac[${k}];` : `let w${i}_${j}=-jac[${k}];`,
      );
    }
  }
  const eliminate: string[] = [];
  const forward: string[] = [];
  const backward: string[] = [];
  let length = 0;
  const slot = (name: string): number => {
    eliminate.push(`lu[${length}]=${name};`);
    return length++;
  };
  const position = new Map([...plan.order].map((p, s) => [p, s]));
  plan.order.forEach((pivot, step) => {
    eliminate.push(`const d${pivot}=1/w${pivot}_${pivot};s+=d${pivot}*0;`);
    const inverse = slot(`d${pivot}`);
    const right = plan.right[step]!.map((j) => ({ j, at: slot(`w${pivot}_${j}`) }));
    for (const i of plan.below[step]!) {
      eliminate.push(`const l${i}_${pivot}=w${i}_${pivot}*d${pivot};`);
      forward.push(`b${i}-=lu[${slot(`l${i}_${pivot}`)}]*b${pivot};`);
      for (const { j } of right) {
        const name = `${i}_${j}`;
        eliminate.push(
          declared.has(name)
            ? `w${name}-=l${i}_${pivot}*w${pivot}_${j};`
            : `let w${name}=-l${i}_${pivot}*w${pivot}_${j};`,
        );
        declared.add(name);
      }
    }
    // Later columns are already solved when a row is reached from the end; the newest comes last.
    const terms = right
      .sort((a, b) => position.get(b.j)! - position.get(a.j)!)
      .map(({ j, at }) => `-lu[${at}]*b${j}`)
      .join("");
    backward.unshift(`b${pivot}=(b${pivot}${terms})*lu[${inverse}];`);
  });
  const names = Array.from({ length: pattern.n }, (_, i) => i);
  return {
    length,
    code:
      `function factor(shift,jac,lu){let s=0;${load.join("")}${eliminate.join("")}return s===0;}\n` +
      `function backsolve(lu,b){${names.map((i) => `let b${i}=b[${i}];`).join("")}${forward.join("")}${backward.join("")}` +
      `${names.map((i) => `b[${i}]=b${i};`).join("")}}`,
  };
}
