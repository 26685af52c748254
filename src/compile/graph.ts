import { type Operator, operators } from "#expr";

/** Hangs on parameters. */
export const ON_PARAMETERS = 1;
/** Hangs on states. */
const ON_STATE = 2;
/** Hangs on time. */
export const ON_TIME = 4;

/** A node of the graph; equal nodes are one object. */
export interface Node {
  readonly id: number;
  readonly op: Operator | "number" | "parameter" | "state" | "time" | "safepow";
  readonly args: readonly Node[];
  /** Value of a number, index of a parameter or state. */
  readonly value: number;
  /** Or of ON_… marks. */
  readonly on: number;
  /** States it hangs on, ascending. */
  readonly states: readonly number[];
  /** Nodes on the longest way down to a leaf. */
  readonly depth: number;
}

/** Deeper nodes are walked without recursion: calls within calls would overflow the stack at some thousands. */
export const DEEP = 200;

/**
 * Calls `leave` for each node that nodes are made of, arguments first and each once, in the order a recursion would take.
 *
 * @param enter  false for nodes that are neither left nor walked through
 */
export function argumentsFirst(
  roots: Iterable<Node>,
  enter: (node: Node) => boolean,
  leave: (node: Node) => void,
): void {
  const done = new Set<Node>();
  const open: { readonly node: Node; next: number }[] = [];
  const begin = (node: Node): void => {
    if (done.has(node)) return;
    done.add(node);
    if (enter(node)) open.push({ node, next: 0 });
  };
  for (const root of roots) {
    begin(root);
    for (let top = open.at(-1); top; top = open.at(-1)) {
      if (top.next < top.node.args.length) begin(top.node.args[top.next++]!);
      else leave(open.pop()!.node);
    }
  }
}

const noStates: readonly number[] = [];

/** Whole powers up to this are products, of at most ten factors, whose rounding errors stay below 1e-14 together. */
const WRITTEN = 64;

/** Terms of a sum or factors of a product that are joined in a row. */
const MANY = 8;

/**
 * Expressions of a model as one hash-consed graph: equal sub-expressions are one node, constants are folded with the
 * library's own elementary functions, and derivatives are taken node by node, so that what they share stays shared.
 *
 * `safepow` is a power whose base may go slightly negative: the base is cut at 0, and so is its derivative. A graph of
 * `signed` quantities has it only where the power of a negative base would be no number.
 */
export class Graph {
  readonly #signed: boolean;
  readonly #known: ((parameter: number) => number | undefined) | undefined;
  /** Nodes by operator and arguments: leaves by value, one and two arguments by number, more by text. */
  readonly #leaves = new Map<Node["op"], Map<number, Node>>();
  readonly #pairs = new Map<Node["op"], Map<number, Node>>();
  readonly #others = new Map<string, Node>();
  readonly #derivatives = new Map<number, Node>();
  #count = 0;

  /** @param known  values of parameters that are the same in all runs: powers of them are written as what they are */
  constructor(signed = false, known?: (parameter: number) => number | undefined) {
    this.#signed = signed;
    this.#known = known;
  }

  number(value: number): Node {
    return this.#node("number", [], value === 0 ? 0 : value, 0);
  }

  parameter(index: number): Node {
    return this.#node("parameter", [], index, ON_PARAMETERS);
  }

  state(index: number): Node {
    return this.#node("state", [], index, ON_STATE);
  }

  time(): Node {
    return this.#node("time", [], 0, ON_TIME);
  }

  add(...args: Node[]): Node {
    return this.apply("add", args);
  }

  mul(...args: Node[]): Node {
    return this.apply("mul", args);
  }

  div(a: Node, b: Node): Node {
    return this.apply("div", [a, b]);
  }

  /** An operator applied, folded and simplified. Sums and products become binary, the parameter-only part first. */
  apply(op: Operator, args: readonly Node[]): Node {
    if (args.every((a) => a.op === "number")) {
      return this.number(operators[op].value(args.map((a) => a.value)));
    }
    switch (op) {
      case "add":
        return this.#chain("add", args, 0);
      case "mul":
        return this.#chain("mul", args, 1);
      case "sub": {
        const a = args[0]!;
        const b = args[1]!;
        if (a === b) return this.number(0);
        if (isNumber(b, 0)) return a;
        return isNumber(a, 0) ? this.apply("neg", [b]) : this.#binary("sub", a, b);
      }
      case "neg":
        return args[0]!.op === "neg" ? args[0]!.args[0]! : this.#plain("neg", args);
      case "div": {
        const a = args[0]!;
        const b = args[1]!;
        if (isNumber(a, 0)) return a;
        if (isNumber(b, 1)) return a;
        // Division by what hangs on parameters alone is a product with its reciprocal, found once per member.
        if ((b.on & ~ON_PARAMETERS) === 0 && (a.on & ~ON_PARAMETERS) !== 0) {
          return this.mul(
            a,
            b.op === "number" ? this.number(1 / b.value) : this.#plain("div", [this.number(1), b]),
          );
        }
        return this.#plain("div", args);
      }
      case "pow":
        return this.#power(args[0]!, args[1]!);
      case "min":
      case "max":
        return args.length === 1 ? args[0]! : this.#plain(op, args);
      default:
        return this.#plain(op, args);
    }
  }

