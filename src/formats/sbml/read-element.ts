import type { Finding } from "#model";
import { KationError, nearest } from "#units";
import type { ReplacedBy, ReplacedElement, SbmlElement } from "./document.ts";
import type { SbmlMath } from "./math.ts";
import { mathmlNamespace, readMath } from "./mathml.ts";
import { compNamespace, readReplacedBy, readReplacedElement } from "./read-comp.ts";
import { attribute, printPlace, type XmlElement, type XmlTree } from "./xml.ts";

/** Warnings about one file beyond which no more are told. */
const mostWarnings = 100;
const everywhere = ["id", "name", "metaid", "sboTerm"];
const numberPattern = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const namedNumbers: ReadonlyMap<string, number> = new Map([
  ["INF", Number.POSITIVE_INFINITY],
  ["+INF", Number.POSITIVE_INFINITY],
  ["-INF", Number.NEGATIVE_INFINITY],
  ["NaN", Number.NaN],
]);

/** What an element has beside what every element carries. */
type Own<T> = Omit<T, Exclude<keyof SbmlElement, "id">> & Partial<SbmlElement>;

/**
 * An element from what every element carries and its own. Assigned to the first, because an object literal that begins
 * with a spread takes several times the time and memory.
 */
export function made<T extends SbmlElement>(base: SbmlElement, own: Own<T>): T {
  return Object.assign(base, own) as unknown as T;
}

/** Reads attributes and what every element of SBML carries, and keeps what there is to say about the file. */
export class ElementReader {
  readonly tree: XmlTree;
  readonly level: number;
  readonly version: number;
  readonly namespace: string;
  readonly findings: Finding[] = [];
  /** Attributes an element may have, by its name. */
  readonly #fine = new Map<string, Set<string>>();
  #unknown = 0;

  constructor(tree: XmlTree, level: number, version: number) {
    this.tree = tree;
    this.level = level;
    this.version = version;
    this.namespace = tree.root.namespace;
  }

  where(e: XmlElement): string {
    return printPlace(this.tree.place(e));
  }

  /** A fault that ends reading. */
  fault(e: XmlElement, code: "missing-key" | "invalid-value" | "invalid-number", what: string): KationError {
    return new KationError(code, what, { where: this.where(e) });
  }

  note(
    severity: Finding["severity"],
    e: XmlElement,
    code: string,
    what: string,
    fix: string,
    why = "",
  ): void {
    if (severity !== "error" && this.findings.length >= mostWarnings) return;
    this.findings.push({ severity, code, what, where: this.where(e), why, fix });
  }

  /** An attribute that is an id or word; white space around it means nothing. */
  text(e: XmlElement, name: string): string | undefined {
    const value = attribute(e, name)?.trim();
    return value === undefined || value === "" ? undefined : value;
  }

  needed(e: XmlElement, name: string, key: string = name): string {
    const value = this.text(e, key);
    if (value === undefined) throw this.fault(e, "missing-key", `<${e.name}> needs the attribute ${name}`);
    return value;
  }

  number(e: XmlElement, name: string): number | undefined {
    const text = attribute(e, name)?.trim();
    if (text === undefined || text === "") return undefined;
    if (numberPattern.test(text)) return Number(text);
    const value = namedNumbers.get(text);
    if (value === undefined)
      throw this.fault(e, "invalid-number", `${name}="${text.slice(0, 100)}" of <${e.name}> is not a number`);
    return value;
  }

  /** A truth value; Level 3 requires it to be written where Level 2 has a default. */
  boolean(e: XmlElement, name: string, usual: boolean, required: boolean = this.level === 3): boolean {
    const text = attribute(e, name)?.trim();
    if (text === "true" || text === "1") return true;
    if (text === "false" || text === "0") return false;
    if (text !== undefined)
      throw this.fault(
        e,
        "invalid-value",
        `${name}="${text.slice(0, 100)}" of <${e.name}> is neither true nor false`,
      );
    if (required)
      this.note(
        "warning",
        e,
        "missing-key",
        `<${e.name}${this.#idOf(e)}> has no attribute ${name}, which Level 3 requires`,
        `write ${name}="${usual}" if that is meant; it was read so`,
      );
    return usual;
  }

