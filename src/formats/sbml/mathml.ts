import { KationError, nearest } from "#units";
import { arity, type MathConstant, type MathOperator, mathApply, mathNumber, type SbmlMath } from "./math.ts";
import { attribute, type Place, printPlace, type XmlElement } from "./xml.ts";
import { element } from "./xml-write.ts";

/** Namespace of MathML. */
export const mathmlNamespace: string = "http://www.w3.org/1998/Math/MathML";

/** A function definition's arguments and body; without a body it stands for nothing (Level 3 Version 2 allows that). */
export interface Lambda {
  readonly parameters: readonly string[];
  readonly body?: SbmlMath | undefined;
}

/** What the reader of formulae must know of the file it stands in. */
export interface MathContext {
  readonly place: (element: XmlElement) => Place;
  /** Namespace of the SBML around it, that of the attribute `units`. */
  readonly namespace: string;
}

const symbolsUrl = "http://www.sbml.org/sbml/symbols/";
const constants: ReadonlySet<string> = new Set<MathConstant>([
  "pi",
  "exponentiale",
  "true",
  "false",
  "infinity",
  "notanumber",
]);
const operators: ReadonlySet<string> = new Set(
  Object.keys(arity).filter((op) => !["piecewise", "delay", "rateOf"].includes(op)),
);
const decimal = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

/**
 * Reads the formula of a `<math>` element; undefined when the element is empty.
 *
 * All MathML of SBML core, Level 2 Version 1 to Level 3 Version 2, is read in any of them. `semantics` gives what it
 * annotates; a rational number its value.
 *
 * @throws `invalid-syntax`, `unknown-function`, `unsupported-feature` (csymbols of packages), with file:line:column
 */
export function readMath(math: XmlElement, context: MathContext): SbmlMath | undefined {
  const inside = only(math, context);
  return inside && new MathReader(context).read(inside);
}

/** Reads the `<lambda>` of a function definition. A bare formula without `<lambda>` is refused. */
export function readLambda(math: XmlElement, context: MathContext): Lambda | undefined {
  let inside = only(math, context);
  while (inside?.name === "semantics") inside = inside.children[0];
  if (!inside) return undefined;
  if (inside.name !== "lambda") throw fault(context, inside, "a function definition needs a <lambda>");
  const reader = new MathReader(context);
  const parameters: string[] = [];
  let body: SbmlMath | undefined;
  for (const child of inside.children) {
    if (child.name === "bvar") {
      const ci = child.children[0];
      if (ci?.name !== "ci") throw fault(context, child, "a <bvar> holds one <ci>");
      parameters.push(ci.text.trim());
    } else if (body) throw fault(context, child, "a <lambda> has one formula");
    else body = reader.read(child);
  }
  return { parameters, body };
}

function only(math: XmlElement, context: MathContext): XmlElement | undefined {
  if (math.children.length > 1) throw fault(context, math.children[1]!, "a <math> holds one formula");
  return math.children[0];
}

function fault(context: MathContext, at: XmlElement, what: string, fix?: string): KationError {
  return new KationError("invalid-syntax", what, {
    where: printPlace(context.place(at)),
    ...(fix === undefined ? {} : { fix }),
  });
}

class MathReader {
  readonly #context: MathContext;

  constructor(context: MathContext) {
    this.#context = context;
  }