  /** A node with other arguments. */
  rebuild(node: Node, args: readonly Node[]): Node {
    return node.op === "safepow" ? this.#plain("safepow", args) : this.apply(node.op as Operator, args);
  }

  /** ∂node/∂state, exact. */
  derivative(node: Node, state: number): Node {
    if (!node.states.includes(state)) return this.number(0);
    const key = pair(node.id, state);
    if (node.depth > DEEP && !this.#derivatives.has(key))
      this.#fromBelow(
        node,
        (arg) => arg.states.includes(state) && !this.#derivatives.has(pair(arg.id, state)),
        (arg) => this.derivative(arg, state),
      );
    return this.#memo(key, () =>
      this.#chainRule(
        node,
        (arg) => this.derivative(arg, state),
        () => this.number(1),
      ),
    );
  }

  /** ∂node/∂t at fixed states. */
  timeDerivative(node: Node): Node {
    if ((node.on & ON_TIME) === 0) return this.number(0);
    if (node.depth > DEEP && !this.#derivatives.has(-1 - node.id))
      this.#fromBelow(
        node,
        (arg) => (arg.on & ON_TIME) !== 0 && !this.#derivatives.has(-1 - arg.id),
        (arg) => this.timeDerivative(arg),
      );
    return this.#memo(-1 - node.id, () =>
      this.#chainRule(
        node,
        (arg) => this.timeDerivative(arg),
        () => this.number(1),
      ),
    );
  }

  /** ∂node/∂parameter at fixed states and time. */
  parameterDerivative(node: Node, parameter: number): Node {
    if ((node.on & ON_PARAMETERS) === 0) return this.number(0);
    if (node.op === "parameter") return this.number(node.value === parameter ? 1 : 0);
    // Behind all states: parameters count from the end.
    const key = (arg: Node): number => pair(arg.id, 67108863 - parameter);
    if (node.depth > DEEP && !this.#derivatives.has(key(node)))
      this.#fromBelow(
        node,
        (arg) => (arg.on & ON_PARAMETERS) !== 0 && !this.#derivatives.has(key(arg)),
        (arg) => this.parameterDerivative(arg, parameter),
      );
    return this.#memo(key(node), () =>
      this.#chainRule(
        node,
        (arg) => this.parameterDerivative(arg, parameter),
        () => this.number(0),
      ),
    );
  }

  /** Takes the derivatives of what a deep node is made of, so that its own need not go down by calls within calls. */
  #fromBelow(node: Node, needed: (arg: Node) => boolean, derive: (arg: Node) => void): void {
    argumentsFirst(
      [node],
      (arg) => arg === node || needed(arg),
      (arg) => {
        if (arg !== node) derive(arg);
      },
    );
  }

  #memo(key: number, make: () => Node): Node {
    const known = this.#derivatives.get(key);
    if (known) return known;
    const made = make();
    this.#derivatives.set(key, made);
    return made;
  }

  #chainRule(node: Node, d: (arg: Node) => Node, own: () => Node): Node {
    const a = node.args[0]!;
    const b = node.args[1]!;
    const one = this.number(1);
    const times = (outer: Node): Node => this.mul(outer, d(a));
    switch (node.op) {
      case "state":
      case "time":
        return own();
      case "add":
        return this.add(d(a), d(b));
      case "sub":
        return this.apply("sub", [d(a), d(b)]);
      case "neg":
        return this.apply("neg", [d(a)]);
      case "mul":
        return this.add(this.mul(d(a), b), this.mul(a, d(b)));
      case "div":
        // One reciprocal serves the derivatives to all states.
        return this.mul(this.apply("sub", [d(a), this.mul(node, d(b))]), this.div(one, b));
      case "pow":
      case "safepow":
        return this.#powerRule(node, d);
      case "exp":
        return times(node);
      case "ln":
        return times(this.div(one, a));
      case "log10":
        return times(this.div(this.number(0.4342944819032518), a));
      case "sqrt":
        return times(this.div(this.number(0.5), node));
      case "abs":
        return times(this.#plain("piecewise", [one, this.apply("ge", [a, this.number(0)]), this.number(-1)]));
      case "sin":
        return times(this.apply("cos", [a]));
      case "cos":
        return times(this.apply("neg", [this.apply("sin", [a])]));
      case "tan":
        return times(this.add(one, this.mul(node, node)));
      case "asin":
        return times(this.div(one, this.apply("sqrt", [this.apply("sub", [one, this.mul(a, a)])])));
      case "acos":
        return times(
          this.div(this.number(-1), this.apply("sqrt", [this.apply("sub", [one, this.mul(a, a)])])),
        );
      case "atan":
        return times(this.div(one, this.add(one, this.mul(a, a))));
      case "sinh":
        return times(this.apply("cosh", [a]));
      case "cosh":
        return times(this.apply("sinh", [a]));
      case "tanh":
        return times(this.apply("sub", [one, this.mul(node, node)]));
      case "min":
      case "max": {
        // Of many the first half against the second: one against all others in turn would be a tower.
        const count = node.args.length;
        const half = count > MANY ? count >> 1 : 1;
        const first = this.apply(node.op, node.args.slice(0, half));
        const rest = this.apply(node.op, node.args.slice(half));
        const wins = this.apply(node.op === "min" ? "le" : "ge", [first, rest]);
        return this.apply("piecewise", [d(first), wins, d(rest)]);
      }
      case "piecewise":
        return this.apply(
          "piecewise",
          node.args.map((arg, i) => (i % 2 === 1 && i + 1 < node.args.length ? arg : d(arg))),
        );
      default:
        return this.number(0);
    }
  }

  #powerRule(node: Node, d: (arg: Node) => Node): Node {
    const [base, exponent] = node.args as [Node, Node];
    const db = d(base);
    const de = d(exponent);
    const positive = this.apply("gt", [base, this.number(0)]);
    const parts: Node[] = [];
    if (!isNumber(db, 0)) {
      const slope = this.#signed
        ? this.mul(exponent, this.apply("pow", [base, this.apply("sub", [exponent, this.number(1)])]))
        : this.mul(exponent, this.div(node, base));
      parts.push(
        this.mul(
          this.#signed && node.op === "pow"
            ? slope
            : this.#plain("piecewise", [slope, positive, this.number(0)]),
          db,
        ),
      );
    }
    if (!isNumber(de, 0)) {
      const growth = this.mul(node, this.apply("ln", [base]));
      parts.push(this.mul(this.#plain("piecewise", [growth, positive, this.number(0)]), de));
    }
    return parts.length === 0 ? this.number(0) : this.add(...parts);
  }

  #power(base: Node, exponent: Node): Node {
    if (exponent.op === "parameter") {
      const value = this.#known?.(exponent.value);
      if (value !== undefined) return this.apply("pow", [base, this.number(value)]);
    }
    if (exponent.op === "number") {
      const n = exponent.value;
      if (n === 1) return base;
      if (n === 0) return this.number(1);
      if (n === 0.5)
        return this.apply("sqrt", [
          base.states.length > 0 ? this.apply("max", [base, this.number(0)]) : base,
        ]);
      if (Number.isInteger(n) && n >= 2 && n <= WRITTEN) return this.#repeated(base, n);
      if (Number.isInteger(n) && n <= -1 && n >= -WRITTEN)
        return this.div(this.number(1), this.#repeated(base, -n));
    }
    if (this.#signed && base.states.length > 0) return this.#signedPower(base, exponent);
    const op = base.states.length > 0 ? "safepow" : "pow";
    return this.#plain(op, [base, exponent]);
  }

  /** A power of what may be negative: cut at 0 only where a fractional power would make it no number. */
  #signedPower(base: Node, exponent: Node): Node {
    if (exponent.op === "number")
      return this.#plain(Number.isInteger(exponent.value) ? "pow" : "safepow", [base, exponent]);
    const negative = this.apply("lt", [base, this.number(0)]);
    const fractional = this.apply("ne", [this.apply("floor", [exponent]), exponent]);
    const cut = this.apply("piecewise", [this.number(0), this.apply("and", [negative, fractional]), base]);
    return this.#plain("pow", [cut, exponent]);
  }

  #repeated(base: Node, n: number): Node {
    if (n === 1) return base;
    const half = this.#repeated(base, Math.floor(n / 2));
    const square = this.mul(half, half);
    return n % 2 === 1 ? this.mul(square, base) : square;
  }

  /** Binary chain, what hangs on parameters alone gathered in front so that it is found once per member. */
  #chain(op: "add" | "mul", args: readonly Node[], neutral: number): Node {
    if (op === "mul" && args.some((a) => isNumber(a, 0))) return this.number(0);
    const constant = args.filter((a) => (a.on & ~ON_PARAMETERS) === 0 && !isNumber(a, neutral));
    const varying = args.filter((a) => (a.on & ~ON_PARAMETERS) !== 0);
    const parts = [...(constant.length > 0 ? [this.#joined(op, constant)] : []), ...varying];
    return parts.length === 0 ? this.number(neutral) : this.#joined(op, parts);
  }

  /** Terms joined one after the other, many of them as halves: no chain is long to wait for, or to walk along. */
  #joined(op: "add" | "mul", parts: readonly Node[]): Node {
    if (parts.length <= MANY) return parts.reduce((a, b) => this.#binary(op, a, b));
    const half = parts.length >> 1;
    return this.#binary(op, this.#joined(op, parts.slice(0, half)), this.#joined(op, parts.slice(half)));
  }

  #binary(op: "add" | "mul" | "sub", a: Node, b: Node): Node {
    if (a.op === "number" && b.op === "number") return this.number(operators[op].value([a.value, b.value]));
    if (op === "mul") {
      if (isNumber(a, 1)) return b;
      if (isNumber(b, 1)) return a;
      if (isNumber(a, -1)) return this.apply("neg", [b]);
      // k₁·(k₂·x) = (k₁·k₂)·x when both factors hang on parameters alone.
      if (
        (a.on & ~ON_PARAMETERS) === 0 &&
        b.op === "mul" &&
        (b.args[0]!.on & ~ON_PARAMETERS) === 0 &&
        b.on !== b.args[0]!.on
      ) {
        return this.#binary("mul", this.#binary("mul", a, b.args[0]!), b.args[1]!);
      }
    }
    if (op === "add") {
      if (isNumber(a, 0)) return b;
      if (isNumber(b, 0)) return a;
      if (b.op === "neg") return this.apply("sub", [a, b.args[0]!]);
    }
    return this.#plain(op, [a, b]);
  }

  #plain(op: Node["op"], args: readonly Node[]): Node {
    return this.#node(
      op,
      args,
      0,
      args.reduce((on, a) => on | a.on, 0),
    );
  }

  #node(op: Node["op"], args: readonly Node[], value: number, on: number): Node {
    const [a, b] = args;
    if (args.length > 2) {
      const key = `${op}(${args.map((arg) => arg.id).join(",")})`;
      const known = this.#others.get(key);
      if (known) return known;
      const made = this.#make(op, args, value, on);
      this.#others.set(key, made);
      return made;
    }
    const tables = a ? this.#pairs : this.#leaves;
    let table = tables.get(op);
    if (!table) {
      table = new Map();
      tables.set(op, table);
    }
    const key = a ? pair(a.id, b ? b.id + 1 : 0) : value;
    const known = table.get(key);
    if (known) return known;
    const made = this.#make(op, args, value, on);
    table.set(key, made);
    return made;
  }

  #make(op: Node["op"], args: readonly Node[], value: number, on: number): Node {
    const states = op === "state" ? [value] : args.length === 0 ? noStates : union(args);
    const depth = args.reduce((most, arg) => Math.max(most, arg.depth + 1), 0);
    return { id: this.#count++, op, args, value, on, states, depth };
  }
}

/** Two whole numbers below 2²⁶ as one. */
function pair(a: number, b: number): number {
  return a * 67108864 + b;
}

function isNumber(node: Node, value: number): boolean {
  return node.op === "number" && node.value === value;
}

/** All states of the arguments, ascending; an argument's own list where it has them all. */
function union(args: readonly Node[]): readonly number[] {
  let all: readonly number[] = noStates;
  for (const { states } of args) all = merged(all, states);
  return all;
}

function merged(a: readonly number[], b: readonly number[]): readonly number[] {
  if (a === b || b.length === 0) return a;
  if (a.length === 0) return b;
  const out: number[] = [];
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    const [x, y] = [a[i]!, b[j]!];
    out.push(Math.min(x, y));
    if (x <= y) i++;
    if (y <= x) j++;
  }
  for (; i < a.length; i++) out.push(a[i]!);
  for (; j < b.length; j++) out.push(b[j]!);
  return out.length === a.length ? a : out.length === b.length ? b : out;
}