  #idOf(e: XmlElement): string {
    const id = attribute(e, "id");
    return id === undefined ? "" : ` id="${id}"`;
  }

  /** What every element may carry; `known` names the other attributes it may have, the rest is pointed out. */
  base(e: XmlElement, known: readonly string[]): SbmlElement {
    this.#checkAttributes(e, known);
    let notes: string | undefined;
    let annotation: string | undefined;
    let replacedElements: readonly ReplacedElement[] | undefined;
    let replacedBy: ReplacedBy | undefined;
    for (let i = 0; i < e.children.length; i++) {
      const child = e.children[i]!;
      if (child.namespace === this.namespace) {
        if (child.name === "notes") notes = child.raw;
        else if (child.name === "annotation") annotation = child.raw;
      } else if (child.namespace === compNamespace) {
        if (child.name === "listOfReplacedElements")
          replacedElements = child.children
            .filter((c) => c.name === "replacedElement")
            .map((c) => readReplacedElement(this, c));
        else if (child.name === "replacedBy") replacedBy = readReplacedBy(this, child);
      }
    }
    return {
      id: this.text(e, "id"),
      name: attribute(e, "name"),
      metaid: this.text(e, "metaid"),
      sboTerm: this.text(e, "sboTerm"),
      notes,
      annotation,
      replacedElements,
      replacedBy,
      place: this.tree.place(e),
    };
  }

  #checkAttributes(e: XmlElement, known: readonly string[]): void {
    let fine = this.#fine.get(e.name);
    if (!fine) {
      fine = new Set([...everywhere, ...known]);
      this.#fine.set(e.name, fine);
    }
    for (let i = 0; i < e.attributes.length; i += 2) {
      const name = e.attributes[i]!;
      if (fine.has(name) || name.startsWith("{")) continue;
      if (++this.#unknown > 20) return;
      const near = nearest(name, [...known, ...everywhere]);
      this.note(
        "warning",
        e,
        "unknown-key",
        `<${e.name}${this.#idOf(e)}> has no attribute ${name} in SBML; it was left out`,
        near.length > 0 ? `did you mean ${near.join(" or ")}?` : "delete it",
      );
    }
  }

  /** Formula inside an element; from Level 3 Version 2 on it may be missing. */
  math(e: XmlElement): SbmlMath | undefined {
    const found = e.children.find((c) => c.name === "math" && c.namespace === mathmlNamespace);
    const math = found && readMath(found, { place: this.tree.place, namespace: this.namespace });
    if (!math && !(this.level === 3 && this.version >= 2))
      this.note("error", e, "missing-key", `<${e.name}> has no formula`, "write a <math> element in it");
    return math;
  }

  /** Children of a list by their names; what else stands in it is pointed out. */
  list<T>(parent: XmlElement, name: string, items: Readonly<Record<string, (e: XmlElement) => T>>): T[] {
    const out: T[] = [];
    for (const list of parent.children) {
      if (list.name !== name || list.namespace !== this.namespace) continue;
      for (const child of list.children) {
        if (child.namespace !== this.namespace || child.name === "notes" || child.name === "annotation")
          continue;
        if (Object.hasOwn(items, child.name)) out.push(items[child.name]!(child));
        else
          this.note(
            "warning",
            child,
            "unknown-key",
            `<${child.name}> does not belong in <${name}>; it was left out`,
            `in it stand <${Object.keys(items).join(">, <")}>`,
          );
      }
    }
    return out;
  }

  child(parent: XmlElement, name: string): XmlElement | undefined {
    return parent.children.find((c) => c.name === name && c.namespace === this.namespace);
  }
}
