import type { Equations, Node } from "kation/compile";
import { ON_PARAMETERS } from "../../src/compile/graph.ts";

const infix: Readonly<Record<string, string>> = {
  add: "+",
  sub: "-",
  mul: "*",
  div: "/",
  lt: "<",
  le: "<=",
  gt: ">",
  ge: ">=",
  eq: "==",
  ne: "!=",
};
const functions: Readonly<Record<string, string>> = { ln: "log", abs: "fabs", min: "fmin", max: "fmax" };

/**
 * A model in C: right-hand side and sparse analytic Jacobian (compressed columns) from the graph that Kation's own
 * code is written from, with its shared sub-expressions as locals. Parameters are read from memory; what hangs on
 * them alone is found once per member by `model_prepare`, as in Kation's kernels.
 */
export function cCode(
  equations: Equations,
  initial: readonly number[],
  parameters: readonly number[],
): string {
  const { graph, rates } = equations;
  const n = rates.length;
  const slots = new Map<Node, number>();
  const place = (node: Node): string => {
    if (!slots.has(node)) slots.set(node, parameters.length + slots.size);
    return `c[${slots.get(node)}]`;
  };
  const starts: number[] = [0];
  const rows: number[] = [];
  const entries: Node[] = [];
  for (let j = 0; j < n; j++) {
    for (let i = 0; i < n; i++) {
      const value = graph.derivative(rates[i]!, j);
      if (i !== j && value.op === "number" && value.value === 0) continue;
      rows.push(i);
      entries.push(value);
    }
    starts.push(rows.length);
  }
  const rhs = body(rates, place);
  const jac = body(entries, place);
  const preparing = new Writer(undefined);
  const prepare = [...slots].map(([node, at]) => `c[${at}]=${preparing.value(node)};`);
  const list = (values: readonly number[]): string => values.map(literal).join(",") || "0";
  return [
    "#include <math.h>",
    `const int model_n=${n},model_parameters=${parameters.length},model_constants=${parameters.length + slots.size},model_nnz=${rows.length};`,
    `const double model_initial[]={${list(initial)}};`,
    `const double model_nominal[]={${list(parameters)}};`,
    `const int model_starts[]={${starts.join(",")}};`,
    `const int model_rows[]={${rows.join(",")}};`,
    "static inline double safepow(double a,double b){return pow(a>0?a:0,b);}",
    `void model_prepare(double*restrict c){${[...preparing.lines, ...prepare].join("\n")}(void)c;}`,
    `void model_rhs(double t,const double*restrict y,const double*restrict c,double*restrict out){${rhs}(void)t;(void)c;}`,
    `void model_jacobian(double t,const double*restrict y,const double*restrict c,double*restrict out){${jac}(void)t;(void)y;(void)c;}`,
    "",
  ].join("\n");
}

function body(nodes: readonly Node[], place: (node: Node) => string): string {
  const writer = new Writer(place);
  nodes.forEach((node, i) => {
    writer.lines.push(`out[${i}]=${writer.value(node)};`);
  });
  return writer.lines.join("\n");
}

/** Statements in order of need; what one node computes is one local. */
class Writer {
  readonly lines: string[] = [];
  readonly #names = new Map<Node, string>();
  readonly #place: ((node: Node) => string) | undefined;

  constructor(place: ((node: Node) => string) | undefined) {
    this.#place = place;
  }

  value(node: Node): string {
    if (node.op === "number") return literal(node.value);
    if (node.op === "parameter") return `c[${node.value}]`;
    if (node.op === "state") return `y[${node.value}]`;
    if (node.op === "time") return "t";
    const known = this.#names.get(node);
    if (known !== undefined) return known;
    if (this.#place && (node.on & ~ON_PARAMETERS) === 0) return this.#place(node);
    const args = node.args.map((arg) => this.value(arg));
    const name = `v${node.id}`;
    this.#names.set(node, name);
    this.lines.push(`const double ${name}=${text(node, args)};`);
    return name;
  }
}

function text(node: Node, args: readonly string[]): string {
  const sign = infix[node.op];
  if (sign !== undefined) return `${args[0]}${sign}${args[1]}`;
  switch (node.op) {
    case "neg":
      return `-(${args[0]})`;
    case "and":
      return args.map((a) => `(${a}!=0)`).join("&&");
    case "or":
      return args.map((a) => `(${a}!=0)`).join("||");
    case "not":
      return `${args[0]}==0`;
    case "min":
    case "max":
      return args.reduce((a, b) => `${functions[node.op]}(${a},${b})`);
    case "piecewise": {
      let rest = args.length % 2 === 1 ? args.at(-1)! : "NAN";
      for (let i = args.length - (args.length % 2) - 2; i >= 0; i -= 2)
        rest = `(${args[i + 1]}!=0?${args[i]}:${rest})`;
      return rest;
    }
    default:
      return `${functions[node.op] ?? node.op}(${args.join(",")})`;
  }
}

function literal(value: number): string {
  const digits = Number.isInteger(value) && Math.abs(value) < 1e15 ? value.toFixed(1) : String(value);
  return value < 0 || Object.is(value, -0) ? `(${digits})` : digits;
}
