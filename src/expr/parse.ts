import { KationError, nearest, unit } from "#units";
import { call, num, sym } from "./build.ts";
import { chains, functionNames, infix, operators, prefixStrength } from "./operators.ts";
import type { Expr, Operator } from "./types.ts";

const lexeme =
  /\s*(?:(\d+(?:\.\d*)?(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?)|([A-Za-z_][A-Za-z0-9_.]*)|(\|\||&&|==|!=|<=|>=|[-+*/^<>!(),])|\[([^\]]*)\])/y;
const longest = 100_000;
const deepest = 500;

interface Token {
  readonly kind: "number" | "name" | "sign" | "unit" | "end";
  readonly text: string;
  readonly at: number;
}

/**
 * Reads an expression.
 *
 * Operators + − * / ^ (power binds tightest and to the right), comparisons, && || !, functions by name, and
 * `piecewise(value, condition, …, otherwise)`. A number may carry a unit in brackets: `0.87 [1/(M*s)]`.
 *
 * @param text   the expression, up to 100 000 characters
 * @param where  what it belongs to, for the error
 * @throws `invalid-syntax` with line and column, `unknown-function` with the nearest, `unknown-unit`
 */
export function parse(text: string, where: string = "expression"): Expr {
  return new Parser(text, where).read();
}

class Parser {
  readonly #text: string;
  readonly #where: string;
  readonly #tokens: readonly Token[];
  #next = 0;
  #depth = 0;

  constructor(text: string, where: string) {
    this.#text = text;
    this.#where = where;
    if (text.length > longest) throw this.#error(`an expression of more than ${longest} characters`, 0);
    this.#tokens = this.#scan();
  }

  read(): Expr {
    const result = this.#expression(0);
    const rest = this.#peek();
    if (rest.kind !== "end") throw this.#error(`did not expect "${rest.text}"`, rest.at);
    return result;
  }

  #scan(): Token[] {
    const tokens: Token[] = [];
    lexeme.lastIndex = 0;
    for (;;) {
      const from = lexeme.lastIndex;
      const match = lexeme.exec(this.#text);
      if (!match) {
        const rest = this.#text.slice(from).search(/\S/);
        if (rest >= 0) throw this.#error(`cannot read "${this.#text[from + rest]}"`, from + rest);
        tokens.push({ kind: "end", text: "the end", at: this.#text.length });
        return tokens;
      }
      const at = from + match[0].search(/\S/);
      if (match[1] !== undefined) tokens.push({ kind: "number", text: match[1], at });
      else if (match[2] !== undefined) tokens.push({ kind: "name", text: match[2], at });
      else if (match[3] !== undefined) tokens.push({ kind: "sign", text: match[3], at });
      else tokens.push({ kind: "unit", text: match[4]!, at });
    }
  }

  #expression(strength: number): Expr {
    if (++this.#depth > deepest) throw this.#error(`nested deeper than ${deepest}`, this.#peek().at);
    let left = this.#prefix();
    // What stood in parentheses is a node of its own: only what was read here becomes a longer sum.
    let joined: Operator | undefined;
    for (;;) {
      const token = this.#peek();
      const rule = token.kind === "sign" && Object.hasOwn(infix, token.text) ? infix[token.text]! : undefined;
      if (!rule || rule.strength <= strength) break;
      this.#next++;
      const right = this.#expression(rule.op === "pow" ? rule.strength - 1 : rule.strength);
      left =
        rule.op === joined
          ? call(rule.op, ...(left as { args: readonly Expr[] }).args, right)
          : call(rule.op, left, right);
      joined = chains.has(rule.op) ? rule.op : undefined;
    }
    this.#depth--;
    return left;
  }

  #prefix(): Expr {
    const token = this.#peek();
    this.#next++;
    if (token.kind === "number") return this.#number(token);
    if (token.kind === "name") {
      return this.#peek().text === "(" && this.#peek().kind === "sign" ? this.#call(token) : sym(token.text);
    }
    if (token.kind === "sign" && (token.text === "-" || token.text === "!" || token.text === "+")) {
      const written = this.#peek().kind === "number";
      const inner = this.#expression(prefixStrength);
      // −5 is a number, and −5 degC below zero; −5^2 and −(5) are not.
      if (written && inner.kind === "number" && token.text === "-") return num(-inner.value, inner.unit);
      return token.text === "+" ? inner : call(token.text === "-" ? "neg" : "not", inner);
    }
    if (token.kind === "sign" && token.text === "(") {
      const inner = this.#expression(0);
      this.#expect(")");
      return inner;
    }
    throw this.#error(
      `expected a number, a name or "(", found ${token.kind === "end" ? "the end" : `"${token.text}"`}`,
      token.at,
    );
  }

  #number(token: Token): Expr {
    const value = Number(token.text);
    if (!Number.isFinite(value)) throw this.#error(`${token.text} is too large`, token.at);
    const next = this.#peek();
    if (next.kind !== "unit") return num(value);
    this.#next++;
    return num(value, unit(next.text));
  }

  #call(token: Token): Expr {
    if (!functionNames.includes(token.text)) {
      const near = nearest(token.text, functionNames);
      throw new KationError("unknown-function", `no function is called ${token.text}`, {
        where: this.#place(token.at),
        fix: near.length > 0 ? `did you mean ${near.join(" or ")}?` : `one of ${functionNames.join(", ")}`,
      });
    }
    this.#next++;
    const args: Expr[] = [];
    if (this.#peek().text !== ")") {
      do args.push(this.#expression(0));
      while (this.#take(","));
    }
    this.#expect(")");
    const info = operators[token.text as Operator];
    if (args.length < info.least || args.length > info.most) {
      throw this.#error(
        `${token.text} takes ${info.least === info.most ? info.least : `${info.least} or more`} arguments, not ${args.length}`,
        token.at,
      );
    }
    return call(token.text as Operator, ...args);
  }

  #peek(): Token {
    return this.#tokens[Math.min(this.#next, this.#tokens.length - 1)]!;
  }

  #take(sign: string): boolean {
    const token = this.#peek();
    if (token.kind !== "sign" || token.text !== sign) return false;
    this.#next++;
    return true;
  }

  #expect(sign: string): void {
    const token = this.#peek();
    if (!this.#take(sign))
      throw this.#error(
        `expected "${sign}", found ${token.kind === "end" ? "the end" : `"${token.text}"`}`,
        token.at,
      );
  }

  #place(at: number): string {
    const before = this.#text.slice(0, at).split("\n");
    return `${this.#where}, line ${before.length}, column ${before.at(-1)!.length + 1}: ${this.#text.slice(0, 200)}`;
  }

  #error(what: string, at: number): KationError {
    return new KationError("invalid-syntax", what, { where: this.#place(at) });
  }
}
