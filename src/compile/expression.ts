import type { Expr, Operator } from "#expr";
import type { Graph, Node } from "./graph.ts";

/** Longer chains of one operator than this are one operator of many arguments. */
const LONG = 8;

/** What may be joined with itself: a − b joins with sums. */
const kin: Readonly<Partial<Record<Operator, Operator>>> = {
  add: "add",
  sub: "add",
  mul: "mul",
  and: "and",
  or: "or",
};

/**
 * An expression as a node, its numbers and names by `leaf`.
 *
 * Operators written one after the other stand in each other's first argument, thousands deep where a sum has thousands of
 * terms: these are taken in turn, and long chains of one kind given to the graph at once, which makes shallow trees of them.
 */
export function nodeOf(graph: Graph, e: Expr, leaf: (e: Exclude<Expr, { kind: "call" }>) => Node): Node {
  const chain: Extract<Expr, { kind: "call" }>[] = [];
  let first = e;
  for (; first.kind === "call" && first.args.length > 0; first = first.args[0]!) chain.push(first);
  let node = first.kind === "call" ? graph.apply(first.op, []) : leaf(first);
  const of = (arg: Expr): Node => nodeOf(graph, arg, leaf);
  for (let i = chain.length - 1; i >= 0; ) {
    const { op } = chain[i]!;
    let j = i;
    while (j >= 0 && kin[op] !== undefined && kin[chain[j]!.op] === kin[op]) j--;
    if (i - j <= LONG) {
      node = graph.apply(op, [node, ...chain[i]!.args.slice(1).map(of)]);
      i--;
      continue;
    }
    const terms = [node];
    for (; i > j; i--) {
      const signed = (term: Node): Node => (chain[i]!.op === "sub" ? graph.apply("neg", [term]) : term);
      for (const arg of chain[i]!.args.slice(1)) terms.push(signed(of(arg)));
    }
    node = graph.apply(kin[op]!, terms);
  }
  return node;
}

/**
 * Makes what a name stands for, what it hangs on first: thousands of rules that each name the next are as many calls
 * within calls otherwise. Of names in a circle nothing is made.
 */
export function neededFirst(
  name: string,
  known: (name: string) => boolean,
  needs: (name: string) => Iterable<string>,
  make: (name: string) => void,
): void {
  const open = [name];
  const entered = new Set<string>();
  for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
    if (known(top) || entered.has(top)) {
      open.pop();
      if (!known(top)) make(top);
      continue;
    }
    entered.add(top);
    for (const next of needs(top)) {
      if (known(next)) continue;
      if (entered.has(next)) return;
      open.push(next);
    }
  }
}