  read(e: XmlElement): SbmlMath {
    if (e.namespace !== mathmlNamespace)
      throw fault(this.#context, e, `<${e.name}> is not in the namespace of MathML`);
    switch (e.name) {
      case "ci":
        return { kind: "symbol", id: this.#id(e) };
      case "cn":
        return this.#number(e);
      case "apply":
        return this.#apply(e);
      case "csymbol": {
        const name = this.#csymbol(e);
        if (name === "time") return { kind: "time" };
        if (name === "avogadro") return { kind: "constant", name };
        throw fault(this.#context, e, `the csymbol ${name} must be applied to something`);
      }
      case "piecewise":
        return this.#piecewise(e);
      case "semantics":
        if (!e.children[0]) throw fault(this.#context, e, "<semantics> is empty");
        return this.read(e.children[0]);
      default:
        if (constants.has(e.name)) return { kind: "constant", name: e.name as MathConstant };
        throw this.#unknown(e);
    }
  }

  #apply(e: XmlElement): SbmlMath {
    const head = e.children[0];
    if (!head) throw fault(this.#context, e, "<apply> is empty");
    if (head.name === "ci") return { kind: "call", function: this.#id(head), args: this.#behind(e) };
    const op = head.name === "csymbol" ? this.#csymbol(head) : head.name;
    if (head.name === "csymbol" ? op !== "delay" && op !== "rateOf" : !operators.has(op))
      throw this.#unknown(head);
    if (op === "root") return this.#qualified(e, "root", "degree", 2);
    if (op === "log") return this.#qualified(e, "log", "logbase", 10);
    return this.#checked(e, op as MathOperator, this.#behind(e));
  }

  /** What stands behind the head of an `<apply>`. */
  #behind(e: XmlElement): SbmlMath[] {
    const { children } = e;
    const args = new Array<SbmlMath>(children.length - 1);
    for (let i = 0; i < args.length; i++) args[i] = this.read(children[i + 1]!);
    return args;
  }

  /** `root` and `log`: the qualifier comes first in the tree, whether it was written or not. */
  #qualified(e: XmlElement, op: "root" | "log", name: string, usual: number): SbmlMath {
    const rest = e.children.slice(1);
    const qualifier = rest.find((child) => child.name === name);
    const inside = qualifier?.children[0];
    if (qualifier && (!inside || qualifier.children.length > 1))
      throw fault(this.#context, qualifier, `<${name}> holds one formula`);
    const args = rest.filter((child) => child !== qualifier).map((arg) => this.read(arg));
    return this.#checked(e, op, [inside ? this.read(inside) : mathNumber(usual), ...args]);
  }

  #checked(e: XmlElement, op: MathOperator, args: readonly SbmlMath[]): SbmlMath {
    const least = arity[op][0];
    const most = arity[op][1];
    if (args.length < least || args.length > most) {
      const given = args.length - (op === "root" || op === "log" ? 1 : 0);
      throw fault(this.#context, e, `<${op}/> cannot take ${given} argument${given === 1 ? "" : "s"}`);
    }
    if (op === "rateOf" && args[0]!.kind !== "symbol")
      throw fault(this.#context, e, "rateOf takes the id of a quantity", "write <ci> id </ci> in it");
    return { kind: "apply", op, args };
  }

  #piecewise(e: XmlElement): SbmlMath {
    const args: SbmlMath[] = [];
    let otherwise: SbmlMath | undefined;
    for (const child of e.children) {
      if (child.name === "piece" && child.children.length === 2)
        args.push(this.read(child.children[0]!), this.read(child.children[1]!));
      else if (child.name === "otherwise" && child.children.length === 1 && !otherwise)
        otherwise = this.read(child.children[0]!);
      else
        throw fault(
          this.#context,
          child,
          `<${child.name}> does not fit in <piecewise>`,
          "a <piece> holds a value and a condition; one <otherwise> holds a value",
        );
    }
    return mathApply("piecewise", ...args, ...(otherwise ? [otherwise] : []));
  }

  #number(e: XmlElement): SbmlMath {
    const type = attribute(e, "type") ?? "real";
    const units = attribute(e, `{${this.#context.namespace}}units`);
    const text = e.text.trim();
    const second = e.children[0]?.name === "sep" ? e.children[0].tail.trim() : undefined;
    const base = attribute(e, "base") ?? "10";
    let value = Number.NaN;
    if (base === "10" && decimal.test(text)) {
      if ((type === "real" || type === "integer") && second === undefined) value = Number(text);
      else if (second !== undefined && decimal.test(second)) {
        if (type === "rational") value = Number(text) / Number(second);
        if (type === "e-notation" && /^[+-]?\d+$/.test(second) && !/[eE]/.test(text))
          value = Number(`${text}e${second}`);
      }
    }
    if (Number.isNaN(value))
      throw fault(
        this.#context,
        e,
        `cannot read the number "${e.text.trim()}${second === undefined ? "" : ` <sep/> ${second}`}" of type ${type}`,
        "types are real, integer, e-notation (mantissa <sep/> exponent) and rational (p <sep/> q)",
      );
    return mathNumber(value, units);
  }

  #id(e: XmlElement): string {
    const id = e.text.trim();
    if (id === "") throw fault(this.#context, e, "<ci> is empty");
    return id;
  }

  #csymbol(e: XmlElement): string {
    const url = attribute(e, "definitionURL")?.trim() ?? "";
    const name = url.startsWith(symbolsUrl) ? url.slice(symbolsUrl.length) : "";
    if (name === "time" || name === "avogadro" || name === "delay" || name === "rateOf") return name;
    throw new KationError("unsupported-feature", `csymbol ${name || url || "without definitionURL"}`, {
      where: printPlace(this.#context.place(e)),
      why: "SBML core has time, delay, avogadro and rateOf",
    });
  }

  #unknown(e: XmlElement): KationError {
    const near = nearest(e.name, [...operators, ...constants]);
    return new KationError("unknown-function", `<${e.name}> is not in the MathML of SBML`, {
      where: printPlace(this.#context.place(e)),
      ...(near.length > 0 ? { fix: `did you mean <${near.join("> or <")}>?` } : {}),
    });
  }
}

/** A formula as a `<math>` element; units of numbers are attributes in the given SBML namespace. */
export function writeMath(math: SbmlMath, namespace: string): XmlElement {
  return node("math", [content(math, namespace)]);
}

/** A function definition as a `<math>` element. */
export function writeLambda(lambda: Lambda, namespace: string): XmlElement {
  const bvars = lambda.parameters.map((name) => node("bvar", [leaf("ci", name)]));
  return node("math", [
    node("lambda", [...bvars, ...(lambda.body ? [content(lambda.body, namespace)] : [])]),
  ]);
}

function node(name: string, children: readonly XmlElement[] = []): XmlElement {
  return element(name, mathmlNamespace, {}, children);
}

function leaf(name: string, text: string, attributes: Readonly<Record<string, string>> = {}): XmlElement {
  return element(name, mathmlNamespace, attributes, [], { text: ` ${text} ` });
}

function csymbol(name: string): XmlElement {
  return leaf("csymbol", name, { encoding: "text", definitionURL: `${symbolsUrl}${name}` });
}

function content(math: SbmlMath, namespace: string): XmlElement {
  switch (math.kind) {
    case "symbol":
      return leaf("ci", math.id);
    case "time":
      return csymbol("time");
    case "constant":
      return math.name === "avogadro" ? csymbol("avogadro") : node(math.name);
    case "number":
      return number(math.value, math.units === undefined ? {} : { [`{${namespace}}units`]: math.units });
    case "call":
      return node("apply", [leaf("ci", math.function), ...math.args.map((arg) => content(arg, namespace))]);
    case "apply": {
      const args = math.args.map((arg) => content(arg, namespace));
      if (math.op === "piecewise") {
        const pieces: XmlElement[] = [];
        for (let i = 0; i + 1 < args.length; i += 2) pieces.push(node("piece", args.slice(i, i + 2)));
        if (args.length % 2 === 1) pieces.push(node("otherwise", args.slice(-1)));
        return node("piecewise", pieces);
      }
      if (math.op === "root" || math.op === "log")
        args[0] = node(math.op === "root" ? "degree" : "logbase", [args[0]!]);
      const head = math.op === "delay" || math.op === "rateOf" ? csymbol(math.op) : node(math.op);
      return node("apply", [head, ...args]);
    }
  }
}

function number(value: number, attributes: Readonly<Record<string, string>>): XmlElement {
  const text = Object.is(value, -0) ? "-0" : String(value);
  const [mantissa, exponent] = text.split("e");
  if (exponent === undefined)
    return leaf("cn", text, Number.isInteger(value) ? { type: "integer", ...attributes } : attributes);
  const sep = element("sep", mathmlNamespace, {}, [], { tail: ` ${exponent.replace("+", "")} ` });
  return element("cn", mathmlNamespace, { type: "e-notation", ...attributes }, [sep], {
    text: ` ${mantissa} `,
  });
}
