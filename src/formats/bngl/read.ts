import { add, type Expr, mul, num, parse, sym } from "#expr";
import type { Model, Observable, Participant, Reaction, Rule } from "#model";
import { KationError, unit } from "#units";

/** A network file computes with the numbers in it. */
const plain = unit("1");

/** Most lines of a file: some ten times the largest network published. */
const mostLines = 5_000_000;

interface Line {
  readonly text: string;
  readonly where: string;
}

/**
 * Reads a network as BioNetGen writes it (`.net`): species, reactions, functions, groups.
 *
 *     rate = law · Π reactants,   each as often as it is listed
 *
 * Species are called `s1`, `s2`, …, with their pattern as label; a species that begins with `$` is held. Groups and functions
 * become rules. What is reported are the groups, or the species when there is none.
 *
 * @param text  the file
 * @param file  its name, for errors
 * @throws `invalid-syntax`, `unknown-name`, `unknown-function` at file:line; `unsupported-feature` for laws by name (MM, Sat, Hill)
 *         and for energy patterns
 * @source  Blinov, Faeder, Goldstein, Hlavacek, Bioinformatics 20, 3289 (2004), doi:10.1093/bioinformatics/bth378
 * @example  const model = readNet(text, "egfr.net");
 */
export function readNet(text: string, file: string = "network.net"): Model {
  return new NetReader(blocksOf(text, file), file).read();
}

/** Lines of each block, without comments and the counter in front. */
function blocksOf(text: string, file: string): ReadonlyMap<string, readonly Line[]> {
  const blocks = new Map<string, Line[]>();
  let open: { name: string; lines: Line[] } | undefined;
  const all = text.split(/\r?\n/);
  if (all.length > mostLines)
    throw new KationError("out-of-range", `${file} has more than ${mostLines} lines`, { where: file });
  all.forEach((raw, i) => {
    const line = raw.replace(/#.*/, "").trim();
    const where = `${file}:${i + 1}`;
    const edge = /^(begin|end)\s+(.+)$/.exec(line);
    if (edge?.[1] === "begin") {
      open = { name: edge[2]!.trim(), lines: [] };
      blocks.set(open.name, open.lines);
    } else if (edge) open = undefined;
    else if (open && line !== "") open.lines.push({ text: line.replace(/^\d+\s+/, ""), where });
  });
  const energy = [...blocks.keys()].find((name) => name.includes("energy"));
  if (energy !== undefined) throw new KationError("unsupported-feature", `block ${energy}`, { where: file });
  if (!blocks.has("species") || !blocks.has("reactions"))
    throw new KationError("invalid-file", `${file} has no species or no reactions`, {
      where: file,
      fix: "generate_network({overwrite=>1}) of BioNetGen writes both",
    });
  return blocks;
}

class NetReader {
  readonly #blocks: ReadonlyMap<string, readonly Line[]>;
  readonly #file: string;
  readonly #species: Model["species"][number][] = [];
  readonly #held = new Set<string>();
  readonly #parameters: Model["parameters"][number][] = [];
  readonly #rules: Rule[] = [];
  readonly #groups: Observable[] = [];

  constructor(blocks: ReadonlyMap<string, readonly Line[]>, file: string) {
    this.#blocks = blocks;
    this.#file = file;
  }

  read(): Model {
    this.#number("size_of_system", 1);
    for (const line of this.#lines("parameters")) this.#parameter(line);
    for (const line of this.#lines("species")) this.#oneSpecies(line);
    for (const line of this.#lines("groups")) this.#group(line);
    for (const line of this.#lines("functions")) this.#function(line);
    const reactions = this.#lines("reactions").map((line, i) => this.#reaction(line, i));
    const species = this.#species.map(
      (s): Observable => ({ id: s.id, label: s.label, unit: plain, display: plain, expr: sym(s.id) }),
    );
    return Object.freeze({
      title: this.#file,
      compartments: [{ id: "system", label: "system", dimensions: 3, size: "size_of_system" } as const],
      species: this.#species,
      variables: [],
      parameters: this.#parameters,
      reactions,
      rules: this.#rules,
      events: [],
      observables: this.#groups.length > 0 ? this.#groups : species,
      signed: true,
    });
  }

  #lines(block: string): readonly Line[] {
    return this.#blocks.get(block) ?? [];
  }

  #number(id: string, value: number): void {
    this.#parameters.push({ id, label: id, unit: plain, value, path: id, generic: false, module: "net" });
  }

  #rule(id: string, expr: Expr): void {
    this.#rules.push({ id, label: id, unit: plain, expr, module: "net" });
  }

  #parameter({ text, where }: Line): void {
    const [, id, rest] = /^(\w+)\s*=?\s*(.+)$/.exec(text) ?? malformed("parameter", text, where);
    const expr = expression(rest!, where);
    if (expr.kind === "number") this.#number(id!, expr.value);
    else this.#rule(id!, expr);
  }

  #oneSpecies({ text, where }: Line): void {
    const [, pattern, amount] = /^(\S+)\s+(.+)$/.exec(text) ?? malformed("species", text, where);
    const id = `s${this.#species.length + 1}`;
    if (pattern!.includes("$")) this.#held.add(id);
    this.#species.push({
      id,
      label: pattern!,
      compartment: "system",
      unit: plain,
      initial: expression(amount!, where),
      amount: true,
      boundary: false,
      module: "net",
    });
  }

  /** `Name 1,2*3,…`: a sum of species by number, each with a weight. */
  #group({ text, where }: Line): void {
    const [, id, list] = /^(\S+)\s*(.*)$/.exec(text) ?? malformed("group", text, where);
    const terms = list!.split(",").flatMap((part) => {
      if (part.trim() === "") return [];
      const [weight, index] = part.includes("*") ? part.split("*") : ["1", part];
      const species = this.#named(index!, where);
      return [weight!.trim() === "1" ? sym(species) : mul(num(Number(weight)), sym(species))];
    });
    this.#rule(id!, terms.length === 0 ? num(0) : terms.length === 1 ? terms[0]! : add(...terms));
    this.#groups.push({ id: id!, label: id!, unit: plain, display: plain, expr: sym(id!) });
  }

  #function({ text, where }: Line): void {
    const [, id, rest] = /^(\w+)\s*\(\s*\)\s*=?\s*(.+)$/.exec(text) ?? malformed("function", text, where);
    this.#rule(id!, expression(rest!, where));
  }

  #reaction({ text, where }: Line, index: number): Reaction {
    const [left, right, ...law] = text.split(/\s+/);
    if (left === undefined || right === undefined || law.length === 0)
      return malformed("reaction", text, where);
    if (/^(?:MM|Sat|Hill|Arrhenius|FunctionProduct)$/.test(law[0]!))
      throw new KationError("unsupported-feature", `rate law ${law[0]}`, {
        where,
        fix: "write it as a function",
      });
    const side = (list: string): string[] =>
      list.split(",").flatMap((part) => (part === "0" ? [] : [this.#named(part, where)]));
    const reactants = side(left);
    const id = `r${index + 1}`;
    return {
      id,
      label: id,
      reactants: this.#participants(reactants),
      products: this.#participants(side(right)),
      rate: mul(expression(law.join(" "), where), num(1), ...reactants.map(sym)),
      module: "net",
    };
  }

  #participants(ids: readonly string[]): Participant[] {
    const counts = new Map<string, number>();
    for (const id of ids) if (!this.#held.has(id)) counts.set(id, (counts.get(id) ?? 0) + 1);
    return [...counts].map(([species, stoichiometry]) => ({ species, stoichiometry }));
  }

  #named(index: string, where: string): string {
    const found = this.#species[Number(index) - 1];
    if (!found) throw new KationError("unknown-species", `there is no species ${index}`, { where });
    return found.id;
  }
}

