import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Equations, Graph, type Node } from "kation/compile";
import { type Expr, parse } from "kation/expr";

/** A test problem as its file holds it: states `y0`, `y1`, … and parameters `p0`, `p1`, … in infix rates. */
export interface EngineModel {
  readonly name: string;
  readonly species: readonly { readonly id: string; readonly initial: number }[];
  readonly parameters: readonly number[];
  /** The five times at which the error is taken; the start is 0. */
  readonly outputTimes: readonly number[];
  readonly reactions: readonly {
    readonly rate: string;
    readonly stoichiometry: Readonly<Record<string, number>>;
  }[];
}

/** Small first; the largest last. */
const order = ["robertson", "orego", "e5", "hires", "pollu", "fenton", "hill60", "casc97", "casc512"];

/** The models of a folder, one JSON file each. */
export function readModels(folder: string): readonly EngineModel[] {
  const place = (m: EngineModel): number => (order.includes(m.name) ? order.indexOf(m.name) : order.length);
  return readdirSync(folder)
    .filter((file) => file.endsWith(".json"))
    .map((file) => JSON.parse(readFileSync(join(folder, file), "utf8")) as EngineModel)
    .sort((a, b) => place(a) - place(b));
}

/** A model as Kation's own equations: every peer's code is written from the same graph. */
export function toEquations(model: EngineModel): Equations {
  const graph = new Graph();
  const terms = new Map<string, Node[]>(model.species.map((s) => [s.id, []]));
  for (const reaction of model.reactions) {
    const rate = toNode(graph, parse(asGrammar(reaction.rate)));
    for (const [id, factor] of Object.entries(reaction.stoichiometry)) {
      if (factor !== 0) terms.get(id)!.push(graph.mul(graph.number(factor), rate));
    }
  }
  const states = model.species.map((_, i) => graph.state(i));
  return {
    graph,
    states: model.species.map((s) => s.id),
    rates: model.species.map((s) => graph.add(graph.number(0), ...terms.get(s.id)!)),
    initial: model.species.map((s) => graph.number(s.initial)),
    observables: states,
    triggers: [],
    events: [],
  };
}

/** A rate as an expression: `y3` and `p7` are symbols. */
export function rateOf(rate: string): Expr {
  return parse(asGrammar(rate));
}

/** Powers as `(a)^(b)` and the natural logarithm as `ln`. */
function asGrammar(text: string): string {
  let out = text.replace(/\blog\(/g, "ln(");
  for (let at = out.search(/\bpow\(/); at >= 0; at = out.search(/\bpow\(/)) {
    const open = at + 3;
    let depth = 0;
    let comma = -1;
    let close = open;
    for (; close < out.length; close++) {
      if (out[close] === "(") depth++;
      else if (out[close] === ")" && --depth === 0) break;
      else if (out[close] === "," && depth === 1) comma = close;
    }
    out = `${out.slice(0, at)}((${out.slice(open + 1, comma)})^(${out.slice(comma + 1, close)}))${out.slice(close + 1)}`;
  }
  return out;
}

function toNode(graph: Graph, e: Expr): Node {
  if (e.kind === "number") return graph.number(e.value);
  if (e.kind === "call")
    return graph.apply(
      e.op,
      e.args.map((arg) => toNode(graph, arg)),
    );
  if (e.name === "t") return graph.time();
  const index = Number(e.name.slice(1));
  return e.name.startsWith("y") ? graph.state(index) : graph.parameter(index);
}

/** 101 output times with 0, the end and the five among them, and where the five stand. */
export interface Grid {
  readonly times: Float64Array;
  readonly five: readonly number[];
}

/** Even steps, or geometric ones where the five times span more than two decades. */
export function outputGrid(model: EngineModel): Grid {
  const first = model.outputTimes[0]!;
  const end = model.outputTimes.at(-1)!;
  const geometric = Math.log10(end / first) > 2;
  const from = first / 10;
  const times = Array.from({ length: 101 }, (_, k) => {
    if (k === 0 || k === 100) return k === 0 ? 0 : end;
    return geometric ? from * (end / from) ** ((k - 1) / 99) : (end * k) / 100;
  });
  const claimed = new Set([0, 100]);
  const distance = (a: number, b: number): number => Math.abs(geometric ? Math.log(a / b) : a - b);
  for (const t of model.outputTimes.slice(0, -1)) {
    let nearest = -1;
    for (let k = 1; k < 100; k++) {
      if (claimed.has(k)) continue;
      if (nearest < 0 || distance(times[k]!, t) < distance(times[nearest]!, t)) nearest = k;
    }
    times[nearest] = t;
    claimed.add(nearest);
  }
  times.sort((a, b) => a - b);
  return { times: Float64Array.from(times), five: model.outputTimes.map((t) => times.indexOf(t)) };
}

/** The answer to measure against: states at the five times, row by row, and every species' peak. */
export interface Reference {
  readonly outputs5: Float64Array;
  readonly ymax: Float64Array;
}

/** Largest over the five times of the root mean square over species of |y − yref| / (|yref| + 1e-3 ymax). */
export function errorNorm(outputs5: ArrayLike<number>, reference: Reference): number {
  const { outputs5: exact, ymax } = reference;
  const n = ymax.length;
  let worst = 0;
  for (let row = 0; row < exact.length / n; row++) {
    let sum = 0;
    for (let i = 0; i < n; i++) {
      const at = row * n + i;
      const scale = Math.abs(exact[at]!) + 1e-3 * ymax[i]!;
      const off = Math.abs(outputs5[at]! - exact[at]!);
      sum += scale > 0 ? (off / scale) ** 2 : 0;
    }
    const rms = Math.sqrt(sum / n);
    if (!(rms <= worst)) worst = rms;
  }
  return worst;
}

/** Species whose peak is below this share of the largest peak are never reached: their scale stops there. */
const unreached = 1e-30;

/** Peaks as scales: none is 0. */
export function scales(peaks: Float64Array): Float64Array {
  const floor = unreached * peaks.reduce((a, b) => Math.max(a, b), 0);
  return peaks.map((y) => Math.max(y, floor));
}

/** Absolute tolerances of every solver: a share of each species' own peak. */
export function absoluteTolerances(name: string, rtol: number, ymax: Float64Array): Float64Array {
  const share = (name === "e5" ? 1e-13 : 1e-3) * rtol;
  return ymax.map((y) => share * y);
}