function malformed(what: string, text: string, where: string): never {
  throw new KationError("invalid-syntax", `cannot read the ${what} "${text.slice(0, 60)}"`, { where });
}

/** An expression of BioNetGen: functions are called with empty brackets, `if(condition, then, else)`, `_pi`, `_e`, `rint`. */
function expression(text: string, where: string): Expr {
  const words = text
    .replace(/\b([A-Za-z_]\w*)\s*\(\s*\)/g, "$1")
    .replace(/\b_pi\b/g, String(Math.PI))
    .replace(/\b_e\b/g, String(Math.E))
    .replace(/~=/g, "!=");
  return parse(withPieces(words, where), where);
}

/** `if(a,b,c)` as piecewise(b,a,c), and `rint(a)` as floor(a+0.5), inner ones too. */
function withPieces(text: string, where: string): string {
  const found = /\b(if|rint)\s*\(/.exec(text);
  if (!found) return text;
  const parts: string[] = [];
  let [depth, from] = [0, found.index + found[0].length];
  for (let i = from; i < text.length; i++) {
    const c = text[i]!;
    if (c === "(") depth++;
    if ((c === "," && depth === 0) || (c === ")" && depth-- === 0)) {
      parts.push(withPieces(text.slice(from, i), where));
      from = i + 1;
      if (c === ")") break;
    }
  }
  const [a, b, c] = parts;
  if (parts.length !== (found[1] === "if" ? 3 : 1)) return malformed(found[1]!, text, where);
  const made = found[1] === "if" ? `piecewise(${b},${a},${c})` : `floor(${a}+0.5)`;
  return text.slice(0, found.index) + made + withPieces(text.slice(from), where);
}
